"""Dates in words."""

from datetime import date

import pytest

from signpost.said import said


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
    said.cache_clear()
    assert said(date(2026, 3, 2), "en") == "2\u00a0March 2026"
