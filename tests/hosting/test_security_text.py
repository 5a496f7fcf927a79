"""security.txt: as RFC 9116 has it, never after its day."""

from datetime import date

import pytest

from tests.tiny_site import TinySite

CONTACT = "security:\n  contact: https://www.police.example/security\n  expires: {}\n"


def with_expiry(tiny: TinySite, day: str) -> TinySite:
    tiny.write("site.yml", tiny.text("site.yml") + CONTACT.format(day))
    return tiny


def test_it_says_whom_to_tell_and_until_when(tiny: TinySite) -> None:
    output = with_expiry(tiny, "2027-06-01").good().output
    assert output[".well-known/security.txt"].decode().splitlines() == [
        "Contact: https://www.police.example/security",
        "Expires: 2027-06-01T00:00:00Z",
        "Preferred-Languages: en, cy",
        "Canonical: https://tiny.example/.well-known/security.txt",
    ]


@pytest.mark.parametrize(("day", "expired"), [("2026-11-20", True), ("2026-11-19", True), ("2026-11-21", False)])
def test_its_day_stops_publishing(day: str, expired: bool, tiny: TinySite) -> None:
    tried = with_expiry(tiny, day).build(date(2026, 11, 20))
    assert tried.lines == []
    found = [problem.message for problem in tried.problems.warnings if problem.rule == "security-text"]
    assert found == ([f"“security” expired on {day}. Ask whether “contact” still holds, then write a new “expires”."] if expired else [])


def test_a_day_too_far_away_is_a_mistake(tiny: TinySite) -> None:
    tried = with_expiry(tiny, "2030-01-01").build(date(2026, 11, 20))
    assert len(tried.lines) == 1
    assert tried.lines[0].endswith("“expires” of “security” is more than a year away (2030-01-01). Write a day within a year.")
