"""A yes is taken back as easily as it was given: by the reader, by leaving, by a changed list, by the browser's own signal."""

from __future__ import annotations

import pytest

from tests.browser.consent.conftest import Sites
from tests.browser.consent.reader import COOKIES, HOME, Reader
from tests.browser.generated import with_script
from tests.browser.patience import wait

BANNER = ["Reject cookies", "Accept cookies", "Customise cookies"]
TELLS = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true });"
"""Global Privacy Control as a browser's setting or an extension says it to a page."""


def accept(reader: Reader, path: str = HOME) -> None:
    """Say yes in the banner."""
    reader.open(path)
    reader.choose("accept")
    reader.hears("saved")


def test_withdrawing_deletes_and_proves_it(reader: Reader) -> None:
    """“Gone” is said of a cookie that the browser no longer has; then the question is open again."""
    accept(reader)
    reader.open(COOKIES)
    assert reader.ask("[...document.querySelectorAll('input[type=checkbox]')].map(box => box.checked)") == [True, True]
    reader.choose("delete")
    reader.hears("The cookie is gone, and optional cookies are off.")
    assert reader.cookies() == []
    assert reader.ask("[...document.querySelectorAll('input[type=checkbox]')].map(box => box.checked)") == [False, False]
    reader.open()
    assert reader.buttons() == BANNER


def test_gone_is_not_said_of_what_is_still_there(reader: Reader, sites: Sites) -> None:
    """A cookie that cannot be deleted is a technical problem, and the reader is told what else to do."""
    accept(reader)
    stubborn = "(look => Object.defineProperty(Document.prototype, 'cookie', { get: look.get, set() {} }))"
    stubborn += "(Object.getOwnPropertyDescriptor(Document.prototype, 'cookie'));"
    reader.serve(with_script(sites("preferences"), stubborn))
    reader.open(COOKIES)
    reader.choose("delete")
    said = reader.hears("technical problem")
    assert "A cookie may still be on this device. You can delete it in the settings of your browser." in said
    assert "gone" not in reader.place()
    assert reader.cookies() != []


def test_leaving_deletes_the_answer(reader: Reader) -> None:
    """By the key and by the link, as the cookies page promises; the exit's host learns nothing of it."""
    for way in ("key", "link"):
        accept(reader)
        assert reader.answer() is not None
        if way == "key":
            reader.browser.press("Escape")
        else:
            reader.browser.click(".quick-exit a")
        reader.browser.wait_for_exit()
        assert {request.referer for request in reader.origins.exit.pages()} == {None}
        assert all("choices" not in str(request.headers) for request in reader.origins.exit.pages())
        reader.open("/404.html")
        assert reader.cookies() == []


@pytest.mark.parametrize("new", ["longer list", "shorter list", "nothing"])
def test_a_changed_list_takes_the_yes_back(reader: Reader, sites: Sites, new: str) -> None:
    """What was allowed under another list is deleted, and asked again; where nothing is kept any more, it is not asked."""
    accept(reader)
    before = reader.answer()
    assert before is not None
    reader.serve(sites(new))
    reader.forget_requests()
    reader.open()
    if new == "nothing":
        assert reader.place() == ""
    else:
        assert reader.buttons() == BANNER
    wait(lambda: reader.cookies() == [], 5, "the old answer to be deleted")
    assert reader.sent() == []
    if new == "longer list":
        reader.choose("accept")
        reader.hears("saved")
        after = reader.answer()
        assert after is not None
        assert after.value.split(".")[0] != before.value.split(".")[0]
        assert after.value.split(".")[1] == "als"


def test_the_signal_is_a_no(reader: Reader, sites: Sites) -> None:
    """Global Privacy Control: nothing is asked, an older yes is deleted, and the cookies page still lets the reader choose."""
    accept(reader)
    reader.serve(with_script(sites("preferences"), TELLS))
    reader.open()
    assert reader.ask("navigator.globalPrivacyControl") is True
    assert reader.place() == ""
    wait(lambda: reader.cookies() == [], 5, "the older yes to be deleted")
    reader.open(COOKIES)
    assert reader.ask("document.querySelectorAll('input:checked').length") == 1, "only the appearance that the device has"
    reader.tick("a")
    reader.choose("save")
    reader.hears("saved")
    kept = reader.answer()
    assert kept is not None
    assert kept.value.partition(".")[2] == "ga.."
    reader.open(COOKIES)
    assert reader.ask("document.querySelector('input[value=a]').checked"), "a yes given beside the signal is a yes"
    reader.open()
    assert reader.place() == ""
