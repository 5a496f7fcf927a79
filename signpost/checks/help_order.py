"""Help stands in the same order on every page of a language (WCAG 2.2, 3.2.6): the exit, the emergency panel, the text, the footer."""

from collections import Counter
from collections.abc import Mapping, Sequence

from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site


def check(site: Site, pages: Sequence[OutputPage], output: Mapping[str, bytes]) -> list[Problem]:
    problems = []
    groups: dict[str, list[OutputPage]] = {}
    for page in pages:
        if page.outline.footer is not None:  # pages in every language at once have an order of their own
            groups.setdefault(page.outline.language, []).append(page)
    for group in groups.values():
        for what, of in (("parts", "help_order"), ("footer's links", "footer")):
            orders: dict[str, tuple[str, ...]] = {page.path: getattr(page.outline, of) for page in group}
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
