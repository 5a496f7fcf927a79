"""content/contacts.yml -> ContactRoutes: the one register of every number, hour and address of a service.

Must never let a number through that cannot be dialled, that costs the caller money, or that nobody has checked.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from signpost.config import CONTACT_KINDS
from signpost.contacts.confirmed import check_confirmed
from signpost.contacts.hours import read_hours
from signpost.contacts.numbers import EMERGENCY_RELAY, RELAY_PREFIX, call_fault, is_emergency, number_fault, relay_number
from signpost.contacts.texts import check_texts
from signpost.files.fields import Fields
from signpost.files.source import read_source
from signpost.files.yaml_text import read_yaml
from signpost.model import ContactRoute, LocaleCode, SiteConfig, TextLine
from signpost.problems import Level, Problems

AREAS = ("local", "wales", "england", "scotland", "northern-ireland")
"""`local` is the force's own area."""
AUDIENCES = ("anyone", "women", "men", "lgbt", "young", "deaf", "ethnic-minorities", "adults", "bereaved", "worried-about-self")
NEEDS = (
    "danger", "police", "stalking-support", "talk", "welsh", "deaf", "men", "lgbt", "young", "honour", "images",
    "sexual-violence", "domestic-abuse", "online", "mental-health", "scotland", "northern-ireland", "own-behaviour",
)  # fmt: skip
SPOKEN = ("en", "cy", "bsl", "interpreters")

_ASK_THE_SERVICE = (
    "Nobody has asked the service itself yet. Read this on its own page and ask its office, then write who did in “checked_by”."
)
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EMAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*@(?:[a-z0-9-]+\.)+[a-z]{2,}")


def read_contacts(content: Path, label: str, config: SiteConfig, today: date, problems: Problems) -> dict[str, ContactRoute]:
    """Every route by its key, in the order of the file. Empty after a mistake that hides them."""
    name = f"{label}/contacts.yml"
    source = read_source(content / "contacts.yml", name, problems)
    entries = read_yaml(source.text, name, problems) if source is not None else None
    if entries is None:
        return {}
    fields = Fields(entries, name, problems, "contacts.yml")
    routes: dict[str, ContactRoute] = {}
    for group in fields.groups("contacts", "the contact"):
        route = read_route(group, config.locales, today)
        group.finish()
        if route.id in routes:
            group.wrong(
                "id",
                f"“{route.id}” is already the key of the contact in line {routes[route.id].line}. Choose another.",
                "duplicate-contact",
            )
        elif route.id:
            routes[route.id] = route
    fields.finish()
    if not fields.has("contacts"):
        problems.add("missing-field", name, 1, "“contacts:” is missing. Write it, and the contacts below it as a list.")
    check_texts(routes, problems)
    _check_ages(routes, config.contact_limits, today, problems)
    return routes


def read_route(fields: Fields, locales: tuple[LocaleCode, ...], today: date) -> ContactRoute:
    """One entry of the register; what two entries have in common is checked elsewhere."""
    key = fields.text("id", 60, "a-short-key")
    if key and not _KEY.fullmatch(key):
        fields.wrong("id", f"“{key}” is not a key. Use small letters, digits and hyphens: national-stalking-helpline.")
    number = _number(fields, call_fault)
    kind = fields.choice("kind", CONTACT_KINDS)
    checked_on = fields.day("checked_on")
    if checked_on > today:
        fields.wrong("checked_on", f"“checked_on” is {checked_on}, which has not come yet. Write the day of the check.")
    route = ContactRoute(
        id=key,
        file=fields.file,
        line=fields.start,
        kind=kind,
        name=fields.in_each("name", locales, 100),
        what_for=fields.in_each("what_for", locales, 300),
        number=number,
        keypad=_keypad(fields),
        sms=_sms(fields, locales),
        relay=_relay(fields, kind, number),
        web_chat=fields.address("web_chat"),
        email=_email(fields),
        website=fields.address("website"),
        place=fields.optional_in_each("place", locales, 300),
        hours=read_hours(fields),
        cost=fields.optional_in_each("cost", locales, 200),
        on_bill=fields.choice("on_bill", ("yes", "no", "unknown"), "unknown"),
        languages=fields.words_from("languages", SPOKEN),
        areas=fields.words_from("areas", AREAS),
        audiences=fields.words_from("audiences", AUDIENCES),
        needs=fields.words_from("needs", NEEDS),
        owner=fields.text("owner", 100),
        sources=_sources(fields),
        checked_on=checked_on,
        checked_by=fields.text("checked_by", 200),
    )
    _check_complete(fields, route)
    check_confirmed(fields, route.checked_by, _ASK_THE_SERVICE)
    return route


