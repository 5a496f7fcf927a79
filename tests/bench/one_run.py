"""One run of `bench build`, which may be stopped and gone on with: what it has measured so far, and of what.

The steps of a run have one order; one that was cut off is taken again. Must never mix two runs: another commit, other
changes in the folder, another machine or another version of a generator begins anew.
"""

import json
import os
import subprocess
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

Costs = dict[str, list[dict[str, float]]]
"""Case -> the cost of each turn."""


class OneRun:
    """`store` is the file in which it is kept."""

    def __init__(self, store: Path, identity: Mapping[str, str], go_on: bool) -> None:
        self._store = store
        kept: dict[str, Any] = json.loads(store.read_text(encoding="utf-8")) if go_on and store.exists() else {}
        if kept.get("identity") != dict(identity):
            kept = {"identity": dict(identity), "parts": [], "prepared": [], "done": [], "costs": {}, "said": {}}
        self._kept = kept

    @property
    def identity(self) -> dict[str, str]:
        return dict(self._kept["identity"])

    def begin_part(self) -> None:
        """Note when, and how busy the machine is."""
        self._kept["parts"].append({"at": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"), "load": round(os.getloadavg()[0], 1)})
        self._save()

    def parts(self) -> list[str]:
        return [f"{part['at']} (load {part['load']})" for part in self._kept["parts"]]

    def is_prepared(self, size: int) -> bool:
        return size in self._kept["prepared"]

    def note_prepared(self, size: int) -> None:
        self._kept["prepared"].append(size)
        self._save()

    def is_done(self, step: tuple[int, int, str, str]) -> bool:
        """A step is size, turn, case and generator."""
        return list(step) in self._kept["done"]

    def note(self, step: tuple[int, int, str, str], cost: dict[str, float] | None, said: str = "") -> None:
        """Keep what a step cost; None for one that gave no figure, with the reason."""
        size, _, case, name = step
        if cost is not None:
            self._kept["costs"].setdefault(f"{size} {name}", {}).setdefault(case, []).append(cost)
        elif said:
            self._kept["said"][f"{size} {name} {case}"] = said
        self._kept["done"].append(list(step))
        self._save()

    def costs(self, size: int, name: str) -> Costs:
        found: Costs = self._kept["costs"].get(f"{size} {name}", {})
        return found

    def said(self, size: int, name: str, case: str) -> str:
        """Why there is no figure."""
        return str(self._kept["said"].get(f"{size} {name} {case}", ""))

    def _save(self) -> None:
        aside = self._store.with_suffix(".new")
        aside.write_text(json.dumps(self._kept), encoding="utf-8")
        aside.replace(self._store)


def commit_of(root: Path) -> str:
    """The commit of the project, with a mark when files differ from it."""
    found = subprocess.run(
        ["git", "-C", str(root), "describe", "--always", "--dirty", "--abbrev=10", "--exclude=*"],
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout.strip() or "no commit"


def timer(minutes: float | None) -> Callable[[], bool]:
    """Says when a part of a run has had its time; never, without `minutes`."""
    end = time.monotonic() + minutes * 60 if minutes is not None else None
    return lambda: end is not None and time.monotonic() > end
