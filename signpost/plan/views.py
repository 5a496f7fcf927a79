"""Parts, actions and updates of the plan made ready for a template: every word chosen, every link made.

Templates only place what stands here. Must never leave a decision about lateness or language to a template.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from signpost.plan.model import DONE, Action, Evidence, Kind, Part, Recommendation, Response, Update
from signpost.plan.places import anchor
from signpost.plan.timing import Timing, timing
from signpost.plan.words import PlanWords, Said, key
from signpost.slugs import slug


@dataclass(frozen=True)
class PlanLink:
    text: Said
    href: str | None
    outside: bool = False


@dataclass(frozen=True)
class UpdateView:
    id: str
    title: str
    kind: str
    own_words: str | None
    text: Said | None
    notes: tuple[PlanLink, ...]
    evidence: tuple[PlanLink, ...]
    source: PlanLink | None
    about: PlanLink


@dataclass(frozen=True)
class ActionView:
    id: str
    name: str
    text: Said
    owners: tuple[Said, ...]
    start: str | None
    deadline: str
    status: str
    own_words: str | None
    depends_on: Said | None
    evidence: tuple[PlanLink, ...]


@dataclass(frozen=True)
class PartView:
    id: str
    name: str
    asks: Said | None
    status: str
    """“in progress; due 27 March 2025; still in progress”"""
    is_late: bool
    own_words: str | None
    answer_title: str
    answer: str
    answer_text: Said | None
    actions: tuple[ActionView, ...]
    updates: tuple[UpdateView, ...]
    earlier: tuple[PlanLink, ...]
    """The other pages that hold updates of this part, the newest first."""
    has_points: bool
    """Whether requirements follow, each with what has happened."""


def update_anchor(update: Update) -> str:
    return f"update-{slug(update.id)}"


class ViewMaker:
    """Makes the views of one language, for the page in hand: `href` gives the link to a part, `7` or `7.1`, and
    `page_of` the link to the page that holds an update, which is empty for the page in hand."""

    def __init__(self, words: PlanWords, href: Callable[[str], str], page_of: Callable[[Update], str]) -> None:
        self.words = words
        self._href = href
        self._page_of = page_of

    def part(self, part: Part, shown: Sequence[Update], earlier: tuple[PlanLink, ...] = ()) -> PartView:
        """`shown` are the updates that stand on the page in hand, `earlier` leads to the others."""
        words = self.words
        response = part.response
        when = response.when
        return PartView(
            id=anchor(part.reference),
            name=self.words.part(part),
            asks=words.said(part.asks) if part.asks else None,
            status=self.status(part),
            is_late=timing(part.due, part.status, words.today) is Timing.LATE,
            own_words=part.stated.as_published if part.stated else None,
            answer_title=words["response_on"].format(date=words.date(when)) if when else words["response"],
            answer=self._answer(response),
            answer_text=words.said(response.text) if response.text else None,
            actions=tuple(self.action(action) for action in part.actions),
            updates=self.updates(shown, part.updates),
            earlier=earlier,
            has_points=isinstance(part, Recommendation) and bool(part.requirements),
        )

    def title(self, recommendation: Recommendation) -> Said:
        if recommendation.title is None:
            return Said(self.words.part(recommendation))
        topic = self.words.said(recommendation.title)
        whole = self.words["recommendation_title"].format(number=recommendation.number, title=topic.text)
        return Said(whole, topic.lang)

    def status(self, part: Part) -> str:
        """“complete; due 27 March 2025”; for a recommendation whose requirements differ, how many are done."""
        words = self.words
        said, status = words.deadline_of(part), words.status(part.status)
        if isinstance(part, Recommendation) and part.requirements and part.overall is None:
            done = sum(item.status in DONE for item in part.requirements)
            count = words["parts_count"].format(done=done, parts=len(part.requirements))
            return f"{count}; {words.due(part.due)}" if part.due else count
        if isinstance(part, Recommendation) and part.overall is not None:
            status = words.status(part.overall)
            said = words.deadline(part.due, part.overall)
        return f"{status}; {said}" if said else status

    def _answer(self, response: Response) -> str:
        words = self.words
        accepted = words[f"accepted_{key(response.accepted)}"]
        return f"{accepted}; {words[f'compliance_{key(response.compliance)}']}."

    def action(self, action: Action) -> ActionView:
        words = self.words
        return ActionView(
            id=anchor(action.id),
            name=words["action_number"].format(number=action.id),
            text=words.said(action.text),
            owners=tuple(words.said(owner) for owner in action.owners),
            start=words["started"].format(date=words.date(action.start)) if action.start else None,
            deadline=words.deadline(action.due, action.status) or words["action_due_none"],
            status=self._action_status(action),
            own_words=action.as_published,
            depends_on=words.said(action.depends_on) if action.depends_on else None,
            evidence=self._evidence(action.evidence),
        )

    def _action_status(self, action: Action) -> str:
        words = self.words
        status = words.status(action.status)
        return words["status_on"].format(date=words.date(action.status_on), status=status) if action.status_on else status

    def updates(self, shown: Sequence[Update], of: Sequence[Update]) -> tuple[UpdateView, ...]:
        """`of` are all updates of the part, among which each correction finds what it corrects."""
        corrections: Mapping[str, Update] = {update.corrects: update for update in reversed(of) if update.corrects}
        by_id = {update.id: update for update in of}
        return tuple(self._update(update, corrections.get(update.id), by_id.get(update.corrects or "")) for update in shown)

    def _update(self, update: Update, correction: Update | None, corrected: Update | None) -> UpdateView:
        words = self.words
        notes = []
        if correction is not None:
            text = words["corrected"].format(date=words.date_or_none(correction.when))
            notes.append(PlanLink(Said(text), self.link_to(correction)))
        if corrected is not None:
            text = words["corrects"].format(date=words.date_or_none(corrected.when))
            notes.append(PlanLink(Said(text), self.link_to(corrected)))
        if update.removes is not None:
            notes.append(PlanLink(Said(words["removes"]), None))
        title = words.update_title(update)
        if update.kind is Kind.CORRECTION and update.status is not None:
            title = f"{title}: {words.status(update.status)}"
        return UpdateView(
            id=update_anchor(update),
            title=title,
            kind=words.kind(update.kind),
            own_words=update.as_published,
            text=words.said(update.text) if update.text else None,
            notes=tuple(notes),
            evidence=self._evidence(update.evidence),
            source=self._source(update),
            about=self._about(update),
        )

    def link_to(self, update: Update) -> str:
        return f"{self._page_of(update)}#{update_anchor(update)}"

    def _about(self, update: Update) -> PlanLink:
        if update.about == "plan":
            return PlanLink(Said(self.words["whole_updates"]), None)
        name = "requirement_number" if "." in update.about else "recommendation_number"
        return PlanLink(Said(self.words[name].format(number=update.about)), self._href(update.about))

    def _source(self, update: Update) -> PlanLink | None:
        if update.source is None:
            return None
        host = urlsplit(update.source).hostname or ""
        text = self.words["source"].format(date=self.words.date_or_none(update.when), host=host.removeprefix("www."))
        return PlanLink(Said(text), update.source, outside=True)

    def _evidence(self, evidence: tuple[Evidence, ...]) -> tuple[PlanLink, ...]:
        return tuple(PlanLink(self.words.said(item.title), item.address, outside=True) for item in evidence)
