"""A good site's output with one defect in it, and what the gates say."""

from types import ModuleType

from signpost.build import Built
from signpost.output.page import output_pages

PAGE = "en/help/index.html"


def found(gate: ModuleType, built: Built, old: str, new: str, path: str = PAGE) -> list[str]:
    """What one gate says when `old` is `new` in one file of the output (everywhere in it)."""
    text = built.output[path].decode()
    assert old in text, f"{old} does not stand in {path}"
    output = {**built.output, path: text.replace(old, new).encode()}
    pages = output_pages(output, built.site.pages)
    return [problem.message for problem in gate.check(built.site, pages, output)]


def clean(gate: ModuleType, built: Built) -> bool:
    return not gate.check(built.site, output_pages(built.output, built.site.pages), built.output)
