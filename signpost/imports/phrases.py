"""Fixed phrases in a force's text -> closed words of the model: statuses, acceptance, dates due, numbers of parts.

Must never read a meaning into a phrase that is not listed: it then stays the force's own words.
"""

import re

from signpost.plan.dates import MONTHS, PlanDate, from_words
from signpost.plan.model import Acceptance, Body, Compliance, Status

PART_NUMBER = re.compile(r"(?:recommendation\s+|rec\.?\s+)?(\d{1,3})(?:\.(\d{1,3}))?[.:)]?", re.IGNORECASE)
NUMBERED = re.compile(r"(\d{1,3}\.\d{1,3})[\s:.)–-]+(\S.*)", re.DOTALL)
NOTHING = re.compile(r"(?:action:?\s*)?(?:none|nil|n/?a|not applicable|not needed|no action|no|-|–)\.?", re.IGNORECASE)

_STATUS = {
    Status.COMPLETE: ("complete", "completed", "action complete", "action completed", "actions complete", "done", "closed", "achieved", "delivered"),
    Status.KEPT: ("complete and kept under review", "complete under review", "complete, under review", "complete and under review", "embedded and under review"),
    Status.IN_PROGRESS: ("in progress", "ongoing", "on-going", "on going", "underway", "under way", "started", "partially complete", "partly complete", "on track"),
    Status.WAITING: ("waiting on others", "blocked", "on hold", "awaiting others", "awaiting national guidance", "dependent on others"),
    Status.NOT_STARTED: ("not started", "not yet started", "to be started", "outstanding"),
    Status.NOT_ACCEPTED: ("not accepted", "rejected"),
    Status.NOT_STATED: ("not stated",),
}  # fmt: skip
_STATUS_OF = {words: status for status, phrases in _STATUS.items() for words in phrases}
_ACCEPTED = (
    (
        Acceptance.PARTLY,
        re.compile(r"\b(?:partly|partially) accept(?:ed)?\b|\baccept(?:ed)? (?:\w+ )?(?:in part|partly|partially)\b", re.IGNORECASE),
    ),
    (
        Acceptance.NO,
        re.compile(
            r"\b(?:do|does|did|can|could|is|are|was)(?: not|n['’]t|not) (?:be )?accept(?:ed)?\b|\bnot accepted\b|\breject(?:ed)?\b",
            re.IGNORECASE,
        ),
    ),
    (Acceptance.YES, re.compile(r"\b(?:we|constabulary|force) (?:fully )?accepts?\b|^accept(?:ed)?\b", re.IGNORECASE)),
)
_COMPLIANCE = (
    (Compliance.NONE, re.compile(r"\b(?:do|does)(?: not|n['’]t) (?:yet )?comply\b|\bnon-?compliant\b", re.IGNORECASE)),
    (Compliance.MOST, re.compile(r"\bcompl(?:y|ies) with most\b|\bmostly compl(?:y|ies|iant)\b", re.IGNORECASE)),
    (
        Compliance.PARTIAL,
        re.compile(r"\b(?:partially|partly) compl(?:y|ies|iant)\b|\bcompl(?:y|ies) (?:in part|partially|partly)\b", re.IGNORECASE),
    ),
    (Compliance.FULL, re.compile(r"\bfully compl(?:y|ies|iant)\b|\bcompl(?:y|ies) (?:fully|in full)\b", re.IGNORECASE)),
)
_QUALIFIED = re.compile(r"\bas (?:worded|written|drafted)\b|\bin principle\b|\bsubject to\b", re.IGNORECASE)
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_DATE_TEXT = rf"(?:\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d{{2}})|(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{_MONTH})\s+\d{{4}}|(?:{_MONTH})-\d{{2}}|Q[1-4]\s+\d{{4}})"
_BY = re.compile(rf"\bby\s+(?:the\s+end\s+of\s+|end\s+of\s+|end\s+)?({_DATE_TEXT})", re.IGNORECASE)
_LOOSE_DATE = re.compile(
    rf"\bby\s+(?:the\s+end\s+of\s+)?(?:(?:early|mid|late)[\s-]+)?(?:{_MONTH}|spring|summer|autumn|winter)\b", re.IGNORECASE
)
_BODIES = (
    (Body.CHIEF_CONSTABLES, re.compile(r"chief constables?", re.IGNORECASE)),
    (Body.COMMISSIONERS, re.compile(r"police and crime commissioners?(?: (?:and|or) (?:mayoral )?equivalents?)?|pccs?", re.IGNORECASE)),
    (Body.NPCC, re.compile(r"national police chiefs['’]? council|npcc", re.IGNORECASE)),
    (Body.COLLEGE, re.compile(r"college of policing", re.IGNORECASE)),
    (Body.HOME_OFFICE, re.compile(r"home office", re.IGNORECASE)),
)


def without_number(text: str) -> str:
    """“7.1 Staff use it.” -> “Staff use it.”"""
    return NUMBERED.sub(r"\2", text) if NUMBERED.fullmatch(text) else text


def read_status(text: str) -> Status | None:
    """The closed word for a force's own; None when the list has none."""
    return _STATUS_OF.get(" ".join(text.lower().strip(" .:;-–").split()))


def read_acceptance(text: str) -> Acceptance | None:
    """None when nothing is said, or when two phrases contradict each other."""
    found = [kind for kind, pattern in _ACCEPTED if pattern.search(text)]
    if Acceptance.PARTLY in found:
        return Acceptance.PARTLY if Acceptance.NO not in found else None
    return found[0] if found else None


def read_compliance(text: str) -> Compliance | None:
    found = [kind for kind, pattern in _COMPLIANCE if pattern.search(text)]
    return found[0] if len(found) == 1 else None


def is_qualified(text: str) -> bool:
    return bool(_QUALIFIED.search(text))


def due_in(text: str) -> PlanDate | None:
    """The date of “by 27 March 2025”, when exactly one such date is named."""
    found = {found for match in _BY.finditer(text) if (found := from_words(match[1])) is not None}
    return found.pop() if len(found) == 1 else None


def has_loose_date(text: str) -> bool:
    """“by summer 2025”, “by June”: a time without a date that could be published."""
    return due_in(text) is None and bool(_LOOSE_DATE.search(text))


def read_bodies(text: str) -> tuple[Body, ...]:
    """The bodies that a text names, when it names nothing else."""
    rest, found = text, []
    for body, pattern in _BODIES:
        if pattern.search(rest):
            found.append(body)
            rest = pattern.sub(" ", rest)
    return tuple(found) if not re.sub(r"\b(?:and|the)\b|[,;/&\s.]", "", rest) else ()


def unexplained(text: str) -> list[str]:
    """Abbreviations that the text uses: capitals of three or more letters, or known ones."""
    return sorted(set(re.findall(r"\b[A-Z]{3,6}\b", text)) - {"ACTION", "NOT", "AND", "THE", "ALL"})
