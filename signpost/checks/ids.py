"""Ids: each once on its page, and none that takes the place of something scripts rely on (DOM clobbering)."""

from collections import Counter

from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

_TAKEN = frozenset({
    "attributes", "body", "cookie", "currentScript", "document", "documentElement", "domain", "forms", "head", "location",
    "navigation", "parent", "referrer", "self", "top", "window",
})  # fmt: skip
"""Names that a named element would answer to instead of the page (HTML Living Standard, “DOM tree accessors”)."""
_TAKEN_IN_FORMS = frozenset(
    {"action", "attributes", "elements", "id", "length", "method", "name", "nodeName", "parentNode", "reset", "submit", "target"}
)


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        for name, count in Counter(page.ids).items():
            if count > 1 or not name or any(sign.isspace() for sign in name):
                problems.append(page.problem("id", f"The id “{name}” stands {count} times on this page; it must be one of its kind.", name))
        for attribute in ("id", "name"):
            for element in page.having(attribute):
                name = element.get(attribute)
                in_form = element.tag in {"input", "select", "textarea", "button"} and name in _TAKEN_IN_FORMS
                if in_form or (name in _TAKEN and element.tag != "meta"):
                    problems.append(
                        page.problem(
                            "id-clobbers",
                            f'<{element.tag} {attribute}="{name}"> takes the place of something that scripts rely on. Use another name.',
                            name,
                            safety=True,
                        )
                    )
    return problems
