"""Every telephone number that a reader can see, press or have read aloud is a number of the register (safety rule 3)."""

import re

from signpost.numbers import numbers_in_prose, tel_address
from signpost.output_page import OutputPage
from signpost.problems import Problem
from signpost.site import Site


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    known = _known(site)
    links = {tel_address(number) for number in known if re.fullmatch(r"[0-9 ]+", number)}
    links |= {link.replace("tel:", "sms:") for link in links}
    digits = {number.replace(" ", "") for number in known}
    problems = []
    for page in pages:
        for node in page.nodes('a[href^="tel:"], a[href^="sms:"]'):
            if node.attributes.get("href") not in links:
                problems.append(_wrong(page, node.attributes.get("href") or ""))
        body = page.nodes("body")
        for found in numbers_in_prose(body[0].text(separator=" ") if body else "", ()):
            if re.sub(r"\D", "", found) not in digits and re.sub(r"\D", "", found) not in {"112"}:
                problems.append(_wrong(page, found))
    return problems


def _known(site: Site) -> set[str]:
    found: set[str] = set()
    for route in site.contacts.values():
        found |= {number for number in (route.number, route.relay, route.sms.number if route.sms else None) if number}
        if route.relay:
            found.add(route.relay.partition(" ")[0])
    return found


def _wrong(page: OutputPage, number: str) -> Problem:
    return Problem(page.path, 0, f"The number “{number}” on this page is not in contacts.yml. Name the contact by its key instead.", "number-not-registered")
