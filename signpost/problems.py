"""A mistake in the content, as a value: what is wrong, where, and what to write instead.

Nothing here prints or stops anything. Whoever finds a mistake adds it to a `Problems` list and goes on, so
that an editor sees every mistake at once. Must never hold a traceback or a word of programmers' jargon.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from enum import StrEnum


class Level(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """Stops every build."""
    WARNING = "warning"
    """Shown by a build; stops `--publish`. For dates that pass by themselves and for work still to do."""
    ADVICE = "advice"
    """Shown, and stops nothing."""


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake. `line` counts from 1; 0 means the file as a whole."""

    file: str
    line: int
    message: str
    rule: str = field(compare=False)
    level: Level = field(default=Level.ERROR, compare=False)
    safety: bool = field(default=True, compare=False)
    """Whether `--urgent` must stop for it too. True unless the rule says otherwise: unknown fails closed."""

    def as_text(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {self.message}"

    def as_annotation(self) -> str:
        """A GitHub Actions workflow command. `%`, line ends, `:` and `,` are escaped as its documentation asks."""
        level = "error" if self.level is Level.ERROR else "warning"
        file = _escaped(self.file).replace(":", "%3A").replace(",", "%2C")
        return f"::{level} file={file},line={max(self.line, 1)}::{_escaped(self.message)}"

    def as_record(self) -> dict[str, str | int | bool]:
        return {
            "file": self.file,
            "line": self.line,
            "level": self.level.value,
            "rule": self.rule,
            "message": self.message,
            "safety": self.safety,
        }


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


class Problems:
    """The list that every step adds to. Iterating gives each problem once, by file and line: what two steps have found is as
    grave as the graver of them says."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self._problems = list(problems)

    def add(
        self,
        rule: str,
        file: str,
        line: int,
        message: str,
        level: Level = Level.ERROR,
        safety: bool = True,
    ) -> Problem:
        problem = Problem(file, line, message, rule, level, safety)
        self._problems.append(problem)
        return problem

    def withdraw(self, problem: Problem) -> None:
        """Take one back that turned out to be another's shadow. Only its own finder may, having added the other."""
        self._problems = [other for other in self._problems if other is not problem]

    def extend(self, problems: Iterable[Problem]) -> None:
        self._problems.extend(problems)

    def __iter__(self) -> Iterator[Problem]:
        found: dict[Problem, Problem] = {}
        for problem in self._problems:
            found[problem] = _gravest(found.get(problem, problem), problem)
        return iter(sorted(found.values()))

    def __len__(self) -> int:
        return len(set(self._problems))

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self if problem.level is Level.ERROR]

    @property
    def warnings(self) -> list[Problem]:
        return [problem for problem in self if problem.level is Level.WARNING]


def _gravest(one: Problem, other: Problem) -> Problem:
    """Two of the same sentence as one."""
    return replace(one, level=min(one.level, other.level, key=list(Level).index), safety=one.safety or other.safety)


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that is most like a word, or None when none is near. One that differs in capitals only is nearest."""
    options = sorted(choices)
    same = [option for option in options if option.casefold() == word.casefold()]
    return next(iter(same or get_close_matches(word, options, n=1, cutoff=0.6)), None)


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """The end of a sentence that names the nearest choice, or nothing when none is near."""
    near = nearest(word, choices)
    return f" Did you mean “{near}”?" if near is not None else ""


def formatted(problems: Iterable[Problem], style: str) -> str:
    """The problems as `text`, `json` or `github` annotations, one per line (one array for JSON)."""
    found = list(problems)
    if style == "json":
        return json.dumps([problem.as_record() for problem in found], ensure_ascii=False, indent=2)
    if style == "github":
        return "\n".join(problem.as_annotation() for problem in found)
    return "\n".join(problem.as_text() for problem in found)
