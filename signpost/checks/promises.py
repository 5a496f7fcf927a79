"""The site promises nothing that it cannot keep (safety rule 5)."""

import re

from signpost.checks.files import TEXTS
from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

FORBIDDEN = (
    "leaves no trace", "leave no trace", "without a trace", "no trace left", "untraceable", "nobody will know",
    "no one will know", "completely private", "completely safe", "completely anonymous", "100% safe", "100% private",
    "heb adael olion", "heb adael unrhyw olion", "fydd neb yn gwybod", "ni fydd neb yn gwybod", "hollol breifat",
    "hollol ddiogel", "hollol ddienw", "cwbl breifat", "cwbl ddiogel", "cwbl ddienw",
    # Whatever a site does, browsers keep a history, files of the pages, and that it wants https (RFC 6797, 8.1).
    "stores nothing on your", "keeps nothing on your", "nothing is stored on your", "nothing is kept on your",
    "storio dim ar eich", "cadw dim ar eich", "dim yn cael ei storio ar eich", "dim yn cael ei gadw ar eich",
)  # fmt: skip
HINTS = (
    "trace", "will know", "completely ", "100% ", "heb adael", "neb yn gwybod", "hollol ", "cwbl ",
    "nothing on your", "stored on your", "kept on your", "dim ar eich", "yn cael ei storio ar", "yn cael ei gadw ar",
)  # fmt: skip
"""One of these stands in each of them. They are found fast; most pages have none."""
_SAID = ("content", "aria-label", "title", "alt", "placeholder", "data-words", "data-quick-exit-hint")
"""Attributes whose words a reader meets, or a search engine shows."""
_PATTERN = re.compile("|".join(rf"\b{re.escape(words)}" for words in FORBIDDEN), re.IGNORECASE)


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        for words, message in _promises(_met(page)):
            problems.append(page.problem("promise", message, words, safety=True))
    for path, content in output.items():
        if path.endswith(TEXTS):
            problems += [Problem(path, 0, message, "promise") for _, message in _promises(content.decode())]
    return problems


def _met(page: OutputPage) -> str:
    said = [element.get(name) for name in _SAID for element in page.having(name)]
    return " | ".join([*(title.words for title in page.tagged("title")), page.words, *said])


def _promises(text: str) -> list[tuple[str, str]]:
    """The words of each promise, and what is wrong with it."""
    lower = text.lower()
    if not any(hint in lower for hint in HINTS) or not any(words in lower for words in FORBIDDEN):
        return []
    return [
        (
            found.group(0),
            f"“{found.group(0)}” promises what no site can keep (“…{text[max(0, found.start() - 40) : found.end() + 40]}…”). Say what really happens.",
        )
        for found in _PATTERN.finditer(text)
    ]
