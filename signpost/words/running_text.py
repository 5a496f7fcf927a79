"""What a reader reads of a page's file, passage by passage with its line: no settings, links' targets, blocks or marks.

Must never change a word, and never count what the generator fills in (numbers, cards) as the editor's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from signpost.markdown.blocks import TITLED
from signpost.pages.stamps import split_settings

FILLED = "¤"
"""Stands where the generator puts a number or a name."""

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
_NAMED = re.compile(r"\[\[[^\[\]]*\]\]")
_ADDRESS = re.compile(
    r"<?\b(?:https?://|www\.)[^\s)>]+>?|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?<![a-z0-9-])[a-z0-9-]+(?:\.[a-z0-9-]+)+\b"
)
_MARKS = re.compile(r"\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)|\\(?=[!-/:-@\[-`{-~])")
_ITEM = re.compile(r"\A\s*(?:[-*+]|\d{1,3}[.)])\s+")
_HEADING = re.compile(r"#{1,6}\s+")
_SENTENCE_END = re.compile(r"(?<=[.!?])[”’\"')]*\s+(?=[“‘\"'(]?[A-ZÂÊÎÔÛŴŶÀÉ0-9¤])")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Kind(Enum):
    """Headings and cells are no sentences; they are read for their words only."""

    SENTENCES = "sentences"
    WORDS = "words"


@dataclass(frozen=True)
class Passage:
    """A paragraph, list item, heading or cell. `line` counts from 1, in the file."""

    line: int
    text: str
    kind: Kind

    @property
    def sentences(self) -> list[str]:
        return [sentence for sentence in _SENTENCE_END.split(self.text) if words_in(sentence)] if self.kind is Kind.SENTENCES else []


def words_in(text: str) -> list[str]:
    """The words of a text; parts of a word with hyphens count one by one."""
    return _WORD.findall(text)


def passages(text: str) -> list[Passage]:
    """All passages of a page's whole file, in its order."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    settings, body = split_settings(text)
    first = len(settings.split("\n")) + 3 if settings else 1
    return [*_settings(settings), *_body(body, first)]


def _settings(settings: str) -> Iterator[Passage]:
    for number, line in enumerate(settings.split("\n"), start=2):
        name, _, value = line.partition(":")
        if name in {"title", "description"}:
            value = value.strip().strip("\"'")
            yield Passage(number, value, Kind.WORDS)


def _body(body: str, first: int) -> Iterator[Passage]:
    open_line, open_words = 0, ""
    for number, line in enumerate([*body.split("\n"), ""], start=first):
        own = _own_line(line, number)
        if own is None and line.strip() and not _ITEM.match(line):
            open_line, open_words = open_line or number, f"{open_words} {line.strip(' >')}"
            continue
        if open_words:
            yield Passage(open_line, _plain(open_words), Kind.SENTENCES)
            open_line, open_words = 0, ""
        if own is not None:
            yield from own
        elif line.strip():
            open_line, open_words = number, _ITEM.sub("", line, count=1)


def _own_line(line: str, number: int) -> list[Passage] | None:
    """What a line holds that belongs to no paragraph; None for lines of paragraphs and lists."""
    line = line.strip()
    if line.startswith(":::"):
        name, _, title = line.lstrip(":").strip().partition(" ")
        return [Passage(number, _plain(title), Kind.WORDS)] if name in TITLED and title else []
    if line.startswith("::"):
        return []
    if line.startswith("|"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        return [Passage(number, _plain(cell), Kind.WORDS) for cell in cells if words_in(cell)]
    heading = _HEADING.match(line)
    return [Passage(number, _plain(line[heading.end() :]), Kind.WORDS)] if heading else None


def _plain(text: str) -> str:
    text = _ADDRESS.sub("", _LINK.sub(r"\1", _NAMED.sub(FILLED, text)))
    return " ".join(_MARKS.sub("", text).split())
