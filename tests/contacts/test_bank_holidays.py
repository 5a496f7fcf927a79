"""The list of bank holidays: read as it stands, never worked out, and asked for again before it ends."""

from datetime import date

import pytest

from signpost.contacts.bank_holidays import holidays_of
from signpost.load import load
from signpost.problems import Level, Problems
from tests.tiny_site import ROOT, TODAY, TinySite

LIST = """source: https://www.gov.uk/bank-holidays
areas: england, wales
from: 2026-01-01
until: 2027-12-31
checked_on: 2026-11-01
checked_by: A. Tester
days:
  - 2026-12-25
  - 2026-12-28
  - 2027-01-01
"""


def test_the_list_is_read(tiny: TinySite) -> None:
    tiny.write("bank_holidays.yml", LIST)
    holidays = tiny.good().site.holidays
    assert holidays is not None
    assert holidays.days == (date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("  - 2026-12-28\n", "  - 28/12/2026\n", "“28/12/2026” is not a day. Write it like 2026-12-25."),
        ("  - 2026-12-28\n", "  - 2026-02-30\n", "“2026-02-30” is not a day"),
        ("  - 2026-12-28\n", "  - 2026-12-25\n", "2026-12-25 stands twice under “days”"),
        ("  - 2027-01-01\n", "  - 2028-01-03\n", "2028-01-03 is not between “from” (2026-01-01) and “until” (2027-12-31)"),
        ("until: 2027-12-31", "until: 2028-12-31", "No day of 2028 is listed"),
        ("areas: england, wales\n", "", "“areas” is missing"),
        ("source: https://www.gov.uk/bank-holidays\n", "", "“source” is missing"),
        ("source: https://www.gov.uk/bank-holidays", "source: http://www.gov.uk/", "does not start with https://"),
        ("checked_by: A. Tester\n", "", "“checked_by” is missing"),
        ("days:", "dayz:", "“dayz” is not a setting"),
    ],
)
def test_a_mistake_is_told(tiny: TinySite, old: str, new: str, sentence: str) -> None:
    assert old in LIST
    tiny.write("bank_holidays.yml", LIST.replace(old, new))
    problems = Problems()
    load(tiny.content, "content", ROOT, TODAY, problems)
    lines = [problem.as_text() for problem in problems.errors]
    assert any(line.startswith("content/bank_holidays.yml:") and sentence in line for line in lines), lines


def test_the_next_year_is_asked_for_before_the_list_ends(tiny: TinySite) -> None:
    tiny.write("bank_holidays.yml", LIST)
    asked = [date(2027, 10, 1), date(2027, 10, 3)]
    found = [[problem.message for problem in tiny.build(day).problems if problem.rule == "bank-holidays"] for day in asked]
    assert found == [[], ["The list of bank holidays ends on 2027-12-31. Add the next year's days from the source, and move “until”."]]


def test_a_site_with_opening_hours_and_no_list_is_told(tiny: TinySite) -> None:
    assert not (tiny.content / "bank_holidays.yml").exists()
    found = [problem for problem in tiny.build().problems if problem.rule == "bank-holidays"]
    assert [problem.level for problem in found] == [Level.WARNING]
    assert "no card can say that a service is open now (test-helpline)" in found[0].message


def test_a_service_of_another_part_of_the_country_has_other_holidays(tiny: TinySite) -> None:
    tiny.write("bank_holidays.yml", LIST)
    site = tiny.good().site
    assert holidays_of(site.contacts["test-helpline"], site.holidays) is site.holidays
    tiny.replace("contacts.yml", "areas: wales", "areas: scotland")
    site = tiny.good().site
    assert holidays_of(site.contacts["test-helpline"], site.holidays) is None
    assert "data-hours" not in tiny.good().output["en/help/index.html"].decode()


def test_the_real_list_has_the_eight_days_of_each_year() -> None:
    """Banking and Financial Dealings Act 1971, and the yearly proclamations. Each is a Monday but the fixed ones."""
    site = load(ROOT / "content", "content", ROOT, date(2026, 11, 24), Problems())
    assert site is not None
    assert site.holidays is not None
    for year in (2026, 2027, 2028):
        days = [day for day in site.holidays.days if day.year == year]
        assert len(days) == 8
        assert all(day.weekday() < 5 for day in days)
