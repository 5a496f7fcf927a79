"""The same work on many things, spread over processes where that pays. The results come in order, whoever made them.

Only where the system can fork: then a process starts in milliseconds and has everything that was loaded before. This
process does its share, so that there is one fewer to hold in memory. Must never change a result: with one processor, on
Windows, or beside running threads all is done here.
"""

import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import IO, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
MOST_PROCESSES = 8
FEWEST_TO_SPREAD = 64
"""Pages from which a second process is started. Chosen, not measured: some batches for each of two processes."""
_LENGTH = 8
"""Bytes of the number that says how long a result is."""


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
    workers: list[tuple[int, IO[bytes]]] = []
    try:
        gc.freeze()  # a copy of this process shares all memory that nobody writes to, and the collector would write to all of it
        for number in range(1, count):
            workers.append(_start(work, items[number::count], [pipe for _, pipe in workers]))
        for place in range(len(items)):
            yield _received(workers[place % count - 1][1]) if place % count else work(items[place])
    finally:
        gc.unfreeze()
        for _, pipe in workers:
            pipe.close()  # who still writes gets an error, and ends
        for process, _ in workers:
            os.waitpid(process, 0)


def _start(work: Callable[[Item], Result], items: Sequence[Item], others: Sequence[IO[bytes]]) -> tuple[int, IO[bytes]]:
    """A process for some of the items. It lets go of the pipes of the others: a pipe that one more holds never breaks."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, os.fdopen(reading, "rb")
    try:
        os.close(reading)
        for pipe in others:
            os.close(pipe.fileno())
        with os.fdopen(writing, "wb") as pipe:
            for item in items:
                _send(pipe, _tried(work, item))
    finally:
        os._exit(0)  # nothing of the parent's (its open files, its exit functions) is for this process


def _tried(work: Callable[[Item], Result], item: Item) -> tuple[bool, object]:
    try:
        return True, work(item)
    except BaseException as error:  # noqa: BLE001  the parent raises it
        return False, error


def _send(pipe: IO[bytes], answer: tuple[bool, object]) -> None:
    content = pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(len(content).to_bytes(_LENGTH, "big") + content)
    pipe.flush()


def _received(pipe: IO[bytes]) -> Result:  # type: ignore[type-var]  # what `work` gave, seen from the other end of a pipe
    head = pipe.read(_LENGTH)
    content = pipe.read(int.from_bytes(head, "big")) if len(head) == _LENGTH else b""
    if not content:
        raise WorkerLost("a process ended before its work did")
    is_good, value = pickle.loads(content)  # noqa: S301  from our own child, through a pipe that only the two of us have
    if not is_good:
        raise value
    return value  # type: ignore[no-any-return]
