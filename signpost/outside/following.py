"""Where an address of another site leads: redirects inside its own domain are followed, and asked again what may be a hiccup.

Must never ask a domain that nobody named.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from signpost.contacts.network import Answer
from signpost.problems import Problem

MOST_REDIRECTS = 5
_REDIRECTS = {301, 302, 303, 307, 308}
_FOR_GOOD = {301, 308}
_BROAD = {"co.uk", "org.uk", "gov.uk", "police.uk", "ac.uk", "nhs.uk", "net.uk"}
"""Endings below which every organisation has a name of its own."""
_HICCUPS = {408, 425, 429, 500, 502, 503, 504}
PAUSES = (5.0, 20.0)
"""Seconds before an address is asked for the second and the third time."""
_FEWEST_TO_BE_ONLINE = 3
Tell = Callable[[str], None]
LONGEST_PAUSE = 60.0
"""Longest that a site's own wish to be asked later is heard (Retry-After, RFC 9110, 10.2.3)."""


class Asks(Protocol):
    def get(self, address: str) -> Answer: ...


@dataclass
class Patient:
    """Asks again, later, what did not answer, or answered that it is busy."""

    network: Asks
    sleep: Callable[[float], None] = time.sleep
    pauses: tuple[float, ...] = PAUSES
    _gone: set[str] = field(default_factory=set)
    """Hosts that were not there at all: nothing more is asked of them."""

    def get(self, address: str) -> Answer:
        host = urlsplit(address).hostname or ""
        answer = self.network.get(address)
        for pause in self.pauses if host not in self._gone else ():
            if not (answer.unreachable or answer.late or answer.status in _HICCUPS):
                break
            self.sleep(min(max(pause, answer.again_in), LONGEST_PAUSE))
            answer = self.network.get(address)
        if answer.unreachable:
            self._gone.add(host)
        return answer


@dataclass(frozen=True)
class Led:
    """Where an address led, after redirects inside its own domain. `moved_to` is where it has gone for good."""

    text: str = ""
    fault: str | None = None
    unreachable: bool = False
    status: int = 0
    moved_to: str | None = None


def follow(address: str, network: Asks) -> Led:
    """Ask until there is a page, or something that a person must look at."""
    here, for_good = address, True
    for _ in range(MOST_REDIRECTS + 1):
        answer = network.get(here)
        if answer.fault is not None:
            return Led(fault=answer.fault if here == address else f"it leads to {here}, and {answer.fault}", unreachable=answer.unreachable)
        if answer.status not in _REDIRECTS or not answer.location:
            fault = None if 200 <= answer.status < 300 else f"it answers with the error {answer.status}"
            return Led(answer.text, fault, status=answer.status, moved_to=here if for_good and here != address else None)
        for_good = for_good and answer.status in _FOR_GOOD
        there = urljoin(here, answer.location)
        if urlsplit(there).scheme != "https":
            return Led(fault=f"it leads to {there}, which is not https")
        if domain(there) != domain(address):
            return Led(fault=f"it leads to another domain, {urlsplit(there).hostname}")
        here = there
    return Led(fault=f"it redirects more than {MOST_REDIRECTS} times")


def domain(address: str) -> str:
    """The name that an organisation owns: “gov.wales” of www.gov.wales, “south-wales.police.uk” of that site."""
    labels = (urlsplit(address).hostname or "").removeprefix("www.").split(".")
    return ".".join(labels[-3:] if ".".join(labels[-2:]) in _BROAD else labels[-2:])


@dataclass(frozen=True)
class Outcome:
    """`offline`: nothing answered at all, so nothing is known; `problems` is then empty."""

    problems: tuple[Problem, ...]
    asked: int
    offline: bool


def follow_all(addresses: Iterable[str], network: Asks, tell: Tell) -> tuple[dict[str, Led], bool]:
    """Where each address leads, one after the other; and whether this computer is offline, for then the rest is not asked."""
    pages: dict[str, Led] = {}
    for address in addresses:
        tell(address)
        pages[address] = follow(address, network)
        # Three different ones at once: it is this computer, not they.
        if len(pages) == _FEWEST_TO_BE_ONLINE and all(page.unreachable for page in pages.values()):
            return pages, True
    return pages, bool(pages) and all(page.unreachable for page in pages.values())
