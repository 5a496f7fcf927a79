"""One record of the source (a row of a table, a block of labels and values, a run of labelled text) -> the draft.

Each value goes where its label says, if it is of the kind that the label promises. Must never move a value to where it
would fit better: what does not fit is left out, with the reason.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from signpost.imports import phrases
from signpost.imports.draft import Draft, DraftAction, DraftPart, DraftUpdate
from signpost.imports.labels import Label, Role
from signpost.imports.paper import Piece
from signpost.plan.dates import PlanDate, day, from_words
from signpost.plan.model import Acceptance, Kind, Status
from signpost.plan.parts import alike

MOST_STATUS_WORDS = 8
MOST_OWNER_WORDS = 14
MOST_TITLE = 100
DATE_FORMS = "write it as 2025-03-27, 2025-03 or 2025-Q1"


@dataclass
class Record:
    """Values with their labels, all about one part."""

    values: list[tuple[Label, Piece]] = field(default_factory=list)
    running: bool = False
    """From paragraphs under a heading: several of one label are one text."""

    def of(self, role: Role) -> list[tuple[Label, Piece]]:
        return [(label, piece) for label, piece in self.values if label.role is role]


def place_record(record: Record, reference: str, draft: Draft, asks_are_requirements: bool = False) -> None:
    """Everything of a record whose part is known."""
    part = draft.part(reference)
    whole = draft.part(reference.partition(".")[0])
    for _, piece in record.values:
        piece.about = int(whole.reference)
    if _stands_twice(part, record, asks_are_requirements):
        for _, piece in record.values:
            piece.doubt(f"{reference} stands here twice with different wordings (a workbook shows 7.10 as 7.1): left out")
        return
    for _, piece in record.of(Role.TITLE):
        _title(whole, piece)
    for _, piece in record.of(Role.RECOMMENDATION):
        _ask(part if asks_are_requirements else whole, piece, record.running)
    for _, piece in record.of(Role.REQUIREMENT):
        if part is whole:
            piece.doubt("a requirement without its number (7.1): left out")
        else:
            _ask(part, piece, record.running)
    for _, piece in record.of(Role.DUE):
        _due(part, piece)
    for _, piece in record.of(Role.OWNER):
        _owner(whole, piece)
    for _, piece in record.of(Role.ACCEPTED):
        _accepted(part, piece)
    updates = _updates(part, whole, record)
    _actions(part, whole, record)
    _statuses(part, record, updates)
    _evidence(part, record, updates)


def _stands_twice(part: DraftPart, record: Record, asks_are_requirements: bool) -> bool:
    """Whether another row has the number of this requirement already, and asks for something else."""
    if "." not in part.reference or record.running or not part.asks:
        return False
    asks = record.of(Role.REQUIREMENT) + (record.of(Role.RECOMMENDATION) if asks_are_requirements else [])
    return any(phrases.without_number(piece.text) not in part.asks for _, piece in asks)


def _title(whole: DraftPart, piece: Piece) -> None:
    if len(piece.text) > MOST_TITLE:
        piece.doubt("too long for a topic: left out")
    elif whole.title not in (None, piece.text):
        piece.doubt(f"another topic of recommendation {whole.reference} stands elsewhere: left out")
    else:
        whole.title = piece.text
        piece.put(whole.place("title"))


def _ask(part: DraftPart, piece: Piece, running: bool) -> None:
    """The report's words. The same words again (a merged cell, a repeated row) are one ask."""
    text = phrases.without_number(piece.text)
    if text in part.asks:
        piece.put(part.place("asks"))
        return
    if part.asks and not running:
        piece.doubt(f"another wording of {part.reference} stands elsewhere in the document: left out")
        return
    part.asks.append(text)
    piece.put(part.place("asks"))
    due = phrases.due_in(text)
    if due is not None and part.due is None:
        part.due = due
        piece.put(part.place(f"due: {due}"))


def _due(part: DraftPart, piece: Piece) -> None:
    due = from_words(re.sub(r"^by\s+", "", piece.text, flags=re.IGNORECASE))
    if due is None:
        piece.doubt(f"not a date: {DATE_FORMS}")
    elif part.due not in (None, due):
        piece.doubt(f"another date due ({part.due}) is written elsewhere: left out")
    else:
        part.due = due
        piece.put(part.place(f"due: {due}"))


def _owner(whole: DraftPart, piece: Piece) -> None:
    """“Chief constables” is whom the report asks. A role belongs to an action, which `_actions` gives it to."""
    bodies = phrases.read_bodies(piece.text)
    if bodies:
        whole.bodies += [body for body in bodies if body not in whole.bodies]
        piece.put(whole.place(f"addressed_to: {', '.join(bodies)}"))


def _accepted(part: DraftPart, piece: Piece) -> None:
    accepted = phrases.read_acceptance(piece.text)
    if accepted is None and piece.text.strip(" .").lower() in {"yes", "no", "partly"}:
        accepted = Acceptance(piece.text.strip(" .").lower())
    if accepted is None:
        piece.doubt("whether this accepts the recommendation is not clear: left out")
    else:
        part.accepted = accepted
        piece.put(part.place(f"response, accepted: {accepted.value}"))


