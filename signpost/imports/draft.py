"""The plan as far as the source document gives it: parts that are filled piece by piece, then written as YAML.

Must never hold a value without the piece of the source that it comes from.
"""

from dataclasses import dataclass, field

from signpost.imports.paper import Piece
from signpost.plan.dates import PlanDate
from signpost.plan.model import Acceptance, Body, Compliance, Kind, Status


@dataclass
class DraftUpdate:
    kind: Kind
    when: PlanDate | None = None
    texts: list[Piece] = field(default_factory=list)
    status: Status | None = None
    as_published: str | None = None
    evidence: list[Piece] = field(default_factory=list)


@dataclass
class DraftAction:
    text: str
    piece: Piece
    owner: Piece | None = None
    due: PlanDate | None = None


@dataclass
class DraftPart:
    """A recommendation (`7`) or a requirement (`7.1`)."""

    reference: str
    title: str | None = None
    asks: list[str] = field(default_factory=list)
    due: PlanDate | None = None
    bodies: list[Body] = field(default_factory=list)
    accepted: Acceptance | None = None
    compliance: Compliance | None = None
    actions: list[DraftAction] = field(default_factory=list)
    updates: list[DraftUpdate] = field(default_factory=list)
    requirements: dict[str, "DraftPart"] = field(default_factory=dict)

    @property
    def file(self) -> str:
        return f"recommendation-{self.reference.partition('.')[0]}.yml"

    def place(self, what: str) -> str:
        return f"{self.file}: {self.reference}, {what}"


@dataclass
class Draft:
    title: Piece | None = None
    executive_lead: str | None = None
    operational_lead: str | None = None
    introduction: list[Piece] = field(default_factory=list)
    recommendations: dict[int, DraftPart] = field(default_factory=dict)

    def part(self, reference: str) -> DraftPart:
        """The part called “7” or “7.1”, made when it is new."""
        number, _, point = reference.partition(".")
        whole = self.recommendations.setdefault(int(number), DraftPart(str(int(number))))
        return whole.requirements.setdefault(reference, DraftPart(reference)) if point else whole
