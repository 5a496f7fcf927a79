"""The nouns of the action plan, complete and frozen: what the reader of the YAML makes and every output reads.

What the inspectors ask (`asks`) and what the force answers (`response`, `updates`) are never one field. Must never
hold “late” (it is worked out from a date, a status and `today`) and never fill in what a force has not stated.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from signpost.plan.dates import PlanDate

Texts = Mapping[str, str]
"""One text by language. A language that is missing has not been translated yet, and the file says so."""


class Status(StrEnum):
    """How far something is: the closed list. What a force calls it stands beside it, in its own words."""

    COMPLETE = "complete"
    KEPT = "complete and kept under review"
    IN_PROGRESS = "in progress"
    WAITING = "waiting on others"
    NOT_STARTED = "not started"
    NOT_ACCEPTED = "not accepted"
    NOT_STATED = "not stated"


DONE = frozenset({Status.COMPLETE, Status.KEPT})
ENDED = DONE | {Status.NOT_ACCEPTED}
"""Nothing more is due."""


class Kind(StrEnum):
    INITIAL = "initial"
    PERIODIC = "periodic"
    CORRECTION = "correction"


class Acceptance(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_STATED = "not stated"


class Compliance(StrEnum):
    FULL = "full"
    MOST = "most"
    PARTIAL = "partial"
    NONE = "none"
    NOT_STATED = "not stated"


class Body(StrEnum):
    """Whom the report addresses."""

    CHIEF_CONSTABLES = "chief constables"
    COMMISSIONERS = "police and crime commissioners"
    APCC = "Association of Police and Crime Commissioners"
    NPCC = "National Police Chiefs' Council"
    HOME_OFFICE = "Home Office"
    JUSTICE = "Ministry of Justice"
    PROSECUTORS = "Crown Prosecution Service"
    COLLEGE = "College of Policing"


@dataclass(frozen=True)
class Evidence:
    """A document that supports what is said; `address` only where it is public."""

    title: Texts
    address: str | None


@dataclass(frozen=True)
class Update:
    """What was stated on one day about one part of the plan. Kept for ever; a mistake is answered by a correction."""

    about: str
    """`7`, `7.1` or `plan`"""
    key: str | None
    """Tells two updates of one day apart."""
    when: PlanDate | None
    """None where the force published no date."""
    kind: Kind
    status: Status | None
    """None where the update does not speak of the status."""
    as_published: str | None
    """The force's own word for the status."""
    text: Texts | None
    evidence: tuple[Evidence, ...]
    source: str | None
    corrects: str | None
    """The id of the update that this one corrects."""
    removes: str | None
    """The id of an update that was taken out, which this one explains."""
    file: str
    line: int

    @property
    def id(self) -> str:
        parts = [self.about, str(self.when) if self.when else "undated"]
        if self.kind is Kind.CORRECTION:
            parts.append("correction")
        return "/".join([*parts, *([self.key] if self.key else [])])

    @property
    def order(self) -> tuple[date, date]:
        """Oldest first; an undated one stands before all others."""
        return (self.when.last, self.when.first) if self.when else (date.min, date.min)


@dataclass(frozen=True)
class Response:
    """The force's answer. Whether it accepts is another question than how far it is."""

    accepted: Acceptance = Acceptance.NOT_STATED
    compliance: Compliance = Compliance.NOT_STATED
    text: Texts | None = None
    when: PlanDate | None = None


@dataclass(frozen=True)
class Action:
    id: str
    text: Texts
    owners: tuple[Texts, ...]
    """Roles, not names. More than one share the action."""
    start: PlanDate | None
    due: PlanDate | None
    depends_on: Texts | None
    status: Status
    status_on: PlanDate | None
    as_published: str | None
    evidence: tuple[Evidence, ...]
    file: str
    line: int


@dataclass(frozen=True, kw_only=True)
class Part:
    """What a recommendation and a requirement have in common: the ask, the answer, and what was said since."""

    asks: Texts | None
    due: PlanDate | None
    response: Response
    actions: tuple[Action, ...]
    updates: tuple[Update, ...]
    """Newest first, corrections among them."""
    file: str
    line: int

    @property
    def reference(self) -> str:
        raise NotImplementedError

    @property
    def stated(self) -> Update | None:
        """The update that says the present status: the newest one, as its last correction puts it."""
        return newest_stated(self.updates)

    @property
    def status(self) -> Status:
        stated = self.stated
        return stated.status if stated is not None and stated.status is not None else Status.NOT_STATED


