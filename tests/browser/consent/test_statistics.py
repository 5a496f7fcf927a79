"""Page counts against a real server: after a yes only, to this same site, the path and nothing else."""

from __future__ import annotations

import pytest

from tests.browser.consent.conftest import Sites
from tests.browser.consent.reader import COOKIES, Reader
from tests.browser.origins import Reply, Request
from tests.browser.patience import stays, wait

COUNT = "/count"
TELLING = {"cookie", "referer", "authorization", "if-none-match", "if-modified-since"}
"""Headers that would know one reader from another, or the page from which the count came."""


def counts(reader: Reader) -> list[Request]:
    return [request for request in reader.origins.site.requests if request.path.startswith(COUNT)]


@pytest.fixture
def counted(reader: Reader, sites: Sites) -> Reader:
    """A reader on a site that declares page counts."""
    reader.serve(sites("longer list"))
    reader.origins.site.replies["POST", COUNT] = Reply(status=204)
    reader.forget_requests()
    return reader


def test_after_a_yes_only(counted: Reader) -> None:
    """Not before, not after a no; from the press on after a yes; not any more after it is taken back."""
    counted.open("/en/help/?who=me#people")
    counted.open(COOKIES)
    counted.open()
    counted.choose("reject")
    counted.hears("saved")
    counted.open("/en/help/")
    assert stays(lambda: not counts(counted), 0.4)
    counted.open(COOKIES)
    counted.tick("s")
    counted.choose("save")
    counted.hears("saved")
    wait(lambda: [request.body for request in counts(counted)] == [COOKIES.encode()], 5, "the page on which it was allowed")
    counted.open("/en/help/?who=me#people")
    wait(lambda: len(counts(counted)) == 2, 5, "the next page")
    for request in counts(counted):
        assert (request.method, request.path) == ("POST", COUNT)
        assert not TELLING & set(request.headers)
        assert "who=me" not in str(request.headers)
        assert request.headers.get("origin", "null") in ("null", counted.origins.site.address)
    assert counts(counted)[-1].body == b"/en/help/"
    counted.open(COOKIES)
    wait(lambda: len(counts(counted)) == 3, 5, "the cookies page")
    counted.choose("delete")
    counted.hears("gone")
    counted.open("/en/help/")
    counted.open()
    assert stays(lambda: len(counts(counted)) == 3, 0.4)
    assert counted.origins.exit.requests == counted.origins.start.requests == []


@pytest.mark.parametrize("reply", [Reply(dies=True), Reply(delay=None)], ids=["dies", "stalls"])
def test_a_server_that_does_not_count_disturbs_nobody(counted: Reader, reply: Reply) -> None:
    """The choice is saved, the page goes on, and leaving takes one press."""
    counted.origins.site.replies["POST", COUNT] = reply
    counted.open()
    counted.choose("accept")
    counted.hears("Your choices are saved.")
    wait(lambda: counts(counted), 5, "the count")
    counted.browser.press("Escape")
    counted.browser.wait_for_exit()
