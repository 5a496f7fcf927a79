"""Reads the kinds of field that several parts of the plan share: dates with their precision, lists, evidence.

Must never complete a date or a status: what is missing is “not stated”, and only where the file says so.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from signpost.files.fields import Fields
from signpost.plan.dates import PlanDate, from_iso, from_words
from signpost.plan.model import Evidence
from signpost.plan.texts import read_texts
from signpost.problems import Level, did_you_mean

NOT_STATED = "not stated"
FORMS = "2025-03-27 for a day, 2025-03 for a month, 2025-Q1 for a quarter"

_Member = TypeVar("_Member", bound=StrEnum)


def read_date(fields: Fields, name: str) -> PlanDate | None:
    """A date of any precision, or None when the field is missing."""
    text = fields.optional_text(name, 40)
    if text is None:
        return None
    found = from_iso(text)
    if found is None:
        meant = from_words(text)
        instead = f"Write {meant}." if meant is not None else f"Write {FORMS}."
        fields.wrong(name, f"“{text}” is not a date for “{name}”. {instead}", "date")
    return found


def read_stated_date(fields: Fields, name: str, of: str) -> PlanDate | None:
    """A date that must be there. “not stated” is allowed while the day is being found out; publishing stops for it."""
    if not fields.has(name):
        fields.optional_text(name)
        fields.wrong(name, f"“{name}” is missing: {of} needs its date. Write “{name}: 2025-03-27”.", "missing-field")
        return None
    if fields.optional_text(name) != NOT_STATED:
        return read_date(fields, name)
    fields.problems.add(
        "plan-undated",
        fields.file,
        fields.line(name),
        f"“{name}” is not stated. Find out when this was said and write the day; {FORMS}.",
        Level.WARNING,
        safety=False,
    )
    return None


def read_member(fields: Fields, name: str, kinds: type[_Member], default: _Member | None = None) -> _Member:
    """One of a closed list; the first of it after a mistake."""
    text = fields.choice(name, [kind.value for kind in kinds], default.value if default is not None else None)
    return kinds(text)


def read_members(fields: Fields, name: str, kinds: type[_Member]) -> tuple[_Member, ...]:
    return tuple(kinds(text) for text in fields.words_from(name, [kind.value for kind in kinds]))


def read_evidence(fields: Fields, locales: Sequence[str]) -> tuple[Evidence, ...]:
    found = []
    for group in fields.groups("evidence", "the evidence"):
        found.append(Evidence(read_texts(group, "title", locales, 300), group.address("address")))
        group.finish()
    return tuple(found)


def refuse_status(fields: Fields, names: Iterable[str], about: str) -> None:
    """A status without its date says nothing: it belongs into an update."""
    for name in names:
        if fields.has(name):
            fields.optional_text(name)
            fields.wrong(
                name,
                f"A status needs its date, so “{name}” stands in an update only. Write an update with "
                f"“about: {about}”, “date” and “{name}” in updates.yml, and delete this line.",
                "plan-status",
            )


def unknown(reference: str, known: Iterable[str]) -> str:
    """The end of a sentence about a part that does not exist."""
    choices = list(known)
    return did_you_mean(reference, choices) or f" The parts are: {', '.join(choices)}."
