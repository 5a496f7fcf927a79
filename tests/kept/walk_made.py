"""What a build made and what stands in a folder, as values that can be compared and put back. Must never judge any of it."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from signpost.build import Built
from signpost.problems import Problem, Problems
from signpost.publishing.manifest import MANIFEST

State = dict[Path, tuple[str, bytes, int, int]]
"""Of each file where it leads as a link, its bytes, its rights and its time."""
Standing = dict[str, tuple[int, str, bytes | None]]
"""Of each file and folder its rights, where it leads as a link, and its bytes; by path."""
Record = list[dict[str, str | int | bool]]


@dataclass(frozen=True)
class Made:
    """What a build makes: files, none after a mistake; problems; the name of an error that stopped it."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    raised: str = ""


def made_by(work: Callable[[Problems], Built | None]) -> Made:
    problems = Problems()
    try:
        built = work(problems)
    except Exception as error:  # noqa: BLE001  whatever it is, the other build must meet it too
        return Made({}, (), type(error).__name__)
    return Made(built.output if built is not None else {}, tuple(problems))


def record_of(problems: Problems | tuple[Problem, ...]) -> Record:
    """Everything of each problem: two of them count as one when only their level differs."""
    return [problem.as_record() for problem in problems]


def assert_same(made: Made, expected: Made, how: str) -> None:
    assert made.raised == expected.raised, f"{how}: raised {made.raised}, not {expected.raised}"
    found, wanted = record_of(made.problems), record_of(expected.problems)
    assert found == wanted, f"{how}: {found}, not {wanted}"
    assert made.files == expected.files, f"{how}: {difference(made.files, expected.files)}"


def difference(found: Mapping[str, bytes], expected: Mapping[str, bytes]) -> list[str]:
    return sorted(path for path in {*found, *expected} if found.get(path) != expected.get(path))


def files_in(folder: Path) -> dict[str, bytes]:
    """All but the manifest."""
    return {path: content for path, (_, _, content) in standing(folder).items() if content is not None and path != MANIFEST}


def standing(folder: Path) -> Standing:
    found: Standing = {}
    for path in _all_below(folder):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = (0, str(path.readlink()), path.read_bytes())
        else:
            found[name] = (stat.S_IMODE(path.stat().st_mode), "", path.read_bytes() if path.is_file() else None)
    return found


def _all_below(folder: Path) -> Iterator[Path]:
    if folder.exists():
        yield from (folder, *folder.rglob("*"))


def state_of(*places: Path) -> State:
    found: State = {}
    for path in (path for place in places for path in (place, *place.rglob("*"))):
        if path.is_symlink():
            found[path] = (str(path.readlink()), b"", 0, 0)
        elif path.is_file():
            status = path.stat()
            found[path] = ("", path.read_bytes(), stat.S_IMODE(status.st_mode), status.st_mtime_ns)
    return found


def restore(state: State, now: State, root: Path, keeps_times: bool) -> None:
    """Make the files below `root` those of `state`; `now` is how they are. Without `keeps_times` they were written just now."""
    for path in now.keys() - state.keys():
        path.unlink()
    for path, (link, content, rights, time) in state.items():
        if now.get(path) == (link, content, rights, time):
            continue
        _clear(path, root)
        if link:
            path.unlink(missing_ok=True)
            path.symlink_to(link)
            continue
        path.write_bytes(content)
        path.chmod(rights)
        if keeps_times:
            os.utime(path, ns=(time, time))


def _clear(path: Path, root: Path) -> None:
    """Make room for a file: what stands in its place, or in the place of a folder above it, was something else."""
    for above in reversed(path.relative_to(root).parents):
        if (root / above).is_symlink() or (root / above).is_file():
            (root / above).unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif path.is_symlink():
        path.unlink()
