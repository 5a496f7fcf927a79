"""The updates-….yml files -> Updates, each hung on the part that it is about.

Updates are only ever added. A past one that was wrong stays, and a correction says what is right. Must never let an
update from the future through, or two that cannot be told apart.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from signpost.files.fields import Fields
from signpost.plan.fields import read_evidence, read_member, read_stated_date, unknown
from signpost.plan.model import Kind, Part, Recommendation, Status, Update
from signpost.plan.parts import echoes
from signpost.plan.texts import read_optional_texts
from signpost.problems import Level, Problems

PLAN = "plan"


def read_updates(fields: Fields, locales: Sequence[str], today: date) -> list[Update]:
    """Every update of one file, in its order."""
    found = [_update(group, locales, today) for group in fields.groups("updates", "the update")]
    if not fields.has("updates"):
        fields.wrong("updates", "“updates:” is missing. Write it, and the updates below it as a list.", "missing-field")
    fields.finish()
    return found


def _update(fields: Fields, locales: Sequence[str], today: date) -> Update:
    kind = read_member(fields, "kind", Kind)
    when = read_stated_date(fields, "date", "an update")
    if when is not None and when.first > today:
        fields.wrong("date", f"The update's date, {when}, has not come yet. Write the day on which it was said, or wait.", "plan-date")
    update = Update(
        about=fields.text("about", 60, "7.1"),
        key=_key(fields),
        when=when,
        kind=kind,
        status=read_member(fields, "status", Status) if fields.has("status") else None,
        as_published=fields.optional_text("status_as_published", 200),
        text=read_optional_texts(fields, "text", locales),
        evidence=read_evidence(fields, locales),
        source=fields.address("source"),
        corrects=fields.optional_text("corrects", 100),
        removes=fields.optional_text("removes", 100),
        file=fields.file,
        line=fields.start,
    )
    _check_whole(fields, update)
    fields.finish()
    return update


def _key(fields: Fields) -> str | None:
    """It becomes part of the feed's ids and of anchors, so that it has only what an address may hold."""
    text = fields.optional_text("key", 40)
    if text is not None and not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text):
        fields.wrong(
            "key", f"“{text}” is no “key”. Write small letters without accents, digits and hyphens: “key: training-2”.", "plan-update-key"
        )
    return text


def _check_whole(fields: Fields, update: Update) -> None:
    if update.text is None and update.status is None and not fields.has("text"):
        fields.wrong("about", "The update says nothing. Write its “text”, its “status”, or both.", "missing-field")
    if not fields.has("status"):
        fields.optional_text("status")
    named = [name for name in ("corrects", "removes") if fields.has(name)]
    if update.kind is Kind.CORRECTION and len(named) != 1:
        fields.wrong(
            "kind",
            "A correction names the update that it is about: “corrects: 7.1/2025-03-27” (or “removes: …” where that update was taken out).",
            "plan-correction",
        )
    if update.kind is Kind.CORRECTION and update.text is None and not fields.has("text"):
        fields.wrong("kind", "A correction says in its “text” what was wrong and what is right. Write it.", "plan-correction")
    if update.kind is not Kind.CORRECTION and named:
        fields.wrong(
            named[0], f"“{named[0]}” stands in corrections only. Write “kind: correction”, or delete this line.", "plan-correction"
        )


def with_updates(recommendations: Sequence[Recommendation], updates: Sequence[Update], problems: Problems) -> tuple[Recommendation, ...]:
    """The recommendations with their updates, newest first. What is about nothing is reported."""
    known = [PLAN, *(part.reference for item in recommendations for part in (item, *item.requirements))]
    _check_known(updates, known, problems)
    _check_twice(updates, problems)
    _check_corrections(updates, problems)
    by_part: dict[str, list[Update]] = {}
    for update in updates:
        by_part.setdefault(update.about, []).append(update)
    found = []
    for item in recommendations:
        requirements = tuple(replace(part, updates=newest_first(by_part.get(part.id, ()))) for part in item.requirements)
        found.append(replace(item, requirements=requirements, updates=newest_first(by_part.get(item.reference, ()))))
    _check_echoes(found, problems)
    return tuple(found)


def newest_first(updates: Iterable[Update]) -> tuple[Update, ...]:
    """Of two with one date, the one written later in the files is the newer."""
    numbered = sorted(enumerate(updates), key=lambda pair: (pair[1].order, pair[0]), reverse=True)
    return tuple(update for _, update in numbered)


def _check_known(updates: Iterable[Update], known: Sequence[str], problems: Problems) -> None:
    for update in updates:
        if update.about and update.about not in known:
            number = re.search(r"\d+(?:\.\d+)?", update.about)
            meant = number[0] if number is not None and number[0] in known else update.about
            near = f" Did you mean “{meant}”?" if meant in known else unknown(update.about, known)
            message = f"This update is about “{update.about}”, and the plan has no such part.{near}"
            problems.add("plan-orphan", update.file, update.line, message)


def _check_twice(updates: Iterable[Update], problems: Problems) -> None:
    seen: dict[str, Update] = {}
    for update in updates:
        first = seen.setdefault(update.id, update)
        if first is not update:
            problems.add(
                "plan-update-twice", update.file, update.line,
                f"There is an update “{update.id}” in {first.file}:{first.line} already. "
                "Give each a “key” of its own (“key: training”), or make them one.",
            )  # fmt: skip


def _check_corrections(updates: Sequence[Update], problems: Problems) -> None:
    by_id = {update.id: update for update in updates}
    for update in updates:
        target = by_id.get(update.corrects or "")
        if update.corrects is not None and target is None:
            message = f"There is no update “{update.corrects}” to correct.{unknown(update.corrects, by_id)}"
            problems.add("plan-correction", update.file, update.line, message)
        if target is not None and target.about != update.about:
            message = f"This correction is about “{update.about}”, and what it corrects is about “{target.about}”. Write the same."
            problems.add("plan-correction", update.file, update.line, message)
        if target is not None and target.when and update.when and update.when.last < target.when.first:
            message = f"The correction ({update.when}) is older than what it corrects ({target.when}). Correct one of the dates."
            problems.add("plan-correction", update.file, update.line, message)
        if update.removes is not None and update.removes in by_id:
            message = f"“{update.removes}” is still in the plan. Write “corrects” in place of “removes”, or take that update out."
            problems.add("plan-correction", update.file, update.line, message)


def _check_echoes(recommendations: Iterable[Recommendation], problems: Problems) -> None:
    parts: list[Part] = [part for item in recommendations for part in (item, *item.requirements)]
    asks: Mapping[str, Part] = {part.reference: part for part in parts}
    for part in parts:
        whole = asks.get(part.reference.partition(".")[0], part)
        for update in part.updates:
            if update.text and any(ask.asks and echoes(update.text, ask.asks) for ask in (part, whole)):
                problems.add(
                    "plan-echo", update.file, update.line,
                    "The update repeats what the inspectors ask. Write in plain words what the force has done.", Level.WARNING, safety=False,
                )  # fmt: skip
