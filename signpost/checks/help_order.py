"""Help stands in the same order on every page of a language (WCAG 2.2, 3.2.6): the exit, the emergency panel, the text, the footer."""

from collections import Counter

from signpost.output_page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

_PARTS = {"quick-exit": "the exit", "skip": "the skip link", "emergency-bar": "the emergency panel"}
"""By class."""


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    groups: dict[str, list[OutputPage]] = {}
    for page in pages:
        if page.nodes("footer.site"):  # pages in every language at once have an order of their own
            groups.setdefault(page.language, []).append(page)
    for group in groups.values():
        for what, of in (("parts", _parts), ("footer's links", _footer)):
            orders = {page.path: of(page) for page in group}
            usual = Counter(orders.values()).most_common(1)[0][0]
            problems += [
                page.problem(
                    "help-order",
                    f"The order of the {what} differs from the other pages: {' · '.join(orders[page.path])}; elsewhere {' · '.join(usual)}.",
                )
                for page in group
                if orders[page.path] != usual
            ]
    return problems


def _parts(page: OutputPage) -> tuple[str, ...]:
    names = []
    for node in page.nodes(", ".join(("main", "footer.site", *(f".{name}" for name in _PARTS)))):
        if node.tag == "main":
            names.append("the text")
        elif node.tag == "footer":
            names.append("the footer")
        else:
            names += [_PARTS[name] for name in (node.attributes.get("class") or "").split() if name in _PARTS]
    return tuple(names)


def _footer(page: OutputPage) -> tuple[str, ...]:
    return tuple(" ".join(node.text().split()) for node in page.nodes("footer.site a"))
