"""A source document as the importer sees it: lines and tables of pieces, each with its position and what became of it.

The same for Word, Excel, CSV and web pages. Must never lose a piece: what finds no place is listed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Fate(StrEnum):
    UNPLACED = "not placed"
    PLACED = "placed"
    LABEL = "understood as a label"


@dataclass(eq=False)
class Piece:
    """The text of one cell or paragraph. `places` says where it went, `notes` what a person should check."""

    text: str
    position: str
    fate: Fate = Fate.UNPLACED
    places: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    about: int | None = None
    """The recommendation that an unplaced piece stood with."""
    source: str = ""
    """The text as it stands in the document, where `text` has lost its label or list sign."""

    def __post_init__(self) -> None:
        self.source = self.source or self.text

    def put(self, place: str) -> None:
        self.fate = Fate.PLACED
        if place not in self.places:
            self.places.append(place)

    def understood(self) -> None:
        if self.fate is Fate.UNPLACED:
            self.fate = Fate.LABEL

    def doubt(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)

    @property
    def words(self) -> int:
        return len(re.findall(r"\w+", self.source))


@dataclass
class Line:
    """A paragraph, heading or list entry. `level` is that of a heading, 0 for other text."""

    piece: Piece
    level: int = 0
    listed: bool = False


Row = list[Piece | None]


@dataclass
class Table:
    """Rows of equal length. A merged cell is the same Piece in each place that it covers."""

    rows: list[Row]


Block = Line | Table


@dataclass
class Paper:
    """The whole document, in reading order."""

    blocks: list[Block]
    aside: list[Piece] = field(default_factory=list)
    """What stands beside the text and is no part of it: footnotes, forms. It is listed, and nowhere placed."""

    def pieces(self) -> list[Piece]:
        found: dict[int, Piece] = {}
        for block in self.blocks:
            cells: Iterable[Piece | None] = [block.piece] if isinstance(block, Line) else (cell for row in block.rows for cell in row)
            for piece in cells:
                if piece is not None:
                    found.setdefault(id(piece), piece)
        return [*found.values(), *self.aside]


def cleaned(text: str) -> str:
    """One line of visible text: no hidden marks, single spaces."""
    text = unicodedata.normalize("NFC", text)
    kept = (" " if sign.isspace() or unicodedata.category(sign) == "Zs" else sign for sign in text)
    visible = "".join(sign for sign in kept if sign == " " or unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    return " ".join(visible.split())


def piece(text: str, position: str) -> Piece | None:
    found = cleaned(text)
    return Piece(found, position) if found else None


def distinct(row: Row) -> list[Piece]:
    """The pieces of a row, each once."""
    found: list[Piece] = []
    for cell in row:
        if cell is not None and not any(cell is other for other in found):
            found.append(cell)
    return found


def blocks_of_grid(rows: Iterable[Row]) -> Iterator[Block]:
    """A sheet: rows between empty rows belong together; text alone in its row above a table is a line."""
    chunk: list[Row] = []
    for row in [*rows, []]:
        if distinct(row):
            chunk.append(row)
            continue
        yield from _blocks_of_chunk(chunk)
        chunk = []


def _blocks_of_chunk(chunk: list[Row]) -> Iterator[Block]:
    start = next((index for index, row in enumerate(chunk) if len(distinct(row)) > 1), len(chunk))
    for row in chunk[:start]:
        yield Line(distinct(row)[0])
    if chunk[start:]:
        yield Table(trimmed(chunk[start:]))


def trimmed(rows: list[Row]) -> list[Row]:
    """Rows of equal length, without columns that are empty throughout."""
    width = max(len(row) for row in rows)
    full: list[Row] = [[*row, *([None] * (width - len(row)))] for row in rows]
    used = [index for index in range(width) if any(row[index] is not None for row in full)]
    # An empty heading between filled cells stays: its column has cells below it.
    return [[row[index] for index in used] for row in full]
