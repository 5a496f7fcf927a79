"""Output -> a folder, whole or not at all: written aside, then exchanged with the old one.

Must never empty, change or add to the folder that is being served: an earlier site stands until the new one is complete.
"""

import ctypes
import ctypes.util
import errno
import hashlib
import json
import os
import shutil
from pathlib import Path

MANIFEST = "manifest.json"
_AT_CURRENT_FOLDER = -100
_EXCHANGE = 2


class WriteRefused(Exception):
    """The folder cannot be replaced; the message says why and what to do."""


def write_output(output: dict[str, bytes], folder: Path) -> None:
    """Put `output` in place of `folder`. Raises WriteRefused or OSError; the old folder is untouched then."""
    _refuse_foreign(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    recover(folder)
    aside = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        _write_all(output, aside)
        _swap(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def recover(folder: Path) -> None:
    """Finish or undo an exchange that was cut off between its two steps."""
    old = folder.with_name(f".{folder.name}.old")
    if old.exists() and not folder.exists():
        old.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _refuse_foreign(folder: Path) -> None:
    """A folder that this program did not make is never replaced: `--out ~` must not cost anybody their files."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise WriteRefused(f"{folder} is not a folder of its own. Name another folder after “--out”.")
    if folder.exists() and any(folder.iterdir()) and not (folder / MANIFEST).exists():
        raise WriteRefused(f"{folder} holds files that were not made by a build. Empty it, or name another folder after “--out”.")


def manifest(output: dict[str, bytes]) -> bytes:
    """Path, size and sha256 of every file, in order."""
    files = [
        {"path": path, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for path, content in sorted(output.items())
    ]
    return (json.dumps({"files": files}, indent=1) + "\n").encode()


def _write_all(output: dict[str, bytes], folder: Path) -> None:
    folder.mkdir()
    made = {folder}
    for path, content in sorted({**output, MANIFEST: manifest(output)}.items()):
        target = folder / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(content)


def _swap(aside: Path, folder: Path) -> None:
    if not folder.exists():
        aside.rename(folder)
        return
    if _exchanged(aside, folder):
        return
    old = folder.with_name(f".{folder.name}.old")
    folder.rename(old)
    try:
        aside.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _exchanged(first: Path, second: Path) -> bool:
    """Exchange two folders in one step (Linux `renameat2`), or say that this system cannot."""
    library = ctypes.CDLL(ctypes.util.find_library("c"), use_errno=True) if os.name == "posix" else None
    call = getattr(library, "renameat2", None)
    if call is None:
        return False
    if call(_AT_CURRENT_FOLDER, os.fsencode(first), _AT_CURRENT_FOLDER, os.fsencode(second), _EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(code, os.strerror(code), str(second))
