"""What the Markdown of one page says: finished HTML with gaps (slots) for what other files decide.

A document depends on its own source and on the dialect only, never on contacts, other pages or the date: so it
can be kept and used again. Must never hold a number, an address or a title that another file owns.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ContactSlot:
    """`[[key]]` or `[[key form]]` in a sentence."""

    key: str
    form: str
    line: int


@dataclass(frozen=True, slots=True)
class ContactCard:
    """`::contact key`; `level` is the heading level that its name takes."""

    key: str
    level: int
    line: int


@dataclass(frozen=True, slots=True)
class ContactGroup:
    """`::contacts need=… area=…`: a list of cards, for which every pair of words must hold."""

    wanted: tuple[tuple[str, str], ...]
    level: int
    line: int


@dataclass(frozen=True, slots=True)
class PageLink:
    """The address of another page of the site, inside a link: `report.md#who-can-report`."""

    target: str
    fragment: str
    line: int


@dataclass(frozen=True, slots=True)
class PageList:
    """`::pages key, key`"""

    keys: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class PlanSlot:
    """`[[plan:7]]` or `[[plan:7.1]]`"""

    reference: str
    line: int


@dataclass(frozen=True, slots=True)
class DiarySheet:
    """`::diary-sheet 6`: empty entries to print and fill in by hand."""

    entries: int
    line: int


@dataclass(frozen=True, slots=True)
class ExitLink:
    """`::practise-exit`: an ordinary exit link inside the text, to try it out."""

    line: int


@dataclass(frozen=True, slots=True)
class SitePart:
    """`::cookie-table`, `::cookie-choices`, `::feedback-form`: what the settings of the site decide."""

    name: str
    line: int


Slot = ContactSlot | ContactCard | ContactGroup | PageLink | PageList | PlanSlot | DiarySheet | ExitLink | SitePart
Part = str | Slot


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str
    id: str
    line: int


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """A link to another site, for the list of allowed sites."""

    address: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Words:
    """A run of prose with its line, for the checks that read words. `goes_on`: the paragraph began on a line before."""

    text: str
    line: int
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, heading or cell, for what may stand across two lines of the file, such as a number."""

    lines: tuple[Words, ...]

    @property
    def text(self) -> str:
        return " ".join(words.text for words in self.lines)

    def line_of(self, part: str) -> int:
        """The line on which a part of the text begins; the first line for what is not in it."""
        place = self.text.find(part)
        for words in self.lines:
            place -= len(words.text) + 1
            if place < 0:
                return words.line
        return self.lines[0].line


@dataclass(frozen=True, slots=True)
class Document:
    parts: tuple[Part, ...]
    headings: tuple[Heading, ...]
    outside_links: tuple[OutsideLink, ...]
    words: tuple[Words, ...]

    @property
    def whole(self) -> "Document":
        """The same with all of it in memory, for whoever asks for more than one part."""
        return self

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The same words, put together again where a line of the file ends inside a sentence."""
        whole: list[list[Words]] = []
        for words in self.words:
            if words.goes_on and whole:
                whole[-1].append(words)
            else:
                whole.append([words])
        return [Paragraph(tuple(lines)) for lines in whole]

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(part for part in self.parts if not isinstance(part, str))
