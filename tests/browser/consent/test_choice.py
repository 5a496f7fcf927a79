"""The regulator's three live tests, with the real pointer: nothing before a choice, a no as easy as a yes, nothing after a no.

Beside them what the one cookie is like, which only the browser can tell.
"""

from __future__ import annotations

import time

from tests.browser.consent.conftest import Sites
from tests.browser.consent.reader import COOKIES, HOME, Reader
from tests.browser.patience import wait

DAY = 86_400


def test_nothing_is_kept_or_sent_before_a_choice(reader: Reader) -> None:
    """Not by reading three pages, nor by looking at the choices."""
    for path in ("/", HOME, "/en/help/", COOKIES):
        reader.open(path)
    assert reader.buttons() == ["Save my choices", "Delete the cookie"]
    assert reader.stored() == "0|0|"
    assert reader.stored_slowly() == "0|0|0"
    assert reader.cookies() == []
    assert reader.sent() == []


def test_a_no_is_as_easy_as_a_yes(reader: Reader) -> None:
    """Three answers beside each other: the same size, the same weight, one press each; none is chosen beforehand."""
    reader.open()
    assert reader.buttons() == ["Reject cookies", "Accept cookies", "Customise cookies"]
    looks = reader.ask("""[...document.querySelectorAll('#consent div > *')].map(answer => {
      const box = answer.getBoundingClientRect(), style = getComputedStyle(answer);
      return [Math.round(box.width), Math.round(box.height), Math.round(box.top),
        ...['fontSize', 'fontWeight', 'color', 'backgroundColor', 'borderTopColor', 'borderTopWidth', 'textDecorationLine', 'opacity']
          .map(name => style[name])].join(' ');
    })""")
    assert len(set(looks)) == 1, looks
    assert reader.ask("document.activeElement === document.body"), "no answer is suggested by the focus"


def answer(reader: Reader, value: str) -> None:
    """One press answers for good: said once, with the focus; hidden by its own button; not asked again on any page."""
    reader.choose(value)
    said = reader.hears("Your choices are saved.")
    assert said == "Your choices are saved. Change them on the cookies pageHide this message"
    assert reader.buttons() == ["Change them on the cookies page", "Hide this message"]
    reader.choose("hide")
    wait(lambda: reader.ask("document.activeElement.id") == "main", 5, "the focus on what the page is about")
    assert reader.ask("document.getElementById('consent')") is None
    reader.open("/en/help/")
    assert reader.place() == ""


def test_nothing_is_kept_or_sent_after_a_no(reader: Reader) -> None:
    """But the no itself, until the browser is closed."""
    reader.open()
    answer(reader, "reject")
    for path in ("/en/help/", COOKIES, "/", "/cy/"):
        reader.open(path)
    kept = reader.answer()
    assert kept is not None
    assert (kept.path, kept.secure, kept.same_site, kept.expires) == ("/", True, "strict", None)
    assert kept.value.partition(".")[2] == "..", "the version of the list, and no choice"
    assert reader.stored() == f"0|0|choices={kept.value}"
    assert reader.stored_slowly() == "0|0|0"
    assert reader.sent() == []


def test_a_yes_is_kept_for_the_days_that_are_declared(reader: Reader) -> None:
    """And holds nothing but the version of the list and the choices."""
    reader.open()
    answer(reader, "accept")
    kept = reader.answer()
    assert kept is not None
    assert (kept.path, kept.secure, kept.same_site) == ("/", True, "strict")
    assert kept.expires is not None
    assert abs(kept.expires - time.time() - 180 * DAY) < 120
    assert kept.value.partition(".")[2] == "al..en"
    assert reader.sent() == []


def test_in_welsh(reader: Reader) -> None:
    """The same in the other language, and not one word of the first."""
    reader.open("/cy/")
    assert reader.buttons() == ["Gwrthod cwcis", "Derbyn cwcis", "Addasu cwcis"]
    assert reader.ask("document.getElementById('consent').getAttribute('aria-label')") == "Cwcis"
    reader.choose("accept")
    assert reader.hears("wedi'u cadw".replace("'", "’")).startswith("Mae eich dewisiadau wedi’u cadw.")
    reader.press("#consent a")
    reader.browser.arrive(f"{reader.origins.site.address}/cy/cwcis/")
    assert reader.buttons() == ["Cadw fy newisiadau", "Dileu’r cwci"]
    reader.choose("delete")
    reader.hears("Mae’r cwci wedi mynd")
    assert reader.cookies() == []


def test_nothing_is_asked_where_nothing_is_kept(reader: Reader, sites: Sites) -> None:
    """A site that declares no cookies has no banner, no script for it, and says so."""
    reader.serve(sites("nothing"))
    reader.forget_requests()
    reader.open()
    reader.open(COOKIES)
    assert "This site stores nothing on your device" in reader.ask("document.querySelector('main').innerText")
    assert reader.place() == ""
    assert [request.path for request in reader.origins.site.pages() if request.path.endswith(".js") and "consent" in request.path] == []
    assert reader.stored() == "0|0|"
