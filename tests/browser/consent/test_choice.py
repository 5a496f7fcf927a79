"""The regulator's three live tests, with the real pointer: nothing before a choice, a no as easy as a yes, nothing after a no.

Beside them what the one cookie is like, which only the browser can tell.
"""

from __future__ import annotations

import time

from tests.browser.consent.conftest import Sites
from tests.browser.consent.reader import COOKIES, TONGUES, Reader
from tests.browser.patience import wait

DAY = 86_400
LOOKS = """[...document.querySelectorAll('#consent div > *')].map(answer => {
  const box = answer.getBoundingClientRect(), style = getComputedStyle(answer);
  return [Math.round(box.width), Math.round(box.height), Math.round(box.top),
    ...['fontSize', 'fontWeight', 'color', 'backgroundColor', 'borderTopColor', 'borderTopWidth', 'textDecorationLine', 'opacity']
      .map(name => style[name])].join(' ');
})"""
"""Size, height on the page and look of each answer."""


def test_nothing_is_kept_or_sent_before_a_choice(reader: Reader) -> None:
    """Not by reading three pages, nor by looking at the choices."""
    reader.open("/")
    for words in TONGUES.values():
        reader.open(words.home)
        assert reader.buttons() == words.answers
        reader.open(words.cookies)
        assert reader.buttons() == words.choices
    assert reader.stored() == "0|0|"
    assert reader.stored_slowly() == "0|0|0"
    assert reader.cookies() == []
    assert reader.sent() == []


def test_a_no_is_as_easy_as_a_yes(reader: Reader) -> None:
    """Three answers beside each other: the same size, the same weight, one press each; none is chosen beforehand."""
    for words in TONGUES.values():
        reader.open(words.home)
        looks = reader.ask(LOOKS)
        assert len(looks) == 3
        assert len(set(looks)) == 1, looks
        assert reader.ask("document.activeElement === document.body"), "no answer is suggested by the focus"
        if reader.browser.kind == "chromium":  # only Chromium can pretend the colours that a reader forces on every page
            reader.browser.ask("Emulation.setEmulatedMedia", {"features": [{"name": "forced-colors", "value": "active"}]})  # type: ignore[attr-defined]
            assert len(set(reader.ask(LOOKS))) == 1, "with forced colours"
            reader.browser.ask("Emulation.setEmulatedMedia", {"features": []})  # type: ignore[attr-defined]


def answer(reader: Reader, value: str, code: str) -> None:
    """One press answers for good: said once, with the focus; hidden by its own button; not asked again on any page."""
    words = TONGUES[code]
    reader.open(words.home)
    reader.choose(value)
    assert reader.hears(words.saved) == f"{words.saved} {words.change}{words.hide}"
    assert reader.buttons() == [words.change, words.hide]
    reader.choose("hide")
    wait(lambda: reader.ask("document.activeElement.id") == "main", 5, "the focus on what the page is about")
    assert reader.ask("document.getElementById('consent')") is None
    reader.open(words.help)
    assert reader.place() == ""


def test_nothing_is_kept_or_sent_after_a_no(reader: Reader) -> None:
    """But the no itself, until the browser is closed."""
    for code in TONGUES:
        reader.browser.forget_cookies()
        answer(reader, "reject", code)
        for words in TONGUES.values():
            reader.open(words.home)
            assert reader.place() == ""
        reader.open(TONGUES[code].cookies)
        kept = reader.answer()
        assert kept is not None
        assert (kept.path, kept.secure, kept.same_site, kept.expires) == ("/", True, "strict", None)
        assert kept.value.partition(".")[2] == "..", "the version of the list, and no choice"
        assert reader.stored() == f"0|0|choices={kept.value}"
    assert reader.stored_slowly() == "0|0|0"
    assert reader.sent() == []


def test_a_yes_is_kept_for_the_days_that_are_declared(reader: Reader) -> None:
    """And holds nothing but the version of the list and the choices."""
    for code in TONGUES:
        reader.browser.forget_cookies()
        answer(reader, "accept", code)
        kept = reader.answer()
        assert kept is not None
        assert (kept.path, kept.secure, kept.same_site) == ("/", True, "strict")
        assert kept.expires is not None
        assert abs(kept.expires - time.time() - 180 * DAY) < 120
        assert kept.value.partition(".")[2] == f"al..{code}"
    assert reader.sent() == []


def test_customise_is_one_press_too(reader: Reader) -> None:
    """The third answer leads to the choices of the same language, none of which is ticked, and which one press saves."""
    for code, words in TONGUES.items():
        reader.browser.forget_cookies()
        reader.open(words.home)
        assert reader.ask("document.getElementById('consent').getAttribute('aria-label')") == words.label
        reader.press("#consent a")
        reader.browser.arrive(f"{reader.origins.site.address}{words.cookies}")
        assert reader.buttons() == words.choices
        assert reader.ask("document.querySelectorAll('input[type=checkbox]:checked').length") == 0
        reader.tick("l")
        reader.choose("save")
        reader.hears(words.saved)
        kept = reader.answer()
        assert kept is not None
        assert kept.value.partition(".")[2] == f"l..{code}"


def test_nothing_is_asked_where_nothing_is_kept(reader: Reader, sites: Sites) -> None:
    """A site that declares no cookies has no banner, no script for it, and says so."""
    reader.serve(sites("nothing"))
    reader.forget_requests()
    reader.open()
    reader.open(COOKIES)
    assert "This site uses no cookies" in reader.ask("document.querySelector('main').innerText")
    assert reader.place() == ""
    assert [request.path for request in reader.origins.site.pages() if request.path.endswith(".js") and "consent" in request.path] == []
    assert reader.stored() == "0|0|"
