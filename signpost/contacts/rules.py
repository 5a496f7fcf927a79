"""What the pages, the settings and the templates say of contacts, held against the register.

A key must lead to a contact that has what is asked for. A number or a service's address typed anywhere but in
contacts.yml is refused, with the key to write instead. Must never repair a page.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from signpost.contacts.lists import CHOICES, matching
from signpost.contacts.number_finder import digits_of, numbers_in_prose
from signpost.contacts.postal import postal_in_prose
from signpost.contacts.service_words import digits_to_dial, hours_in_prose
from signpost.model import ContactRoute, Locale, Page, SiteConfig
from signpost.pages.document import ContactCard, ContactGroup, ContactSlot, Paragraph
from signpost.problems import Problems, did_you_mean

Contacts = Mapping[str, ContactRoute]

_FORM_FIELDS = {
    "number": "number", "text": "sms", "relay": "relay", "chat": "web_chat", "email": "email", "cost": "cost",
    "keypad": "keypad", "website": "website", "place": "place",
}  # fmt: skip
_COUNTS_TOO = ("101", "105", "111", "112")
_BETTER_WITHOUT = "Say it without the number: it would go out of date unseen."


def check_uses(config: SiteConfig, pages: Sequence[Page], contacts: Contacts, problems: Problems) -> None:
    """Every key leads to a contact that has what the page asks of it."""
    _check_panel(config, contacts, problems)
    for page in pages:
        for slot in page.document.slots:
            if isinstance(slot, ContactSlot | ContactCard):
                _check_use(page, slot, contacts, problems)
            elif isinstance(slot, ContactGroup):
                _check_list(page, slot, contacts, problems)


def _check_panel(config: SiteConfig, contacts: Contacts, problems: Problems) -> None:
    line = config.line("emergency")
    for part, key in config.emergency.items():
        if key and key not in contacts:
            message = f"There is no contact “{key}” for “{part}” under “emergency”.{did_you_mean(key, contacts)}"
            problems.add("contact-reference", config.file, line, message)
        elif key and contacts[key].number is None:
            message = f"The contact “{key}” for “{part}” under “emergency” has no number. Name one that has."
            problems.add("contact-reference", config.file, line, message)
        elif key and part == "silent" and contacts[key].keypad is None:
            message = f"The contact “{key}” for “silent” under “emergency” has no “keypad”. Name the one that says which keys to press."
            problems.add("contact-reference", config.file, line, message)


def _check_use(page: Page, slot: ContactSlot | ContactCard, contacts: Contacts, problems: Problems) -> None:
    route = contacts.get(slot.key)
    if route is None:
        near = did_you_mean(slot.key, contacts) or " The keys are in contacts.yml."
        problems.add("contact-reference", page.file, slot.line, f"There is no contact “{slot.key}”.{near}")
        return
    form = slot.form if isinstance(slot, ContactSlot) else "name"
    field = _FORM_FIELDS.get(form)
    if field is not None and getattr(route, field) is None:
        have = [name for name, attribute in _FORM_FIELDS.items() if getattr(route, attribute) is not None]
        message = f"The contact “{slot.key}” has no “{form}”. It has: {', '.join(['name', *have])}."
        problems.add("contact-reference", page.file, slot.line, message)


def _check_list(page: Page, slot: ContactGroup, contacts: Contacts, problems: Problems) -> None:
    for name, word in slot.wanted:
        if word not in CHOICES[name]:
            message = f"“{word}” is not a word for “{name}”: {', '.join(CHOICES[name])}.{did_you_mean(word, CHOICES[name])}"
            problems.add("contact-reference", page.file, slot.line, message)
            return
    if not matching(contacts.values(), slot.wanted):
        wanted = " ".join("=".join(pair) for pair in slot.wanted)
        message = f"No contact in contacts.yml has {wanted}. Ask for less, or add it to a contact."
        problems.add("contact-reference", page.file, slot.line, message)


def check_numbers(config: SiteConfig, pages: Iterable[Page], contacts: Contacts, problems: Problems) -> None:
    """A number, or the hours of a service, typed into prose go out of date unseen: name the contact instead."""
    known = _keys_by_number(contacts)
    keys = {digits_of(number): key for number, key in known.items()}
    pressed = {route.keypad: f"{route.id} keypad" for route in contacts.values() if route.keypad}
    places = _keys_by_place(contacts)
    for page in pages:
        for name, text in (("title", page.title), ("description", page.description)):
            _check_line(page.file, page.line(name), name, text, known, problems)
        for paragraph in page.document.paragraphs:
            text = paragraph.text
            if "[[" in text or "]]" in text:
                continue  # a key that is not closed: already a mistake, and no number
            for typed in _typed(text, known):
                key = keys.get(digits_of(typed)) or pressed.get(typed)
                message = f"The number “{typed}” is typed into the text. {_instead(typed, key)}"
                problems.add("number-in-prose", page.file, paragraph.line_of(typed), message)
            for typed in _hours_in(text):
                message = f"The hours “{typed}” are typed into the text. Write [[its-key hours]], or leave them out."
                problems.add("hours-in-prose", page.file, paragraph.line_of(typed), message)
            _check_postal(page, paragraph, places, problems)
    for name, texts in (("name", config.name), ("force", config.force), ("footer_note", config.footer_note)):
        for text in texts.values():
            _check_line(config.file, config.line(name), name, text, known, problems)


def _check_postal(page: Page, paragraph: Paragraph, places: Mapping[str, str], problems: Problems) -> None:
    """Parts of a postal address. One that stands there as it does in the register is reported whole, by `check_addresses`."""
    found = postal_in_prose(paragraph.text)
    if not found or any(place in _words_only(paragraph.text) for place in places):
        return
    typed = ", ".join(found)
    key = next((key for part in found for place, key in places.items() if _words_only(part) in place), None)
    write = f"[[{key} place]]" if key else "it as “place” of the service in contacts.yml, then [[its-key place]] here"
    message = (
        f"A postal address is typed into the text (“{typed}”). Write {write}. If it is an example, leave out the number and the postcode."
    )
    problems.add("address-in-prose", page.file, paragraph.line_of(found[0]), message)


def _instead(typed: str, key: str | None) -> str:
    """What to write. Nobody means a count by 999; 101 can be one."""
    write = f"Write [[{key}]]" if key else "Add the service to contacts.yml, then write [[its-key]]"
    return f"{write}. If it counts something, write it in words." if typed in _COUNTS_TOO else f"{write}."


def _check_line(file: str, line: int, name: str, text: str, known: Iterable[str], problems: Problems) -> None:
    """A title, a description or a setting: none of them can name a contact by its key."""
    for typed in _typed(text, known):
        problems.add("number-in-prose", file, line, f"The number “{typed}” is typed into “{name}”. {_BETTER_WITHOUT}")
    for typed in _hours_in(text):
        problems.add("hours-in-prose", file, line, f"The hours “{typed}” are typed into “{name}”. Say it without them.")
    for typed in postal_in_prose(text):
        problems.add("address-in-prose", file, line, f"“{typed}” of a postal address is typed into “{name}”. Say it without the address.")


def _typed(text: str, known: Iterable[str]) -> list[str]:
    """Numbers by their shape, then the digits that a sentence tells people to dial; each once."""
    return list(_typed_in(text, frozenset(known)))


@lru_cache(maxsize=8192)
def _hours_in(text: str) -> tuple[str, ...]:
    return tuple(hours_in_prose(text))


@lru_cache(maxsize=8192)  # the preview asks about the same paragraphs after every save
def _typed_in(text: str, known: frozenset[str]) -> tuple[str, ...]:
    shaped = numbers_in_prose(text, known)
    return (*shaped, *(digits for digits in digits_to_dial(text) if not any(digits in number for number in shaped)))


def _keys_by_number(contacts: Contacts) -> dict[str, str]:
    """What to write for each number; the first contact that has it gives its key."""
    known: dict[str, str] = {}
    for route in contacts.values():
        if route.number and not any(sign.isalpha() for sign in route.number):
            known.setdefault(route.number, route.id)
    for route in contacts.values():
        if route.sms:
            known.setdefault(route.sms.number, f"{route.id} text")
        if route.relay:
            known.setdefault(route.relay, f"{route.id} relay")
    return known


def check_template_words(locales: Mapping[str, Locale], contacts: Contacts, problems: Problems) -> None:
    """The words of the templates take each number from the register too: “Call {number}”."""
    known = _keys_by_number(contacts)
    for code, locale in locales.items():
        for name, text in locale.strings.items():
            for typed in numbers_in_prose(text, known):
                message = f"The number “{typed}” is typed into “{name}”. Write {{number}} and let the template fill it from contacts.yml."
                problems.add("number-in-prose", f"templates/strings/{code}.yml", 0, message)


def check_addresses(pages: Iterable[Page], contacts: Contacts, problems: Problems) -> None:
    """A service's own address stands in the register only, so that it changes everywhere at once."""
    known: dict[str, str] = {}
    for route in contacts.values():
        for form, address in (("website", route.website), ("chat", route.web_chat)):
            if address:
                known.setdefault(_folded(address), f"{route.id} {form}")
    places = _keys_by_place(contacts)
    for page in pages:
        for link in page.document.outside_links:
            use = known.get(_folded(link.address))
            if use is not None:
                message = f"“{link.address}” is an address of contacts.yml. Write [[{use}]] in place of the link and its words."
                problems.add("address-in-prose", page.file, link.line, message)
        for paragraph in page.document.paragraphs if places else ():
            typed = _words_only(paragraph.text)
            for place, key in places.items():
                if place in typed:
                    message = f"The address of “{key}” is typed into the text. Write [[{key} place]]."
                    problems.add("address-in-prose", page.file, paragraph.lines[0].line, message)


def _keys_by_place(contacts: Contacts) -> dict[str, str]:
    return {_words_only(place): route.id for route in contacts.values() for place in (route.place or {}).values()}


def _words_only(text: str) -> str:
    """A postal address without its commas, line breaks and capital letters, with a space at each end."""
    words = re.findall(r"\w+", text.casefold())
    return " ".join(["", *words, ""])


def _folded(address: str) -> str:
    """An address without what differs between two ways to write it."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}".rstrip("?").casefold()
