"""What a reader does on the small site: arrives from elsewhere, follows links, leaves; and looks at the history."""

from __future__ import annotations

import time

from tests.browser.browser import Browser
from tests.browser.origins import Origins
from tests.browser.patience import wait


def come_from_elsewhere(browser: Browser, origins: Origins, page: str) -> None:
    """Arrive as a reader does: from a page of another site, by a click on a link there."""
    browser.open(f"{origins.start.address}{page}")
    browser.click("#go")
    browser.arrive(f"{origins.site.address}{page}")


def read_on(browser: Browser, origins: Origins, *links: str) -> None:
    """Follow links of the site with the real pointer."""
    for link in links:
        browser.click(f"#to-{link}")
        browser.arrive(f"{origins.site.address}/{link}/")


def show_last_tab(browser: Browser) -> None:
    """Bring the newest tab to the front. WebDriver's choice of a tab does not show it: there its tab is clicked."""
    if browser.kind == "webkit":
        time.sleep(0.3)
        browser.display.click((browser.display.width - 200, browser.corner[1] + 18))
        time.sleep(0.3)
        browser.settle()  # a bar of tabs has come, and moved the page


def leave(browser: Browser) -> None:
    """Press Escape and arrive."""
    browser.press("Escape")
    browser.wait_for_exit()
    time.sleep(0.3)


def shown_history(browser: Browser) -> list[str]:
    """The rows of Chromium's History page, as a person sees them."""
    browser.navigate("chrome://history")
    walk = """(() => { const found = []; const walk = root => { for (const element of root.querySelectorAll('*')) {
        if (element.localName === 'history-item') found.push(element.shadowRoot.textContent.replace(/\\s+/g, ' '));
        if (element.shadowRoot) walk(element.shadowRoot); } }; walk(document); return found; })()"""
    wait(lambda: browser.try_evaluate(walk), 10, "rows on the History page")
    return list(browser.evaluate(walk))
