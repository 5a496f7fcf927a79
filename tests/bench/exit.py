"""`build.py bench exit`: the 18 criteria of a quick exit, for ours and two others, in three browsers, in one run.

Prints the table and writes it into quick_exit/README.md. What takes no time is tried in the three browsers at once;
times are taken one browser after another, before everything else that wants a processor where the machine allows that.
Must never write a table of which a part was not measured.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import exit_rows, exit_timing
from tests.bench.exit_case import Case
from tests.bench.exit_contestants import Contestant, contestants
from tests.bench.exit_kept import NOT, Cells, Kept
from tests.browser.browser import Browser, BrowserMissing, Refusal
from tests.browser.chromium import Chromium
from tests.browser.firefox import Firefox
from tests.browser.origins import Origins
from tests.browser.webkit import WebKit

KINDS: dict[str, type[Browser]] = {"chromium": Chromium, "firefox": Firefox, "webkit": WebKit}
BEGIN, END = "<!-- bench: begin -->", "<!-- bench: end -->"

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
    parser.add_argument("--rounds", type=int, default=8, help="presses in each of the four modes (8)")
    parser.add_argument("--only", default="", help="criteria, like 6,7: measures these, and writes nothing")
    parser.add_argument("--resume", type=Path, help="a file that keeps what was measured, to go on from when a run is stopped")
    parser.add_argument("--untimed", action="store_true", help="only what takes no quiet machine; needs --resume, and writes nothing")
    chosen = parser.parse_args(arguments)
    wanted = [name for name in CRITERIA if not chosen.only or name.split()[0] in chosen.only.split(",")]
    with tempfile.TemporaryDirectory(prefix="bench-exit-") as folder:
        file = chosen.resume or Path(folder) / "cells"
        try:
            _measure(file, wanted, 0 if chosen.untimed else chosen.rounds)
        except BrowserMissing as missing:
            tell(f"{missing}. All three browsers are needed, or there is nothing to put side by side.")
            return 1
        kept = Kept(file)
    cells, versions = kept.cells, kept.versions
    table = _table(wanted, cells, versions)
    tell(table)
    every = [(name, one.name, kind) for name in wanted for one in contestants() for kind in KINDS]
    missed = [key for key in every if cells.get(key, NOT).startswith(NOT)]
    if missed:
        tell(f"Not measured, so nothing is written: {missed}")
        return 1
    if not chosen.only and not chosen.untimed:
        _write(root / "quick_exit" / "README.md", table)
    return 0


def _measure(file: Path, wanted: list[str], rounds: int) -> None:
    """All that the file does not hold yet; without rounds nothing that has to do with time."""
    context = multiprocessing.get_context("spawn")
    rows, timed = ([name for name in wanted if name in names] for names in (ROWS, TIMED))
    with ProcessPoolExecutor(len(KINDS), context) as pool:
        list(pool.map(_measured, [(file, kind, rows, 0) for kind in KINDS]))
    if rounds:
        with ProcessPoolExecutor(1, context, _before_others) as pool:
            list(pool.map(_measured, [(file, kind, timed, rounds) for kind in KINDS]))


def _before_others() -> None:
    """Let this process and the browsers that it starts have a processor as soon as they want one, as on a machine that
    does nothing else."""
    try:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    except (AttributeError, PermissionError):
        pass


def _measured(work: tuple[Path, str, list[str], int]) -> None:
    """Some criteria in one browser for every exit."""
    file, kind, names, rounds = work
    kept, exits = Kept(file), contestants()
    missing = kept.missing(kind, names, [one.name for one in exits])
    if not missing:
        return
    with tempfile.TemporaryDirectory(prefix="bench-exit-") as folder, _opened(kind, Path(folder)) as make:
        for one in exits:
            for name in missing:
                if kept.has(name, one.name, kind):
                    continue
                # Ours is pressed often enough for a 95th percentile; of the others, how they behave is enough.
                times = rounds if one.name == exits[0].name else min(rounds, 2)
                for key, text in _tried(make, one, name, times).items():
                    kept.add([key, one.name, kind], text)
        kept.add([kind], make(exits[0]).browser.version)
        if rounds:
            kept.add(["before others"], str(os.sched_getscheduler(0) == os.SCHED_RR))


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
        return {name: exit_timing.pointer(case, rounds * 5 // 4)}
    if name == "13":
        return {name: exit_timing.no_script(case, 3)}
    if name in ("11", "14"):
        return {name: exit_timing.other_tabs(case, rounds) if name == "11" else exit_timing.unreachable(case)}
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


def _table(names: list[str], cells: Cells, versions: dict[str, str]) -> str:
    exits = [one.name for one in contestants()]
    browsers = ", ".join(versions[kind] for kind in KINDS if kind in versions)
    first = versions.get("before others") == "True"
    lines = [
        f"Measured on {datetime.now(UTC):%-d %B %Y} with {browsers}, on Xvfb, with real key and pointer events, on {os.cpu_count()} processors"
        f"{', which the browser being timed could have before anything else on the computer' if first else ''}.",
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
