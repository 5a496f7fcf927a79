"""The exit on pages as the generator makes them: the content of this very site, left by a real key."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from tests.browser.browser import Browser
from tests.browser.origins import Origins
from tests.browser.paint import seen_while
from tests.browser.patience import wait
from tests.browser.reading import leave

ROOT = Path(__file__).resolve().parents[2]
PAGES = ["404.html", "en/cookies/", "en/feedback/", "cy/pori-yn-ddiogel/"]


def test_one_press_leaves_every_kind_of_page(browser: Browser, origins: Origins, built_site: Path) -> None:
    """The “not found” page, the cookie choice, the form with its focus in the field, and a page in Welsh."""
    origins.folder = built_site
    for page in PAGES:
        browser.open(f"{origins.site.address}/{page}")
        if page == "en/feedback/":
            browser.evaluate("(document.querySelector('textarea').focus(), 1)")
        origins.exit.requests.clear()
        leave(browser)
        assert {request.referer for request in origins.exit.pages()} == {None}
    assert not origins.start.pages()


def test_back_after_reading_goes_to_where_the_reader_was(browser: Browser, origins: Origins, built_site: Path) -> None:
    """From elsewhere to the home page, to a page named there, to one named at its foot, and out."""
    origins.folder = built_site
    browser.open(f"{origins.start.address}/en/")
    browser.click("#go")
    browser.arrive(f"{origins.site.address}/en/")
    for link in ("main a[href^='../en/']:not([href*='#']), main a[href]:not([href^='tel']):not([href*=':'])", "footer a[href*='cookies']"):
        here = len(origins.site.pages())
        browser.evaluate(f"(document.querySelector({link!r}).scrollIntoView({{block: 'center'}}), 1)")
        time.sleep(0.2)
        browser.click(link)
        wait(partial(_more_than, origins, here), 8, "the next page")
        browser.arrive(f"{origins.site.address}{origins.site.pages()[-1].path}")
    leave(browser)
    asked = len(origins.site.pages())
    seen = seen_while(browser, browser.back, 0, until="start")
    assert seen <= {"exit", "start", ""} and len(origins.site.pages()) == asked


def test_every_page_has_a_way_up(built_site: Path) -> None:
    """With discreet navigation Back leaves the site, so each page itself leads on: to the page above it, or to the home page."""
    homes = {built_site / language / "index.html" for language in ("en", "cy")}
    pages = set(built_site.rglob("*.html")) - homes
    assert len(pages) > 40
    for page in pages:
        tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
        steps = [link.attributes.get("href") or "" for link in tree.css("nav.breadcrumbs a")]
        if page.parent == built_site:  # “not found” and the choice of a language stand above the home pages
            links = {urlsplit(link.attributes.get("href") or "").path for link in tree.css("a[href]")}
            assert {"/en/", "/cy/"} <= {f"/{path.strip('/')}/" for path in links}, page
        else:
            assert steps and (page.parent / steps[0]).resolve() / "index.html" in homes, page
            assert (page.parent / steps[-1] / "index.html").resolve().exists(), page


def _more_than(origins: Origins, count: int) -> bool:
    return len(origins.site.pages()) > count
