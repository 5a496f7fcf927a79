"""The exit hosts that a reader may meet: slow, dead in two ways, and leading elsewhere.

Tests of a criterion that depends on the exit host go through all of them. Must never be a host that answers at once:
that one hides what goes wrong while the exit page is awaited.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.browser.origins import Origins

NOBODY = "https://127.0.0.9:4433/weather"
"""Nobody listens there. (To port 9 a browser would not even go.)"""


@dataclass(frozen=True)
class ExitHost:
    """`mode` is one of `origins.MODES`; `answers` is whether an exit page ever comes."""

    name: str
    mode: str
    answers: bool
    listens: bool = True

    def address(self, origins: Origins) -> str:
        """Where the exit leads, for the settings of a site."""
        return f"{origins.exit.address}/weather" if self.listens else NOBODY


SLOW = ExitHost("slow", "1 s", True)
SILENT = ExitHost("silent", "never", False)
CLOSED = ExitHost("closed", "never", False, listens=False)
REDIRECTING = ExitHost("redirecting", "redirect", True)
HOSTS = (SLOW, SILENT, CLOSED, REDIRECTING)
