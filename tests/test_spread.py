"""Work over several processes: the same results in the same order, errors raised here, nobody left behind."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from signpost.spread import WorkerLost, processors, spread


def squared(number: int) -> tuple[int, int]:
    return number * number, os.getpid()


@pytest.mark.parametrize("processes", [1, 2, 3, 8])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 50])
def test_results_come_in_order_from_whoever_made_them(processes: int, count: int) -> None:
    found = list(spread(squared, range(count), processes))
    assert [result for result, _ in found] == [number * number for number in range(count)]
    made_by = {process for _, process in found}
    assert len(made_by) == min(processes, count)
    assert not count or os.getpid() in made_by, "this process has its share"


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
    if number == 3:
        os._exit(9)
    return number


def test_a_process_that_is_killed_is_an_error_and_not_a_shorter_site() -> None:
    with pytest.raises(WorkerLost):
        list(spread(dying, range(10), 2))


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
