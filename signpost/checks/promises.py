"""The site promises nothing that it cannot keep (safety rule 5)."""

import re

from signpost.output_page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

FORBIDDEN = (
    "leaves no trace", "leave no trace", "without a trace", "no trace left", "untraceable", "nobody will know",
    "no one will know", "completely private", "completely safe", "completely anonymous", "100% safe", "100% private",
    "heb adael olion", "heb adael unrhyw olion", "fydd neb yn gwybod", "ni fydd neb yn gwybod", "hollol breifat",
    "hollol ddiogel", "hollol ddienw", "cwbl breifat", "cwbl ddiogel", "cwbl ddienw",
)  # fmt: skip
_PATTERN = re.compile("|".join(rf"\b{re.escape(words)}" for words in FORBIDDEN), re.IGNORECASE)


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        text = page.words
        lower = text.lower()
        if not any(words in lower for words in FORBIDDEN):
            continue
        for found in _PATTERN.finditer(text):
            around = text[max(0, found.start() - 40) : found.end() + 40]
            problems.append(
                page.problem(
                    "promise",
                    f"“{found.group(0)}” promises what no site can keep (“…{around}…”). Say what really happens.",
                    found.group(0),
                    safety=True,
                )
            )
    return problems
