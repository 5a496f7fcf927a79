"""A walk by the Tab key, with real keys, where our own checks have no hand: in Firefox and in WebKit.

Every page is walked in Chromium by `tests/pages/keyboard.py`; here one page of each kind, in both languages, by the same checks.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.browser import Browser
from tests.browser.conftest import Running
from tests.browser.origins import Origins
from tests.browser.patience import TooLate, wait
from tests.pages.tools import behaviour_source

QUICK = 0.01  # seconds that Tab is held: a page has a hundred stops, and nothing here depends on the hand
PAGES = {
    "first": ("en/", "cy/"),
    "help": ("en/help/", "cy/cymorth/"),
    "form": ("en/feedback/", "cy/adborth/"),
    "plan": ("en/action-plan/", "cy/cynllun-gweithredu/"),
}


@pytest.fixture(params=["firefox", "webkit"])
def walker(request: pytest.FixtureRequest, running: Running, origins: Origins, built_site: Path) -> Browser:
    """Each browser in turn, on the site of content/."""
    browser = running.tidy(request.param)
    origins.forget()
    origins.folder = built_site
    return browser


@pytest.mark.parametrize("name", PAGES)
def test_tab_reaches_everything_in_its_order_and_is_seen(walker: Browser, origins: Origins, name: str) -> None:
    """Each stop has the focus once, in the order of the page, with a ring, not behind the exit; Shift and Tab lead back."""
    for page in PAGES[name]:
        walker.open(f"{origins.site.address}/{page}")
        _walk(walker)


def _walk(walker: Browser) -> None:
    """To the last stop of the page that is open, and one back. Where a stop is still scrolled to, it is looked at again."""
    walker.evaluate(f"(window.__own = {behaviour_source()}, 1)")
    count = walker.evaluate("__own.startWalk()")
    assert count > 5
    for place in range(count):
        walker.display.press("Tab", hold=QUICK)
        _comes_to(walker, place)
    walker.press("Tab", "Shift_L")
    _comes_to(walker, count - 2)


def _comes_to(walker: Browser, place: int) -> None:
    step: dict[str, Any] = {}

    def is_seen_there() -> bool:
        step.update(walker.evaluate("__own.step()"))
        return step == {"place": place, "found": []}

    try:
        wait(is_seen_there, 5, "the next stop", 0.005)
    except TooLate:
        raise AssertionError(f"at stop {place}: {step}, {walker.evaluate('document.activeElement.outerHTML')[:200]}") from None
