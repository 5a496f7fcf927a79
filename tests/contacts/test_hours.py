"""Opening hours: read without guessing, and said in both languages."""

import pytest

from signpost.contacts.hours import in_words, read_hours
from signpost.files.fields import Fields
from signpost.files.yaml_text import read_yaml
from signpost.model import OpeningHours
from signpost.problems import Problems
from signpost.strings import read_locales
from tests.tiny_site import ROOT

LOCALES = read_locales(ROOT / "templates" / "strings", ("en", "cy"), Problems())


def hours(text: str) -> tuple[OpeningHours, list[str]]:
    problems = Problems()
    entries = read_yaml(text, "content/contacts.yml", problems)
    assert entries is not None
    fields = Fields(entries, "content/contacts.yml", problems, "the contact")
    found = read_hours(fields)
    fields.finish()
    return found, [problem.message for problem in problems]


WEEK = """hours:
  - days: mon-fri
    open: 09:30
    close: 16:00
  - days: sat, sun
    open: 12:00
    close: 24:00
bank_holidays: closed
"""


def test_hours_in_words_in_both_languages() -> None:
    found, problems = hours(WEEK)
    assert problems == []
    assert in_words(found, LOCALES["en"].strings) == (
        "Monday to Friday, 9:30am to 4pm; Saturday and Sunday, midday to midnight; closed on bank holidays"
    )
    assert in_words(found, LOCALES["cy"].strings) == (
        "Dydd Llun – dydd Gwener, 9:30am i 4pm; dydd Sadwrn a dydd Sul, hanner dydd i hanner nos; ar gau ar wyliau banc"
    )


@pytest.mark.parametrize(
    ("text", "words"), [("hours: always", "All day, every day"), ("hours: unknown", "Check their website for opening hours")]
)
def test_always_and_unknown(text: str, words: str) -> None:
    found, problems = hours(text)
    assert problems == []
    assert in_words(found, LOCALES["en"].strings) == words


def test_times_stay_what_was_typed() -> None:
    """YAML 1.1 reads 09:30 as a number to the base of 60."""
    found, _ = hours("hours:\n  - days: mon\n    open: 09:30\n    close: 16:00\n")
    assert (found.periods[0].opens, found.periods[0].closes) == (570, 960)


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ("days: mon-fri\n    open: 9:30\n    close: 16:00", "“9:30” is not a time for “open”. Write it with four digits, like 09:30"),
        ("days: mon-fri\n    open: 09:30\n    close: 25:00", "“25:00” is not a time"),
        ("days: mon-fri\n    open: 09:30\n    close: 24:30", "“24:30” is not a time"),
        ("days: mon-fri\n    open: 16:00\n    close: 09:30", "“close” is not after “open”"),
        ("days: monday\n    open: 09:30\n    close: 16:00", "“monday” is not a day"),
        ("open: 09:30\n    close: 16:00", "“days” is missing"),
        ("days: mon\n    open: 09:30\n    close: 16:00\n    shut: 1", "“shut” is not a setting"),
    ],
)
def test_hours_that_cannot_be_are_refused(entry: str, sentence: str) -> None:
    _, problems = hours(f"hours:\n  - {entry}\n")
    assert any(sentence in problem for problem in problems), problems


def test_hours_may_not_overlap() -> None:
    _, problems = hours("hours:\n  - days: mon-fri\n    open: 09:00\n    close: 12:00\n  - days: fri\n    open: 11:00\n    close: 13:00\n")
    assert problems == ["Two of the hours for fri overlap. Correct them."]


def test_days_may_go_over_the_weekend() -> None:
    found, _ = hours("hours:\n  - days: sat-mon\n    open: 09:00\n    close: 12:00\n")
    assert found.periods[0].days == (0, 5, 6)
