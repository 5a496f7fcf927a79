"""The JSON Schema (2020-12) of plan.json, made from the model's own closed lists so that the two cannot differ.

Published beside the data. Must never be looser than what is written: no field goes without its description.
"""

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from signpost.plan.data import TIMINGS, VERSION
from signpost.plan.model import Acceptance, Body, Compliance, Kind, Status

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def plan_schema(address: str) -> bytes:
    """`address` is where the schema itself is published."""
    schema = {
        "$schema": DIALECT,
        "$id": address,
        "title": "Action plan answering a police super-complaint",
        "description": "What a force was asked, what it answered, what it will do, and what it said when. All texts by language code.",
        **_object(_plan(), required=("version", "as_of", "languages", "counts", "recommendations", "updates", "words", "checksum")),
        "$defs": {
            "texts": _TEXTS,
            "date": _DATE,
            "update": _update(),
            "action": _action(),
            "requirement": _requirement(),
            "evidence": _EVIDENCE,
        },
    }
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _object(fields: dict[str, tuple[str, Schema]], required: Iterable[str]) -> Schema:
    """`fields` are name -> (description, rule); nothing else is allowed."""
    properties = {name: {"description": said, **rule} for name, (said, rule) in fields.items()}
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


def _one_of(kinds: type[StrEnum]) -> Schema:
    return {"type": "string", "enum": [kind.value for kind in kinds]}


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


_TEXT: Schema = {"type": "string", "minLength": 1}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_ADDRESS: Schema = {"type": "string", "pattern": "^https://[^\\s]+$"}
_TEXTS: Schema = {
    "description": "One text by language code. A language that is missing is not translated yet.",
    "type": "object",
    "patternProperties": {"^[a-z]{2}$": _TEXT},
    "additionalProperties": False,
    "minProperties": 1,
}
_DATE: Schema = {
    "description": "A day (2025-03-27), a month (2025-03) or a quarter (2025-Q1): as exact as it was published.",
    "type": "string",
    "pattern": "^[0-9]{4}-((0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|Q[1-4])$",
}
_PART_NUMBER: Schema = {"type": "string", "pattern": "^(plan|[0-9]{1,3}(\\.[0-9]{1,3})?)$"}
_UPDATE_ID: Schema = {"type": "string", "pattern": "^(plan|[0-9]{1,3}(\\.[0-9]{1,3})?)/.+$"}
_TIMING: Schema = {"type": "string", "enum": list(TIMINGS)}
_EVIDENCE: Schema = _object(
    {"title": ("What it is.", _reference("texts")), "address": ("Where it is public.", _ADDRESS)}, required=("title",)
)


def _plan() -> dict[str, tuple[str, Schema]]:
    texts, day = _reference("texts"), _reference("date")
    by_status = _object(
        {status.value: (f"Parts that are {status.value}.", _COUNT) for status in Status}, [status.value for status in Status]
    )
    counts = {
        "parts": ("Requirements, and recommendations that have none.", _COUNT),
        "late": ("Parts whose date has passed and that are not finished.", _COUNT),
        "date_passed_progress_not_stated": ("Parts whose date has passed and whose progress is not stated.", _COUNT),
        "by_status": ("How many parts have each status.", by_status),
    }
    return {
        "$schema": ("The address of this schema.", _ADDRESS),
        "version": ("Changes when a field changes its meaning.", {"const": VERSION}),
        "as_of": ("The day for which lateness was worked out.", {"type": "string", "format": "date"}),
        "languages": ("The languages of the site, the first one first.", _list({"type": "string", "pattern": "^[a-z]{2}$"})),
        "title": ("The plan's title.", texts),
        "force": ("Whose plan it is.", texts),
        "executive_lead": ("Who answers for the plan.", texts),
        "operational_lead": ("Who runs it day to day.", texts),
        "first_published": ("When the plan was first published.", day),
        "last_updated": ("The date of the newest update.", day),
        "next_update_due": ("When the force said it would next update the plan.", day),
        "retired": ("When the plan was closed.", day),
        "introduction": ("Paragraphs about the plan.", _list(texts)),
        "found": ("What the super-complaint found, in plain words.", _list(texts)),
        "left_out": ("What is not shown, and why.", texts),
        "full_plan": ("The force's own full plan, where this is a part of it.", _ADDRESS),
        "documents": (
            "Where the plan comes from.",
            _list(_object({"title": ("What it is.", texts), "address": ("Where it is.", _ADDRESS)}, ("title", "address"))),
        ),
        "counts": ("The plan in numbers.", _object(counts, counts)),
        "recommendations": ("In the order of their numbers; numbers have gaps.", _list(_recommendation())),
        "updates": ("What was said about the plan as a whole, newest first.", _list(_reference("update"))),
        "words": ("How each language puts the closed words.", {"type": "object", "patternProperties": {"^[a-z]{2}$": _words()}}),
        "checksum": ("SHA-256 of all the rest, keys sorted, without spaces, in ASCII.", {"type": "string", "pattern": "^[0-9a-f]{64}$"}),
    }


