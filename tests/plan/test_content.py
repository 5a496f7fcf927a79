"""South Wales Police's plan: only what is public, and nothing that nobody said."""

import re

import pytest

from signpost.plan.model import Acceptance, ActionPlan, Compliance, Status
from signpost.plan.plans import read_plan
from signpost.plan.timing import summary
from signpost.problems import Problems
from tests.plan.site import LANGUAGES, ROOT, TODAY

NEWS = (
    "https://www.south-wales.police.uk/news/south-wales/news/2024/november/"
    "stalking-south-wales-police-response-to-suzy-lamplugh-trust-super-complaint/"
)


@pytest.fixture(scope="module")
def plan() -> ActionPlan:
    problems = Problems()
    found = read_plan(ROOT / "content", "content", LANGUAGES, TODAY, problems)
    assert found is not None, [problem.as_text() for problem in problems]
    assert not len(problems)
    return found


def test_only_recommendations_that_were_proved_are_shown(plan: ActionPlan) -> None:
    assert [item.number for item in plan.recommendations] == [7, 10, 16, 25]
    assert [part.id for item in plan.recommendations for part in item.requirements] == ["7.1", "7.2"]


def test_nothing_is_stated_that_the_force_did_not_state(plan: ActionPlan) -> None:
    for item in plan.recommendations:
        for part in (item, *item.requirements):
            assert part.status is Status.NOT_STATED
            assert (part.response.accepted, part.response.compliance, part.response.text) == (
                Acceptance.NOT_STATED,
                Compliance.NOT_STATED,
                None,
            )
            assert not part.actions and not part.updates
    assert summary(plan.parts, TODAY).late == 0, "a date that passed without a word is not lateness"


def test_a_date_that_no_source_gives_is_not_shown(plan: ActionPlan) -> None:
    found = plan.find("25")
    assert found is not None and found.due is None
    assert {str(item.due) for item in plan.recommendations if item.number != 25} == {"2025-03-27"}


def test_the_commitments_of_november_2024_are_dated_and_sourced(plan: ActionPlan) -> None:
    assert {(update.key, str(update.when), update.source) for update in plan.updates} == {
        (key, "2024-11", NEWS) for key in ("training", "partnerships", "processes")
    }


def test_the_page_says_what_is_left_out_and_where_the_full_plan_is(plan: ActionPlan) -> None:
    assert plan.full_plan == NEWS
    assert plan.left_out is not None and set(plan.left_out) == set(LANGUAGES)
    shown = {item.number for item in plan.recommendations}
    for text in plan.left_out.values():
        first, rest = text.split(": ", 1)[1].split(": ", 1)
        assert {int(number) for number in re.findall(r"\b\d+\b", first)} - {25} == shown - {25}
        spans = re.findall(r"\b(\d+) (?:to|i) (\d+)\b", rest)
        listed = {number for low, high in spans for number in range(int(low), int(high) + 1)} | {8, 9}
        assert listed == set(range(1, 30)) - shown, "every other number of the report is said to be left out"


def test_nobody_is_named_as_the_lead_whom_the_force_did_not_name(plan: ActionPlan) -> None:
    assert plan.executive_lead is None and plan.operational_lead is None
