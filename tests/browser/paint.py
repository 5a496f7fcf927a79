"""What a person beside the reader sees: how soon the page is gone from the display, and whether it returns.

"Gone" means that under 10 % of the page's own pixels are left. It must never ask the browser anything
while it watches, and must leave it the processors: a look at some 300 points takes a tenth of a millisecond.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.browser.browser import Browser
from tests.browser.display import Colour, Point

LEFT = 0.10
PAUSE = 0.001
"""Seconds between two looks."""
BETWEEN_TITLES = 0.005
"""Seconds between two looks at the window's title, each of which is a question to the X server."""
WHITE = 0xFFFFFF

Step = tuple[float, Callable[[], None]]


@dataclass(frozen=True)
class Seen:
    """What was seen from the trigger on; times in milliseconds after it."""

    hidden: float | None  # the page's pixels were under the limit for the first time
    retitled: float | None  # the window's title changed for the first time
    most_later: float  # the largest share of the page's pixels seen after it had been hidden
    titles: tuple[str, ...]

    @property
    def came_back(self) -> bool:
        """Whether the page was seen again after it had gone."""
        return self.most_later >= LEFT


class Picture:
    """The page as it is painted now, to compare with later."""

    def __init__(self, browser: Browser, step: int = 60) -> None:
        self._display = browser.display
        left, top = browser.corner
        width, height = browser.viewport
        inside = range(left + step // 2, left + width, step), range(top + step // 2, top + height, step)
        points = [(x, y) for y in inside[1] for x in inside[0]]
        own = [(point, colour) for point, colour in zip(points, self._display.colours(points), strict=True) if colour != WHITE]
        if len(own) * 2 < len(points):
            raise AssertionError("the page to be hidden is not painted")
        self._points: Sequence[Point] = [point for point, _ in own]
        self._colours: Sequence[Colour] = [colour for _, colour in own]

    def left(self) -> float:
        """The share of the page's pixels that are still there."""
        now = self._display.colours(self._points)
        return sum(1 for was, is_ in zip(self._colours, now, strict=True) if was == is_) / len(now)


def watch(browser: Browser, steps: Sequence[Step], seconds: float) -> Seen:
    """Do each step at its time (in seconds; the first, at 0, is the trigger) and watch the display."""
    picture = Picture(browser)
    display, window = browser.display, browser.display.windows()[-1]
    titles = [display.title(window)]
    hidden: float | None = None
    retitled: float | None = None
    most_later = 0.0
    waiting = list(steps)
    asked = 0.0
    start = time.perf_counter()
    while (now := time.perf_counter() - start) < seconds:
        if waiting and now >= waiting[0][0]:
            waiting.pop(0)[1]()
            continue
        share = picture.left()
        if hidden is None:
            hidden = (time.perf_counter() - start) * 1000 if share < LEFT else None
        else:
            most_later = max(most_later, share)
        if now - asked > BETWEEN_TITLES:
            asked, title = now, display.title(window)
            if title != titles[-1]:
                retitled = retitled or (time.perf_counter() - start) * 1000
                titles.append(title)
        time.sleep(PAUSE)
    return Seen(hidden, retitled, most_later, tuple(titles))


def key_press(browser: Browser, key: str = "Escape", times: int = 1) -> list[Step]:
    """The steps of pressing a key, once or again and again."""
    steps: list[Step] = []
    for number in range(times):
        steps.append((number * 0.1, lambda: browser.display.down(key)))
        steps.append((number * 0.1 + 0.04, lambda: browser.display.up(key)))
    return steps


def pointer_press(browser: Browser, point: Point) -> list[Step]:
    """The steps of a click; the pointer is put there first."""
    browser.display.move(point)
    time.sleep(0.15)
    return [(0.0, lambda: browser.display.button(True)), (0.08, lambda: browser.display.button(False))]


def seen_while(browser: Browser, step: Callable[[], None], times: int, until: str = "") -> set[str]:
    """The pages a person sees during several presses of Back or Forward, those passed on the way included.

    With `until`, the first presses are for getting to that page, however long the browser takes for it.
    """
    seen: set[str] = set()

    def press_and_look(seconds: float, goal: str) -> bool:
        step()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            seen.add(browser.shown())
            if goal in seen:
                return True
            time.sleep(0.01)
        return False

    if until:
        assert any(press_and_look(4, until) for _ in range(3)), f"{until} was not reached: {seen}"
        time.sleep(0.3)
    for _ in range(times):
        press_and_look(0.7, "nothing")
    return seen
