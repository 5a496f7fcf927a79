"""A limit on the processor time of what a test does, for what must not take for ever. Must never look at a clock on the wall."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


class TookTooLong(AssertionError):
    """It used more processor time than it may."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stops what runs inside after so many seconds of this process's own processor time, by TookTooLong.

    A busy computer makes no difference. Windows has no such signal; there the test runs without a limit.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_signal: int, _frame: object) -> None:
        raise TookTooLong(f"more than {seconds:g} s of processor time")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
