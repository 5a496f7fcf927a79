"""Compares the plan with the plan.json that was published last: what was said must still stand, or be corrected openly.

An update may be added at any time. Changing or taking out a past one, or moving a due date, stops the build unless a
new correction explains it. Must never take a published file that cannot be read for an empty one.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from signpost.plan_data import VERSION, update_record
from signpost.plan_files import DATA
from signpost.plan_model import ActionPlan, Kind, Update
from signpost.plan_timing import every_part
from signpost.problems import Level, Problems

NOTHING_YET = "none"
"""Said in place of an address when no plan was ever published."""
MOST_BYTES = 20_000_000
SECONDS = 20
_SAID = ("date", "status", "status_as_published", "text", "source", "evidence", "kind", "corrects", "removes")

Record = Mapping[str, Any]
Fetch = Callable[[str], bytes]


@dataclass(frozen=True)
class History:
    """What a run was told about the plan that was published last, and whether it publishes."""

    published: str | None
    """A file, an https address, `NOTHING_YET`, or None when nothing was said."""
    publishing: bool

    def check(self, plan: ActionPlan | None, folder: str, base_url: str, problems: Problems, fetch: "Fetch | None" = None) -> None:
        """Add what was rewritten. `folder` is the plan's folder as shown in sentences. To publish without comparing is a problem."""
        if self.published is None and self.publishing and plan is not None:
            problems.add(
                "plan-history", folder, 0,
                "The plan was not compared with the one that was published last, so a past update may have changed unseen. "
                f"Add “--published {base_url}{DATA.path}” to the command; the very first time, “--published {NOTHING_YET}”.",
                Level.WARNING, safety=False,
            )  # fmt: skip
        if self.published in (None, NOTHING_YET):
            return
        record = read_published(self.published, problems, fetch)
        if record is not None:
            check_history(plan, record, self.published, folder, problems)


def read_published(where: str, problems: Problems, fetch: Fetch | None = None) -> Record | None:
    """The published plan.json from a file or an https address; None after a mistake, which is added.

    A host that is down must not stop an urgent correction of a number, so that this mistake is not one of safety.
    """
    if where.startswith("http://"):
        problems.add("plan-history", where, 0, "An address that is not https can be forged on the way. Write its https address.")
        return None
    try:
        raw = (fetch or fetched)(where) if where.startswith("https://") else Path(where).read_bytes()
    except (OSError, URLError, ValueError) as error:
        problems.add("plan-history", where, 0, _unreadable(error), safety=False)
        return None
    return _parsed(raw, where, problems)


def _unreadable(error: Exception) -> str:
    inner = getattr(error, "reason", error)  # urllib wraps what the system said
    reason = getattr(inner, "strerror", None) or (inner if isinstance(inner, str) else "it did not answer")
    first = f" If none was ever published, write “--published {NOTHING_YET}”." if getattr(error, "code", None) in {404, 410} else ""
    return f"The published plan cannot be read ({reason}). Name the plan.json that was published last.{first}"


def fetched(address: str) -> bytes:
    """Only https, not for longer than `SECONDS`, not more than `MOST_BYTES`."""
    with urlopen(Request(address, headers={"Accept": "application/json"}), timeout=SECONDS) as answer:  # noqa: S310
        if not answer.url.startswith("https://"):
            raise ValueError(address)
        return bytes(answer.read(MOST_BYTES))


