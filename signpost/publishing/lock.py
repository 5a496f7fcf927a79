"""One build at a time may change a folder: a lock file beside it, which the system lets go when its holder dies.

Must never stay locked after a crash, and never let two builds in because the file was deleted between them.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MOST_WAIT = 60.0
"""Seconds for which a second build waits: writing takes about one."""
_PAUSE = 0.02


class Locked(Exception):
    """Another build holds the lock and does not let go."""


@contextmanager
def locked(path: Path, wait: float = MOST_WAIT) -> Iterator[None]:
    """Hold the lock at `path` while the block runs. Raises Locked after `wait` seconds."""
    until = time.monotonic() + wait
    while (descriptor := _taken(path)) is None:
        if time.monotonic() >= until:
            raise Locked
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        _let_go(descriptor, path)


def _taken(path: Path) -> int | None:
    """The open lock file, or None when another holds it, or has just deleted the file that was opened here."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if _lock(descriptor) and _is_still(descriptor, path):
            return descriptor
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _is_still(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_go(descriptor: int, path: Path) -> None:
        os.close(descriptor)  # an open file cannot be deleted here; one that waits may hold it, and deletes it later
        with suppress(OSError):
            path.unlink()

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(descriptor: int, path: Path) -> None:
        with suppress(OSError):  # the file may stay: what counts is the lock on it
            path.unlink()  # while still locked: whoever waits sees that the file is gone, and makes its own
        with suppress(OSError):
            os.close(descriptor)
