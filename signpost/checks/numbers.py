"""Every telephone number that anybody can see, press, have read aloud or take from a file is one of the register
(safety rule 3).

It reads pages with their hidden data and spoken labels, and every file of text beside them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from signpost.checks.files import TEXTS
from signpost.contacts.number_finder import digits_of, numbers_in_prose
from signpost.contacts.numbers import spoken, tel_address
from signpost.contacts.words import sms_address
from signpost.look.assets import FOLDER
from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

_SAID = ("aria-label", "aria-description", "title", "alt", "content", "placeholder", "value")
_SPOKEN = re.compile(r"(?<!\d)\d(?!\d)(?:,? \d(?!\d))+")
"""Digits read one by one."""
_SCHEME = re.compile(r"[a-z]+\Z", re.IGNORECASE)
_LONGEST_SCHEME = 40
_REST_OF_ADDRESS = re.compile(r"[^\s\"'<>\\]+")
_FIGURE_OF_DATA = re.compile(r"(?<=: )\d+(?=[,\n\r}])")
"""A number of JSON that is no text: a count. Telephone numbers are texts there."""
_ID_OF_UPDATE = re.compile(r"\b(?:plan|\d{1,3}(?:\.\d{1,3})?)/(?:undated|\d{4}-(?:Q\d|\d\d(?:-\d\d)?))(?:/[a-z0-9-]+)*")
"""“7.1/2025-03-27/part-101” in the files of the plan."""
_END_OF_PIECE = re.compile(r"(?=</(?:td|th|li|dt|dd|p|h[1-6]|option|caption)>)")
_PARTING = "\x1e"
_DATA = (".json", ".jsonld")


@dataclass(frozen=True)
class _Known:
    """All that the register allows, in each form that a page may hold."""

    links: frozenset[str]
    digits: frozenset[str]
    spoken: frozenset[str]


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    known = _known(site)
    problems = []
    for page in pages:
        problems += [_wrong(page.path, number) for number in dict.fromkeys(_strange_in_page(page, known))]
    for path, content in output.items():
        if path.endswith(TEXTS) and not path.startswith(f"{FOLDER}/"):
            text = _ID_OF_UPDATE.sub(" ", content.decode())
            text = _FIGURE_OF_DATA.sub(" ", text) if path.endswith(_DATA) else text
            problems += [_wrong(path, number) for number in dict.fromkeys(_strange(text, known))]
    return problems


def _known(site: Site) -> _Known:
    called = {route.number for route in site.contacts.values() if route.number}
    texted = {route.sms.number for route in site.contacts.values() if route.sms}
    relayed = {route.relay for route in site.contacts.values() if route.relay}
    keys = {route.keypad for route in site.contacts.values() if route.keypad}
    shown = called | texted | relayed
    digits = {number.replace(" ", "") for number in shown} | {tel_address(number).removeprefix("tel:+") for number in called | texted}
    return _Known(
        links=frozenset({tel_address(number) for number in called} | {sms_address(number) for number in texted}),
        digits=frozenset(digits),
        spoken=frozenset(spoken(number) for number in shown | keys),
    )


def _strange_in_page(page: OutputPage, known: _Known) -> Iterator[str]:
    for link in page.tagged("a"):
        href = link.get("href")
        if href.startswith(("tel:", "sms:")) and href not in known.links:
            yield href
    for name in _SAID:
        for element in page.having(name):
            if not element.get("http-equiv"):
                yield from _strange_when_heard(element.get(name), known)
    titles = (title.node.text(separator=" ") for title in page.tagged("title"))
    if any(any(_strange(text, known)) for text in (*titles, page.seen)) or any(_strange_in_data(text, known) for text in page.unseen):
        yield from _strange_in_one_piece(page, known)


@lru_cache(maxsize=1024)  # most stand on many pages
def _strange_when_heard(said: str, known: _Known) -> tuple[str, ...]:
    spoken_digits = (found for found in _SPOKEN.findall(said) if found not in known.spoken)
    return (*_strange(_SPOKEN.sub(" ", said), known), *spoken_digits)


@lru_cache(maxsize=64)
def _strange_in_data(text: str, known: _Known) -> bool:
    """Whether code or data of a page holds a strange number: pages that show the same contacts have the same data."""
    return any(_strange(text, known))


def _strange_in_one_piece(page: OutputPage, known: _Known) -> Iterator[str]:
    """Figures of two cells beside each other are no number. Read again only for a page that seems to hold one."""
    for part in LexborHTMLParser(_END_OF_PIECE.sub(f" {_PARTING} ", page.text)).css("title, body"):
        for piece in part.text(separator=" ").split(_PARTING):
            yield from _strange(piece, known)


def _strange(text: str, known: _Known) -> Iterable[str]:
    return (found for found in numbers_in_prose(_without_addresses(text), ()) if digits_of(found) not in known.digits)


def _without_addresses(text: str) -> str:
    """A text with a space for each whole address: what stands in one is dialled by nobody. One pattern for all of it would be
    tried at each word of a page."""
    pieces: list[str] = []
    done, mark = 0, text.find("://")
    while mark >= 0:
        scheme = _SCHEME.search(text, max(done, mark - _LONGEST_SCHEME), mark)
        rest = _REST_OF_ADDRESS.match(text, mark + 3)
        if scheme is not None and rest is not None:
            pieces += (text[done : scheme.start()], " ")
            done = rest.end()
        mark = text.find("://", max(done, mark + 3))
    return "".join([*pieces, text[done:]])


def _wrong(file: str, number: str) -> Problem:
    return Problem(
        file, 0, f"The number “{number}” on this page is not in contacts.yml. Name the contact by its key instead.", "number-not-registered"
    )
