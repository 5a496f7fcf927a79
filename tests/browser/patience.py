"""Waiting for something to happen, always with a limit."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Seen = TypeVar("Seen")


class TooLate(AssertionError):
    """It did not happen in time."""


def wait(look: Callable[[], Seen | None], seconds: float, what: str, pause: float = 0.03) -> Seen:
    """Look again and again until there is something true to see; then return it."""
    end = time.monotonic() + seconds
    while True:
        seen = look()
        if seen:
            return seen
        if time.monotonic() > end:
            raise TooLate(f"after {seconds:g} s still waiting for {what}")
        time.sleep(pause)


def stays(look: Callable[[], object], seconds: float, pause: float = 0.03) -> bool:
    """Whether something is true at every look for some time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not look():
            return False
        time.sleep(pause)
    return True