def _number(fields: Fields, fault_of: Callable[[str], str | None]) -> str | None:
    text = fields.exact("number")
    if text is None:
        return None
    fault = fault_of(text)
    if fault is not None:
        fields.wrong("number", f"“{text}” cannot be used as “number”: {fault}", "number")
    return text


def _keypad(fields: Fields) -> str | None:
    text = fields.optional_text("keypad")
    if text is not None and not re.fullmatch(r"[0-9*#]{1,4}", text):
        fields.wrong("keypad", f"“{text}” is not a row of keys on a telephone. Write up to four of 0 to 9, * and #.")
    return text


def _sms(fields: Fields, locales: tuple[LocaleCode, ...]) -> TextLine | None:
    group = fields.group("sms", "“sms”")
    if group is None:
        return None
    number = _number(group, number_fault)
    if number is None and not group.has("number"):
        group.wrong("number", "“number” is missing from “sms”. Write the number that takes text messages.", "missing-field")
    line = TextLine(number or "", group.optional_text("keyword", 30), group.optional_text("register", 30))
    group.finish()
    return line


def _relay(fields: Fields, kind: str, number: str | None) -> str | None:
    """`relay:` holds the prefix only, so that the number itself stands once. What it makes is what people dial."""
    prefix = fields.exact("relay")
    if prefix is None:
        return None
    right = EMERGENCY_RELAY if kind == "emergency" or is_emergency(number) else RELAY_PREFIX
    if fields.exact("kind") not in CONTACT_KINDS and prefix in (EMERGENCY_RELAY, RELAY_PREFIX):
        return None  # which of the two is right depends on the kind, which is to be corrected first
    if prefix != right:
        fields.wrong(
            "relay", f"“{prefix}” is not how Relay UK reaches this contact. Write “relay: {right}”; the build adds the number.", "number"
        )
    elif number is None and "number" not in fields.misplaced:
        fields.wrong("relay", "“relay” needs a number to be put through to. Write “number”, or delete “relay”.", "number")
    return relay_number(right, number)


def _email(fields: Fields) -> str | None:
    text = fields.optional_text("email")
    if text is not None and not _EMAIL.fullmatch(text):
        fields.wrong("email", f"“{text}” is not an email address. Write it like help@example.org.")
    return text


def _sources(fields: Fields) -> tuple[str, ...]:
    sources = fields.words("sources")
    if not sources:
        fields.wrong("sources", "“sources” is missing from the contact. List the pages on which its number was checked.", "missing-field")
    for source in sources:
        if not source.startswith("https://"):
            message = f"The source “{source}” does not start with https://. Write the page's https address."
            fields.problems.add("field", fields.file, fields.line_of("sources", source), message)
    return sources


def _check_complete(fields: Fields, route: ContactRoute) -> None:
    if len({*route.what_for.values()}) < len(route.what_for) and any(route.what_for.values()):
        fields.wrong("what_for", "“what_for” says the same in two languages. Translate one of them.", "languages-differ")
    if re.fullmatch(r"[\d/. -]+", route.checked_by):
        fields.wrong("checked_by", f"“{route.checked_by}” is not who checked it. Write a name or a role; the day stands in “checked_on”.")
    ways = (route.number, route.sms, route.web_chat, route.email, route.website, route.place)
    if not any(ways) and not fields.misplaced:
        fields.wrong("id", f"“{route.id}” has no way to reach it. Write a number, website, email or place.", "missing-field")
    if not route.needs and not fields.words("needs"):
        fields.wrong("needs", "“needs” is missing from the contact. Write what people use it for, like “needs: talk”.", "missing-field")
    if route.keypad is not None and route.number is None:
        fields.wrong("keypad", "“keypad” needs a number that is called first. Write “number”, or delete “keypad”.", "missing-field")


def _check_ages(routes: Mapping[str, ContactRoute], limits: Mapping[str, int], today: date, problems: Problems) -> None:
    for route in routes.values():
        due = route.check_due(limits)
        if due < today:
            problems.add(
                "contact-age",
                route.file,
                route.line,
                f"“{route.id}” was last checked on {route.checked_on} and was due again on {due}. "
                f"Check it at {route.sources[0] if route.sources else 'its own page'}, then write the new “checked_on”.",
                Level.WARNING,
            )
