"""A copy of a whole small site, to change and to build. Sentences name it `content`, whatever its real path."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from signpost.build import Built, build
from signpost.problems import Problems

ROOT = Path(__file__).resolve().parent.parent
SITES = ROOT / "tests" / "sites"
TODAY = date(2026, 11, 20)


@dataclass(frozen=True)
class Tried:
    """What a build made of a folder: the site, if any, and every problem as an editor reads it."""

    built: Built | None
    problems: Problems

    @property
    def lines(self) -> list[str]:
        return [problem.as_text() for problem in self.problems.errors]


class TinySite:
    """A copy of tests/sites/tiny. Sentences name it `content`, whatever its real path."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        shutil.copytree(SITES / "tiny", self.content)

    def text(self, name: str) -> str:
        return (self.content / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str | bytes) -> None:
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def replace(self, name: str, old: str, new: str) -> None:
        text = self.text(name)
        assert text.count(old) >= 1, f"“{old}” does not stand in {name}"
        self.write(name, text.replace(old, new, 1))

    def build(self, today: date = TODAY, preview: bool = False) -> Tried:
        problems = Problems()
        return Tried(build(self.content, "content", ROOT, today, problems, {"livereload.js": b""} if preview else None), problems)

    def good(self, today: date = TODAY) -> Built:
        """The built site; every problem of level “error” fails the test."""
        tried = self.build(today)
        assert tried.built is not None, tried.lines
        return tried.built
