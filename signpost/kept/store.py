"""What earlier builds worked out, kept under .signpost/ by the content that it was worked out from.

A value is used only under the very key that it was kept with, and only while the sha256 of the two holds. The file may be
deleted at any moment; two builds may use it at once; a damaged one is thrown away. Must never make a build fail, and
never decide anything: without it a build takes longer, and that is all.
"""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")

PLACE = Path(".signpost") / "kept.sqlite"
MOST_BYTES = 400_000_000
"""Of all values together; then the oldest go first. A site of 10,000 pages keeps about 200 MB."""
_WAIT = 5.0
"""Seconds to wait for another build that is writing."""
_AT_ONCE = 400
"""Keys in one question: SQLite takes 999."""
_HELD = 400
"""Kilobytes of the file that each process holds in memory. With SQLite's own 2,000, a first build of 10,000 pages takes 6 MB
more and no less time."""
_NOT_DAMAGED = ("locked", "busy", "full", "readonly", "unable to open")
"""Words of SQLite's messages after which the file is as good as before: another build holds it, or the disk says no."""
_MARK = 16
"""Bytes of the sha256 of key and value that stand before each value: enough against damage, which does not choose its bytes."""


def key_of(*parts: str | bytes) -> bytes:
    """The key of a value: all that it was worked out from. Each part counts with its length, so that none can pass for two."""
    digest = hashlib.sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.digest()


class Kept:
    """A mapping from key to bytes that may forget anything at any time."""

    def __init__(self, path: Path | None, most_bytes: int = MOST_BYTES) -> None:
        """`path` is None for nothing kept at all."""
        self._path = path
        self._most_bytes = most_bytes
        self._connections: dict[int, sqlite3.Connection] = {}
        self._added = 0

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that are kept."""
        found: dict[bytes, bytes] = {}
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            question = f"select key, value from kept where key in ({marks})"  # noqa: S608  question marks only
            rows = self._tried(partial(_rows, question, some)) or []
            found.update((key, value[_MARK:]) for key, value in rows if value[:_MARK] == _mark(key, value[_MARK:]))
        return found

    def put(self, values: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep some values, if that can be done."""
        rows = [(key, _mark(key, value) + value) for key, value in values]
        self._added += self._tried(partial(_insert, rows)) or 0

    def close(self) -> None:
        """Let go of the file, and of the oldest values when there are too many."""
        if self._added:
            self._tried(self._forget_oldest)
        connection = self._connections.pop(os.getpid(), None)
        if connection is not None:
            connection.close()

    def _forget_oldest(self, connection: sqlite3.Connection) -> None:
        pages, size = (connection.execute(f"pragma {name}").fetchone()[0] for name in ("page_count", "page_size"))
        if pages * size <= self._most_bytes:
            return
        with connection:
            count = connection.execute("select count(*) from kept").fetchone()[0]
            connection.execute("delete from kept where rowid in (select rowid from kept order by rowid limit ?)", (count // 2,))
        connection.execute("vacuum")

    def _tried(self, work: Callable[[sqlite3.Connection], Result]) -> Result | None:
        """What `work` gives; None when it cannot be done. A file that proves damaged is deleted."""
        try:
            connection = self._connection()
            return work(connection) if connection is not None else None
        except sqlite3.Error as error:
            if not any(words in str(error) for words in _NOT_DAMAGED):
                self._throw_away()
            return None

    def _connection(self) -> sqlite3.Connection | None:
        process = os.getpid()  # a connection must not be used by a copy of the process that opened it
        if self._path is not None and process not in self._connections:
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
            except OSError:
                self._path = None
                return None
            connection = sqlite3.connect(self._path, timeout=_WAIT)
            for words in ("journal_mode = memory", "synchronous = off", "mmap_size = 0", f"cache_size = -{_HELD}"):
                connection.execute(f"pragma {words}")  # a loss of power may damage the file, and a damaged one is thrown away
            connection.execute("create table if not exists kept (key blob not null unique, value blob not null)")
            self._connections[process] = connection
        return self._connections.get(process)

    def _throw_away(self) -> None:
        connection = self._connections.pop(os.getpid(), None)
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()
        if self._path is not None:
            with suppress(OSError):
                self._path.unlink()


def _rows(question: str, keys: Sequence[bytes], connection: sqlite3.Connection) -> list[tuple[bytes, bytes]]:
    return connection.execute(question, keys).fetchall()


def _insert(rows: Sequence[tuple[bytes, bytes]], connection: sqlite3.Connection) -> int:
    with connection:
        connection.executemany("insert or replace into kept (key, value) values (?, ?)", rows)
    return len(rows)


def _mark(key: bytes, value: bytes) -> bytes:
    """The key counts too: in a damaged index it may lead to another's value, which is whole by itself."""
    return hashlib.sha256(key + value).digest()[:_MARK]
