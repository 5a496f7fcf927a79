"""Compares the plan with the plan.json that was published last: what was said must still stand, or be corrected openly.

An update may be added at any time. Changing a past one, taking it out or putting it before another of its day stops the
build unless a new correction explains it; a moved date, another answer or an action that is gone needs an update that
says why. Must never let the plan look better than it was without a word about it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from signpost.plan.data import response_record, update_record
from signpost.plan.files import DATA
from signpost.plan.model import ActionPlan, Kind, Part, Update
from signpost.plan.published import NOTHING_YET, Fetch, Record, is_own, read_published
from signpost.plan.timing import every_part
from signpost.problems import Level, Problems

_SAID = ("date", "status", "status_as_published", "text", "source", "evidence", "kind", "corrects", "removes")


@dataclass(frozen=True)
class History:
    """What a run was told about the plan that was published last, and whether it publishes."""

    published: str | None
    """A file, an https address, `NOTHING_YET`, or None when nothing was said."""
    publishing: bool

    def check(self, plan: ActionPlan | None, folder: str, base_url: str, problems: Problems, fetch: Fetch | None = None) -> None:
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
        if record is not None and is_own(record, plan, base_url, self.published, problems):
            check_history(plan, record, self.published, folder, problems)


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
    _check_order(plan, published, excused, problems)
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
    if changed == ["text"] and only_translated(old.get("text"), record.get("text")):
        return
    if changed:
        problems.add(
            "plan-history", new.file, new.line,
            f"This update was published otherwise (changed: {', '.join(changed)}). Write it as it was, and add a correction: "
            f"“kind: correction”, “corrects: {name}”.",
        )  # fmt: skip


def only_translated(old: Record | None, new: Record | None) -> bool:
    """A translation may be added to what was said; none may be changed."""
    return bool(old) and new is not None and all(new.get(code) == text for code, text in (old or {}).items())


def _check_removals(plan: ActionPlan, before: Mapping[str, Record], parts: Mapping[str, Record], problems: Problems) -> None:
    for update in plan.all_updates:
        if update.removes is not None and update.id not in before and update.removes not in before and update.removes not in parts:
            problems.add(
                "plan-history", update.file, update.line,
                f"“{update.removes}” was never published, so nothing has to explain that it is gone. Delete this correction.",
            )  # fmt: skip


def _check_order(plan: ActionPlan, published: Record, excused: set[str], problems: Problems) -> None:
    """Of two updates of one day the later one counts, so that their order states something too."""
    for old, now in _both(plan, published):
        at = {update.id: place for place, update in enumerate(now)}
        names = [name for update in old if (name := str(update["id"])) in at and name not in excused]
        for newer, older in pairwise(names):
            if at[newer] > at[older] and now[at[newer]].when == now[at[older]].when:
                problems.add(
                    "plan-history", now[at[newer]].file, now[at[newer]].line,
                    f"“{newer}” was published as newer than “{older}”, and stands before it now. Put it below that one again.",
                )  # fmt: skip


def _both(plan: ActionPlan, published: Record) -> Iterable[tuple[list[Record], tuple[Update, ...]]]:
    """The updates of each part, as published and now; both the newest first."""
    yield list(published.get("updates", ())), plan.updates
    for old in _parts(published):
        part = plan.find(str(old["id"]))
        if part is not None:
            yield list(old["updates"]), part.updates


def _check_parts(
    plan: ActionPlan, parts: Mapping[str, Record], excused: set[str], spoken_of: set[str], folder: str, problems: Problems
) -> None:
    """A part that is gone, and one that promises something else than it did, is history rewritten too."""
    now = {part.reference: part for part in every_part(plan)}
    for name, old in parts.items():
        part = now.get(name)
        if part is None and name not in excused:
            problems.add(
                "plan-history", folder, 0,
                f"Part {name} was published and is gone. Put it back, or write a correction with “removes: {name}” that says why.",
            )  # fmt: skip
        if part is None or {name, name.partition(".")[0]} & spoken_of:
            continue
        for line, what in _promised(part, old):
            problems.add(
                "plan-history", part.file, line,
                f"{what} Write it as it was, or add an update about {name} that says why it is different now.",
            )  # fmt: skip


def _promised(part: Part, old: Record) -> Iterable[tuple[int, str]]:
    """Line and sentence of each answer, date and action that differs from what was published."""
    if old.get("due") not in (None, due := _said(part.due)):
        yield part.line, f"Part {part.reference} was due {old['due']} when it was published last, and now says {due or 'nothing'}."
    answer, before = response_record(part.response), old.get("response", {})
    changed = [name for name in ("accepted", "compliance", "date") if before.get(name) not in (None, "not stated", answer.get(name))]
    if before.get("text") and not only_translated(before["text"], answer.get("text")):
        changed.append("text")
    if changed:
        yield part.line, f"The answer to {part.reference} was published otherwise (changed: {', '.join(changed)})."
    actions = {action.id: action for action in part.actions}
    for each in old.get("actions", ()):
        action = actions.get(each["id"])
        if action is None:
            yield part.line, f"The action “{each['id']}” was published and is gone."
        elif each.get("due") not in (None, due := _said(action.due)):
            yield (
                action.line,
                f"The action “{action.id}” was due {each['due']} when it was published last, and now says {due or 'nothing'}.",
            )


def _said(value: object | None) -> str | None:
    return str(value) if value is not None else None
