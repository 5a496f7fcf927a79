"""Dates of the plan with their precision: a day, a month or a quarter of a year.

Written 2025-03-27, 2025-03 or 2025-Q1. Must never make a date more exact than it was: “March 2025” stays a month.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from signpost.said import MONTHS as MONTHS_SAID
from signpost.said import month_said, said

MONTHS, WELSH_MONTHS = (tuple(name.lower() for name in MONTHS_SAID[code]) for code in ("en", "cy"))

_ISO = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])))", re.ASCII)
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})", re.ASCII)
_MONTH_OF_YEAR = re.compile(r"(\d{1,2})[/.-](\d{4})", re.ASCII)
_NAMED = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?)?([A-Za-z]{3,10})([\s,.’'-]+)(\d{4}|\d{2})", re.ASCII)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"([A-Za-z]{3,9})[\s,.]+(?=\d)", re.ASCII)
_MIDNIGHT = re.compile(r"[T\s]+00:00(?::00(?:\.0+)?)?Z?$", re.ASCII)
_END_OF = re.compile(r"(?:the\s+)?end\s+(?:of\s+)?", re.IGNORECASE)
_QUARTER = re.compile(r"(?:Q([1-4])[\s,/-]+(\d{4})|(\d{4})[\s,/-]*Q([1-4]))", re.IGNORECASE | re.ASCII)


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, order=True)
class PlanDate:
    """The first and the last day that are meant."""

    first: date
    last: date
    precision: Precision

    def __str__(self) -> str:
        if self.precision is Precision.DAY:
            return self.first.isoformat()
        if self.precision is Precision.MONTH:
            return f"{self.first:%Y-%m}"
        return f"{self.first.year:04d}-Q{(self.first.month + 2) // 3}"


def day(value: date) -> PlanDate:
    return PlanDate(value, value, Precision.DAY)


def month(year: int, number: int) -> PlanDate:
    return PlanDate(date(year, number, 1), date(year, number, monthrange(year, number)[1]), Precision.MONTH)


def quarter(year: int, number: int) -> PlanDate:
    last = month(year, number * 3).last
    return PlanDate(date(year, number * 3 - 2, 1), last, Precision.QUARTER)


def from_iso(text: str) -> PlanDate | None:
    """2025-03-27, 2025-03 or 2025-Q1; None for anything else and for days that do not exist."""
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    year, in_year, in_month, in_quarter = found.groups()
    try:
        if in_quarter:
            return quarter(int(year), int(in_quarter))
        return day(date(int(year), int(in_year), int(in_month))) if in_month else month(int(year), int(in_year))
    except ValueError:
        return None


def from_words(text: str) -> PlanDate | None:
    """A date as people in the UK write it, when the whole text is one: 27/03/25, Nov-24, 21st November 2024, Q2 2025."""
    text = text.strip().strip(".,;:()")
    text = _MIDNIGHT.sub("", text)  # a workbook's day, exported
    exact = from_iso(text)
    if exact is not None:
        return exact
    try:
        if (started := _END_OF.match(text)) is not None:  # “end of March 2025” is no day of its own: the month is meant
            ended = _named(text[started.end() :])
            return ended if ended is not None and ended.precision is Precision.MONTH else None
        return _numeric(text) or _quarter(text) or _named(text) or _with_weekday(text)
    except ValueError:
        return None


def _numeric(text: str) -> PlanDate | None:
    if (found := _NUMERIC.fullmatch(text)) is not None:
        return day(date(_year(found[4]), int(found[3]), int(found[1])))
    if (found := _YEAR_FIRST.fullmatch(text)) is not None:
        return day(date(int(found[1]), int(found[3]), int(found[4])))
    if (found := _MONTH_OF_YEAR.fullmatch(text)) is not None:
        return month(int(found[2]), int(found[1]))
    return None


def _with_weekday(text: str) -> PlanDate | None:
    """“Thursday 27 March 2025”, when that day was a Thursday; otherwise nobody knows which of the two is right."""
    found = _WEEKDAY.match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    meant = _numeric(rest) or _named(rest)
    if meant is None or meant.precision is not Precision.DAY:
        return None
    name, word = _WEEKDAYS[meant.first.weekday()], found[1].lower()
    return meant if word in {name, name[:3]} else None


def _quarter(text: str) -> PlanDate | None:
    found = _QUARTER.fullmatch(text)
    if found is None:
        return None
    return quarter(int(found[2] or found[3]), int(found[1] or found[4]))


def _named(text: str) -> PlanDate | None:
    found = _NAMED.fullmatch(text)
    number = month_number(found[2]) if found is not None else None
    if found is None or number is None:
        return None
    if found[1] is not None:
        return day(date(_year(found[4]), number, int(found[1])))
    # “March 27” may be a day of any year; “Mar-27” and “Mar ’27” are months.
    if len(found[4]) == 2 and not set(found[3]) & set("-’'"):
        return None
    return month(_year(found[4]), number)


def month_number(word: str) -> int | None:
    folded = word.lower()
    if len(folded) < 3:
        return None
    if folded == "sept":
        return 9
    if folded in WELSH_MONTHS:
        return WELSH_MONTHS.index(folded) + 1
    return next((number for number, name in enumerate(MONTHS, start=1) if folded in {name, name[:3]}), None)


def _year(text: str) -> int:
    return int(text) + 2000 if len(text) == 2 else int(text)


def in_words(value: PlanDate, locale: str, strings: Mapping[str, str]) -> str:
    """“27 March 2025”, “March 2025” or “January to March 2025”, in the language."""
    if value.precision is Precision.QUARTER:
        return strings[f"plan_quarter_{(value.first.month + 2) // 3}"].format(year=value.first.year)
    return said(value.first, locale) if value.precision is Precision.DAY else month_said(value.first, locale)