@dataclass(frozen=True, kw_only=True)
class Requirement(Part):
    """One point of a recommendation: “7.1”."""

    id: str

    @property
    def reference(self) -> str:
        return self.id


@dataclass(frozen=True, kw_only=True)
class Recommendation(Part):
    number: int
    title: Texts | None
    addressed_to: tuple[Body, ...]
    shared_with: tuple[Body, ...]
    requirements: tuple[Requirement, ...]
    sources: tuple[str, ...]

    @property
    def reference(self) -> str:
        return str(self.number)

    @property
    def parts(self) -> tuple[Part, ...]:
        """What is counted: its requirements, or itself where it has none."""
        return self.requirements or (self,)

    @property
    def overall(self) -> Status | None:
        """The status that it states itself, or that all its parts share; None where the parts differ."""
        if self.stated is not None:
            return self.status
        found = {part.status for part in self.parts}
        return found.pop() if len(found) == 1 else None


@dataclass(frozen=True)
class SourceDocument:
    title: Texts
    address: str


@dataclass(frozen=True)
class ActionPlan:
    """`content/action-plan/`."""

    file: str
    title: Texts | None
    force: Texts | None
    executive_lead: Texts | None
    operational_lead: Texts | None
    first_published: PlanDate | None
    next_update_due: PlanDate | None
    retired: PlanDate | None
    introduction: tuple[Texts, ...]
    found: tuple[Texts, ...]
    """What the super-complaint found, in plain words."""
    left_out: Texts | None
    """What is not shown here, and why."""
    full_plan: str | None
    """The address of the force's own plan, where this is only a part of it."""
    documents: tuple[SourceDocument, ...]
    recommendations: tuple[Recommendation, ...]
    updates: tuple[Update, ...]
    """About the plan as a whole, newest first."""
    _by_reference: dict[str, Recommendation | Requirement] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for recommendation in self.recommendations:
            self._by_reference[recommendation.reference] = recommendation
            self._by_reference.update((item.id, item) for item in recommendation.requirements)

    def find(self, reference: str) -> Recommendation | Requirement | None:
        """The part called “7” or “7.1”."""
        return self._by_reference.get(reference)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Everything that is counted, in the order of the plan."""
        return tuple(part for item in self.recommendations for part in item.parts)

    @property
    def all_updates(self) -> tuple[Update, ...]:
        """Every update of every part and of the plan itself, newest first."""
        found = list(self.updates)
        for item in self.recommendations:
            found += item.updates
            for requirement in item.requirements:
                found += requirement.updates
        return tuple(sorted(found, key=lambda update: update.order, reverse=True))

    @property
    def last_updated(self) -> PlanDate | None:
        dates = [update.when for update in self.all_updates if update.when is not None]
        return max(dates, key=lambda day: (day.last, day.first), default=self.first_published)

    @property
    def outside_addresses(self) -> tuple[tuple[str, int, str], ...]:
        """Every address of another site as file, line, address: for the list of allowed sites."""
        found = [(self.file, 1, document.address) for document in self.documents]
        if self.full_plan is not None:
            found.append((self.file, 1, self.full_plan))
        for update in self.all_updates:
            places = [*(evidence.address for evidence in update.evidence), update.source]
            found += [(update.file, update.line, place) for place in places if place is not None]
        for item in self.recommendations:
            found += [(item.file, item.line, place) for place in item.sources]
            for action in [*item.actions, *(action for part in item.requirements for action in part.actions)]:
                found += [(action.file, action.line, proof.address) for proof in action.evidence if proof.address is not None]
        return tuple(found)


def newest_stated(updates: tuple[Update, ...]) -> Update | None:
    """A correction takes the place of what it corrects, so that a late correction of an old update changes nothing now."""
    corrected: dict[str, Update] = {}
    for update in reversed(updates):
        if update.corrects is not None and update.status is not None:
            corrected[update.corrects] = update
    for update in updates:
        if update.kind is Kind.CORRECTION:
            continue
        said = corrected.get(update.id, update)
        if said.status is not None:
            return said
    return None
