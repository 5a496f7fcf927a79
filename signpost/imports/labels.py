"""The words by which forces label the parts of their plans -> the role of what follows.

A closed list. Must never give a role to a label that is not in it: an unknown label is shown to a person.
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from signpost.plan.dates import MONTHS, PlanDate, from_words
from signpost.plan.model import Kind


class Role(StrEnum):
    NUMBER = "number"
    TITLE = "the topic"
    RECOMMENDATION = "the report's recommendation"
    REQUIREMENT = "the report's requirement"
    OWNER = "who owns it"
    ANSWER = "the force's answer"
    ACTION = "an action"
    STATUS = "the status"
    DATE = "the date of the answer"
    DUE = "the date due"
    EVIDENCE = "supporting documents"
    ACCEPTED = "whether it is accepted"
    EXECUTIVE_LEAD = "the executive lead"
    OPERATIONAL_LEAD = "the operational lead"


RUNNING = frozenset(set(Role) - {Role.NUMBER, Role.TITLE, Role.EXECUTIVE_LEAD, Role.OPERATIONAL_LEAD})
"""Roles that a heading may give to the paragraphs under it."""


@dataclass(frozen=True)
class Label:
    role: Role
    kind: Kind = Kind.PERIODIC
    when: PlanDate | None = None
    """A date in the label: “March 2026 update”."""


_INITIAL = ("initial", "response", "responses", "current process", "current position", "answer")
_WORDS: dict[Role, tuple[str, ...]] = {
    Role.NUMBER: (
        "no", "number", "rec no", "rec number", "recommendation no", "recommendation number", "ref", "reference", "rec", "rec ref", "#",
        "recommendation ref", "recommendation reference", "id",
    ),
    Role.TITLE: ("title", "theme", "topic", "subject", "thematic area", "recommendation title", "short title"),
    Role.RECOMMENDATION: ("recommendation", "recommendations", "recommendation received", "what was recommended", "recommendation text", "recommendation wording"),
    Role.REQUIREMENT: (
        "sub recommendation", "sub recommendations", "evidence requirements", "evidence requirements of progress",
        "evidence requirements of progress/completion", "evidence requirement", "requirement", "requirements", "requirement text", "sub recommendation text",
    ),
    Role.OWNER: ("owner", "who", "who is responsible", "rec owner", "recommendation owner", "action owner", "lead", "responsible", "lead officer", "responsible officer"),
    Role.ANSWER: (
        "force update", "update", "force updates", "updates", "force response", "response", "responses", "initial response", "our response",
        "initial action plan response", "initial constabulary response", "constabulary response", "initial force response", "progress",
        "progress update", "our current process", "current process", "current position", "our current position", "what we have done",
        "what we do now", "action plan response", "our progress", "position", "force position", "six month update", "6 month update",
        "comments", "comment", "commentary", "narrative", "force commentary", "force comments", "force narrative", "progress to date",
    ),
    Role.ACTION: (
        "action", "actions", "changes we will make", "pledged changes", "what we will do", "actions we will take", "future work",
        "planned actions", "next steps", "action required", "our pledge", "our pledges",
    ),
    Role.STATUS: ("status", "current status", "progress status", "state", "action status", "rag", "rag status", "rag rating"),
    Role.DATE: ("date", "date of update", "update date", "date updated", "last updated", "updated"),
    Role.DUE: ("due", "due date", "deadline", "target date", "completion date", "target completion date", "timescale", "date due", "by when"),
    Role.EVIDENCE: ("supporting documents", "supporting document", "supporting evidence", "evidence", "documents", "links"),
    Role.ACCEPTED: ("accepted", "acceptance", "accept", "accepted?"),
    Role.EXECUTIVE_LEAD: ("executive lead", "strategic lead", "strategic / executive lead", "strategic/executive lead", "chief officer lead"),
    Role.OPERATIONAL_LEAD: ("operational lead", "tactical lead", "force operational lead"),
}  # fmt: skip
_ROLE_OF = {words: role for role, labels in _WORDS.items() for words in labels}
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}([/.-])\d{{1,2}}\1(?:\d{{4}}|\d{{2}})|(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{_MONTH})[\s-]+\d{{4}}|(?:{_MONTH})-\d{{2}}|\d{{4}}-\d{{2}}(?:-\d{{2}})?)\b",
    re.IGNORECASE,
)
MOST_WORDS = 8
_WELSH = frozenset(
    (
        "rhif", "rhif yr argymhelliad", "argymhelliad", "argymhellion", "gofyniad", "gofynion", "is-argymhelliad", "is argymhelliad",
        "gofynion tystiolaeth", "tystiolaeth", "perchennog", "ymateb", "ymateb yr heddlu", "diweddariad", "diweddariad yr heddlu",
        "cynnydd", "cam gweithredu", "camau gweithredu", "statws", "dyddiad", "dogfennau ategol", "arweinydd gweithredol",
    )
)  # fmt: skip
"""Headings of a plan in Welsh, only to know one."""


def is_welsh(text: str) -> bool:
    """Whether a heading is one of a plan in Welsh."""
    return _folded(_DATE.sub(" ", text)) in _WELSH


def read_label(text: str) -> Label | None:
    """The role that a heading gives to what stands under or beside it."""
    dates = [found[0] for found in _DATE.finditer(text)]
    when = from_words(dates[0]) if len(dates) == 1 else None
    if len(dates) > 1 or (dates and when is None):
        return None
    words = _folded(_DATE.sub(" ", text))
    if not words or len(words.split()) > MOST_WORDS:
        return None
    role = _ROLE_OF.get(words)
    if role is None:
        near = get_close_matches(words, _ROLE_OF, n=1, cutoff=0.9) if len(words) > 6 else []  # “Recomendation”
        role = _ROLE_OF[near[0]] if near else None
    if role is None or (when is not None and role not in {Role.ANSWER, Role.STATUS}):
        return None
    kind = Kind.INITIAL if any(word in words for word in _INITIAL) else Kind.PERIODIC
    return Label(role, kind, when)


def _folded(text: str) -> str:
    words = " ".join(re.sub(r"[:.*_()\[\]–—-]+|/\s*$", " ", text.lower()).split())
    return words if words in _ROLE_OF else re.sub(r"^(?:our|the) ", "", words)
