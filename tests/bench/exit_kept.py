"""What `bench exit` has measured so far, so that a run that was stopped goes on where it was.

A file of lines, each a cell or a browser's version: several processes add to it at once, and a line that was cut off is
measured again. Must never take for measured what a browser refused.
"""

from __future__ import annotations

import json
from pathlib import Path

NOT = "not measured"
Cells = dict[tuple[str, str, str], str]
"""Criterion, name of the exit, kind of browser -> what came of it."""


class Kept:
    """Cells and versions; without a file they are kept in memory only."""

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self.cells: Cells = {}
        self.versions: dict[str, str] = {}
        for line in file.read_text(encoding="utf-8").splitlines() if file is not None and file.exists() else ():
            try:
                *key, text = json.loads(line)
            except ValueError:
                continue
            self._take(key, text)

    def missing(self, kind: str, names: list[str], exits: list[str]) -> list[str]:
        """The criteria that were not measured in a browser for every exit."""
        return [name for name in names if any(not self.has(name, one, kind) for one in exits)]

    def has(self, name: str, one: str, kind: str) -> bool:
        return not self.cells.get((name, one, kind), NOT).startswith(NOT)

    def add(self, key: list[str], text: str) -> None:
        """A cell by its three names, or the version of a browser by its one."""
        self._take(key, text)
        if self.file is not None:
            with self.file.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps([*key, text], ensure_ascii=False) + "\n")

    def _take(self, key: list[str], text: str) -> None:
        if len(key) == 1:
            self.versions[key[0]] = text
        else:
            name, one, kind = key
            self.cells[name, one, kind] = text
