"""The due list as text, JSON, CSV and calendar. Must never leave out a task that another format shows."""

import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date

from signpost.due.tasks import NextChange, Task
from signpost.files.calendar import calendar_file, event
from signpost.pages.translations import Change
from signpost.plan.spreadsheet import BYTE_ORDER_MARK, guarded

COLUMNS = ("due", "late", "kind", "owner", "file", "line", "what")
MOST_CHANGES = 12
"""Changes of one source shown under its translation. The page itself shows the rest."""

Differences = Mapping[str, Sequence[Change] | None]
"""Per file of a translation that is behind: what changed in its source; None where the earlier text was not kept."""


def as_text(tasks: Sequence[Task], differences: Differences, today: date, within: int) -> str:
    """By owner: whoever has something late first. Tasks with the same sentence stand together."""
    if not tasks:
        return f"Nothing is late, and nothing comes due within {within} days."
    owners = sorted(
        {task.owner for task in tasks}, key=lambda name: (-sum(task.is_late(today) for task in tasks if task.owner == name), name)
    )
    blocks = []
    for owner in owners:
        own = [task for task in tasks if task.owner == owner]
        lines = [owner]
        for same in _together(own):
            lines += _lines(same, differences, today)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _together(tasks: Sequence[Task]) -> list[list[Task]]:
    groups: dict[tuple[date | None, str], list[Task]] = {}
    for task in tasks:
        groups.setdefault((task.due, task.what), []).append(task)
    return list(groups.values())


def _lines(same: Sequence[Task], differences: Differences, today: date) -> list[str]:
    first = same[0]
    when = "waits now" if first.due is None else f"{first.due} LATE" if first.is_late(today) else str(first.due)
    lines = [f"  {when}  {first.work}: {first.what}"]
    lines += [f"      {task.where}" for task in same]
    for task in same:
        if not task.is_behind or task.file not in differences:
            continue
        found = differences[task.file]
        if found is None:
            lines.append("      (The earlier text was not kept, so what changed cannot be shown.)")
            continue
        lines += [f"      … {change.as_text()} …" for change in found[:MOST_CHANGES]]
        if len(found) > MOST_CHANGES:
            lines.append(f"      and {len(found) - MOST_CHANGES} more changes")
    return lines


def as_json(tasks: Sequence[Task], differences: Differences, today: date) -> str:
    records = []
    for task in tasks:
        record: dict[str, object] = dict(zip(COLUMNS, _values(task, today), strict=True))
        found = differences.get(task.file)
        if found is not None and task.is_behind:
            record["changes"] = [{"before": item.before, "old": item.old, "new": item.new, "after": item.after} for item in found]
        records.append(record)
    return json.dumps(records, ensure_ascii=False, indent=2)


def _values(task: Task, today: date) -> tuple[str | None, bool, str, str, str, int, str]:
    due = task.due.isoformat() if task.due is not None else None
    return due, task.is_late(today), task.work.value, task.owner, task.file, task.line, task.what


def as_csv(tasks: Sequence[Task], today: date) -> str:
    """RFC 4180, with a byte order mark so that spreadsheets read Welsh letters, and no cell that one would run."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for task in tasks:
        due, late, *rest = _values(task, today)
        writer.writerow([due or "", "yes" if late else "no", *(guarded(str(value)) for value in rest)])
    return BYTE_ORDER_MARK + text.getvalue()


def as_calendar(tasks: Sequence[Task], today: date, host: str) -> str:
    """Whole days. What waits without a day stands on `today`."""
    lines: list[str] = []
    for task in tasks:
        name = hashlib.sha256(f"{task.work}|{task.file}|{task.what}".encode()).hexdigest()[:16]
        title = f"{task.work.value.capitalize()}: {task.file}"
        lines += event(f"due-{name}@{host}", f"{today:%Y%m%d}T000000Z", task.due or today, title, f"{task.what} ({task.owner})")
    return calendar_file("due", "Website: to do", lines).decode()


def next_as_text(changes: Sequence[NextChange]) -> str:
    """The day alone on the first line, so that a script can read it; the reasons below."""
    if not changes:
        return "never\nNo publish date, expiry or deadline lies ahead: the site stays as it is until somebody changes it."
    day = changes[0].day
    return "\n".join([day.isoformat(), *(f"  {change.why}" for change in changes if change.day == day)])


def next_as_json(changes: Sequence[NextChange]) -> str:
    return json.dumps([{"day": change.day.isoformat(), "why": change.why} for change in changes], ensure_ascii=False, indent=2)
