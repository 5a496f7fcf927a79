"""How commands speak: results on stdout, all else on stderr, and which problems stop a run.

Only `signpost.cli` and `signpost.commands` may use it. Must never show a traceback for a mistake in content.
"""

import sys
from pathlib import Path

from signpost.problems import Level, Problem, Problems, formatted

ROOT = Path(__file__).resolve().parent.parent
"""The folder of the project: templates/, assets/ and quick_exit/ stand in it."""
GOOD, PROBLEMS, WRONG_USE = 0, 1, 2
"""Exit codes."""
MOST_SHOWN = 200
MOST_ALIKE = 5
"""Problems with the same sentence that are shown one by one."""


def tell(text: str) -> None:
    """Say something beside the results."""
    print(text, file=sys.stderr)


def result(text: str) -> None:
    """Print a result, which another program may read."""
    print(text)


def exact_result(text: str) -> None:
    """Print a result whose line ends are those of its format, on Windows too."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        result(text)
        return
    sys.stdout.flush()
    stream.write(text.encode("utf-8"))
    stream.flush()


def show(problems: Problems, stops: list[Problem], style: str) -> None:
    """The problems in `stops` as text, at most `MOST_SHOWN` of them; in other styles (json, github) all problems."""
    if style != "text":
        result(formatted(problems, style))
        return
    lines = _together(stops)
    for line in lines[:MOST_SHOWN]:
        result(line)
    if len(lines) > MOST_SHOWN:
        result(f"… and {len(lines) - MOST_SHOWN} more.")


def _together(problems: list[Problem]) -> list[str]:
    """A line for each problem. What waits on many pages for the same reason is one line, so that it hides nothing else."""
    counts: dict[str, int] = {}
    for problem in problems:
        counts[problem.message] = counts.get(problem.message, 0) + 1
    many = [problem for problem in problems if problem.level is Level.WARNING and counts[problem.message] > MOST_ALIKE]
    return [*(problem.as_text() for problem in problems if problem not in many), *grouped(many)]


def stopping(problems: Problems, publish: bool, urgent: bool) -> list[Problem]:
    """The problems that stop this run: errors; when publishing, warnings too; when urgent, only those about safety."""
    found = problems.errors + (problems.warnings if publish else [])
    return [problem for problem in found if problem.safety] if urgent else found


def grouped(problems: list[Problem]) -> list[str]:
    """Problems with the same sentence on one line, so that forty unreviewed pages do not hide one late number."""
    files: dict[str, list[Problem]] = {}
    for problem in problems:
        files.setdefault(problem.message, []).append(problem)
    lines = []
    for message, found in files.items():
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        first = found[0]
        where = f"{first.file}:{first.line}" if first.line else first.file
        lines.append(f"{where}{more}: {message}")
    return lines


def number_of(count: int, noun: str) -> str:
    """“1 problem”, “2 problems”."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def shown_path(path: Path) -> str:
    """A path as people read it: from where they stand when it is below, with / on every system."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def typed_path(path: Path) -> str:
    """A path as it is typed into a command: between quotation marks where it has a space, for every shell alike."""
    return f'"{path}"' if " " in str(path) else str(path)
