"""ActionPlan -> a calendar of its dates in one language (RFC 5545): whole days, no alarms, nothing that blocks time.

Must never call anything late: a calendar is read on other days than it was made.
"""

from collections.abc import Callable
from datetime import date, timedelta

from signpost.plan_model import ActionPlan
from signpost.plan_timing import Deadline, deadlines
from signpost.plan_words import PlanWords

MOST_OCTETS = 75
"""Longest line (RFC 5545, 3.1)."""


def dates_calendar(plan: ActionPlan, words: PlanWords, address: Callable[[str], str], host: str, today: date, title: str) -> bytes:
    """`host` makes the ids of the entries the site's own."""
    last = plan.last_updated
    stamp = f"{(last.first if last else date(2024, 9, 27)):%Y%m%d}T000000Z"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//signpost//action plan//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_escaped(title)}",
        f"X-WR-CALNAME:{_escaped(title)}",
    ]
    for item in deadlines(plan, today):
        about = item.reference if item.action is not None else item.part.reference
        summary = words["calendar_part"].format(reference=about)
        lines += _event(f"{about}@{host}", stamp, item.due.last, summary, _description(item, words), address(item.part.reference))
    if plan.next_update_due is not None:
        due = plan.next_update_due
        lines += _event(f"next-update@{host}", stamp, due.last, words["calendar_update"], words.due(due), address(""))
    lines.append("END:VCALENDAR")
    return "".join(_folded(line) + "\r\n" for line in lines).encode("utf-8")


def _description(item: Deadline, words: PlanWords) -> str:
    texts = item.action.text if item.action is not None else item.part.asks
    said = f"{words.due(item.due)}."
    return f"{words.plain(texts)} {said[:1].upper()}{said[1:]}" if texts else said


def _event(name: str, stamp: str, day: date, summary: str, description: str, address: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{name}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(summary)}",
        f"DESCRIPTION:{_escaped(description)}",
        f"URL:{address}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """No line over 75 octets, and no letter cut in two."""
    pieces, piece, octets = [], "", 0
    for sign in line:
        size = len(sign.encode("utf-8"))
        if octets + size > MOST_OCTETS:
            pieces.append(piece)
            piece, octets = "", 1
        piece += sign
        octets += size
    return "\r\n ".join([*pieces, piece])
