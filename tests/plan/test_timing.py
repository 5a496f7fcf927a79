"""Late is worked out, never typed, and said in words."""

from datetime import date

import pytest

from signpost.plan.dates import PlanDate, from_iso
from signpost.plan.model import Status
from signpost.plan.timing import Timing, deadlines, finished_late, next_change, summary, timing
from tests.plan.site import TODAY, example, words


def _date(text: str) -> PlanDate:
    found = from_iso(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("due", "status", "today", "expected"),
    [
        ("2025-03-27", Status.IN_PROGRESS, date(2025, 3, 27), Timing.AHEAD),
        ("2025-03-27", Status.IN_PROGRESS, date(2025, 3, 28), Timing.LATE),
        ("2025-03", Status.NOT_STARTED, date(2025, 3, 31), Timing.AHEAD),
        ("2025-03", Status.NOT_STARTED, date(2025, 4, 1), Timing.LATE),
        ("2025-Q1", Status.WAITING, date(2025, 3, 31), Timing.AHEAD),
        ("2025-Q1", Status.WAITING, date(2025, 4, 1), Timing.LATE),
        ("2025-03-27", Status.NOT_STATED, date(2026, 1, 1), Timing.PASSED),
        ("2025-03-27", Status.COMPLETE, date(2026, 1, 1), Timing.ENDED),
        ("2025-03-27", Status.KEPT, date(2026, 1, 1), Timing.ENDED),
        ("2025-03-27", Status.NOT_ACCEPTED, date(2026, 1, 1), Timing.ENDED),
    ],
)
def test_a_day_is_late_when_it_has_passed(due: str, status: Status, today: date, expected: Timing) -> None:
    assert timing(_date(due), status, today) is expected


def test_without_a_date_nothing_is_late() -> None:
    assert timing(None, Status.IN_PROGRESS, TODAY) is Timing.NO_DATE


@pytest.mark.parametrize(
    ("due", "status", "english", "welsh"),
    [
        (
            "2025-03-27", Status.IN_PROGRESS,
            "due 27\u00a0March 2025; still in progress", "i’w gwblhau erbyn 27\u00a0Mawrth 2025; yn dal ar y gweill",
        ),
        (
            "2025-03", Status.NOT_STARTED,
            "due by the end of March 2025; still not started", "i’w gwblhau erbyn diwedd Mawrth 2025; yn dal heb ddechrau",
        ),
        (
            "2025-Q1", Status.WAITING,
            "due in the quarter January to March 2025; still waiting on others",
            "i’w gwblhau yn chwarter Ionawr i Fawrth 2025; yn dal i aros am eraill",
        ),
        (
            "2025-03-27", Status.NOT_STATED,
            "due 27\u00a0March 2025; progress not stated here", "i’w gwblhau erbyn 27\u00a0Mawrth 2025; ni nodir y cynnydd yma",
        ),
        ("2027-03-27", Status.NOT_STARTED, "due 27\u00a0March 2027", "i’w gwblhau erbyn 27\u00a0Mawrth 2027"),
        ("2025-03-27", Status.COMPLETE, "due 27\u00a0March 2025", "i’w gwblhau erbyn 27\u00a0Mawrth 2025"),
        ("2025-03-27", Status.NOT_ACCEPTED, "", ""),
    ],
)  # fmt: skip
def test_lateness_is_said_in_words(due: str, status: Status, english: str, welsh: str) -> None:
    assert words("en").deadline(_date(due), status) == english
    assert words("cy").deadline(_date(due), status) == welsh


def test_the_example_in_numbers() -> None:
    counted = summary(example().parts, TODAY)
    assert (counted.parts, counted.done, counted.late, counted.passed) == (10, 3, 3, 2)


def test_the_soonest_date_comes_first_and_ended_parts_have_none() -> None:
    found = [item.reference for item in deadlines(example(), TODAY)]
    assert found == ["7.3", "10.10", "16", "25", "7.2", "7.2-a", "16-a", "10.2-a", "10.2"]


def test_something_finished_after_its_date_says_so() -> None:
    part = example().find("10.1")
    assert part is not None and finished_late(part)
    assert words().deadline_of(part) == "due 27\u00a0March 2025; finished after that date"


def test_the_day_on_which_the_pages_change_by_themselves() -> None:
    plan = example()
    assert next_change(plan, TODAY) == date(2026, 12, 19)
    assert next_change(plan, date(2026, 12, 19)) == date(2027, 6, 1)
    assert next_change(plan, date(2028, 1, 1)) is None
