"""Output -> a folder, whole or not at all: written aside, read back, then exchanged with the old one.

Must never empty, change or add to the folder that is being served: an earlier site stands until the new one is complete.
"""

import errno
import os
import stat
from collections import ChainMap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from signpost.publishing.exchange import Places, exchange, exchange_back, keep_all, keep_names, recover, remove
from signpost.publishing.lock import MOST_WAIT, Locked, locked
from signpost.publishing.manifest import MANIFEST, faults, files_in, folder_manifest, manifest

MOST_SINGLY = 100
"""Files of a site up to which each is waited for by itself."""
FILE_RIGHTS = 0o644
FOLDER_RIGHTS = 0o755
"""A site is read by everybody, whatever the umask of who builds it: a web server runs as another user."""


class WriteRefused(Exception):
    """The folder cannot be replaced; the message says why and what to do."""


def write_output(output: Mapping[str, bytes], folder: Path, wait: float = MOST_WAIT, ready: bool = False) -> None:
    """Put `output` in place of `folder`. Raises WriteRefused or OSError; the site is wholly the old one then.

    `ready` says that it was checked for publishing. Another build that writes to the same folder is waited for,
    `wait` seconds at most. The site that stood there before is kept beside it, for `put_back`.
    """
    with _held(folder, wait) as places:
        recover(places)
        _replace(ChainMap({MANIFEST: manifest(output, ready)}, cast("dict[str, bytes]", output)), places)


def put_back(folder: Path, wait: float = MOST_WAIT) -> None:
    """Exchange the site with the one that stood before it; done twice, nothing has changed. Raises WriteRefused or OSError."""
    with _held(folder, wait) as places:
        recover(places)
        if not places.before.exists():
            raise WriteRefused(f"No earlier site is kept beside {folder}. Build it again from the earlier content.")
        found = faults(places.before)
        if found:
            raise WriteRefused(f"The earlier site beside {folder} is not whole, so it was not put back: {found[0]}")
        exchange_back(places)


@contextmanager
def _held(folder: Path, wait: float) -> Iterator[Places]:
    """The places of a folder of ours, while nobody else may change it."""
    places = Places(Path(os.path.abspath(folder)))  # a link that stands for the folder is refused below, not followed
    _refuse_foreign(places.folder, folder)
    places.folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        with locked(places.lock, wait):
            yield places
    except Locked:
        raise WriteRefused(f"Another build is writing to {folder}. Wait until it has ended, then run the command again.") from None


def _replace(files: Mapping[str, bytes], places: Places) -> None:
    if _stands(files, places.folder):
        return  # the way back stays: the last site that differed
    try:
        _write_all(files, places)
        found = faults(places.new)
        if found:
            raise OSError(errno.EIO, f"the disk did not keep what was written: {found[0]}")
        exchange(places)
    finally:
        remove(places.new)


def _refuse_foreign(folder: Path, shown: Path) -> None:
    """A folder that this program did not make is never replaced: `--out ~` must not cost anybody their files."""
    if not folder.name or folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise WriteRefused(f"{shown} is not a folder of its own. Name another folder after “--out”.")
    if folder.exists() and any(folder.iterdir()) and folder_manifest(folder) is None:
        raise WriteRefused(f"{shown} holds files that were not made by a build. Empty it, or name another folder after “--out”.")


def _write_all(files: Mapping[str, bytes], places: Places) -> None:
    """Few files are waited for one by one; for many, one call for the whole disk is a hundred times quicker."""
    made: set[Path] = set()
    _make_folder(places.new, made)
    is_singly = len(files) <= MOST_SINGLY
    for path in sorted(files):
        content = files[path]
        if path.startswith("/") or ".." in path.split("/"):
            raise ValueError(f"a file outside the site: {path}")
        target = places.new / path
        if target.parent not in made:
            _make_folder(target.parent, made)
        if not _linked(places.folder / path, content, target):
            _write(target, content)
            if is_singly:
                _keep_file(target)
    if not is_singly:
        if keep_all(places.new):
            return
        for path in files:
            _keep_file(places.new / path)
    for folder in sorted(made):
        keep_names(folder)


def _make_folder(folder: Path, made: set[Path]) -> None:
    missing = []
    while folder not in made and not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for below in reversed(missing):
        below.mkdir()
        below.chmod(FOLDER_RIGHTS)
        made.add(below)


def _stands(files: Mapping[str, bytes], folder: Path) -> bool:
    """Whether the folder holds these files, and nothing else, already. The manifest tells most differences at once."""
    try:
        if (folder / MANIFEST).read_bytes() != files[MANIFEST]:
            return False
        return files_in(folder) == sorted(files) and all(_is_same(folder / path, content) for path, content in files.items())
    except OSError:
        return False


def _linked(old: Path, content: bytes, target: Path) -> bool:
    """Give the new site the old one's file when its bytes are the same: nothing to write, and its date stays true."""
    try:
        if not _is_same(old, content):
            return False
        os.link(old, target)
    except OSError:
        return False
    return True


def _is_same(old: Path, content: bytes) -> bool:
    status = os.lstat(old)
    if not stat.S_ISREG(status.st_mode) or status.st_mode & 0o777 != FILE_RIGHTS or status.st_size != len(content):
        return False
    with open(old, "rb") as file:  # noqa: PTH123  thousands of times
        return file.read() == content


def _write(target: Path, content: bytes) -> None:
    with target.open("xb") as file:
        file.write(content)
        file.flush()
        target.chmod(FILE_RIGHTS)


def _keep_file(target: Path) -> None:
    """Wait until the disk has the bytes of a file (fsync; Windows wants it open for writing)."""
    descriptor = os.open(target, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
