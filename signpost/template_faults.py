"""What is wrong with a template or its words, as a sentence. Must never be shown for a mistake in the content."""

from jinja2 import TemplateError

from signpost.problems import Problem
from signpost.strings import MissingWord


def template_fault(error: TemplateError) -> Problem:
    """A word that is missing can be written by anybody; what else is wrong, only by those who know the templates."""
    if isinstance(error, MissingWord):
        return error.problem
    file = getattr(error, "name", None) or ""
    message = f"This template cannot be used ({error.message}). Tell the people who keep the generator."
    return Problem(f"templates/{file}".rstrip("/"), int(getattr(error, "lineno", 0) or 0), message, "template")
