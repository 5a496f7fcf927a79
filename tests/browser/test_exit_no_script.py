"""Criterion 13: with scripts off the link hides the page, leaves, and promises nothing it cannot keep.

Nobody can ask such a page anything, so these tests only look at the display and at the servers' logs. The
key itself does nothing here, which is why the page must not name it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.browser import Browser
from tests.browser.display import Point
from tests.browser.origins import Origins
from tests.browser.paint import pointer_press, watch
from tests.browser.patience import stays, wait


def exit_link(browser: Browser) -> Point:
    """The link stands in the top right corner of a wide page."""
    return browser.corner[0] + browser.viewport[0] - 80, browser.corner[1] + 24


@pytest.mark.parametrize("mode", ["0.4 s", "never"])
def test_link_hides_and_leaves(scriptless: Browser, origins: Origins, site_folder: Path, mode: str) -> None:
    """The link is its own sheet, from the press until the exit page comes."""
    origins.mode = mode
    scriptless.open(f"{origins.site.address}/a/")
    seen = watch(scriptless, pointer_press(scriptless, exit_link(scriptless)), 1.5)
    assert seen.hidden is not None and not seen.came_back
    wait(origins.exit.pages, 5, "a request at the exit host")
    assert {request.referer for request in origins.exit.pages()} == {None}
    if mode != "never":
        assert "The exit page" in seen.titles[-1]


def test_escape_is_not_promised(scriptless: Browser, origins: Origins, site_folder: Path) -> None:
    """The hint's words are in an attribute only; the page works as plain pages do."""
    scriptless.open(f"{origins.site.address}/a/")
    page = (site_folder / "a" / "index.html").read_text()
    shown = page[page.index("<body>") :]
    assert ">or press Escape<" not in shown
    scriptless.press("Escape")
    assert stays(lambda: not origins.exit.pages(), 0.4)


def test_keyboard_alone(scriptless: Browser, origins: Origins, site_folder: Path) -> None:
    """The link is the first thing that Tab reaches, and Return follows it."""
    scriptless.open(f"{origins.site.address}/a/")
    scriptless.press("Tab")
    scriptless.press("Return")
    wait(origins.exit.pages, 5, "a request at the exit host")
    assert {request.referer for request in origins.exit.pages()} == {None}
