"""A child process of the tests: builds a small site once for each hostile input, each in a process of its own.

python run.py FOLDER [NAMES] → what became of each, as two lines of JSON: exit code, problems, seconds of the processor, megabytes, and
whether the site that stood there before is as it was.
"""

import contextlib
import json
import os
import shutil
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from signpost import cli
from signpost.publishing.manifest import faults, files_in
from signpost.publishing.write import write_output
from tests.compiled import compile_once
from tests.hostile.inputs import Hostile
from tests.tiny_site import ROOT

EXAMPLE = ROOT / "tests" / "sites" / "plan-example"
OLD = {"index.html": b"the site before", "en/index.html": b"the same in English"}
TODAY = date(2026, 11, 25)
HALVES = 2
"""Processes that work side by side: CI has two cores."""
MOST_KEPT = 50
"""Sentences of one input that are looked at."""
PATIENCE = 60.0
"""Seconds after which an input counts as one that never ends."""


def prepared(folder: Path, hostile: Hostile) -> None:
    shutil.copytree(EXAMPLE, folder / "content")
    write_output(OLD, folder / "dist")
    hostile.edit(folder / "content")


def built(folder: Path) -> int:
    """Build as an editor does, and leave what was said beside the content."""
    os.chdir(folder)
    with (
        (folder / "said").open("w", encoding="utf-8", errors="surrogateescape") as said,
        (folder / "beside").open("w", encoding="utf-8", errors="surrogateescape") as beside,
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(beside),
    ):
        return cli.main(["--content", "content", "--out", "dist", "--today", TODAY.isoformat(), "--format", "json"])


def outcome(folder: Path, hostile: Hostile) -> dict[str, Any]:
    """In a process between, so that what is read here of one input does not count as memory of the next."""
    result = folder.with_name(f"{folder.name}.json")
    between = os.fork()
    if not between:
        code = 1
        try:
            result.write_text(json.dumps(judged(folder, hostile)), encoding="utf-8")
            code = 0
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(between, 0)[1]) == 0, hostile.name
    found: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    return found


def judged(folder: Path, hostile: Hostile) -> dict[str, Any]:
    prepared(folder, hostile)
    child = os.fork()
    if not child:
        code = 99
        try:
            code = built(folder)
        finally:
            os._exit(code)
    status, used = waited(child)
    text = (folder / "said").read_text(encoding="utf-8", errors="replace")
    errors = [problem for problem in json.loads(text) if problem["level"] == "error"] if text.startswith("[") else []
    found = {
        "code": os.waitstatus_to_exitcode(status),
        "rules": sorted({problem["rule"] for problem in errors}),
        "sentences": [(problem["file"], problem["message"]) for problem in errors[:MOST_KEPT]],
        "beside": (folder / "beside").read_text(encoding="utf-8", errors="replace")[-2000:],
        "seconds": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss / 1000,
        "old": files_in(folder / "dist") == sorted([*OLD, "manifest.json"]) and faults(folder / "dist") == [],
        "whole": faults(folder / "dist") == [],
        "strange": strange(folder / "dist", hostile),
    }
    shutil.rmtree(folder, ignore_errors=True)
    return found


def waited(child: int) -> tuple[int, Any]:
    until = time.monotonic() + PATIENCE
    while True:
        done, status, used = os.wait4(child, os.WNOHANG)
        if done:
            return status, used
        if time.monotonic() > until:
            os.kill(child, 9)
            until += PATIENCE
        time.sleep(0.005)


def strange(dist: Path, hostile: Hostile) -> list[str]:
    """Files of the site that hold what none may: the input as more than text."""
    never = [b"<script>alert(1)", b"onclick=alert", b'onclick="alert', b"onclick='alert", b"evil.example", b"root:x:0", b'onload="alert']
    never += [hostile.never.encode()] if hostile.never else []
    pages = [path for path in files_in(dist) if path.endswith((".html", ".xml", ".svg", ".txt"))]  # the rest is data
    return [path for path in pages if any(word in (dist / path).read_bytes() for word in never)]


def one_half(folder: Path, names: list[str], half: int) -> None:
    from tests.hostile.table import ALL

    folder.mkdir()
    compile_once(pytest.MonkeyPatch())
    prepared(folder / "first", Hostile("nothing", lambda content: None, ""))
    built(folder / "first")  # here, so that all is loaded before the first input is counted
    chosen = [hostile for hostile in ALL if not names or hostile.name in names]
    found = {hostile.name: outcome(folder / str(number), hostile) for number, hostile in enumerate(chosen) if number % HALVES == half}
    (folder / "found.json").write_text(json.dumps(found), encoding="utf-8")


def main(folder: Path, names: list[str]) -> None:
    halves = []
    for half in range(HALVES):
        child = os.fork()
        if not child:
            code = 1
            try:
                one_half(folder / f"half-{half}", names, half)
                code = 0
            finally:
                os._exit(code)
        halves.append(child)
    for child in halves:
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    for half in range(HALVES):
        sys.stdout.write((folder / f"half-{half}" / "found.json").read_text(encoding="utf-8") + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
