"""Work over several processes: the same results in the same order, errors raised here, nobody left behind."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from signpost.spread import _MOST_EARLY, WorkerLost, _Spread, processors, spread

HERE = os.getpid()


def squared(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


@pytest.mark.parametrize("processes", [1, 2, 3, 8])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 50])
def test_results_come_in_order_from_whoever_made_them(processes: int, count: int) -> None:
    found = list(spread(squared, range(count), processes))
    assert [result for result, _ in found] == [number * number for number in range(count)]
    assert len({process for _, process in found}) <= min(processes, count) or not count


def test_everybody_has_a_share(tmp_path: Path) -> None:
    def waiting(number: int) -> int:
        """The first thing is done before there are others. Then each waits until all have begun."""
        (tmp_path / str(os.getpid())).touch()
        until = time.monotonic() + 60
        while number and len(list(tmp_path.iterdir())) < 3 and time.monotonic() < until:
            time.sleep(0.001)
        return os.getpid()

    made_by = list(spread(waiting, range(10), 3))
    assert len(set(made_by)) == 3
    assert os.getpid() in made_by


def slow_in_others(number: int) -> int:
    time.sleep(0.001 if os.getpid() == HERE else 0.3)
    return os.getpid()


def test_who_is_free_takes_what_comes_next() -> None:
    """An even share would leave half of it to the slow one."""
    made_by = list(spread(slow_in_others, range(40), 2))
    assert made_by.count(HERE) > 30


def slow_first(number: int) -> bytes:
    if number == 0:
        time.sleep(0.5)
    return bytes(100)


def test_little_waits_behind_one_slow_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done before its turn is held in memory: no more of it than a few."""
    most = 0

    class Early(dict[int, tuple[bool, object]]):
        def __setitem__(self, place: int, answer: tuple[bool, object]) -> None:
            nonlocal most
            super().__setitem__(place, answer)
            most = max(most, len(self))

    begin = _Spread.__init__

    def watched(self: _Spread[int, bytes], *given: Any) -> None:
        begin(self, *given)
        self._early = Early()

    monkeypatch.setattr(_Spread, "__init__", watched)
    assert len(list(spread(slow_first, range(500), 2))) == 500
    assert most <= _MOST_EARLY + 2


def test_a_result_may_be_larger_than_a_pipe_holds() -> None:
    assert [len(found) for found in spread(bytes, [3_000_000, 1, 2_000_000, 5], 2)] == [3_000_000, 1, 2_000_000, 5]


def failing(number: int) -> int:
    if number == 5:
        raise LookupError("the fifth")
    return number


def children() -> set[str]:
    """The processes that this one has started and that are still there: other tests of the same run may have some."""
    return {child for task in Path("/proc/self/task").iterdir() for child in (task / "children").read_text().split()}


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_is_raised_here(processes: int) -> None:
    before = children()
    with pytest.raises(LookupError, match="the fifth"):
        list(spread(failing, range(20), processes))
    assert children() <= before, "none is left behind"


def dying(number: int) -> int:
    """In this process slow enough for the other one to have begun."""
    if os.getpid() != HERE:
        os._exit(9)
    time.sleep(0.01)
    return number


def unsendable(number: int) -> object:
    time.sleep(0.01)
    return threading.Lock() if os.getpid() != HERE else number


def test_a_process_that_is_killed_is_an_error_and_not_a_shorter_site() -> None:
    with pytest.raises(WorkerLost):
        list(spread(dying, range(100), 2))


def test_what_cannot_be_sent_is_an_error_and_not_a_shorter_site() -> None:
    with pytest.raises(WorkerLost):
        list(spread(unsendable, range(100), 2))


def test_who_stops_asking_leaves_nobody_behind() -> None:
    before = children()
    results = spread(bytes, [1_000_000] * 50, 2)
    next(results)
    results.close()  # type: ignore[attr-defined]  # it is a generator
    assert children() <= before


def test_beside_a_running_thread_nothing_is_forked() -> None:
    """A lock that another thread holds would stay locked for ever in the copy."""
    release = threading.Event()
    thread = threading.Thread(target=release.wait)
    thread.start()
    try:
        assert processors() == 1
    finally:
        release.set()
        thread.join()


def test_local_work_is_spread_too() -> None:
    work: Callable[[int], int] = lambda number: number + 1  # noqa: E731  what is forked need not be importable
    assert list(spread(work, range(4), 2)) == [1, 2, 3, 4]
