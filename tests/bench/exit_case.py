"""One exit in one browser: the small site it stands on, and the steps that every measurement begins with."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.exit_contestants import Contestant
from tests.browser.browser import Browser
from tests.browser.display import HOLD
from tests.browser.origins import Origins
from tests.browser.paint import Step
from tests.browser.patience import TooLate, wait

Start = Callable[[bool], Browser]
"""Starts a browser of the kind that is measured; the argument is whether scripts run in it."""


@dataclass(frozen=True)
class Case:
    """`scripted` and `scriptless` are two open browsers of one kind; `start` makes another, to be ended."""

    exit: Contestant
    origins: Origins
    folder: Path
    scripted: Browser
    scriptless: Browser
    start: Start

    @property
    def browser(self) -> Browser:
        return self.scripted

    @property
    def kind(self) -> str:
        return self.scripted.kind

    def serve(self, mode: str = "at once", address: str | None = None) -> None:
        """Forget what was asked before, and serve the small site with this exit."""
        self.origins.forget()
        self.origins.mode = mode
        site = self.exit.site(address or f"{self.origins.exit.address}/weather", f"{self.origins.start.address}/other")
        self.origins.folder = site.write(self.folder / f"{time.monotonic_ns()}")

    def fresh(self, mode: str = "at once", address: str | None = None) -> Browser:
        """The browser with one fresh tab."""
        self.serve(mode, address)
        self.scripted.only_tab()
        return self.scripted

    def open(self, page: str = "a", mode: str = "at once", address: str | None = None) -> Browser:
        """The browser with one fresh tab on a page of the site, ready for the key."""
        browser = self.fresh(mode, address)
        browser.open(f"{self.origins.site.address}/{page}/")
        return browser

    def key_steps(self) -> list[Step]:
        """The steps of pressing its key as often as it asks for, from the event that it waits for; what comes before
        is done at once."""
        display, key = self.scripted.display, self.exit.key
        display.mash(key, self.exit.presses - 1)
        if self.exit.on_release:
            display.down(key)
            time.sleep(HOLD)
            return [(0.0, lambda: display.up(key))]
        return [(0.0, lambda: display.down(key)), (HOLD, lambda: display.up(key))]

    def has_left(self, seconds: float = 3) -> bool:
        """Whether the exit page comes to be shown."""
        try:
            self.scripted.wait_for_exit(seconds)
        except TooLate:
            return False
        return True

    def leave(self) -> str:
        """Leave by the key; by the link where the key does not do it, which is said."""
        self.exit.trigger(self.scripted)
        if self.has_left():
            return ""
        self.scripted.click(self.exit.link)
        return " (by the link: the key does not leave)" if self.has_left() else " (does not leave)"

    def asked(self, seconds: float) -> bool:
        """Whether the exit host is asked for the exit page."""
        try:
            wait(self.origins.exit.pages, seconds, "the exit host")
        except TooLate:
            return False
        return True
