"""Every call to the file system that a write makes, counted, and one of them made to fail or to be the last.

A file's write is taken apart: half of the bytes reach the disk, then comes a call of its own. Patches the running
process for good, so it belongs in a child that ends.
"""

import builtins
import fcntl
import io
import os
from collections.abc import Callable
from typing import Any

from signpost.publishing import exchange, write

NAMES = (
    "open", "close", "stat", "lstat", "fstat", "mkdir", "rmdir", "unlink", "remove", "rename", "replace", "link",
    "scandir", "listdir", "fsync", "chmod", "read", "write", "readlink",
)  # fmt: skip
BEFORE, AFTER = "before", "after"


class Halfway:
    """A file opened for writing that lets half of the bytes through before the rest."""

    def __init__(self, file: Any, count: Callable[[], None]) -> None:
        self._file = file
        self._count = count

    def write(self, content: bytes) -> int:
        self._count()
        self._file.write(content[: len(content) // 2])
        self._file.flush()
        self._count()
        self._file.write(content[len(content) // 2 :])
        return len(content)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> "Halfway":
        return self

    def __exit__(self, *details: object) -> None:
        self._file.__exit__(*details)


class Calls:
    """Counts the calls from now on; at call number `at`, runs `happens`."""

    def __init__(self, at: int, happens: Callable[[], None]) -> None:
        self.made = 0
        self._at = at
        self._happens = happens

    def count(self) -> None:
        self.made += 1
        if self.made == self._at:
            self._happens()

    def watch(self) -> None:
        for name in NAMES:
            setattr(os, name, self._counted(getattr(os, name)))
        opened = self._counted(io.open)

        def open_file(path: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
            file = opened(path, mode, *rest, **more)
            return Halfway(file, self.count) if "b" in mode and "r" not in mode else file

        setattr(io, "open", open_file)  # noqa: B010 - mypy knows that these are functions
        setattr(builtins, "open", open_file)  # noqa: B010
        fcntl.flock = self._counted(fcntl.flock)
        exchange.exchanged_in_one_step = self._counted(exchange.exchanged_in_one_step)
        setattr(write, "keep_all", self._counted(exchange.keep_all))  # noqa: B010

    def _counted(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **named: Any) -> Any:
            self.count()
            return call(*arguments, **named)

        return counted
