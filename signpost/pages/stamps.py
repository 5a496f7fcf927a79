"""Stamps: eight signs that change when the words of a page change.

A translation carries the stamp of the source that it was made from. Settings that say nothing to a reader (dates,
owner) do not count, and neither do white space, line ends and a byte order mark: a file saved on Windows keeps its
stamp. Must never be taken for protection against anybody: it finds changes that people forgot.
"""

import hashlib
import re

STAMP = re.compile(r"[0-9a-f]{8}")
COPIES = "translated-from"
"""Folder of the content that keeps each source as it was when its translation was made."""

_TRANSLATED = ("title:", "description:")


def stamp_of(text: str) -> str:
    """The stamp of a page's whole file."""
    return hashlib.sha256("\n".join(words_of(text)).encode()).hexdigest()[:8]


def words_of(text: str) -> list[str]:
    """All that a translator translates, word by word: title, description and text."""
    settings, text = split_settings(text)
    kept = [line.partition(":")[2] for line in settings.split("\n") if line.startswith(_TRANSLATED)]
    return "\n".join([*kept, text]).split()


def split_settings(text: str) -> tuple[str, str]:
    """Settings and Markdown of a page; no settings when the page is broken."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _, opening, rest = text.partition("---\n") if text.startswith("---\n") else ("", "", text)
    settings, closing, body = rest.partition("\n---\n")
    return (settings, body) if opening and closing else ("", text)
