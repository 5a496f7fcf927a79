"""Which pages readers can come to: by links from the home page, the footer, the parts on every page, or an old address.

A page that no way leads to is work still to do, not a mistake: it is shown by a build and stops publishing. Must never
count the link from one language of a page to the other as a way to it.
"""

from collections.abc import Iterable, Iterator, Sequence

from signpost.feedback import PAGE, PROBLEM, THANKS
from signpost.model import LocaleCode, Page, Redirect, SiteConfig
from signpost.pages.document import PageLink, PageList, PlanSlot
from signpost.pages.front_matter import HOME, NOT_FOUND
from signpost.pages.links import resolve
from signpost.plan.places import OVERVIEW
from signpost.problems import Level, Problems
from signpost.site_parts import COOKIES_PAGE

_ALWAYS = (HOME, NOT_FOUND, COOKIES_PAGE, PAGE, THANKS, PROBLEM)
"""Pages to which the templates and the form service lead by themselves."""
_Place = tuple[LocaleCode, str]


def check_ways(config: SiteConfig, pages: Sequence[Page], redirects: Iterable[Redirect], problems: Problems) -> None:
    by_place: dict[_Place, Page] = {(page.locale, page.key): page for page in pages}
    known = {redirect.new.strip("/") for redirect in redirects}
    led_to = {page.key for page in pages if page.path.strip("/") in known}  # who comes by a leaflet reads it in either language
    always = {*_ALWAYS, *config.footer, *led_to}
    ways = [place for place in by_place if place[1] in always]
    found = set(ways)
    while ways:
        for place in _places_from(by_place[ways.pop()]):
            if place in by_place and place not in found:
                found.add(place)
                ways.append(place)
    for place, page in by_place.items():
        if place not in found:
            problems.add(
                "no-way", page.file, 1,
                "No way leads here from the home page, so readers do not find it. Link to it from another page; "
                "or, if people come by an address on a leaflet, write that address into redirects.yml.",
                Level.WARNING, safety=False,
            )  # fmt: skip


def _places_from(page: Page) -> Iterator[_Place]:
    for slot in page.document.slots:
        if isinstance(slot, PageLink) and slot.target:
            yield resolve(page.locale, page.key, slot.target)
        elif isinstance(slot, PageList):
            yield from ((page.locale, key) for key in slot.keys)
        elif isinstance(slot, PlanSlot):
            yield page.locale, OVERVIEW
