"""Dates keep the precision that they were given."""

from datetime import date

import pytest

from signpost.plan.dates import PlanDate, Precision, from_iso, from_words, in_words
from tests.plan.site import words


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2025-03-27", date(2025, 3, 27), date(2025, 3, 27), Precision.DAY),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31), Precision.QUARTER),
    ],
)
def test_what_is_written_is_what_is_kept(text: str, first: date, last: date, precision: Precision) -> None:
    found = from_iso(text)
    assert found == PlanDate(first, last, precision)
    assert str(found) == text


@pytest.mark.parametrize("text", ["2025", "2025-13", "2025-02-30", "2025-Q5", "25-03-27", "2025-3-27", "soon", ""])
def test_what_is_no_date_is_none(text: str) -> None:
    assert from_iso(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("27/03/25", "2025-03-27"),
        ("27/03/2025", "2025-03-27"),
        ("27.3.2025", "2025-03-27"),
        ("27 March 2025", "2025-03-27"),
        ("21st November 2024", "2024-11-21"),
        ("1 Sept 2024", "2024-09-01"),
        ("Nov-24", "2024-11"),
        ("Mar ’26", "2026-03"),
        ("March 2026", "2026-03"),
        ("Q2 2025", "2025-Q2"),
        ("2025 Q2", "2025-Q2"),
        ("2025-03-27", "2025-03-27"),
        ("27-03-2025", "2025-03-27"),
        ("27-Mar-2025", "2025-03-27"),
        ("2025/03/27", "2025-03-27"),
        ("2025-3-7", "2025-03-07"),
        ("2025-03-27 00:00:00", "2025-03-27"),
        ("03/2025", "2025-03"),
        ("Thursday 27 March 2025", "2025-03-27"),
        ("Thu, 27/03/2025", "2025-03-27"),
        ("27th of March, 2025", "2025-03-27"),
        ("end of March 2025", "2025-03"),
        ("27 Mawrth 2025", "2025-03-27"),
        ("Gorffennaf 2025", "2025-07"),
    ],
)
def test_dates_as_forces_write_them(text: str, meant: str) -> None:
    assert str(from_words(text)) == meant


@pytest.mark.parametrize(
    "text",
    ["March 26", "27 March", "summer 2025", "by June", "31/02/2025", "03/27/2025", "March", "2025", "in due course", "Friday 27 March 2025",
     "Q1 2025/26", "2025/26", "11/24", "24/11", "27/03-2025", "end of 27 March 2025", "end of the year 2025", "Winter 2025", "13/2025",
     "March 2025/26", "27 March 2025 12:30"],
)  # fmt: skip
def test_what_could_mean_two_things_is_no_date(text: str) -> None:
    assert from_words(text) is None


@pytest.mark.parametrize(
    ("text", "english", "welsh"),
    [
        ("2025-03-27", "27\u00a0March 2025", "27\u00a0Mawrth 2025"),
        ("2025-03", "March 2025", "Mawrth 2025"),
        ("2025-Q1", "January to March 2025", "Ionawr i Fawrth 2025"),
    ],
)
def test_dates_are_said_as_exactly_as_they_are_known(text: str, english: str, welsh: str) -> None:
    found = from_iso(text)
    assert found is not None
    assert in_words(found, "en", words("en").strings) == english
    assert in_words(found, "cy", words("cy").strings) == welsh
