"""A route that was not checked in time warns in a build and stops publishing, by the limit of its kind."""

from datetime import date, timedelta

import pytest

from signpost.load import load
from signpost.problems import Problem, Problems
from signpost.telling import stopping
from tests.tiny_site import ROOT, TinySite

CHECKED = date(2026, 11, 1)


def late(tiny: TinySite, today: date) -> list[Problem]:
    problems = Problems()
    load(tiny.content, "content", ROOT, today, problems)
    return [problem for problem in problems if problem.rule == "contact-age"]


@pytest.mark.parametrize(
    ("kind", "days"),
    [("helpline", 90), ("non-emergency", 90), ("information", 180), ("online-report", 180), ("text", 180), ("web-chat", 180)],
)
def test_each_kind_has_its_limit(tiny: TinySite, kind: str, days: int) -> None:
    tiny.replace("contacts.yml", "    kind: helpline\n", f"    kind: {kind}\n")
    last_good = CHECKED + timedelta(days=days)
    assert not [problem for problem in late(tiny, last_good) if "test-helpline" in problem.message]
    found = [problem for problem in late(tiny, last_good + timedelta(days=1)) if "test-helpline" in problem.message]
    assert [problem.message for problem in found] == [
        f"“test-helpline” was last checked on 2026-11-01 and was due again on {last_good}. "
        "Check it at https://helpline.example/contact, then write the new “checked_on”."
    ]


def test_the_emergency_number_has_ninety_days(tiny: TinySite) -> None:
    assert late(tiny, CHECKED + timedelta(days=90)) == []
    assert {problem.message.split("”")[0] for problem in late(tiny, CHECKED + timedelta(days=91))} == {
        "“999",
        "“999-silent",
        "“test-helpline",
    }


def test_the_limit_can_be_set(tiny: TinySite) -> None:
    tiny.write("site.yml", tiny.text("site.yml") + "check_contacts_every:\n  helpline: 10\n")
    assert late(tiny, CHECKED + timedelta(days=10)) == []
    assert [problem.message.split("”")[0] for problem in late(tiny, CHECKED + timedelta(days=11))] == ["“test-helpline"]


def test_late_is_built_and_never_published_not_even_in_a_hurry(tiny: TinySite) -> None:
    tried = tiny.build(CHECKED + timedelta(days=100))
    assert tried.built is not None
    assert stopping(tried.problems, publish=False, urgent=False) == []
    for urgent in (False, True):
        rules = {problem.rule for problem in stopping(tried.problems, publish=True, urgent=urgent)}
        assert "contact-age" in rules


def test_a_check_cannot_be_dated_ahead(tiny: TinySite) -> None:
    tiny.replace("contacts.yml", "checked_on: 2026-11-01", "checked_on: 2026-12-01")
    assert any("which has not come yet" in line for line in tiny.build().lines)
