"""Which contacts a list shows: `::contacts need=talk area=wales`. Every pair must hold; the order is the register's.

Must never leave a list empty unseen: `rules.py` refuses one that nothing matches.
"""

from collections.abc import Iterable, Mapping

from signpost.config import CONTACT_KINDS
from signpost.contacts.register import AREAS, AUDIENCES, NEEDS, SPOKEN
from signpost.model import ContactRoute
from signpost.pages.document import ContactCard, ContactGroup, Document
from signpost.site import Site

CHOICES: Mapping[str, tuple[str, ...]] = {
    "need": NEEDS,
    "area": AREAS,
    "kind": CONTACT_KINDS,
    "audience": AUDIENCES,
    "language": SPOKEN,
}
"""What a list may ask for, with the words that may stand after the equals sign."""


def _words(route: ContactRoute, name: str) -> tuple[str, ...]:
    return {
        "need": route.needs,
        "area": route.areas,
        "kind": (route.kind,),
        "audience": route.audiences,
        "language": route.languages,
    }[name]


def matching(routes: Iterable[ContactRoute], wanted: Iterable[tuple[str, str]]) -> list[ContactRoute]:
    pairs = list(wanted)
    return [route for route in routes if all(word in _words(route, name) for name, word in pairs)]


def routes_of(slot: ContactCard | ContactGroup, site: Site) -> list[ContactRoute]:
    """The routes that one slot shows as cards."""
    if isinstance(slot, ContactCard):
        return [site.contacts[slot.key]]
    return matching(site.contacts.values(), slot.wanted)


def cards_of(document: Document, site: Site) -> list[ContactRoute]:
    """Every route that a document shows as a card, each once, in the order of the page."""
    slots = [slot for slot in document.slots if isinstance(slot, ContactCard | ContactGroup)]
    return list({route.id: route for slot in slots for route in routes_of(slot, site)}.values())
