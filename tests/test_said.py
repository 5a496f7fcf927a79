"""Dates in words."""

from datetime import date

import pytest
from babel import Locale
from babel.dates import get_month_names
from babel.numbers import format_decimal

from signpost.contacts.hours import DAYS
from signpost.contacts.hours import in_words as hours_in_words
from signpost.model import OpeningHours, Period
from signpost.plan.dates import PlanDate, Precision, in_words
from signpost.problems import Problems
from signpost.said import said
from signpost.strings import read_locales
from tests.tiny_site import ROOT


@pytest.mark.parametrize(
    ("day", "locale", "words"),
    [
        (date(2026, 11, 23), "en", "23\u00a0November 2026"),
        (date(2026, 11, 23), "cy", "23\u00a0Tachwedd 2026"),
        (date(2024, 2, 1), "en", "1\u00a0February 2024"),
        (date(2024, 2, 1), "cy", "1\u00a0Chwefror 2024"),
    ],
)
def test_a_day_in_each_language(day: date, locale: str, words: str) -> None:
    assert said(day, locale) == words


def test_the_machine_has_no_say(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANG", "LC_ALL", "LC_TIME", "LANGUAGE"):
        monkeypatch.setenv(name, "de_DE.UTF-8")
    assert said(date(2026, 3, 2), "en") == "2\u00a0March 2026"


@pytest.mark.parametrize(
    ("locale", "months"),
    [
        ("en", "January February March April May June July August September October November December"),
        ("cy", "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"),
    ],
)
def test_every_month_in_each_language_alone_and_with_a_day(locale: str, months: str) -> None:
    for number, month in enumerate(months.split(), start=1):
        assert said(date(2026, number, 9), locale) == f"9\u00a0{month} 2026"
        assert in_words(PlanDate(date(2026, number, 1), date(2026, number, 28), Precision.MONTH), locale, {}) == f"{month} 2026"
        assert get_month_names("wide", "format", Locale(locale))[number] == month, "as babel has it"


def test_welsh_lists_say_a_and_never_need_ac() -> None:
    """“ac” stands before a vowel: no day of the week that a list can end with begins with one."""
    strings = read_locales(ROOT / "templates" / "strings", ("cy",), Problems())["cy"].strings
    hours = OpeningHours(False, (Period((0, 2, 4), 540, 1020),), "open")
    assert "Dydd Llun, dydd Mercher a dydd Gwener" in hours_in_words(hours, strings)
    assert all(strings[f"day_{day}"][0].lower() not in "aeiouwyâêîôûŵŷ" for day in DAYS)


def test_numbers_are_grouped_as_in_both_languages() -> None:
    """No page shows a number above 999 that nobody typed; if one ever does, both languages group it in the same way."""
    assert {format_decimal(12345, locale=locale) for locale in ("en_GB", "cy")} == {f"{12345:,}"}
