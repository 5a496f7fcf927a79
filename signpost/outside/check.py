"""`check --external`: asks every address of another site that the content names whether it is still there.

It finds what a person must look at; it decides nothing. Never part of a build. Must never ask one host twice at once
or without a pause, nor say that a page is right when it could not be read.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urldefrag, urlsplit

from selectolax.lexbor import LexborHTMLParser

from signpost.outside.addresses import Place
from signpost.outside.following import Asks, Led, Outcome, Tell, follow_all
from signpost.problems import Level, Problem

RULE = "external-link"
_REFUSES_PROGRAMS = {401, 403, 405, 406, 429, 451, 503}
"""Answers that many sites give to every program, whatever a reader would see."""
_MOST_WORDS_PARKED = 400
"""A page that only offers its own name for sale is short."""
_PARKED = re.compile(
    r"domain (?:name )?(?:is|may be|might be) (?:available )?for sale|buy this domain|this domain (?:has expired|is parked|is available)"
    r"|domain (?:is )?parked|parked (?:free|domain|page)|inquire about this domain|make an offer on this domain|purchase this domain"
    r"|the owner of this domain|renew (?:this|your) domain",
    re.IGNORECASE,
)
_PARKING_PLACES = re.compile(
    r"(?<![\w-])(?:sedoparking|parkingcrew|bodis|hugedomains|afternic|dan|above|parklogic|domainmarket|uniregistry|skenzo|cashparking)\.(?:com|net)",
    re.IGNORECASE,
)


def check_links(links: Mapping[str, tuple[Place, ...]], network: Asks, tell: Tell) -> Outcome:
    """Ask for each page once, hosts in turn so that none has to answer twice in a row."""
    pages, offline = follow_all(_in_turn(dict.fromkeys(urldefrag(link).url for link in links)), network, tell)
    if offline:
        return Outcome((), len(pages), offline)
    problems = [
        Problem(place.file, place.line, f"{link}: {message}", RULE, level, safety=False)
        for link, places in links.items()
        for message, level in _faults(link, pages[urldefrag(link).url])
        for place in places
    ]
    return Outcome(tuple(problems), len(pages), offline=False)


def _in_turn(addresses: Iterable[str]) -> list[str]:
    """One address of each host, then the next of each."""
    rounds: dict[str, int] = {}
    turns = []
    for address in addresses:
        host = urlsplit(address).hostname or ""
        rounds[host] = rounds.get(host, 0) + 1
        turns.append((rounds[host], address))
    return [address for _, address in sorted(turns, key=lambda turn: turn[0])]


def _faults(link: str, page: Led) -> Iterable[tuple[str, Level]]:
    if page.status in _REFUSES_PROGRAMS:
        yield f"it refuses programs (error {page.status}), so it was not read. Open it in a browser.", Level.ADVICE
    elif page.fault is not None:
        yield f"{page.fault}. Open it in a browser, then write the right address or take the link out.", Level.ERROR
    elif _is_parked(page.text):
        yield "the page only offers the name of the site for sale. Take the link out, or name where the page has gone.", Level.ERROR
    else:
        if page.moved_to is not None and urldefrag(page.moved_to).url != link:
            yield f"the page has moved for good. Write {page.moved_to}", Level.ADVICE
        part = unquote(urldefrag(link).fragment)
        if part and not part.startswith(":~:") and not _has_part(page.text, part):
            yield f"the page has no part “{part}”. Look where it has gone.", Level.ADVICE


def _is_parked(text: str) -> bool:
    tree = LexborHTMLParser(text)
    asked_for = " ".join(node.attributes.get("src") or "" for node in tree.css("script[src], iframe[src], frame[src]"))
    if _PARKING_PLACES.search(asked_for):
        return True
    tree.strip_tags(["script", "style"])
    words = " ".join(tree.text(separator=" ").split())
    return len(words.split()) <= _MOST_WORDS_PARKED and _PARKED.search(words) is not None


def _has_part(text: str, part: str) -> bool:
    return any(part in (node.attributes.get("id"), node.attributes.get("name")) for node in LexborHTMLParser(text).css("[id], a[name]"))
