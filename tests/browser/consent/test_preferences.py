"""Appearance and language: for the page without a yes, across pages with one."""

from __future__ import annotations

from tests.browser.consent.reader import COOKIES, HOME, Reader
from tests.browser.patience import wait

LOOK = "[document.documentElement.dataset.appearance ?? null, getComputedStyle(document.body).backgroundColor]"
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(22, 25, 28)"


def test_without_a_yes_an_appearance_lasts_for_the_page(reader: Reader) -> None:
    """It is shown at once and kept nowhere."""
    reader.open(COOKIES)
    assert reader.ask(LOOK) == [None, LIGHT]
    reader.tick("dark")
    wait(lambda: reader.ask(LOOK) == ["dark", DARK], 5, "a dark page")
    assert reader.stored() == "0|0|"
    reader.open()
    assert reader.ask(LOOK) == [None, LIGHT]


def test_with_a_yes_an_appearance_is_there_before_the_page_is_painted(reader: Reader) -> None:
    """On every page: the head sets it before the body exists. It can be changed, and forgotten again."""
    reader.open(COOKIES)
    reader.tick("a")
    reader.tick("dark")
    reader.choose("save")
    reader.hears("saved")
    for path in (HOME, "/cy/", "/404.html"):
        reader.open(path)
        assert reader.ask(LOOK) == ["dark", DARK]
    head = reader.origins.pages[HOME].body.decode().partition("<body>")[0]
    assert "dataset.appearance=" in head, "set in the head, before anything is painted"
    reader.open(COOKIES)
    assert reader.ask("document.querySelector('input[value=dark]').checked")
    reader.tick("contrast")
    reader.choose("save")
    reader.hears("saved")
    reader.open()
    assert reader.ask(LOOK)[0] == "contrast"
    assert reader.ask("getComputedStyle(document.querySelector('main a')).color") == "rgb(11, 12, 12)", "links as dark as text"
    reader.open(COOKIES)
    reader.choose("delete")
    reader.hears("gone")
    reader.open()
    assert reader.ask(LOOK) == [None, LIGHT]


def test_the_language_is_remembered_after_a_yes_only(reader: Reader) -> None:
    """Then the first page leads on in it, and going over to the other language is a choice too."""
    reader.open("/cy/cwcis/")
    reader.open("/")
    assert reader.ask("location.pathname") == "/"
    reader.open("/cy/cwcis/")
    reader.tick("l")
    reader.choose("save")
    reader.hears("wedi’u cadw")
    start = reader.origins.site.address
    reader.browser.navigate(f"{start}/")
    reader.browser.arrive(f"{start}/cy/")
    reader.press(".languages a")
    reader.browser.arrive(f"{start}{HOME}")
    kept = reader.answer()
    assert kept is not None
    assert kept.value.endswith(".l..en")
    reader.browser.navigate(f"{start}/")
    reader.browser.arrive(f"{start}{HOME}")