def _parsed(raw: bytes, where: str, problems: Problems) -> Record | None:
    try:
        record = json.loads(raw.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        record = None
    if not isinstance(record, dict) or record.get("version") != VERSION or not isinstance(record.get("recommendations"), list):
        problems.add("plan-history", where, 0, "This is not a plan.json that this site published. Name the one that was published last.")
        return None
    return record


def check_history(plan: ActionPlan | None, published: Record, where: str, folder: str, problems: Problems) -> None:
    """`folder` is the plan's folder as shown in sentences, `where` names the published file."""
    if plan is None:
        problems.add(
            "plan-history", folder, 0, f"The plan is gone, and {where} has one. Put it back; a plan that is closed gets “retired: …”."
        )
        return
    try:
        before = {str(update["id"]): update for update in _updates(published)}
        parts = {str(part["id"]): part for part in _parts(published)}
    except (KeyError, TypeError, AttributeError):
        problems.add("plan-history", where, 0, "A part of this plan.json cannot be understood. Name the one that was published last.")
        return
    now = {update.id: update for update in plan.all_updates}
    excused = _excused(plan.all_updates, before)
    for name, old in before.items():
        _check_update(name, old, now.get(name), name in excused, folder, problems)
    _check_removals(plan, before, parts, problems)
    spoken_of = {update.about for update in plan.all_updates if update.id not in before}
    _check_parts(plan, parts, excused, spoken_of, folder, problems)


def _updates(record: Record) -> Iterable[Record]:
    yield from record.get("updates", ())
    for item in record["recommendations"]:
        yield from item["updates"]
        for part in item["requirements"]:
            yield from part["updates"]


def _parts(record: Record) -> Iterable[Record]:
    for item in record["recommendations"]:
        yield {**item, "id": str(item["number"])}
        yield from item["requirements"]


def _excused(updates: Iterable[Update], before: Mapping[str, Record]) -> set[str]:
    """Ids that a correction which was not published yet speaks of. An old correction excuses nothing new."""
    new = [update for update in updates if update.kind is Kind.CORRECTION and update.id not in before]
    return {name for update in new for name in (update.corrects, update.removes) if name is not None}


def _check_update(name: str, old: Record, new: Update | None, excused: bool, folder: str, problems: Problems) -> None:
    if excused:
        return
    if new is None:
        problems.add(
            "plan-history", folder, 0,
            f"The update “{name}” was published and is gone. Put it back, or write a correction with “removes: {name}” that says why.",
        )  # fmt: skip
        return
    record = update_record(new)
    changed = [field for field in _SAID if old.get(field) != record.get(field)]
    if changed == ["text"] and _only_translated(old.get("text"), record.get("text")):
        return
    if changed:
        problems.add(
            "plan-history", new.file, new.line,
            f"This update was published otherwise (changed: {', '.join(changed)}). Write it as it was, and add a correction: "
            f"“kind: correction”, “corrects: {name}”.",
        )  # fmt: skip


def _only_translated(old: Record | None, new: Record | None) -> bool:
    """A translation may be added to what was said; none may be changed."""
    return bool(old) and new is not None and all(new.get(code) == text for code, text in (old or {}).items())


def _check_removals(plan: ActionPlan, before: Mapping[str, Record], parts: Mapping[str, Record], problems: Problems) -> None:
    for update in plan.all_updates:
        if update.removes is not None and update.id not in before and update.removes not in before and update.removes not in parts:
            problems.add(
                "plan-history", update.file, update.line,
                f"“{update.removes}” was never published, so nothing has to explain that it is gone. Delete this correction.",
            )  # fmt: skip


def _check_parts(
    plan: ActionPlan, parts: Mapping[str, Record], excused: set[str], spoken_of: set[str], folder: str, problems: Problems
) -> None:
    """A part that is gone or whose date has moved is history rewritten too."""
    now = {part.reference: part for part in every_part(plan)}
    for name, old in parts.items():
        part = now.get(name)
        if part is None and name not in excused:
            problems.add(
                "plan-history", folder, 0,
                f"Part {name} was published and is gone. Put it back, or write a correction with “removes: {name}” that says why.",
            )  # fmt: skip
        due = str(part.due) if part is not None and part.due is not None else None
        if part is not None and old.get("due") not in (None, due) and not {name, name.partition(".")[0]} & spoken_of:
            problems.add(
                "plan-history", part.file, part.line,
                f"Part {name} was due {old.get('due')} when it was published last, and now says {due or 'nothing'}. "
                f"Write the old date again, or add an update about {name} that says why it moved.",
            )  # fmt: skip
