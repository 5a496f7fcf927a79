"""`plan import FILE`: reads, writes the YAML and the page for checking, and says how much found a place.

Must never write over a file that is there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from signpost.imports.checking_page import checking_page
from signpost.imports.draft import DraftPart
from signpost.imports.labels import is_welsh
from signpost.imports.paper import Fate, Paper, Piece, Table
from signpost.imports.phrases import unexplained
from signpost.imports.place import Place
from signpost.imports.reading import Reading
from signpost.imports.source_file import read_source_file
from signpost.imports.tables import is_heading, is_label_value
from signpost.imports.yaml_writing import Writer, take_out_unfit
from signpost.problems import Level, Problems


@dataclass(frozen=True)
class Imported:
    """What an import made. `files` are name -> text, for content/action-plan/."""

    files: dict[str, str]
    checking_page: str
    pieces: tuple[Piece, ...]
    recommendations: int
    requirements: int
    updates: int

    @property
    def placed_words(self) -> int:
        return sum(piece.words for piece in self.pieces if piece.fate is not Fate.UNPLACED)

    @property
    def words(self) -> int:
        return sum(piece.words for piece in self.pieces)

    @property
    def percent(self) -> float:
        """How much of the source text found a place, counted in words. Rounded down: 99.99 is not 100."""
        return int(1000 * self.placed_words / self.words) / 10 if self.words else 0.0

    @property
    def summary(self) -> str:
        left = [piece for piece in self.pieces if piece.fate is Fate.UNPLACED]
        notes = sum(bool(piece.notes) for piece in self.pieces)
        return (
            f"{self.percent} % of the text found a place ({self.placed_words} of {self.words} words). "
            f"Recommendations: {self.recommendations}; requirements: {self.requirements}; updates: {self.updates}. "
            f"Not placed: {len(left)}; to be checked: {notes}."
        )


def import_plan(file: Path, locales: tuple[str, ...], today: date, problems: Problems) -> Imported | None:
    """Read a plan document; nothing is written. None when it cannot be read."""
    paper = read_source_file(file, problems)
    if paper is None:
        return None
    draft = Reading().read(paper)
    pieces = paper.pieces()
    _take_out_future(draft.recommendations.values(), today)
    take_out_unfit(draft, pieces)
    parts = [each for part in draft.recommendations.values() for each in (part, *part.requirements.values())]
    if not parts:
        problems.add("import", file.name, 0, _nothing_found(paper))
        return None
    left = [piece for piece in pieces if piece.fate is Fate.UNPLACED]
    imported = Imported(
        files=Writer(locales, file.name).files(draft, left),
        checking_page="",
        pieces=tuple(pieces),
        recommendations=len(draft.recommendations),
        requirements=sum(len(part.requirements) for part in draft.recommendations.values()),
        updates=sum(len(part.updates) for part in parts),
    )
    _warn(file.name, pieces, problems)
    return replace(imported, checking_page=checking_page(file.name, imported.summary, pieces))


def _nothing_found(paper: Paper) -> str:
    """Why there is no recommendation in a document, as far as it shows."""
    if sum(is_welsh(piece.text) for piece in paper.pieces()) > 1:
        return (
            "The headings of this plan are in Welsh, and an import reads English ones. Import the English document; "
            "then write the texts of this one into the lines “cy:”."
        )
    tables = [block for block in paper.blocks if isinstance(block, Table)]
    if tables and not any(is_heading(row) or is_label_value(table) for table in tables for row in table.rows):
        return (
            "Its tables have no headings that are known, so nobody can tell what a column holds. Write them into a first row "
            "(“No.”, “Recommendation”, “Force update”, “Status”, “Date”), and import it again."
        )
    return "No recommendation with its number was found in this file. If the plan is in a file that this page links to, import that file."


def run_import(file: Path, place: Place, locales: tuple[str, ...], today: date) -> tuple[Imported | None, Problems]:
    """Write the YAML and the page for checking into `place`. What is there already is not touched."""
    problems = Problems()
    imported = import_plan(file, locales, today, problems)
    if imported is None or not place.is_free(problems):
        return None, problems
    written = place.write(imported.files, imported.checking_page, problems)
    return (imported if written else None), problems


def _take_out_future(parts: Iterable[DraftPart], today: date) -> None:
    """An update that is dated after today is a mistake of the document: it cannot be published."""
    for whole in parts:
        for part in (whole, *whole.requirements.values()):
            for update in part.updates:
                if update.when is not None and update.when.first > today:
                    for piece in update.texts:
                        piece.doubt(f"its date, {update.when}, has not come yet: written without a date")
                    update.when = None


def _warn(name: str, pieces: Iterable[Piece], problems: Problems) -> None:
    for piece in pieces:
        notes = list(piece.notes)
        if piece.fate is Fate.UNPLACED and not notes:
            notes.append("no place was found for this text")
        for note in notes:
            shown = piece.source if len(piece.source) <= 80 else f"{piece.source[:77]}…"
            problems.add("import", name, 0, f"{piece.position}: {note}. “{shown}”", Level.WARNING)
    short = sorted({word for piece in pieces if piece.fate is Fate.PLACED for word in unexplained(piece.text)})
    if short:
        problems.add("import", name, 0, f"Abbreviations to explain or to write out: {', '.join(short)}.", Level.ADVICE)