def _updates(part: DraftPart, whole: DraftPart, record: Record) -> list[DraftUpdate]:
    found: list[DraftUpdate] = []
    when = _when(record)
    for label, piece in record.of(Role.ANSWER):
        same = (item for item in found if record.running and item.kind is label.kind and item.when == (label.when or when))
        update = next(same, None)
        if update is None:
            update = DraftUpdate(label.kind, label.when or when)
            found.append(update)
        update.texts.append(piece)
        said = f"update of {update.when}" if update.when else "update without a date"
        piece.put(part.place(said))
        _check_echo(part, whole, piece)
        _answered(part, label, piece)
    part.updates += found
    return found


def _check_echo(part: DraftPart, whole: DraftPart, piece: Piece) -> None:
    if any(alike(piece.text, ask) for ask in (*part.asks, *whole.asks)):
        piece.doubt("the answer is the inspectors' own wording: write what the force does")


def _when(record: Record) -> PlanDate | None:
    """The date of a record, when there is one and it can be read."""
    dates = record.of(Role.DATE)
    read = [(piece, from_words(piece.text)) for _, piece in dates]
    for piece, when in read:
        if when is None:
            piece.doubt(f"not a date: {DATE_FORMS}")
    good = [(piece, when) for piece, when in read if when is not None]
    if len(good) != 1:
        for piece, _ in good:
            piece.doubt("more than one date for one answer: left out")
        return None
    if not record.of(Role.ANSWER) and not record.of(Role.STATUS):
        good[0][0].doubt("a date without an answer or a status: left out")
        return None
    good[0][0].put(f"the date of the update: {good[0][1]}")
    return good[0][1]


def _answered(part: DraftPart, label: Label, piece: Piece) -> None:
    if label.kind is not Kind.INITIAL:
        return
    accepted, compliance = phrases.read_acceptance(piece.text), phrases.read_compliance(piece.text)
    if accepted is not None and part.accepted is None:
        part.accepted = accepted
        piece.put(part.place(f"response, accepted: {accepted.value}"))
        if phrases.is_qualified(piece.text):
            piece.doubt(f"taken as “accepted: {accepted.value}”, but the text qualifies it: check")
    if compliance is not None and part.compliance is None:
        part.compliance = compliance
        piece.put(part.place(f"response, compliance: {compliance.value}"))


def _actions(part: DraftPart, whole: DraftPart, record: Record) -> None:
    owners = [piece for _, piece in record.of(Role.OWNER) if not phrases.read_bodies(piece.text)]
    actions = record.of(Role.ACTION)
    for _, piece in actions:
        text = piece.text.partition(":")[2].strip() if piece.text.upper().startswith("ACTION:") else piece.text
        if phrases.NOTHING.fullmatch(text):
            piece.put(f"{part.file}: {part.reference}, no action")
            continue
        action = DraftAction(text[:1].upper() + text[1:], piece, due=phrases.due_in(text))
        if phrases.has_loose_date(text):
            piece.doubt("a time without a full date: “due” is left out; write it when it is known")
        _check_echo(part, whole, piece)
        part.actions.append(action)
        piece.put(part.place("action"))
        if len(owners) == 1 and len(actions) == 1 and owners[0].words <= MOST_OWNER_WORDS:
            action.owner = owners[0]
            owners[0].put(part.place("owner of the action"))
    for owner in owners:
        if not owner.places:
            owner.doubt("an owner, and no single action that is owned: left out")


def _statuses(part: DraftPart, record: Record, updates: Sequence[DraftUpdate]) -> None:
    """A status belongs to the newest answer of its record, or stands alone where there is none."""
    statuses = record.of(Role.STATUS)
    for label, piece in statuses:
        if piece.words > MOST_STATUS_WORDS or len(statuses) > 1:
            piece.doubt("too long for a status, or one of several: left out")
            continue
        dated = [update for update in updates if update.when is not None]
        target = updates[0] if len(updates) == 1 else max(dated, key=lambda update: update.when or _NEVER) if dated else None
        if target is None and updates:
            piece.doubt("which of the answers this status belongs to is not clear: left out")
            continue
        if target is None:
            target = DraftUpdate(Kind.PERIODIC, label.when or _when_again(record))
            part.updates.append(target)
        target.status = phrases.read_status(piece.text)
        target.as_published = piece.text
        piece.put(part.place(f"status: {(target.status or Status.NOT_STATED).value}"))
        if target.status is None:
            target.status = Status.NOT_STATED
            piece.doubt("not in the list of statuses: written as “not stated” with the force's own words beside it")
        if target.when is None:
            piece.doubt("a status without a date: publishing needs the day on which it was stated")


def _when_again(record: Record) -> PlanDate | None:
    dates = [when for _, piece in record.of(Role.DATE) if (when := from_words(piece.text)) is not None]
    return dates[0] if len(dates) == 1 else None


def _evidence(part: DraftPart, record: Record, updates: Sequence[DraftUpdate]) -> None:
    for _, piece in record.of(Role.EVIDENCE):
        if phrases.NOTHING.fullmatch(piece.text):
            piece.put(f"{part.file}: {part.reference}, no supporting document")
        elif len(updates) == 1:
            updates[0].evidence.append(piece)
            piece.put(part.place("evidence"))
        else:
            piece.doubt("supporting documents, and no single answer that they support: left out")


_NEVER = day(date.min)
