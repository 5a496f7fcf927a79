"""Questions -> one more entry at the end of contacts.yml. Must never write a number that cannot be dialled, or that nobody has checked."""

import re

from signpost.config import CONTACT_KINDS
from signpost.contacts.hours import DAYS
from signpost.contacts.numbers import number_fault
from signpost.contacts.register import AREAS, AUDIENCES, NEEDS, SPOKEN
from signpost.files.web_address import address_fault
from signpost.new.asking import Asker, at_most
from signpost.new.place import ContentFolder, yaml_list
from signpost.problems import Problem
from signpost.site import Site
from signpost.slugs import slug

FILE = "contacts.yml"
_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DAY = "|".join(DAYS)
_OPEN = re.compile(rf"((?:{_DAY})(?:-(?:{_DAY}))?) (\d\d:\d\d)-(\d\d:\d\d)")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]{2,}")


def ask_contact(asker: Asker, site: Site, place: ContentFolder) -> tuple[str, list[Problem]]:
    """Ask, and write. Returns the key by which pages name it, or what is wrong."""
    locales = site.config.locales
    asker.say("Have the service's own page open: every answer must stand there.")
    name = asker.in_each("Name of the service", locales, at_most(100))

    def key_fault(answer: str) -> str | None:
        if answer in site.contacts:
            return f"“{answer}” is the key of {site.contacts[answer].name[locales[0]]} already. Choose another."
        return None if _KEY.fullmatch(answer) else "Use small letters, digits and hyphens."

    suggested = slug(name[locales[0]])[:50].strip("-")
    key = asker.ask("Key, by which pages name it", key_fault, suggested if key_fault(suggested) is None else None)
    kind = asker.choose("Kind", CONTACT_KINDS)
    what_for = asker.in_each("What people use it for, in a sentence", locales, at_most(300))
    ways = _ways(asker)
    hours, holidays = _hours(asker)
    entry = yaml_list({"id": key, "kind": kind, "name": name, "what_for": what_for, **ways})
    entry += hours
    entry += _below(
        {
            "bank_holidays": holidays,
            "languages": asker.choose_some("Languages spoken there", SPOKEN, "en"),
            "areas": asker.choose_some("For people in which areas; “local” is the force's own", AREAS),
            "audiences": asker.choose_some("For whom", AUDIENCES, "anyone"),
            "needs": asker.choose_some("For what", NEEDS),
            "owner": asker.ask("Who looks after this entry", default=_usual_owner(site)),
            "sources": [asker.ask("Address of the page on which the number and hours stand", _address_fault)],
            "checked_on": site.today.isoformat(),
            "checked_by": asker.ask("Who has checked it today: your name or role"),
        }
    )
    found = place.add(place.appended(FILE, entry, "contacts:\n"))
    return ("" if found else key), found


def _below(fields: dict[str, str | list[str]]) -> str:
    """More lines of the same entry."""
    return yaml_list(dict(fields)).replace("  - ", "    ", 1)


def _usual_owner(site: Site) -> str | None:
    owners = [route.owner for route in site.contacts.values()]
    return max(owners, key=owners.count) if owners else None


def _ways(asker: Asker) -> dict[str, str]:
    while True:
        ways = {
            "number": asker.optional("Telephone number, as dialled in the UK", lambda answer: _capital(number_fault(answer))),
            "website": asker.optional("Address of its website, for readers", _address_fault),
            "email": asker.optional(
                "Email address", lambda answer: None if _EMAIL.fullmatch(answer) else "Write it like help@example.org."
            ),
        }
        if any(ways.values()):
            return ways
        asker.say("  There must be one way to reach it: a number, a website or an email address.")


def _hours(asker: Asker) -> tuple[str, str]:
    """The lines of `hours`, and what holds on bank holidays."""

    def fault(answer: str) -> str | None:
        if answer in {"always", "unknown"} or all(_OPEN.fullmatch(part.strip()) for part in answer.split(",")):
            return None
        return "Write “always”, “unknown”, or like “mon-fri 09:00-17:00, sat 10:00-12:30”. Never guess: write “unknown”."

    answer = asker.ask("When it is open: “always”, “unknown”, or like “mon-fri 09:00-17:00, sat 10:00-12:30”", fault)
    if answer in {"always", "unknown"}:
        return f"    hours: {answer}\n", ""
    lines = ["    hours:\n"]
    for part in answer.split(","):
        found = _OPEN.fullmatch(part.strip())
        assert found is not None, "asked until it was right"
        lines.append(f'      - days: {found[1]}\n        open: "{found[2]}"\n        close: "{found[3]}"\n')
    return "".join(lines), asker.choose("On bank holidays it is", ("open", "closed", "unknown"), "unknown")


def _address_fault(answer: str) -> str | None:
    reason = address_fault(answer)
    return f"This cannot be used: {reason}" if reason else None


def _capital(reason: str | None) -> str | None:
    return f"This cannot be used: {reason}" if reason else None
