"""What every browser here can do: be started clean, read, steered by real keys, and ended.

The protocol of each browser is used to read and to open a first address; leaving, Back and Forward go
through the keyboard and the pointer of the display. This module must never make an exit happen by protocol.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from tests.browser.cookie import Cookie
from tests.browser.display import Display, Point
from tests.browser.origins import Origins
from tests.browser.patience import wait

MARKER = 0xFE01FD  # a colour no browser's own furniture has
PAGES = {0x5B2A86: "site", 0x8A5A00: "start", 0x0A7D3C: "exit", MARKER: "marker"}
"""The ground of every page of the tests (`site.py`, `origins.py`)."""


@dataclass(frozen=True)
class Settings:
    """What the reader has set in the browser: which cookies it keeps, and whether it sends Global Privacy Control."""

    cookies: Literal["as usual", "none", "first party"] = "as usual"
    signal: bool = False


DEFAULTS = Settings()


class BrowserMissing(RuntimeError):
    """The browser, or the program that drives it, is not installed."""


class Refusal(RuntimeError):
    """The browser's protocol answered with an error, or not at all."""


class Browser(ABC):
    """One running browser with a fresh home and profile, on a display of its own."""

    kind: str
    back_key: tuple[str, ...] = ("Left", "Alt_L")
    forward_key: tuple[str, ...] = ("Right", "Alt_L")

    def __init__(self, folder: Path, origins: Origins, scripts: bool = True, settings: Settings = DEFAULTS) -> None:
        self.folder, self.origins, self.scripts, self.settings = folder, origins, scripts, settings
        self.home = folder / "home"
        self.profile = self.home / "profile"
        self.profile.mkdir(parents=True)
        self.processes: list[subprocess.Popen[bytes]] = []
        self.display = Display(folder / "screen")
        self.corner: Point = (0, 0)
        self.viewport: tuple[int, int] = (0, 0)
        try:
            self.launch()
            self.settle()
        except BaseException:
            self.close()
            raise

    # Each browser's own

    @property
    @abstractmethod
    def version(self) -> str:
        """Its name and version, for a report."""

    @abstractmethod
    def launch(self) -> None:
        """Start it and connect."""

    @abstractmethod
    def navigate(self, address: str) -> None:
        """Open an address in the current tab, without waiting for it."""

    @abstractmethod
    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the current tab, as JSON carries it."""

    @abstractmethod
    def new_tab(self) -> str:
        """Open an empty tab with a history of its own, make it current, and return its name."""

    @abstractmethod
    def tabs(self) -> list[str]:
        """The names of the tabs."""

    @abstractmethod
    def use_tab(self, tab: str) -> None:
        """Make a tab current, and bring it to the front."""

    @abstractmethod
    def close_tab(self, tab: str) -> None:
        """Close a tab."""

    @abstractmethod
    def cookies(self) -> list[Cookie]:
        """Every cookie that it keeps for the site of the current page."""

    @abstractmethod
    def forget_cookies(self) -> None:
        """Delete every cookie that it keeps for the site of the current page."""

    @abstractmethod
    def leave(self) -> None:
        """Quit as a reader does, so that the history is written."""

    def history(self) -> list[tuple[str, str]]:
        """Address and title of every row in the history database, after `leave`."""
        raise NotImplementedError

    # What they share

    def start(self, *words: str, **extra: str) -> subprocess.Popen[bytes]:
        """Start a program that sees only our display, our home and our origins."""
        surroundings = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.home),
            "DISPLAY": self.display.name,
            "LANG": "C.UTF-8",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
            "GDK_BACKEND": "x11",
            "MOZ_ENABLE_WAYLAND": "0",
            "NO_AT_BRIDGE": "1",
            **extra,
        }
        log = (self.folder / "log").open("ab")
        process = subprocess.Popen(self.origins.command(*words), env=surroundings, stdout=log, stderr=log, start_new_session=True)
        log.close()
        self.processes.append(process)
        return process

    def close(self) -> None:
        """End everything that was started here."""
        for process in self.processes:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait(20)
        self.display.close()

    def forget_site(self) -> None:
        """Delete what an earlier test had the site keep; the page of the current tab may be lost."""
        self.forget_cookies()

    def only_tab(self) -> None:
        """Leave nothing open but one fresh tab, with a history and an address of its own, and no cookie of the site."""
        first, *others = self.tabs()
        for other in others:  # before the fresh one is made: a page's own window may have no toolbar, and would be given to it
            self.close_tab(other)
        self.use_tab(first)
        self.forget_site()
        tab = self.new_tab()
        self.close_tab(first)
        wait(lambda: self.tabs() == [tab], 10, "the other tabs to close")
        self.use_tab(tab)
        self.display.button(False)  # a test that failed may have left it held
        self.display.move((self.display.width // 2, self.display.height - 30))
        self.settle()

    def settle(self) -> None:
        """Take the focus and find where on the display the page is drawn."""
        window = wait(lambda: next(iter(self.display.windows()), None), 20, "a window of the browser")
        self.display.fill(window)
        self.display.focus(window)
        page = f"<!doctype html><title>Marker</title><style>html{{background:#{MARKER:06x}}}</style>"
        self.navigate("data:text/html," + page.replace("#", "%23"))
        self.corner = wait(self._find_corner, 20, "the page on the display")
        time.sleep(0.2)
        self.corner = self._find_corner() or self.corner
        right = self.display.colours([(x, self.corner[1] + 40) for x in range(self.display.width)])
        below = self.display.colours([(self.corner[0] + 40, y) for y in range(self.display.height)])
        self.viewport = (right.count(MARKER), below.count(MARKER))

    def _find_corner(self) -> Point | None:
        for down in range(self.display.height):
            row = self.display.colours([(x, down) for x in range(0, self.display.width, 8)])
            if row.count(MARKER) * 2 > len(row):
                line = self.display.colours([(x, down) for x in range(self.display.width)])
                return line.index(MARKER), down
        return None

    def open(self, address: str) -> None:
        """Open an address in the current tab and wait until it is there."""
        before = self._picture()
        self.navigate(address)
        if self.scripts:
            self.arrive(address)
        else:  # nobody can be asked: another picture has to come, and to come to rest
            wait(lambda: self._picture() != before, 15, f"{address} in {self.kind}")
            wait(self._is_at_rest, 15, f"the end of {address} in {self.kind}")

    def arrive(self, address: str, seconds: float = 15) -> None:
        """Wait until the current tab has loaded an address."""

        def is_there() -> bool:
            state = self.try_evaluate("[location.href, document.readyState]")
            return bool(state and state[0].split("#")[0] == address.split("#", maxsplit=1)[0] and state[1] == "complete")

        wait(is_there, seconds, f"{address} in {self.kind}")
        self.wait_until_heard()

    def _picture(self) -> list[int]:
        left, top = self.corner
        width, height = self.viewport
        return self.display.colours([(left + x, top + y) for x in range(9, width - 20, 24) for y in range(9, height, 12)])

    def _is_at_rest(self) -> bool:
        before = self._picture()
        time.sleep(0.4)
        return self._picture() == before

    def wait_until_heard(self) -> None:
        """Wait until the page that is there is painted and is given keys and clicks."""
        time.sleep(0.15)

    def try_evaluate(self, expression: str) -> Any:
        """The value of an expression, or None while the page is between two addresses."""
        try:
            return self.evaluate(expression)
        except Refusal:
            return None

    def place(self, selector: str) -> Point:
        """Where on the display the middle of an element is."""
        box = self.evaluate(
            f"(box => [box.x + box.width / 2, box.y + box.height / 2])(document.querySelector({selector!r}).getBoundingClientRect())"
        )
        return self.corner[0] + round(box[0]), self.corner[1] + round(box[1])

    def click(self, selector: str, *modifiers: str, number: int = 1) -> None:
        """Click an element with the real pointer."""
        self.display.click(self.place(selector), *modifiers, number=number)

    def press(self, key: str, *modifiers: str) -> None:
        """Press a real key."""
        self.display.press(key, *modifiers)

    def back(self) -> None:
        """Press the browser's own Back."""
        self.display.press(*self.back_key)

    def forward(self) -> None:
        """Press the browser's own Forward."""
        self.display.press(*self.forward_key)

    def wait_for_exit(self, seconds: float = 12) -> None:
        """Wait until the exit page is what a person sees."""
        wait(lambda: self.shown() == "exit", seconds, f"the exit in {self.kind}")

    def wait_until_left(self, seconds: float = 12) -> None:
        """The same after Escape was pressed again and again: the last press may stop the exit page itself, which is blank then.

        Chromium's protocol tells nothing about a page that was stopped so early; its window has the address for a title.
        """
        exit_host = self.origins.exit.address
        blank = f"location.origin === '{exit_host}' && document.readyState === 'complete' && !document.body.innerText"

        def has_left() -> bool:
            if self.shown():
                return self.shown() == "exit"
            return exit_host.removeprefix("https://") in self.title() or bool(self.try_evaluate(blank))

        wait(has_left, seconds, f"the exit in {self.kind}")

    def shown(self) -> str:
        """Which page is painted, by the colour of its ground; "" for none of them.

        The display is asked and not the browser: a question that meets WebKit on its way between two
        processes is never answered.
        """
        left, top = self.corner
        width, height = self.viewport
        points = [(left + x, top + y) for x in range(30, width, 60) for y in range(20, height, 60)]
        colours = self.display.colours(points)
        most = max(PAGES, key=colours.count)
        return PAGES[most] if colours.count(most) * 10 > len(points) else ""

    def where(self) -> str:
        """The address shown in the current tab."""
        return str(self.evaluate("location.href"))

    def title(self) -> str:
        """The title shown in the window."""
        return self.display.title(self.display.windows()[-1])
