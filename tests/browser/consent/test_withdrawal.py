"""A yes is taken back as easily as it was given: by the reader, by leaving, by a changed list, by the browser's own signal."""

from __future__ import annotations

import pytest

from tests.browser.consent.conftest import Sites
from tests.browser.consent.reader import TONGUES, Reader
from tests.browser.generated import with_script
from tests.browser.patience import wait

TELLS = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true });"
"""Global Privacy Control as a browser's setting or an extension says it to a page."""


def accept(reader: Reader, code: str = "en") -> None:
    """Say yes in the banner."""
    reader.open(TONGUES[code].home)
    reader.choose("accept")
    reader.hears(TONGUES[code].saved)


def test_withdrawing_deletes_and_proves_it(reader: Reader) -> None:
    """“Gone” is said of a cookie that the browser no longer has; then the question is open again."""
    ticked = "[...document.querySelectorAll('input[type=checkbox]')].map(box => box.checked)"
    for code, words in TONGUES.items():
        accept(reader, code)
        reader.open(words.cookies)
        assert reader.ask(ticked) == [True, True]
        reader.choose("delete")
        reader.hears(words.gone)
        assert reader.cookies() == []
        assert reader.ask(ticked) == [False, False]
        reader.open(words.home)
        assert reader.buttons() == words.answers


def test_gone_is_not_said_of_what_is_still_there(reader: Reader, sites: Sites) -> None:
    """A cookie that cannot be deleted is a technical problem, and the reader is told what else to do."""
    accept(reader)
    stubborn = "(look => Object.defineProperty(Document.prototype, 'cookie', { get: look.get, set() {} }))"
    stubborn += "(Object.getOwnPropertyDescriptor(Document.prototype, 'cookie'));"
    reader.serve(with_script(sites("preferences"), stubborn))
    for words in TONGUES.values():
        reader.open(words.cookies)
        reader.choose("delete")
        assert words.still in reader.hears(words.problem)
        assert words.gone not in reader.place()
        assert reader.cookies() != []


def test_leaving_deletes_the_answer(reader: Reader) -> None:
    """By the key and by the link, as the cookies page promises; the exit's host learns nothing of it."""
    for way, code in (("key", "en"), ("link", "cy"), ("key", "cy"), ("link", "en")):
        accept(reader, code)
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
    for code, words in TONGUES.items():
        reader.serve(sites("preferences"))
        reader.browser.forget_cookies()
        accept(reader, code)
        before = reader.answer()
        assert before is not None
        reader.serve(sites(new))
        reader.forget_requests()
        reader.open(words.home)
        if new == "nothing":
            assert reader.place() == ""
        else:
            assert reader.buttons() == words.answers
        wait(lambda: reader.cookies() == [], 5, "the old answer to be deleted")
        assert reader.sent() == []
        if new == "longer list":
            reader.choose("accept")
            reader.hears(words.saved)
            after = reader.answer()
            assert after is not None
            assert after.value.split(".")[0] != before.value.split(".")[0]
            assert after.value.split(".")[1:] == ["als", "", code]


def test_the_signal_is_a_no(reader: Reader, sites: Sites) -> None:
    """Global Privacy Control: nothing is asked, an older yes is deleted, and the cookies page still lets the reader choose."""
    for code, words in TONGUES.items():
        reader.serve(sites("preferences"))
        reader.browser.forget_cookies()
        accept(reader, code)
        reader.serve(with_script(sites("preferences"), TELLS))
        reader.open(words.home)
        assert reader.ask("navigator.globalPrivacyControl") is True
        assert reader.place() == ""
        wait(lambda: reader.cookies() == [], 5, "the older yes to be deleted")
        reader.open(words.cookies)
        assert reader.ask("document.querySelectorAll('input:checked').length") == 1, "only the appearance that the device has"
        reader.tick("a")
        reader.choose("save")
        reader.hears(words.saved)
        kept = reader.answer()
        assert kept is not None
        assert kept.value.partition(".")[2] == "ga.."
        reader.open(words.cookies)
        assert reader.ask("document.querySelector('input[value=a]').checked"), "a yes given beside the signal is a yes"
        reader.open(words.home)
        assert reader.place() == ""
