"""ActionPlan -> plan.json, the plan as data in every language, as `plan_schema` describes it.

Keys are in English and closed words are the same in every language; `words` says how each language puts them. What is
not stated is absent or “not stated”. Must never leave an update out: the next build compares itself with this file.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from signpost.plan.model import (
    Acceptance,
    Action,
    ActionPlan,
    Body,
    Compliance,
    Evidence,
    Kind,
    Part,
    Recommendation,
    Response,
    Status,
    Update,
)
from signpost.plan.timing import Timing, summary, timing
from signpost.plan.words import PlanWords, key

VERSION = 1

Record = dict[str, Any]


def plan_record(plan: ActionPlan, words: Mapping[str, PlanWords], address: Callable[[str, str], str], today: date, schema: str) -> Record:
    """`address` gives the whole address, in a language, of a part, `schema` that of the schema."""
    counted = summary(plan.parts, today)
    return _present(
        {
            "$schema": schema,
            "version": VERSION,
            "as_of": today.isoformat(),
            "languages": list(words),
            "title": plan.title,
            "force": plan.force,
            "executive_lead": plan.executive_lead,
            "operational_lead": plan.operational_lead,
            "first_published": _date(plan.first_published),
            "last_updated": _date(plan.last_updated),
            "next_update_due": _date(plan.next_update_due),
            "retired": _date(plan.retired),
            "introduction": list(plan.introduction),
            "found": list(plan.found),
            "left_out": plan.left_out,
            "full_plan": plan.full_plan,
            "documents": [{"title": item.title, "address": item.address} for item in plan.documents],
            "counts": {
                "parts": counted.parts,
                "late": counted.late,
                "date_passed_progress_not_stated": counted.passed,
                "by_status": {status.value: counted.by_status[status] for status in Status},
            },
            "recommendations": [_recommendation(item, words, address, today) for item in plan.recommendations],
            "updates": [update_record(update) for update in plan.updates],
            "words": {code: _words(each) for code, each in words.items()},
        }
    )


def plan_json(record: Record) -> bytes:
    return (json.dumps({**record, "checksum": checksum(record)}, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def checksum(record: Record) -> str:
    """SHA-256 of everything but itself, so that a file changed by hand is not taken for what was published."""
    rest = {name: value for name, value in record.items() if name != "checksum"}
    plain = json.dumps(rest, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("ascii")).hexdigest()


def _recommendation(item: Recommendation, words: Mapping[str, PlanWords], address: Callable[[str, str], str], today: date) -> Record:
    record = _part(item, today)
    record["status"] = item.overall.value if item.overall is not None else None
    if item.requirements and item.stated is None:
        del record["timing"]
    return _present(
        {
            "number": item.number,
            "title": item.title,
            "addressed_to": [body.value for body in item.addressed_to],
            "shared_with": [body.value for body in item.shared_with],
            **record,
            "requirements": [{"id": part.id, **_part(part, today)} for part in item.requirements],
            "sources": list(item.sources),
            "pages": {code: address(code, item.reference) for code in words},
        }
    )


def _part(part: Part, today: date) -> Record:
    stated = part.stated
    return _present(
        {
            "asks": part.asks,
            "due": _date(part.due),
            "status": part.status.value,
            "status_on": _date(stated.when) if stated else None,
            "status_as_published": stated.as_published if stated else None,
            "timing": timing(part.due, part.status, today).value,
            "response": response_record(part.response),
            "actions": [_action(action, today) for action in part.actions],
            "updates": [update_record(update) for update in part.updates],
        }
    )


def response_record(response: Response) -> Record:
    return _present(
        {
            "accepted": response.accepted.value,
            "compliance": response.compliance.value,
            "text": response.text,
            "date": _date(response.when),
        }
    )


def _action(action: Action, today: date) -> Record:
    return _present(
        {
            "id": action.id,
            "text": action.text,
            "owners": list(action.owners),
            "start": _date(action.start),
            "due": _date(action.due),
            "timing": timing(action.due, action.status, today).value,
            "depends_on": action.depends_on,
            "status": action.status.value,
            "status_on": _date(action.status_on),
            "status_as_published": action.as_published,
            "evidence": [_evidence(item) for item in action.evidence],
        }
    )


def update_record(update: Update) -> Record:
    return _present(
        {
            "id": update.id,
            "about": update.about,
            "date": _date(update.when),
            "kind": update.kind.value,
            "status": update.status.value if update.status else None,
            "status_as_published": update.as_published,
            "text": update.text,
            "evidence": [_evidence(item) for item in update.evidence],
            "source": update.source,
            "corrects": update.corrects,
            "removes": update.removes,
        }
    )


def _evidence(evidence: Evidence) -> Record:
    return _present({"title": evidence.title, "address": evidence.address})


def _date(value: object | None) -> str | None:
    return str(value) if value is not None else None


def _present(record: Record) -> Record:
    """What nobody has stated is left out."""
    return {name: value for name, value in record.items() if value is not None}


def _words(words: PlanWords) -> Record:
    groups: Sequence[tuple[str, str, type[Status | Kind | Acceptance | Compliance | Body]]] = (
        ("status", "status", Status),
        ("kind", "kind", Kind),
        ("accepted", "accepted", Acceptance),
        ("compliance", "compliance", Compliance),
        ("body", "body", Body),
    )
    return {name: {member.value: words[f"{start}_{key(member.value)}"] for member in kinds} for name, start, kinds in groups}


TIMINGS = tuple(item.value for item in Timing)
