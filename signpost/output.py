"""The files of a site before they are written: path -> bytes. What is large lies in an unnamed file on the disk.

A site of ten thousand pages has hundreds of megabytes, and every one of its bytes is checked before the first is
published. Must never give back other bytes than it was given.
"""

import tempfile
import weakref
from collections.abc import Iterator, Mapping, MutableMapping
from typing import IO

MOST_HELD = 4_000_000
"""Bytes in memory. Most sites have fewer, and then the disk is not touched."""


class Output(MutableMapping[str, bytes]):
    """A mapping that may be larger than the memory. Changing a file leaves its old bytes in the unnamed file until the end."""

    def __init__(self, files: Mapping[str, bytes] | None = None, most_held: int = MOST_HELD) -> None:
        self._held: dict[str, bytes | tuple[int, int]] = {}
        self._size = 0
        self._most_held = most_held
        self._aside: IO[bytes] | None = None
        self._end = 0
        self.update(files or {})

    def __getitem__(self, path: str) -> bytes:
        found = self._held[path]
        if isinstance(found, bytes):
            return found
        if self._aside is None:
            raise KeyError(path)
        self._aside.seek(found[0])
        return self._aside.read(found[1])

    def __setitem__(self, path: str, content: bytes) -> None:
        if self._size + len(content) <= self._most_held:
            self._size += len(content)
            self._held[path] = content
            return
        if self._aside is None:
            self._aside = tempfile.TemporaryFile()  # noqa: SIM115  it is needed as long as this object
            weakref.finalize(self, self._aside.close)
        self._aside.seek(self._end)
        self._aside.write(content)
        self._held[path] = (self._end, len(content))
        self._end += len(content)

    def __delitem__(self, path: str) -> None:
        del self._held[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def __or__(self, other: Mapping[str, bytes]) -> dict[str, bytes]:
        return {**self, **other}

    def size(self, path: str) -> int:
        """Bytes of a file, without reading it."""
        found = self._held[path]
        return len(found) if isinstance(found, bytes) else found[1]
