"""Titles and descriptions: each tells its page from every other of its language (WCAG 2.2, 2.4.2)."""

from signpost.output_page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

FEWEST_LETTERS = 10
_EMPTY_WORDS = frozenset({"untitled", "document", "page", "home", "index", "new page", "title", "teitl", "hafan"})


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    seen: dict[tuple[str, str], OutputPage] = {}
    for page in pages:
        for what, text in (("title", _title(page)), ("description", _description(page))):
            first = seen.setdefault((page.language, text), page) if text else page
            if first is not page:
                problems.append(page.problem("title", f"This page has the same {what} as {first.path}. Say what sets it apart.", text))
        problems += [page.problem("title", message, _title(page)) for message in _faults(page)]
    return problems


def _title(page: OutputPage) -> str:
    return next((element.words for element in page.tagged("title") if element.node.parent and element.node.parent.tag == "head"), "")


def _description(page: OutputPage) -> str:
    return next((element.get("content") for element in page.tagged("meta") if element.get("name") == "description"), "")


def _faults(page: OutputPage) -> list[str]:
    title = _title(page)
    heading = next((element.words for element in page.tagged("h1")), "")
    if not title:
        return []  # `structure` has said so
    if len(title) < FEWEST_LETTERS or title.lower() in _EMPTY_WORDS:
        return [f"The title “{title}” does not say what the page is about."]
    if heading and heading.lower() not in title.lower():
        return [f"The title “{title}” does not hold the page's heading “{heading}”."]
    return []
