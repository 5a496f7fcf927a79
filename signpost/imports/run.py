"""`plan import FILE`: reads, writes the YAML and the page for checking, and says how much found a place.

Must never write over a file that is there.
"""

import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from signpost.imports.checking_page import checking_page
from signpost.imports.csv_file import read_csv
from signpost.imports.draft import DraftPart
from signpost.imports.excel_file import read_excel
from signpost.imports.packages import KINDS, missing_packages
from signpost.imports.paper import Fate, Paper, Piece
from signpost.imports.phrases import unexplained
from signpost.imports.reading import Reading
from signpost.imports.web_file import read_web
from signpost.imports.word_file import read_word
from signpost.imports.yaml_writing import Writer, take_out_unfit
from signpost.problems import Level, Problems

MOST_BYTES = 30_000_000
MOST_UNPACKED = 300_000_000
_READERS: dict[str, Callable[[Path], Paper]] = {
    ".docx": read_word, ".xlsx": read_excel, ".csv": read_csv, ".html": read_web, ".htm": read_web,
}  # fmt: skip


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
    paper = _read(file, problems)
    if paper is None:
        return None
    draft = Reading().read(paper)
    pieces = paper.pieces()
    _take_out_future(draft.recommendations.values(), today)
    take_out_unfit(draft, pieces)
    parts = [each for part in draft.recommendations.values() for each in (part, *part.requirements.values())]
    if not parts:
        problems.add(
            "import", file.name, 0,
            "No recommendation with its number was found in this file. If the plan is in a file that this page links to, import that file.",
        )  # fmt: skip
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
    return Imported(**{**imported.__dict__, "checking_page": checking_page(file.name, imported.summary, pieces)})


def run_import(file: Path, out_folder: Path, locales: tuple[str, ...], today: date, report: Path) -> tuple[Imported | None, Problems]:
    """Write the YAML into `out_folder` and the page for checking to `report`. What is there already is not touched."""
    problems = Problems()
    imported = import_plan(file, locales, today, problems)
    if imported is None:
        return None, problems
    taken = [path for path in [*(out_folder / name for name in imported.files), report] if path.exists()]
    for path in taken:
        problems.add(
            "import", str(path), 0, "This file is there already, and an import writes over nothing. Move it away, or name another folder."
        )
    if taken:
        return None, problems
    out_folder.mkdir(parents=True, exist_ok=True)
    for name, text in imported.files.items():
        (out_folder / name).write_text(text, encoding="utf-8", newline="\n")
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(imported.checking_page, encoding="utf-8", newline="\n")
    return imported, problems


def _read(file: Path, problems: Problems) -> Paper | None:
    kind = file.suffix.lower()
    if not file.is_file():
        problems.add("import", file.name, 0, "There is no such file. Write the path of the plan's document.")
    elif kind not in KINDS:
        instead = (
            "Save it as .docx in Word first."
            if kind == ".doc"
            else "Save it as .xlsx first."
            if kind == ".xls"
            else "Save or export it as one of these."
        )
        problems.add("import", file.name, 0, f"Files of this kind cannot be read: {', '.join(KINDS)} can. {instead}")
    elif packages := missing_packages(file):
        problems.add(
            "import",
            file.name,
            0,
            f"One more package is needed for this kind of file: {', '.join(packages)}. Install it, then import again.",
        )
    elif _is_too_large(file):
        problems.add("import", file.name, 0, "The file is too large for a plan. Take out its pictures, or import its parts one by one.")
    else:
        return _paper(file, kind, problems)
    return None


def _is_too_large(file: Path) -> bool:
    """Also when unpacked: a small file can hold more than the memory does."""
    if file.stat().st_size > MOST_BYTES:
        return True
    if not zipfile.is_zipfile(file):
        return False
    try:
        with zipfile.ZipFile(file) as parts:
            return sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED
    except zipfile.BadZipFile:
        return False  # damaged: its reader says so


def _paper(file: Path, kind: str, problems: Problems) -> Paper | None:
    try:
        return _READERS[kind](file)
    except UnicodeDecodeError:
        problems.add("import", file.name, 0, "The file is not saved as UTF-8. Save it again with that encoding (in Excel: “CSV UTF-8”).")
    except Exception:  # noqa: BLE001  # the libraries raise anything at all for a damaged or protected file
        problems.add(
            "import",
            file.name,
            0,
            "The file is damaged, protected by a password, or not of the kind that its name says. Open it and save it anew.",
        )
    return None


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
