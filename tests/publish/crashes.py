"""A child process of the tests: writes a site over another one, and crashes or fails at each call to the file system.

python crashes.py FOLDER one-step|two-steps|many crash|error|back → what was found, as JSON.
"""

import errno
import itertools
import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from signpost.publishing import exchange
from signpost.publishing.exchange import Places
from signpost.publishing.write import WriteRefused, put_back, write_output
from tests.publish.file_calls import Calls
from tests.publish.old_kernel import in_steps
from tests.publish.tiny_outputs import left_over, output, version_in

DIED, REFUSED, DONE, BROKEN, UNREACHED = 9, 3, 0, 1, 5
CODES = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EACCES)


def tried(folder: Path, version: int | None, at: int, happens: Callable[[], None]) -> int:
    """Write in a child of its own, or put the site before back (None), and return how that ended; UNREACHED after fewer calls."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    code = BROKEN
    try:
        calls = Calls(at, happens)
        calls.watch()
        if version is None:
            put_back(folder)
        else:
            write_output(output(version), folder)
        code = DONE if calls.made >= at else UNREACHED
    except (OSError, WriteRefused):
        code = REFUSED
    finally:
        os._exit(code)


def die() -> None:
    os._exit(DIED)


def fail(code: int) -> Callable[[], None]:
    def raised() -> None:
        raise OSError(code, os.strerror(code))

    return raised


def crash_at_each_call(folder: Path, start: int | None) -> Counter[str]:
    """Over version 0, or over nothing when `start` is None: the site is the old or the new one, and the next run is whole."""
    found: Counter[str] = Counter()
    for at in itertools.count(1):
        put(folder, start)
        ended = tried(folder, 1, at, die)
        if ended == UNREACHED:
            return found
        assert ended == DIED, ended
        found["calls"] += 1
        stands = version_in(folder)
        assert stands in {start, 1} or (stands is None and folder.with_name(".site.journal").exists()), (at, stands)
        found["left something beside"] += bool(left_over(folder))
        if stands is None and start is not None:
            found["crashed between the two steps"] += 1
            found["crashed again while repairing"] += crash_while_repairing(folder)
        write_output(output(2), folder)
        assert version_in(folder) == 2, at
        assert left_over(folder) == [], at
    raise AssertionError


def crash_while_repairing(folder: Path) -> int:
    """The repair is cut off too, at each of its calls; whatever it left, the next attempt goes on from there."""
    for at in itertools.count(1):
        ended = tried(folder, 3, at, die)
        assert version_in(folder) in {None, 0, 1, 3}
        if ended == UNREACHED:
            return at - 1
    raise AssertionError


def fail_at_each_call(folder: Path) -> Counter[str]:
    """A refused write leaves the old site, one that ends well the new one; nothing but a lock file stays beside it."""
    found: Counter[str] = Counter()
    for at in itertools.count(1):
        for code in CODES:
            put(folder, 0)
            ended = tried(folder, 1, at, fail(code))
            if ended == UNREACHED:
                return found
            stands = version_in(folder)
            assert (ended, stands) in {(REFUSED, 0), (DONE, 1)}, (at, errno.errorcode[code], ended, stands)
            found["failures"] += 1
            found["refused"] += ended == REFUSED
    raise AssertionError


def crash_on_the_way_back(folder: Path) -> Counter[str]:
    """From version 1 back to 0: one of the two stands, and the next run is whole."""
    found: Counter[str] = Counter()
    for at in itertools.count(1):
        put(folder, 0)
        put(folder, 1)
        ended = tried(folder, None, at, die)
        stands = version_in(folder)
        if ended == UNREACHED:
            assert (stands, version_in(Places(folder).before)) == (0, 1)
            return found
        assert ended == DIED, ended
        assert stands in {0, 1} or (stands is None and folder.with_name(".site.journal").exists()), (at, stands)
        found["calls"] += 1
        write_output(output(2), folder)
        assert version_in(folder) == 2, at
        assert left_over(folder) == [], at
    raise AssertionError


def put(folder: Path, version: int | None) -> None:
    """Begin anew: a whole site of this version, or none."""
    write_output(output(0 if version is None else version), folder)
    assert left_over(folder) == []
    if version is None:
        exchange.remove(folder)


def main(folder: Path, steps: str, how: str) -> None:
    in_steps(steps)
    if how == "crash":
        found = crash_at_each_call(folder, 0) + crash_at_each_call(folder, None)
    else:
        found = fail_at_each_call(folder) if how == "error" else crash_on_the_way_back(folder)
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]) / "site", sys.argv[2], sys.argv[3])
