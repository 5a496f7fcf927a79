"""Browsers whose own settings stand in the way: all cookies blocked, those of other sites blocked, the signal switched on.

Each starts a browser of its own, because such settings are read once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.browser.browser import Browser, Settings
from tests.browser.conftest import KINDS, Running
from tests.browser.consent.conftest import Sites
from tests.browser.consent.reader import COOKIES, TONGUES, Reader
from tests.browser.origins import Origins, Reply
from tests.browser.patience import wait

WRITES = b"""<!doctype html><title>Framed</title><script>
document.cookie = "mark=1; Path=/; Secure; SameSite=None";
parent.postMessage(document.cookie || "nothing", "*");
</script>"""
FRAME = """<!doctype html><title>A frame of another site</title><script>onmessage = event => document.title = event.data</script>
<iframe src="OTHER/framed"></iframe>"""


@contextmanager
def started(running: Running, kind: str, settings: Settings) -> Iterator[Browser]:
    browser = running.start(kind, settings=settings)
    try:
        yield browser
    finally:
        browser.close()


def kept_in_a_frame(reader: Reader) -> str:
    """What a page of another site can keep inside a page of this one."""
    reader.origins.start.replies["GET", "/framed"] = Reply(WRITES)
    reader.origins.pages["/framing/"] = Reply(FRAME.replace("OTHER", reader.origins.start.address).encode())
    reader.open("/framing/")
    return wait(lambda: title if (title := str(reader.ask("document.title"))) != "A frame of another site" else "", 5, "the frame")


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_all_cookies_blocked(running: Running, origins: Origins, sites: Sites, kind: str) -> None:
    """The reader is told that nothing was saved, in the banner and on the cookies page; the site works as before."""
    origins.forget()
    with started(running, kind, Settings(cookies="none")) as browser:
        reader = Reader(browser, origins, sites("longer list"))
        for words in TONGUES.values():
            reader.open(words.home)
            for answer in ("accept", "reject"):
                reader.choose(answer)
                reader.hears(words.problem)
                assert reader.buttons() == words.answers
                reader.ask("(document.activeElement.blur(), 1)")
            reader.open(words.cookies)
            reader.tick("l")
            reader.choose("save")
            reader.hears(words.problem)
        assert reader.cookies() == []
        assert reader.sent() == []
        browser.press("Escape")
        browser.wait_for_exit()


@pytest.mark.parametrize("kind", ["chromium", "webkit"])
def test_cookies_of_other_sites_blocked(running: Running, origins: Origins, sites: Sites, kind: str) -> None:
    """The choice is this site's own, so it is kept where a frame of another site can keep nothing."""
    origins.forget()
    with started(running, kind, Settings(cookies="first party")) as browser:
        saved(Reader(browser, origins, sites("preferences")))


def saved(reader: Reader) -> None:
    assert kept_in_a_frame(reader) == "nothing"
    reader.open(COOKIES)
    reader.tick("a")
    reader.choose("save")
    reader.hears("Your choices are saved.")
    assert reader.answer() is not None


def test_firefox_with_the_signal_and_cookies_of_other_sites_blocked(running: Running, origins: Origins, sites: Sites) -> None:
    """Global Privacy Control as Firefox's own setting sends it: to the page and to the server."""
    origins.forget()
    with started(running, "firefox", Settings(cookies="first party", signal=True)) as browser:
        reader = Reader(browser, origins, sites("preferences"))
        reader.open()
        assert origins.site.pages()[-1].headers.get("sec-gpc") == "1"
        assert reader.place() == ""
        assert reader.stored() == "0|0|"
        saved(reader)
        kept = reader.answer()
        assert kept is not None
        assert kept.value.partition(".")[2] == "ga.."
