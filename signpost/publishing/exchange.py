"""Two folders exchanged so that whoever looks finds the old site or the new one, whole.

In one step where the system can (Linux `renameat2`). Elsewhere in two, with a journal written first: when a crash
comes between them, the next run reads it and finishes. Must never delete the last whole site.
"""

import ctypes
import errno
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from signpost.publishing.manifest import faults

_AT_CURRENT_FOLDER = -100
_EXCHANGE = 2
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}
"""Answers of systems, file systems and containers that do not know the call; the two steps then work, or say why not."""


@dataclass(frozen=True)
class Places:
    """The folder of the site, and the names beside it, on the same file system, that only a build uses."""

    folder: Path

    @property
    def new(self) -> Path:
        return self._beside("new")

    @property
    def old(self) -> Path:
        return self._beside("old")

    @property
    def before(self) -> Path:
        """The site that stood there before this one: the way back."""
        return self._beside("before")

    @property
    def journal(self) -> Path:
        return self._beside("journal")

    @property
    def lock(self) -> Path:
        return self._beside("lock")

    def _beside(self, ending: str) -> Path:
        return self.folder.with_name(f".{self.folder.name}.{ending}")


def exchange(places: Places) -> None:
    """Put the complete folder `new` in the place of the site, and what stood there at `before`."""
    if not places.folder.exists():
        places.new.rename(places.folder)
    elif exchanged_in_one_step(places.new, places.folder):
        _keep(places.new, places)
    else:
        _exchange_in_two(places)
    _keep_names(places)


def exchange_back(places: Places) -> None:
    """Put what stood `before` in the place of the site, and the site at `before`. Both must be whole."""
    if not exchanged_in_one_step(places.before, places.folder):
        places.before.rename(places.new)
        _exchange_in_two(places)
    _keep_names(places)


def _keep_names(places: Places) -> None:
    # From here on the new site stands; what fails now may cost its name after a loss of power, never the old site's.
    with suppress(OSError):
        keep_names(places.folder.parent)


def _keep(old: Path, places: Places) -> None:
    """Keep the site that stood before, for the way back. That may fail; the site on show is not touched by it."""
    with suppress(OSError):
        remove(places.before)
        old.rename(places.before)


def recover(places: Places) -> None:
    """Finish what a build that was cut off had begun, and clear what it left. The lock must be held."""
    if not places.folder.exists():
        if places.journal.exists() and not faults(places.new):
            places.new.rename(places.folder)
        elif places.old.exists():
            places.old.rename(places.folder)
        keep_names(places.folder.parent)
    for rest in (places.new, places.old):
        remove(rest)
    places.journal.unlink(missing_ok=True)


def remove(folder: Path) -> None:
    """Delete a folder beside the site; what cannot be deleted stays for the next run."""
    with suppress(OSError):
        shutil.rmtree(folder, ignore_errors=True)


def keep_names(folder: Path) -> None:
    """Make the names in a folder survive a loss of power (POSIX fsync; Windows has no such call)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def keep_all(folder: Path) -> bool:
    """Make all that was written below a folder survive a loss of power, in one call (Linux, syncfs(2)); or say that there is none.

    Raises OSError when there is, and the disk could not keep it.
    """
    call = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if os.name == "posix" else None
    if call is None:
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if call(descriptor) == 0:
            return True
    finally:
        os.close(descriptor)
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(folder))


def _exchange_in_two(places: Places) -> None:
    places.journal.write_bytes(b"")  # its presence says that `new` is complete
    keep_names(places.folder.parent)
    places.folder.rename(places.old)
    try:
        places.new.rename(places.folder)
    except OSError:
        places.old.rename(places.folder)
        places.journal.unlink(missing_ok=True)
        raise
    with suppress(OSError):  # what is left here, the next run clears
        keep_names(places.folder.parent)
        _keep(places.old, places)
        places.journal.unlink(missing_ok=True)


def exchanged_in_one_step(first: Path, second: Path) -> bool:
    """Exchange two folders in one step, or say that this system cannot."""
    library = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    call = getattr(library, "renameat2", None)
    if call is None:
        return False
    if call(_AT_CURRENT_FOLDER, os.fsencode(first), _AT_CURRENT_FOLDER, os.fsencode(second), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(second))
