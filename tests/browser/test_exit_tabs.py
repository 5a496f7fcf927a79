"""Criterion 11: the other tabs of the site leave too. Those that were open before: `test_exit_hosts.py`."""

from __future__ import annotations

import time
from pathlib import Path

from tests.browser.browser import Browser
from tests.browser.origins import Origins
from tests.browser.patience import wait


def test_tab_opened_while_another_leaves(browser: Browser, origins: Origins, site_folder: Path) -> None:
    """A tab that was still loading when Escape was pressed asks the others, and is told."""
    origins.mode = "3 s"
    browser.open(f"{origins.site.address}/a/")
    browser.press("Escape")
    time.sleep(0.2)
    browser.new_tab()
    browser.navigate(f"{origins.site.address}/b/")
    wait(lambda: len(origins.exit.pages()) == 2, 10, "the late tab to leave")
