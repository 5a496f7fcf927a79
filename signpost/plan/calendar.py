"""ActionPlan -> a calendar of its dates in one language (RFC 5545).

Must never call anything late: a calendar is read on other days than it was made.
"""

from collections.abc import Callable
from datetime import date

from signpost.files.calendar import calendar_file, event
from signpost.plan.model import ActionPlan
from signpost.plan.timing import Deadline, deadlines
from signpost.plan.words import PlanWords


def dates_calendar(plan: ActionPlan, words: PlanWords, address: Callable[[str], str], host: str, today: date, title: str) -> bytes:
    """`host` makes the ids of the entries the site's own."""
    last = plan.last_updated
    stamp = f"{(last.first if last else date(2024, 9, 27)):%Y%m%d}T000000Z"
    lines: list[str] = []
    for item in deadlines(plan, today):
        about = item.reference if item.action is not None else item.part.reference
        summary = words["calendar_part"].format(reference=about)
        lines += event(f"{about}@{host}", stamp, item.due.last, summary, _description(item, words), address(item.part.reference))
    if plan.next_update_due is not None:
        due = plan.next_update_due
        lines += event(f"next-update@{host}", stamp, due.last, words["calendar_update"], words.due(due), address(""))
    return calendar_file("action plan", title, lines)


def _description(item: Deadline, words: PlanWords) -> str:
    texts = item.action.text if item.action is not None else item.part.asks
    said = f"{words.due(item.due)}."
    return f"{words.plain(texts)} {said[:1].upper()}{said[1:]}" if texts else said
