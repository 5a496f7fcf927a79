"""One contact route as HTML inside a sentence or on a card, in one language. The register decides every digit.

Must never print a number that is not a field of a route.
"""

from collections.abc import Mapping

from markupsafe import Markup

from signpost.contacts.hours import in_words
from signpost.contacts.numbers import spoken, tel_address
from signpost.model import ContactRoute, LocaleCode


def number_link(route: ContactRoute, locale: LocaleCode, strings: Mapping[str, str]) -> Markup:
    """The number as a link that dials it, named digit by digit after the number itself (WCAG 2.5.3)."""
    number = route.number or ""
    label = strings["call_label"].format(name=route.name[locale], number=number, digits=spoken(number))
    return Markup('<a class="number" href="{}" aria-label="{}">{}</a>').format(tel_address(number), label, number)


def text_link(route: ContactRoute, locale: LocaleCode, strings: Mapping[str, str]) -> Markup:
    number = route.sms.number if route.sms else ""
    label = strings["text_label"].format(name=route.name[locale], number=number, digits=spoken(number))
    return Markup('<a class="number" href="{}" aria-label="{}">{}</a>').format(sms_address(number), label, number)


def sms_address(number: str) -> str:
    """An `sms:` address (RFC 5724)."""
    return tel_address(number).replace("tel:", "sms:", 1)


def shown_digits(number: str) -> Markup:
    """Digits that are not dialled by a press (Relay UK, keys), read one by one by screen readers.

    The role lets a span have a name of its own; it stays text for everybody else.
    """
    return Markup('<span class="number" role="img" aria-label="{}">{}</span>').format(spoken(number), number)


def hours_words(route: ContactRoute, strings: Mapping[str, str]) -> str:
    """Nobody is sent to a website that the card does not have."""
    if route.hours.unknown and not route.website:
        return strings["hours_unconfirmed"]
    return in_words(route.hours, strings)


def in_sentence(route: ContactRoute, form: str, locale: LocaleCode, strings: Mapping[str, str]) -> Markup:
    """What `[[key form]]` becomes. The form has been checked against the route's fields by `rules.py`."""
    name = route.name[locale]
    link = Markup('<a href="{}" rel="noreferrer external">{}</a>')
    if form == "number":
        return number_link(route, locale, strings)
    if form == "text":
        return text_link(route, locale, strings)
    if form == "website":
        return link.format(route.website or "", name)
    if form == "chat":
        return link.format(route.web_chat or "", strings["contact_chat_link"].format(name=name))
    if form == "email":
        return Markup('<a href="mailto:{0}">{0}</a>').format(route.email or "")
    if form == "hours":
        return Markup.escape(hours_words(route, strings))
    if form == "cost":
        return Markup.escape((route.cost or {}).get(locale, ""))
    if form == "place":
        return Markup.escape((route.place or {}).get(locale, ""))
    if form == "name":
        return Markup.escape(name)
    return shown_digits({"relay": route.relay, "keypad": route.keypad}[form] or "")
