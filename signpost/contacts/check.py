"""`contacts check`: asks every address of the register whether it still answers, and its sources for the number.

It finds what a person must look at; it never decides. Must never change the register, and never say that something
is right that it could not see.
"""

import re
from collections.abc import Iterable, Mapping

from selectolax.lexbor import LexborHTMLParser

from signpost.contacts.number_finder import digits_of
from signpost.model import ContactRoute
from signpost.outside.following import Asks, Led, Outcome, Tell, follow_all
from signpost.problems import Level, Problem

_GAP = r"[\s().\u00a0–-]{0,3}"


def check_contacts(routes: Mapping[str, ContactRoute], network: Asks, tell: Tell) -> Outcome:
    """Ask each address once, in the order of the register."""
    pages, offline = follow_all(dict.fromkeys(address for route in routes.values() for address in _addresses(route)), network, tell)
    problems = () if offline else tuple(problem for route in routes.values() for problem in _problems(route, pages))
    return Outcome(problems, len(pages), offline)


def _addresses(route: ContactRoute) -> Iterable[str]:
    return (*(address for address in (route.website, route.web_chat) if address), *route.sources)


def _problems(route: ContactRoute, pages: Mapping[str, Led]) -> Iterable[Problem]:
    for address in dict.fromkeys(_addresses(route)):
        page = pages[address]
        if page.fault is not None:
            yield _problem(route, f"“{route.id}”: {address} must be looked at: {page.fault}.")
    for number in (route.number, route.sms.number if route.sms else None):
        if number is not None:
            yield from _number_problems(route, number, pages)


def _number_problems(route: ContactRoute, number: str, pages: Mapping[str, Led]) -> Iterable[Problem]:
    """The number must stand on at least one source; a source that lost it is worth a look even then."""
    answered = [source for source in route.sources if pages[source].fault is None]
    without = [source for source in answered if not stands_in(number, pages[source].text)]
    if not answered:
        yield _problem(route, f"“{route.id}”: none of its sources answered, so its number was not compared. Look at them, or name others.")
    elif len(without) == len(answered):
        yield _problem(
            route, f"“{route.id}”: its number does not stand on {' or '.join(without)}. Look there, ask the service, and call it."
        )
    else:
        for source in without:
            yield _problem(route, f"“{route.id}”: its number does not stand on {source}; it does on another of its sources.", Level.ADVICE)


def stands_in(number: str, page: str) -> bool:
    """Whether the digits stand on a page as a number of their own, however they are grouped there."""
    tree = LexborHTMLParser(page)
    tree.strip_tags(["script", "style"])
    text = tree.text(separator=" ") + " " + " ".join(node.attributes.get("href") or "" for node in tree.css("a[href]"))
    digits = digits_of(number)
    forms = [_GAP.join(digits)]
    if digits.startswith("0"):
        forms.append(rf"(?:\+|00)44{_GAP}(?:\(0\))?{_GAP}{_GAP.join(digits[1:])}")
    return any(re.search(rf"(?<!\d){form}(?!\d)", text) for form in forms)


def _problem(route: ContactRoute, message: str, level: Level = Level.ERROR) -> Problem:
    return Problem(route.file, route.line, message, "contact-check", level)
