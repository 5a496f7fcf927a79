"""The files of a site before they are written: path -> bytes. What is large lies in an unnamed file on the disk, or
where an earlier build wrote it.

A site of ten thousand pages has hundreds of megabytes, and every one of its bytes is checked before the first is
published. Must never give back other bytes than it was given.
"""

import hashlib
import tempfile
import weakref
from collections.abc import Iterator, Mapping, MutableMapping
from typing import IO, NamedTuple

MOST_HELD = 2_000_000
"""Bytes in memory. Most sites have fewer, and then the disk is not touched."""


class Changed(OSError):
    """A file of the earlier site is not what it was when it was looked at."""


class _Aside(NamedTuple):
    start: int
    size: int


class _Standing(NamedTuple):
    file: str
    size: int


class Output(MutableMapping[str, bytes]):
    """A mapping that may be larger than the memory. Changing a file leaves its old bytes in the unnamed file until the end."""

    def __init__(self, files: Mapping[str, bytes] | None = None, most_held: int = MOST_HELD) -> None:
        self._held: dict[str, bytes | _Aside | _Standing] = {}
        self._sha256: dict[str, bytes] = {}
        self._size = 0
        self._most_held = most_held
        self._aside: IO[bytes] | None = None
        self._end = 0
        self.update(files or {})

    def __getitem__(self, path: str) -> bytes:
        found = self._held[path]
        if isinstance(found, bytes):
            return found
        if isinstance(found, _Standing):
            return self._standing(path, found)
        if self._aside is None:
            raise KeyError(path)
        self._aside.seek(found.start)
        return self._aside.read(found.size)

    def __setitem__(self, path: str, content: bytes) -> None:
        self._sha256[path] = hashlib.sha256(content).digest()
        if self._size + len(content) <= self._most_held:
            self._size += len(content)
            self._held[path] = content
            return
        if self._aside is None:
            self._aside = tempfile.TemporaryFile()  # noqa: SIM115  it is needed as long as this object
            weakref.finalize(self, self._aside.close)
        self._aside.seek(self._end)
        self._aside.write(content)
        self._held[path] = _Aside(self._end, len(content))
        self._end += len(content)

    def __delitem__(self, path: str) -> None:
        del self._held[path], self._sha256[path]

    def __contains__(self, path: object) -> bool:
        """Without reading the file, as the mixin would."""
        return path in self._held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __or__(self, other: Mapping[str, bytes]) -> dict[str, bytes]:
        return {**self, **other}

    def take_over(self, path: str, file: str, sha256: str) -> bool:
        """Let what stands in `file` be the bytes of `path`, if they have this sha256. They stay where they are."""
        try:
            with open(file, "rb") as standing:  # noqa: PTH123  thousands of times
                content = standing.read()
        except OSError:
            return False
        digest = hashlib.sha256(content).digest()
        if digest.hex() != sha256:
            return False
        self._held[path] = _Standing(file, len(content))
        self._sha256[path] = digest
        return True

    def stands_at(self, path: str, file: str) -> bool:
        """Whether the bytes of `path` were found in this very file."""
        found = self._held[path]
        return isinstance(found, _Standing) and found.file == file

    def size(self, path: str) -> int:
        """Bytes of a file, without reading it."""
        found = self._held[path]
        return len(found) if isinstance(found, bytes) else found.size

    def sha256(self, path: str) -> str:
        """Of the bytes of a file, without reading it."""
        return self._sha256[path].hex()

    def digests(self) -> dict[str, str]:
        """The sha256 of every file, by its path."""
        return {path: self.sha256(path) for path in self}

    def _standing(self, path: str, found: _Standing) -> bytes:
        with open(found.file, "rb") as file:  # noqa: PTH123
            content = file.read()
        if hashlib.sha256(content).digest() != self._sha256[path]:
            raise Changed(f"{found.file} was changed while the site was being built")
        return content
