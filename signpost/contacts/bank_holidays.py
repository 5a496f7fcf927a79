"""content/bank_holidays.yml -> BankHolidays: the days on which a service may keep other hours.

Must never work a date out: holidays are moved and added by proclamation, so each day is read from a list.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from signpost.contacts.confirmed import check_confirmed
from signpost.contacts.register import AREAS
from signpost.files.fields import Fields
from signpost.files.source import read_source
from signpost.files.yaml_text import read_yaml
from signpost.model import BankHolidays, ContactRoute
from signpost.problems import Level, Problems

_ASK_THE_SOURCE = "Nobody has compared these days with their source yet. Do that, then write who did in “checked_by”."
WARN_BEFORE = timedelta(days=90)
"""So long before the list ends, the build asks for the next year."""


def read_bank_holidays(content: Path, label: str, today: date, problems: Problems) -> BankHolidays | None:
    """The list, or None when there is no such file or a mistake hides it."""
    if not (content / "bank_holidays.yml").exists():
        return None
    name = f"{label}/bank_holidays.yml"
    source = read_source(content / "bank_holidays.yml", name, problems)
    entries = read_yaml(source.text, name, problems) if source is not None else None
    if entries is None:
        return None
    fields = Fields(entries, name, problems, "bank_holidays.yml")
    holidays = read_list(fields)
    fields.finish()
    _check(fields, holidays, today)
    return holidays


def read_list(fields: Fields) -> BankHolidays:
    """The days and what they hold for; unknown settings are left to `finish`."""
    fields.address("source")
    if not fields.has("source"):
        fields.wrong("source", "“source” is missing. Write the https address of the page that the days were read from.", "missing-field")
    fields.day("checked_on")
    check_confirmed(fields, fields.text("checked_by", 200), _ASK_THE_SOURCE, safety=False)
    return BankHolidays(
        areas=fields.words_from("areas", AREAS),
        first=fields.day("from"),
        last=fields.day("until"),
        days=_days(fields),
    )


def _days(fields: Fields) -> tuple[date, ...]:
    found: list[date] = []
    for text in fields.words("days"):
        try:
            day = date.fromisoformat(text)
        except ValueError:
            problem = f"“{text}” is not a day. Write it like 2026-12-25."
            fields.problems.add("date", fields.file, fields.line_of("days", text), problem)
            continue
        if day in found:
            fields.problems.add("date", fields.file, fields.line_of("days", text), f"{day} stands twice under “days”. Keep one.")
        found.append(day)
    if not fields.has("days"):
        fields.wrong("days", "“days” is missing. List the bank holidays, one on each line after “- ”.", "missing-field")
    return tuple(sorted(found))


def _check(fields: Fields, holidays: BankHolidays, today: date) -> None:
    if not holidays.areas:
        fields.wrong(
            "areas", "“areas” is missing. Write the parts of the UK that keep these days, like “areas: england, wales”.", "missing-field"
        )
    for day in holidays.days:
        if not holidays.first <= day <= holidays.last:
            fields.wrong(
                "days", f"{day} is not between “from” ({holidays.first}) and “until” ({holidays.last}). Correct one of them.", "date"
            )
    for year in range(holidays.first.year, holidays.last.year + 1):
        if not any(day.year == year for day in holidays.days):
            fields.wrong("until", f"No day of {year} is listed. Add that year's bank holidays, or correct “from” and “until”.", "date")
    if holidays.last - WARN_BEFORE < today:
        fields.problems.add(
            "bank-holidays",
            fields.file,
            fields.line("until"),
            f"The list of bank holidays ends on {holidays.last}. Add the next year's days from the source, and move “until”.",
            Level.WARNING,
            safety=False,
        )


def holidays_of(route: ContactRoute, holidays: BankHolidays | None) -> BankHolidays | None:
    """The list that holds for a route; None when it serves only parts of the UK with other holidays."""
    if holidays is None or not route.areas or "local" in route.areas or set(route.areas) & set(holidays.areas):
        return holidays
    return None


def check_needed(routes: Mapping[str, ContactRoute], holidays: BankHolidays | None, label: str, problems: Problems) -> None:
    """A site with opening hours needs the list; without it no card says what is open now."""
    waiting = [route.id for route in routes.values() if route.hours.periods and route.hours.bank_holidays != "open"]
    if waiting and holidays is None:
        message = (
            f"This file is missing, so no card can say that a service is open now ({', '.join(waiting)}). Copy it from the example site."
        )
        problems.add("bank-holidays", f"{label}/bank_holidays.yml", 0, message, Level.WARNING, safety=False)
