"""`build.py bench exit`: the 18 criteria of a quick exit, for ours and two others, in three browsers, in one run.

Prints the table and writes it into quick_exit/README.md. What takes no time is tried in the three browsers at once;
times are taken one browser after another. Must never write a table of which a part was not measured in this run.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import exit_rows, exit_timing
from tests.bench.exit_case import Case
from tests.bench.exit_contestants import Contestant, contestants
from tests.browser.browser import Browser, BrowserMissing, Refusal
from tests.browser.chromium import Chromium
from tests.browser.firefox import Firefox
from tests.browser.origins import Origins
from tests.browser.webkit import WebKit

KINDS: dict[str, type[Browser]] = {"chromium": Chromium, "firefox": Firefox, "webkit": WebKit}
BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"
NOT = "not measured"
Cells = dict[tuple[str, str, str], str]
"""Criterion, name of the exit, kind of browser -> what came of it."""

CRITERIA = {
    "1 key": "Page gone from the screen after the key; exit page at once, after 0.4 s, after 3 s, never",
    "1 pointer": "The same from the moment the button goes down on the link; exit page after 0.4 s, never",
    "2": "Presses of its key that it takes, by what has the focus",
    "3": "The tab's title no longer tells",
    "4": "Key mashed, exit page after 3 s",
    "5": "Presses while another script throws, another script does not arrive, the page is still loading",
    "6": "Pages of the site that Back shows after reading 1, 2, 4 pages, and A, B, A",
    "7": "Pages that Forward shows after A, B, Back, exit",
    "8": "Pages that Back shows after the skip link and a # link",
    "9": "Rows on Chromium's History page; telling titles in the history database",
    "10": "Referer at the exit host",
    "11": "Two other tabs of the site",
    "12": "Requests to others before the exit; what is kept after it",
    "13": "Scripts off: page gone after the button goes down on the link",
    "14": "Exit host unreachable",
    "15": "False exits: typing, Escape with Ctrl, Alt, Shift, while composing, in the find bar",
    "16": "Size, contrast, place, 240 to 1920 px (320 px is 400 % zoom)",
    "17": "Script before the key works",
    "18": "Links left as they are: target, download, mailto, tel, other site, handled, new tabs, reload",
}
ROWS: dict[str, Callable[[Case], str]] = {
    "2": exit_rows.presses,
    "4": exit_rows.mashed,
    "5": exit_rows.troubled,
    "6": exit_rows.backwards,
    "7": exit_rows.forwards,
    "8": exit_rows.within_the_page,
    "9": exit_rows.history,
    "10": exit_rows.referers,
    "12": exit_rows.traces,
    "15": exit_rows.false_exits,
    "16": exit_rows.look,
    "17": exit_rows.bytes_of_script,
    "18": exit_rows.links,
}
TIMED = ("1 key", "1 pointer", "11", "13", "14")
"""Criterion 3 is measured together with 1."""


def run(root: Path, arguments: list[str], tell: Callable[[str], None]) -> int:
    """Measure, print, and write into the README when everything was measured."""
    parser = argparse.ArgumentParser(prog="build.py bench exit --")
    parser.add_argument("--rounds", type=int, default=5, help="presses in each of the four modes (5); 20 times make a 95th percentile")
    parser.add_argument("--only", default="", help="criteria, like 6,7: measures these, and writes nothing")
    parser.add_argument("--resume", type=Path, help="a file that keeps what was measured, to go on from when a run is stopped")
    parser.add_argument("--untimed", action="store_true", help="only what takes no quiet machine; needs --resume, and writes nothing")
    chosen = parser.parse_args(arguments)
    wanted = [name for name in CRITERIA if not chosen.only or name.split()[0] in chosen.only.split(",")]
    kept = _Kept(chosen.resume)
    try:
        work = [(kind, rest, 0) for kind in KINDS if (rest := kept.missing(kind, [name for name in wanted if name in ROWS]))]
        with ProcessPoolExecutor(len(KINDS), multiprocessing.get_context("spawn")) as pool:
            for found in pool.map(_measured, work) if work else ():
                kept.add(*found)
        for kind in KINDS if not chosen.untimed else ():
            if rest := kept.missing(kind, [name for name in wanted if name in TIMED]):
                kept.add(*_measured((kind, rest, chosen.rounds)))
    except BrowserMissing as missing:
        tell(f"{missing}. All three browsers are needed, or there is nothing to put side by side.")
        return 1
    cells, versions = kept.cells, kept.versions
    table = _table(wanted, cells, versions, chosen.rounds)
    tell(table)
    every = [(name, one.name, kind) for name in wanted for one in contestants() for kind in KINDS]
    missed = [key for key in every if cells.get(key, NOT).startswith(NOT)]
    if missed:
        tell(f"Not measured, so nothing is written: {missed}")
        return 1
    if not chosen.only and not chosen.untimed:
        _write(root / "quick_exit" / "README.md", table)
    return 0


class _Kept:
    """What was measured so far, in a file when one is given."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self.cells: Cells = {}
        self.versions: dict[str, str] = {}
        if file is not None and file.exists():
            self.versions, cells = json.loads(file.read_text(encoding="utf-8"))
            self.cells = {(name, one, kind): text for name, one, kind, text in cells}

    def missing(self, kind: str, names: list[str]) -> list[str]:
        """The criteria that were not measured in a browser for every exit."""
        exits = [one.name for one in contestants()]
        return [name for name in names if any(self.cells.get((name, one, kind), NOT).startswith(NOT) for one in exits)]

    def add(self, cells: Cells, versions: dict[str, str]) -> None:
        self.cells |= cells
        self.versions |= versions
        if self._file is not None:
            rows = [[*key, text] for key, text in self.cells.items()]
            self._file.write_text(json.dumps([self.versions, rows], ensure_ascii=False, indent=0), encoding="utf-8")


