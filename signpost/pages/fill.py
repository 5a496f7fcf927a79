"""Fills the gaps of a document with what other files say: contacts, pages, parts of the plan.

Must never invent what is missing: `cross_checks` has made sure that each name leads somewhere.
"""

from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from signpost.addresses import Addresses
from signpost.contacts.lists import routes_of
from signpost.contacts.opening import hours_code
from signpost.contacts.words import hours_words, in_sentence, number_link, shown_digits, text_link
from signpost.model import ContactRoute, LocaleCode
from signpost.pages.document import (
    ContactCard,
    ContactGroup,
    ContactSlot,
    DiarySheet,
    Document,
    ExitLink,
    PageLink,
    PageList,
    PlanSlot,
    SitePart,
    Slot,
)
from signpost.pages.links import resolve
from signpost.plan.places import OVERVIEW, plan_address
from signpost.site import Site
from signpost.site_parts import SiteParts


@dataclass(frozen=True)
class Place:
    """Where a document is shown: its language and key, and how links are made from there."""

    locale: LocaleCode
    key: str
    addresses: Addresses


class Filler:
    def __init__(self, site: Site, environment: Environment, parts: SiteParts) -> None:
        self._site = site
        self._parts = parts
        self._environment = environment

    def fill(self, document: Document, place: Place) -> Markup:
        """The document as HTML."""
        pieces: list[str] = []
        shown: list[str] = []
        for part in document.parts:
            if isinstance(part, str):
                pieces.append(part)
            elif isinstance(part, ContactCard | ContactGroup):
                pieces.append(self._cards(part, place, shown))
            else:
                pieces.append(self._filled(part, place))
        return Markup("".join(pieces))

    def _cards(self, slot: ContactCard | ContactGroup, place: Place, shown: list[str]) -> str:
        """The cards of one slot. `shown` are the keys of the cards above, to which these are added."""
        pieces = []
        for route in routes_of(slot, self._site):
            pieces.append(self._card(route, slot.level, place, again=route.id in shown))
            shown.append(route.id)
        html = "".join(pieces)
        return f'<div class="cards">{html}</div>' if isinstance(slot, ContactGroup) else html

    def _filled(self, slot: Slot, place: Place) -> str:
        strings = self._site.locales[place.locale].strings
        if isinstance(slot, ContactSlot):
            return in_sentence(self._site.contacts[slot.key], slot.form, place.locale, strings)
        if isinstance(slot, PageLink):
            return self._page_address(slot, place)
        if isinstance(slot, PageList):
            return self._page_list(slot, place)
        if isinstance(slot, PlanSlot):
            return self._plan_link(slot, place)
        if isinstance(slot, DiarySheet):
            return self._part("parts/diary_sheet.html", place, entries=slot.entries)
        if isinstance(slot, ExitLink):
            address = self._site.config.exit.address
            link = Markup('<p><a class="exit-link" href="{}" rel="noreferrer nofollow" data-quick-exit>{}</a></p>')
            return link.format(address, strings["practise_exit"])
        if isinstance(slot, SitePart):
            return self._part(f"parts/{slot.name}.html", place, **self._parts.values(slot.name, place.locale, place.addresses))
        raise TypeError(slot)

    def _page_address(self, slot: PageLink, place: Place) -> str:
        fragment = f"#{slot.fragment}" if slot.fragment else ""
        if not slot.target:
            return fragment
        locale, key = resolve(place.locale, place.key, slot.target)
        target = self._site.page(locale, key)
        return Markup.escape((place.addresses.to(target.path) if target else "") + fragment)

    def _page_list(self, slot: PageList, place: Place) -> str:
        pages = [page for key in slot.keys if (page := self._site.page(place.locale, key)) is not None]
        links = [{"href": place.addresses.to(page.path), "title": page.title, "description": page.description} for page in pages]
        return self._part("parts/page_list.html", place, links=links)

    def _plan_link(self, slot: PlanSlot, place: Place) -> str:
        strings = self._site.locales[place.locale].strings
        name = "plan_requirement" if "." in slot.reference else "plan_recommendation"
        words = strings[name].format(number=slot.reference)
        page = self._site.page(place.locale, OVERVIEW)
        if page is None:
            return Markup.escape(words)
        address = place.addresses.to(plan_address(slot.reference, page.path))
        return Markup('<a href="{}">{}</a>').format(address, words)

    def _card(self, route: ContactRoute, level: int, place: Place, again: bool) -> str:
        strings = self._site.locales[place.locale].strings
        return self._part(
            "parts/contact_card.html",
            place,
            route=route,
            level=level,
            again=again,
            code=lambda item: hours_code(item, self._site),
            digits=shown_digits,
            number=lambda item: number_link(item, place.locale, strings),
            text_number=lambda item: text_link(item, place.locale, strings),
            hours=lambda item: hours_words(item, strings),
            fill=lambda text, **values: Markup.escape(text).format(**values),
        )

    def _part(self, template: str, place: Place, **values: Any) -> str:
        locale = self._site.locales[place.locale]
        return self._environment.get_template(template).render(locale=locale, t=locale.strings, **values)
