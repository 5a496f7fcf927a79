"""What is late, what comes next: worked out from a due date, a status and `today`, never typed.

A part whose progress nobody has stated is not called late once its date has passed: its date has passed, and that is
all that is known.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from signpost.plan.dates import PlanDate
from signpost.plan.model import DONE, ENDED, Action, ActionPlan, Part, Recommendation, Status


class Timing(StrEnum):
    NO_DATE = "no date"
    AHEAD = "ahead"
    LATE = "late"
    PASSED = "passed, progress not stated"
    ENDED = "nothing due"


def timing(due: PlanDate | None, status: Status, today: date) -> Timing:
    """A month or a quarter has passed when its last day has."""
    if status in ENDED:
        return Timing.ENDED
    if due is None:
        return Timing.NO_DATE
    if due.last >= today:
        return Timing.AHEAD
    return Timing.PASSED if status is Status.NOT_STATED else Timing.LATE


@dataclass(frozen=True)
class Deadline:
    """Something with a date: a part of the plan or one action of it."""

    part: Part
    action: Action | None
    due: PlanDate
    status: Status
    timing: Timing

    @property
    def reference(self) -> str:
        return self.action.id if self.action is not None else self.part.reference


@dataclass(frozen=True)
class Summary:
    """The plan in numbers. Parts are counted: requirements, and recommendations that have none."""

    parts: int
    by_status: Counter[Status]
    done: int
    late: int
    passed: int


def summary(parts: Iterable[Part], today: date) -> Summary:
    counted = list(parts)
    statuses = Counter(part.status for part in counted)
    timings = Counter(timing(part.due, part.status, today) for part in counted)
    return Summary(len(counted), statuses, sum(statuses[status] for status in DONE), timings[Timing.LATE], timings[Timing.PASSED])


def deadlines(plan: ActionPlan, today: date) -> list[Deadline]:
    """Everything that still has a date, soonest first. An ended part's open actions are not due any more."""
    found: list[Deadline] = []
    for part in every_part(plan):
        if part.due is not None and (part in plan.parts) and part.status not in ENDED:
            found.append(Deadline(part, None, part.due, part.status, timing(part.due, part.status, today)))
        found += [
            Deadline(part, action, action.due, action.status, timing(action.due, action.status, today))
            for action in part.actions
            if action.due is not None and action.status not in ENDED and part.status not in ENDED
        ]
    return sorted(found, key=lambda item: (item.due.last, item.due.first, order_of(item.reference)))


def every_part(plan: ActionPlan) -> list[Part]:
    """Each recommendation, and after it its requirements."""
    found: list[Part] = []
    for recommendation in plan.recommendations:
        found += [recommendation, *recommendation.requirements]
    return found


def order_of(reference: str) -> tuple[int, int, str]:
    """7.2 stands before 7.10."""
    number, _, letter = reference.partition("-")
    whole, _, point = number.partition(".")
    return int(whole), int(point or 0), letter


def finished_late(part: Part) -> bool:
    """Whether it was first stated to be done after its date."""
    dates = [update.when for update in part.updates if update.status in DONE and update.when is not None]
    return part.status in DONE and part.due is not None and bool(dates) and min(item.first for item in dates) > part.due.last


def recommendation_of(plan: ActionPlan, part: Part) -> Recommendation:
    found = plan.find(part.reference.partition(".")[0])
    assert isinstance(found, Recommendation)
    return found


def next_change(plan: ActionPlan, today: date) -> date | None:
    """The first day after `today` on which a date will have passed, so that the pages say something else."""
    dates = [item.due.last.toordinal() + 1 for item in deadlines(plan, today) if item.due.last >= today]
    return date.fromordinal(min(dates)) if dates else None