def _measured(work: tuple[str, list[str], int]) -> tuple[Cells, dict[str, str]]:
    """Some criteria in one browser for every exit; the browser's name and version."""
    kind, names, rounds = work
    cells: Cells = {}
    with tempfile.TemporaryDirectory(prefix="bench-exit-") as folder, _opened(kind, Path(folder)) as make:
        version = ""
        for one in contestants():
            for name in names:
                # Ours is pressed often enough for a 95th percentile; of the others, how they behave is enough.
                times = rounds if one.name == contestants()[0].name else min(rounds, 2)
                for key, text in _tried(make, one, name, times).items():
                    cells[key, one.name, kind] = text
        version = make(contestants()[0]).browser.version
    return cells, {kind: version}


def _tried(make: Callable[[Contestant], Case], one: Contestant, name: str, rounds: int) -> dict[str, str]:
    """One criterion; once more when the browser did not answer."""
    fault = ""
    for _ in range(2):
        try:
            return _cells_of(make(one), name, rounds)
        except (AssertionError, Refusal) as error:
            fault = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
    return {name: f"{NOT}: {fault}"}


def _cells_of(case: Case, name: str, rounds: int) -> dict[str, str]:
    if name == "1 key":
        hidden, title = exit_timing.hidden(case, rounds)
        return {"1 key": hidden, "3": title}
    if name == "1 pointer":
        return {name: exit_timing.pointer(case, rounds * 2)}
    if name == "13":
        return {name: exit_timing.no_script(case, 3)}
    if name in ("11", "14"):
        return {name: exit_timing.other_tabs(case) if name == "11" else exit_timing.unreachable(case)}
    return {name: ROWS[name](case)}


@contextmanager
def _opened(kind: str, folder: Path) -> Iterator[Callable[[Contestant], Case]]:
    """Two browsers of a kind, with scripts and without, started again when they do not answer."""
    origins = Origins(folder / "origins")
    opened: dict[bool, Browser] = {}
    count = 0

    def start(scripts: bool) -> Browser:
        nonlocal count
        count += 1
        return KINDS[kind](folder / f"{kind}-{count}", origins, scripts)

    def well(scripts: bool) -> Browser:
        if scripts in opened:
            try:
                opened[scripts].only_tab()
                return opened[scripts]
            except (AssertionError, Refusal):
                opened.pop(scripts).close()
        opened[scripts] = start(scripts)
        return opened[scripts]

    try:
        yield lambda one: Case(one, origins, folder / "sites", well(True), well(False), start)
    finally:
        for browser in opened.values():
            browser.close()
        origins.close()


def _table(names: list[str], cells: Cells, versions: dict[str, str], rounds: int) -> str:
    exits = [one.name for one in contestants()]
    lines = [
        f"Measured on {datetime.now(UTC):%-d %B %Y} with {', '.join(versions.values())}, on Xvfb, with real key and pointer events;"
        f" times of this component from {rounds * 4} presses, of the others from {min(rounds, 2) * 4}.",
        "",
        f"| # | What | {' | '.join(exits)} |",
        f"|---|---|{'---|' * len(exits)}",
    ]
    for name in names:
        texts = [_cell({kind: cells.get((name, one, kind), "") for kind in KINDS}, versions) for one in exits]
        lines.append(f"| {name.split()[0]} | {CRITERIA[name]} | {' | '.join(texts)} |")
    return "\n".join(lines)


def _cell(found: dict[str, str], versions: dict[str, str]) -> str:
    """One line for each browser; one for all of them when they agree."""
    if len(set(found.values())) == 1:
        return next(iter(found.values())).replace("|", "/")
    names = {kind: versions.get(kind, kind).split()[0] for kind in found}
    return "<br>".join(f"{names[kind]}: {text}" for kind, text in found.items()).replace("|", "/")


def _write(readme: Path, table: str) -> None:
    text = readme.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{readme.name}: the marks around the table are gone ({BEGIN}, {END})")
    readme.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")
