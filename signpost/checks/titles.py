"""Titles and descriptions: each tells its page from every other of its language (WCAG 2.2, 2.4.2)."""

from collections.abc import Mapping, Sequence

from signpost.output.outline import Outline
from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

FEWEST_LETTERS = 10
_EMPTY_WORDS = frozenset({"untitled", "document", "page", "home", "index", "new page", "title", "teitl", "hafan"})


def check(site: Site, pages: Sequence[OutputPage], output: Mapping[str, bytes]) -> list[Problem]:
    problems = []
    seen: dict[tuple[str, str], OutputPage] = {}
    for page in pages:
        for what, text in (("title", page.outline.title), ("description", page.outline.description)):
            first = seen.setdefault((page.outline.language, text), page) if text else page
            if first is not page:
                problems.append(page.problem("title", f"This page has the same {what} as {first.path}. Say what sets it apart.", text))
        problems += [page.problem("title", message, page.outline.title) for message in _faults(page.outline)]
    return problems


def _faults(page: Outline) -> list[str]:
    title, heading = page.title, page.heading
    if not title:
        return []  # `structure` has said so
    if len(title) < FEWEST_LETTERS or title.lower() in _EMPTY_WORDS:
        return [f"The title “{title}” does not say what the page is about."]
    if heading and heading.lower() not in title.lower():
        return [f"The title “{title}” does not hold the page's heading “{heading}”."]
    return []
