"""Output -> a folder, whole or not at all: written aside, read back, then exchanged with the old one.

Must never empty, change or add to the folder that is being served: an earlier site stands until the new one is complete.
"""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from signpost.output.output import Output
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
        _replace(output, manifest(output, ready), places)


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


def _replace(files: Mapping[str, bytes], told: bytes, places: Places) -> None:
    """`told` is the manifest of these files."""
    if _stands(files, told, places.folder):
        return  # the way back stays: the last site that differed
    try:
        _write_all(files, told, places)
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


def _write_all(files: Mapping[str, bytes], told: bytes, places: Places) -> None:
    """Few files are waited for one by one; for many, one call for the whole disk is a hundred times quicker.

    Paths are text here and below: a Path for each of thousands of files takes longer than writing them.
    """
    new, old = str(places.new), str(places.folder)
    _make_folder(new)
    made = {new}
    written = [f"{new}/{MANIFEST}"]
    _write(written[0], told)
    for path in sorted(files):
        if path.startswith("/") or ".." in path.split("/"):
            raise ValueError(f"a file outside the site: {path}")
        target = f"{new}/{path}"
        _make_folders(target.rpartition("/")[0], made)
        if not _linked(files, path, f"{old}/{path}", target):
            _write(target, files[path])
            written.append(target)
    if len(files) > MOST_SINGLY and keep_all(places.new):
        return
    for target in written if len(files) <= MOST_SINGLY else [f"{new}/{path}" for path in (*files, MANIFEST)]:
        _keep_file(target)
    for folder in sorted(made):
        keep_names(Path(folder))


def _make_folders(folder: str, made: set[str]) -> None:
    """This folder and those above it, up to one that is made."""
    missing = []
    while folder not in made:
        missing.append(folder)
        folder = folder.rpartition("/")[0]
    for below in reversed(missing):
        _make_folder(below)
        made.add(below)


def _make_folder(folder: str) -> None:
    os.mkdir(folder)  # noqa: PTH102
    os.chmod(folder, FOLDER_RIGHTS)  # noqa: PTH101


def _stands(files: Mapping[str, bytes], told: bytes, folder: Path) -> bool:
    """Whether the folder holds these files, and nothing else, already, for everybody to read. The manifest tells most
    differences at once."""
    try:
        if not _is_same(f"{folder}/{MANIFEST}", told) or files_in(folder) != sorted((*files, MANIFEST)):
            return False
        if not _has_folders(files, str(folder)):
            return False
        return all(_is_same(f"{folder}/{path}", content) for path, content in files.items())
    except OSError:
        return False


def _has_folders(files: Mapping[str, bytes], folder: str) -> bool:
    """Whether there are just the folders that these files need, and everybody may look into each."""
    needed = {folder}
    for path in files:
        above = f"{folder}/{path}".rpartition("/")[0]
        while above not in needed:
            needed.add(above)
            above = above.rpartition("/")[0]
    found = {place.replace(os.sep, "/") for place, _, _ in os.walk(folder)}
    return found == {place.replace(os.sep, "/") for place in needed} and all(_is_open(os.lstat(place), FOLDER_RIGHTS) for place in needed)


def _linked(files: Mapping[str, bytes], path: str, old: str, target: str) -> bool:
    """Give the new site the old one's file when its bytes are the same: nothing to write, and its date stays true.

    What was found there by its sha256 is not read again here: all that the new site holds is read before it is shown.
    """
    try:
        if isinstance(files, Output) and files.stands_at(path, old):
            is_good = _has_size(old, files.size(path))
        else:
            is_good = _is_same(old, files[path])
        if not is_good:
            return False
        os.link(old, target)
    except OSError:
        return False
    return True


def _has_size(old: str, size: int) -> bool:
    """Whether it is a file of this size that everybody may read."""
    status = os.lstat(old)
    return stat.S_ISREG(status.st_mode) and _is_open(status, FILE_RIGHTS) and status.st_size == size


def _is_open(status: os.stat_result, rights: int) -> bool:
    """Whether a file or folder has these rights. Windows shows others for every file: there the folder above decides."""
    return os.name != "posix" or status.st_mode & 0o777 == rights


def _is_same(old: str, content: bytes) -> bool:
    if not _has_size(old, len(content)):
        return False
    with open(old, "rb") as file:  # noqa: PTH123  thousands of times
        return file.read() == content


def _write(target: str, content: bytes) -> None:
    with open(target, "xb") as file:  # noqa: PTH123
        file.write(content)
        file.flush()
        os.chmod(target, FILE_RIGHTS)  # noqa: PTH101


def _keep_file(target: str) -> None:
    """Wait until the disk has the bytes of a file (fsync; Windows wants it open for writing)."""
    descriptor = os.open(target, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
