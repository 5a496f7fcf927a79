"""What the pages, the settings and the templates say of contacts, held against the register.

A key must lead to a contact that has what is asked for. A link to a service's own address is refused, with the key to
write instead. Must never repair a page.
"""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from signpost.contacts.lists import CHOICES, matching
from signpost.contacts.number_finder import numbers_in_prose
from signpost.contacts.prose import keys_by_number
from signpost.model import ContactRoute, Locale, Page, SiteConfig
from signpost.pages.document import ContactCard, ContactGroup, ContactSlot
from signpost.problems import Problems, did_you_mean

Contacts = Mapping[str, ContactRoute]

_FORM_FIELDS = {
    "number": "number", "text": "sms", "relay": "relay", "chat": "web_chat", "email": "email", "cost": "cost",
    "keypad": "keypad", "website": "website", "place": "place",
}  # fmt: skip


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


def check_template_words(locales: Mapping[str, Locale], contacts: Contacts, problems: Problems) -> None:
    """The words of the templates take each number from the register too: “Call {number}”."""
    known = keys_by_number(contacts)
    for code, locale in locales.items():
        for name, text in locale.strings.items():
            for typed in numbers_in_prose(text, known):
                message = f"The number “{typed}” is typed into “{name}”. Write {{number}} and let the template fill it from contacts.yml."
                problems.add("number-in-prose", f"templates/strings/{code}.yml", 0, message)


def check_addresses(pages: Iterable[Page], contacts: Contacts, problems: Problems) -> None:
    """A service's own address on the web stands in the register only, so that it changes everywhere at once."""
    known: dict[str, str] = {}
    for route in contacts.values():
        for form, address in (("website", route.website), ("chat", route.web_chat)):
            if address:
                known.setdefault(_folded(address), f"{route.id} {form}")
    for page in pages:
        for link in page.document.outside_links:
            use = known.get(_folded(link.address))
            if use is not None:
                message = f"“{link.address}” is an address of contacts.yml. Write [[{use}]] in place of the link and its words."
                problems.add("address-in-prose", page.file, link.line, message)


def _folded(address: str) -> str:
    """An address without what differs between two ways to write it."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}".rstrip("?").casefold()
