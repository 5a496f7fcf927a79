"""The same work on many things, spread over processes where that pays. The results come in order, whoever made them.

Only where the system can fork: then a process starts in milliseconds and has everything that was loaded before. This
process does its share, so that there is one fewer to hold in memory; who is free takes the next thing, because this
process has more to do than the others. Must never change a result: with one processor, on Windows, or beside running
threads all is done here.
"""

import gc
import os
import pickle
import select
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import IO, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
MOST_PROCESSES = 8
FEWEST_TO_SPREAD = 64
"""Pages from which a second process is started. Chosen, not measured: some batches for each of two processes."""
_NUMBER = 8
"""Bytes of a number: which thing comes next, which was done, how long a result is."""
_MOST_WAITING = 1_000_000
"""Bytes of results that may wait for this process, so that the others need not. Linux gives a pipe no more than a mebibyte."""
_MOST_EARLY = 16
"""Results that may be here before their turn has come: one slow thing must not fill the memory with what follows it."""


class WorkerLost(RuntimeError):
    """A process ended before its work did."""


def processors() -> int:
    """How many processes may work at once."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), MOST_PROCESSES)


def batched(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def spread(work: Callable[[Item], Result], items: Sequence[Item], processes: int) -> Iterator[Result]:
    """`work` of each item, in their order. An error in any process is raised here."""
    count = min(processes, len(items))
    if count < 2:
        yield from map(work, items)
        return
    yield work(items[0])  # what is loaded or worked out at the first time is then there for every process
    items = items[1:]
    gc.freeze()  # a copy of this process shares all memory that nobody writes to, and the collector would write to all of it
    try:
        with os.fdopen(os.memfd_create("tickets"), "r+b", buffering=0) as tickets:
            tickets.write(b"".join(map(_number, range(len(items)))))
            tickets.seek(0)
            yield from _Spread(work, items, tickets).results(count - 1)
    finally:
        gc.unfreeze()


class _Spread(Generic[Item, Result]):
    """One work on many things. `tickets` holds the number of each. All processes share the place in it, and a reading moves
    that place in one step (POSIX.1-2017, 2.9.7), so who reads a number has it alone. A lock could be held by the dead."""

    def __init__(self, work: Callable[[Item], Result], items: Sequence[Item], tickets: IO[bytes]) -> None:
        self._work, self._items, self._tickets = work, items, tickets
        self._workers: dict[int, tuple[int, IO[bytes]]] = {}
        """The number of a process and its pipe, by the number of the pipe."""
        self._early: dict[int, tuple[bool, object]] = {}

    def results(self, workers: int) -> Iterator[Result]:
        try:
            for _ in range(workers):
                self._start()
            for place in range(len(self._items)):
                while place not in self._early:
                    self._go_on()
                yield _good(self._early.pop(place))  # type: ignore[misc]  # what `work` gave, perhaps in another process
        finally:
            while self._workers:
                self._end(next(iter(self._workers)))

    def _go_on(self) -> None:
        """Take what others have done; where there is nothing, do the next thing here; where there is none, wait for them."""
        if self._receive(wait=len(self._early) >= _MOST_EARLY):
            return
        ticket = self._tickets.read(_NUMBER)
        if ticket:
            place = int.from_bytes(ticket, "big")
            self._early[place] = True, self._work(self._items[place])
        elif not self._receive(wait=True):
            raise WorkerLost("a process took a part of the work and never gave it back")

    def _receive(self, wait: bool) -> bool:
        """Whether anything came. Raises WorkerLost."""
        ready = select.select(list(self._workers), [], [], None if wait else 0)[0] if self._workers else []
        for descriptor in ready:
            answer = _received(self._workers[descriptor][1])
            if answer is not None:
                self._early[answer[0]] = answer[1:]
            elif self._end(descriptor):
                raise WorkerLost("a process ended before its work did")
        return bool(ready)

    def _start(self) -> None:
        """One more process. It lets go of the pipes of the others: a pipe that one more holds never breaks."""
        reading, writing = os.pipe()
        _widen(writing)
        process = os.fork()
        if process:
            os.close(writing)
            self._workers[reading] = process, os.fdopen(reading, "rb", buffering=0)
            return
        status = 1
        try:
            for descriptor in (reading, *self._workers):
                os.close(descriptor)
            with os.fdopen(writing, "wb") as pipe:
                while ticket := self._tickets.read(_NUMBER):
                    place = int.from_bytes(ticket, "big")
                    _send(pipe, place, self._tried(place))
            status = 0
        finally:
            os._exit(status)  # nothing of the parent's (its open files, its exit functions) is for this process

    def _end(self, descriptor: int) -> int:
        """How a process ended; 0 when it had done all that there was. One that still writes gets an error, and ends."""
        process, pipe = self._workers.pop(descriptor)
        pipe.close()
        return os.waitpid(process, 0)[1]

    def _tried(self, place: int) -> tuple[bool, object]:
        try:
            return True, self._work(self._items[place])
        except BaseException as error:  # noqa: BLE001  the parent raises it
            return False, error


def _good(answer: tuple[bool, object]) -> object:
    is_good, value = answer
    if not is_good and isinstance(value, BaseException):
        raise value
    return value


def _number(value: int) -> bytes:
    return value.to_bytes(_NUMBER, "big")


def _widen(pipe: int) -> None:
    """Let more wait in a pipe than the 64 kB of Linux. A system that will not is a little slower."""
    if sys.platform == "linux":
        import fcntl  # noqa: PLC0415  Windows has none

        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _MOST_WAITING)


def _send(pipe: IO[bytes], place: int, answer: tuple[bool, object]) -> None:
    content = pickle.dumps((place, *answer), protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(_number(len(content)) + content)
    pipe.flush()


def _received(pipe: IO[bytes]) -> tuple[int, bool, object] | None:
    """The place of an item, whether it went well, and the result or the error; None when the pipe has ended."""
    head = _read_whole(pipe, _NUMBER)
    content = _read_whole(pipe, int.from_bytes(head, "big")) if len(head) == _NUMBER else b""
    return pickle.loads(content) if content else None  # noqa: S301  from our own child, through a pipe that only the two of us have


def _read_whole(pipe: IO[bytes], size: int) -> bytes:
    """So many bytes; none where the pipe ends before. It is read without a buffer: `select` would not know of what is in one."""
    pieces = []
    while size:
        piece = pipe.read(size)
        if not piece:
            return b""
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