def _words() -> Schema:
    kinds: dict[str, type[StrEnum]] = {"status": Status, "kind": Kind, "accepted": Acceptance, "compliance": Compliance, "body": Body}
    groups = {
        name: (f"The words for “{name}”.", _object({item.value: (item.value, _TEXT) for item in kind}, [item.value for item in kind]))
        for name, kind in kinds.items()
    }
    return _object(groups, groups)


def _part() -> dict[str, tuple[str, Schema]]:
    response = {
        "accepted": ("Whether the force accepts it. Not the same as progress.", _one_of(Acceptance)),
        "compliance": ("How much was already done when it answered.", _one_of(Compliance)),
        "text": ("The force's answer.", _reference("texts")),
        "date": ("When it answered.", _reference("date")),
    }
    return {
        "asks": ("What the inspectors ask. Never the force's answer.", _reference("texts")),
        "due": ("By when.", _reference("date")),
        "status": ("The newest stated status. Absent on a recommendation whose requirements differ.", _one_of(Status)),
        "status_on": ("When that status was stated.", _reference("date")),
        "status_as_published": ("The force's own word for it.", _TEXT),
        "timing": ("Worked out from `due`, `status` and `as_of`.", _TIMING),
        "response": ("The force's answer.", _object(response, ("accepted", "compliance"))),
        "actions": ("What the force will do.", _list(_reference("action"))),
        "updates": ("What was said when, newest first. Only ever added to.", _list(_reference("update"))),
    }


def _recommendation() -> Schema:
    bodies = _list(_one_of(Body))
    fields = {
        "number": ("The number in the report.", {"type": "integer", "minimum": 1}),
        "title": ("Its topic.", _reference("texts")),
        "addressed_to": ("Whom the report asks.", bodies),
        "shared_with": ("Who shares it.", bodies),
        **_part(),
        "requirements": ("Its points.", _list(_reference("requirement"))),
        "sources": ("Where its wording can be read.", _list(_ADDRESS)),
        "pages": ("Its page in each language.", {"type": "object", "patternProperties": {"^[a-z]{2}$": _ADDRESS}}),
    }
    return _object(fields, ("number", "addressed_to", "shared_with", "response", "actions", "updates", "requirements", "sources", "pages"))


def _requirement() -> Schema:
    fields = {"id": ("Its number in the report.", {"type": "string", "pattern": "^[0-9]{1,3}\\.[0-9]{1,3}$"}), **_part()}
    return _object(fields, ("id", "status", "timing", "response", "actions", "updates"))


def _action() -> Schema:
    fields = {
        "id": ("Its id, which starts with the part's number.", {"type": "string", "pattern": "^[0-9.]+-[a-z0-9]+$"}),
        "text": ("What will be done.", _reference("texts")),
        "owners": ("The roles that answer for it.", _list(_reference("texts"))),
        "start": ("When it starts.", _reference("date")),
        "due": ("By when.", _reference("date")),
        "timing": ("Worked out from `due`, `status` and `as_of`.", _TIMING),
        "depends_on": ("What it waits for.", _reference("texts")),
        "status": ("How far it is.", _one_of(Status)),
        "status_on": ("When that was so.", _reference("date")),
        "status_as_published": ("The force's own word for it.", _TEXT),
        "evidence": ("Supporting documents.", _list(_reference("evidence"))),
    }
    return _object(fields, ("id", "text", "owners", "timing", "status", "evidence"))


def _update() -> Schema:
    fields = {
        "id": ("Part, date, “correction” and key: never changes.", _UPDATE_ID),
        "about": ("The part that it is about.", _PART_NUMBER),
        "date": ("When it was said. Absent when it is not known.", _reference("date")),
        "kind": ("First answer, later update, or correction of an earlier one.", _one_of(Kind)),
        "status": ("The status that it states.", _one_of(Status)),
        "status_as_published": ("The force's own word for it.", _TEXT),
        "text": ("What was said.", _reference("texts")),
        "evidence": ("Supporting documents.", _list(_reference("evidence"))),
        "source": ("Where it was published.", _ADDRESS),
        "corrects": ("The update that it corrects.", _UPDATE_ID),
        "removes": ("The update that was taken out, which it explains.", _UPDATE_ID),
    }
    return _object(fields, ("id", "about", "kind", "evidence"))
