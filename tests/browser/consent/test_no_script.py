"""Without script nothing is asked, said or kept; text browsers, which print what is hidden, print none of it either."""

from __future__ import annotations

import re
import subprocess
import time
from pathlib import Path

import pytest

from tests.browser.browser import Browser
from tests.browser.consent.conftest import LISTS, Sites
from tests.browser.consent.reader import COOKIES, TONGUES
from tests.browser.origins import Origins
from tests.browser.patience import wait
from tests.pages.text_browsers import COMMANDS
from tests.pages.tools import need

SAID_BY_THE_SCRIPT = re.compile(
    r"choices are saved|technical problem|cookie is gone|reject cookies|accept cookies|hide this message"
    r"|dewisiadau wedi.u cadw|problem dechnegol|cwci wedi mynd|gwrthod cwcis|derbyn cwcis|cuddio.r neges",
    re.IGNORECASE,
)


def picture(browser: Browser, address: str) -> list[int]:
    """What is painted of a page, when it is whole. One of another site comes before it, so that no earlier page is taken for it."""
    left, top = browser.corner
    width, height = browser.viewport
    points = [(left + x, top + y) for x in range(8, width - 24, 12) for y in range(8, height - 40, 12)]
    browser.navigate(browser.origins.start.address)
    wait(lambda: browser.shown() == "start", 10, "the page of another site")
    browser.navigate(address)

    def whole() -> list[int]:
        seen = browser.display.colours(points)
        time.sleep(0.3)
        return seen if browser.shown() == "" and len(set(seen)) > 5 and browser.display.colours(points) == seen else []

    return wait(whole, 15, f"{address} to be painted")


def test_no_banner_and_no_cookie(scriptless: Browser, origins: Origins, sites: Sites) -> None:
    """The page looks as it does on a site without a cookie choice; no script is asked for; nothing is kept."""
    for words in TONGUES.values():
        origins.pages = dict(sites("nothing"))
        without = picture(scriptless, origins.site.address + words.home)
        origins.site.requests.clear()
        origins.pages = dict(sites("preferences"))
        assert picture(scriptless, origins.site.address + words.home) == without, "the very same picture, without a banner"
        if scriptless.kind != "webkit":  # WebKit looks ahead for scripts that it will not run
            assert not [request.path for request in origins.site.requests if "consent" in request.path]
    scriptless.open(origins.site.address + COOKIES)
    assert scriptless.cookies() == []


@pytest.mark.parametrize("name", LISTS)
def test_the_cookies_page_says_why_there_is_nothing_to_choose(sites: Sites, name: str) -> None:
    """In HTML, in place of the choices; a site that keeps nothing says that instead."""
    words = {"/en/cookies/": "No script is running, so they are off", "/cy/cwcis/": "Nid oes sgript yn rhedeg, felly maent wedi"}
    for path, sentence in words.items():
        assert (sentence in sites(name)[path].body.decode()) == (name != "nothing")


@pytest.mark.parametrize("program", COMMANDS)
@pytest.mark.parametrize("name", ["longer list", "nothing"])
def test_text_browsers(sites: Sites, tmp_path: Path, program: str, name: str) -> None:
    """No state of the banner is read out on any page, but for the page of the form's own problem."""
    need(program)
    pages = {path: reply.body for path, reply in sites(name).items() if reply.kind.startswith("text/html") and "/problem/" not in path}
    assert len(pages) > 10
    for path, body in pages.items():
        file = tmp_path / "page.html"
        file.write_bytes(body)
        command = [*COMMANDS[program], str(file)]
        shown = " ".join(subprocess.run(command, capture_output=True, text=True, timeout=20, check=True).stdout.split())
        assert not SAID_BY_THE_SCRIPT.findall(shown), path
        if path == COOKIES:
            assert ("No script is running" in shown) == (name != "nothing")
            assert ("This site uses no cookies" in shown) == (name == "nothing")
