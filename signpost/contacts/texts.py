"""The words of an entry of contacts.yml: its names, what it is for, what it costs.

A digit of a number, and an hour, stand in the fields for them and nowhere else, so that changing them there changes
them everywhere. Must never change a word.
"""

import re
from collections.abc import Iterator, Mapping

from signpost.contacts.number_finder import numbers_in_prose
from signpost.contacts.postal import postal_in_prose
from signpost.contacts.service_words import digits_to_dial, hours_in_prose
from signpost.model import ContactRoute
from signpost.problems import Problems


def check_texts(routes: Mapping[str, ContactRoute], problems: Problems) -> None:
    known = {number for route in routes.values() for number in (route.number, route.sms.number if route.sms else None) if number}
    for route in routes.values():
        for name, where, text in _texts(route):
            for typed in dict.fromkeys((*numbers_in_prose(text, known), *digits_to_dial(text), *_keys_typed(text, route.keypad))):
                field = "keypad" if typed == route.keypad else "number"
                message = (
                    f"“{typed}” is typed into “{name}”{where} of “{route.id}”. Write it in “{field}” only; the page shows it from there."
                )
                problems.add("number-in-prose", route.file, route.line, message)
            # A service may have its hours in its name: “24/7 … Support Line”.
            for typed in hours_in_prose(text) if name != "name" else ():
                message = (
                    f"“{typed}” is typed into “{name}”{where} of “{route.id}”. Write it in “hours” only; the page shows it from there."
                )
                problems.add("hours-in-prose", route.file, route.line, message)
            if name in {"what_for", "cost"}:
                _check_place(route, name, where, text, problems)


def _check_place(route: ContactRoute, name: str, where: str, text: str, problems: Problems) -> None:
    for typed in postal_in_prose(text):
        message = (
            f"“{typed}” is typed into “{name}”{where} of “{route.id}”. Write the address in “place” only; the page shows it from there."
        )
        problems.add("address-in-prose", route.file, route.line, message)


def _texts(route: ContactRoute) -> Iterator[tuple[str, str, str]]:
    """The name of each field, its language in brackets, and its text."""
    for name, each in (("name", route.name), ("what_for", route.what_for), ("cost", route.cost), ("place", route.place)):
        for code, text in (each or {}).items():
            yield name, f" ({code})", text
    yield "owner", "", route.owner
    yield "checked_by", "", route.checked_by


def _keys_typed(text: str, keypad: str | None) -> list[str]:
    return re.findall(rf"(?<![\w./-]){re.escape(keypad)}(?![\w./-])", text) if keypad else []
