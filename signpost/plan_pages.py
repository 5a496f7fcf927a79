"""The pages of the plan: the overview, one page for each recommendation, and the whole on one page.

The pages of the recommendations are ordinary Pages with an empty text, so that breadcrumbs, languages, the sitemap and
every gate treat them like any other. Must never read a file.
"""

from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from signpost.addresses import Addresses
from signpost.document import Document
from signpost.model import Locale, Page
from signpost.plan_files import plan_files
from signpost.plan_model import ActionPlan, Recommendation, Status
from signpost.plan_picture import late_sign, picture, sign
from signpost.plan_recommendation import RecommendationView
from signpost.plan_timing import Deadline, Summary, Timing, deadlines, summary
from signpost.plan_views import PlanLink, UpdateView, ViewMaker, anchor
from signpost.plan_words import PlanWords, Said

OVERVIEW = "action-plan"
WHOLE = "whole-plan"
MOST_NEXT = 3
MOST_RECENT = 5
_EMPTY = Document((), (), (), ())


def plan_address(reference: str, overview: str) -> str:
    """The published path of a part, `7` or `7.1`; `overview` is the path of the plan's page in the language."""
    number, _, point = reference.partition(".")
    return f"{overview}{number}/" + (f"#{anchor(reference)}" if point else "")


def template_of(page_key: str) -> str | None:
    """The template of a page of the plan; None for every other page."""
    if page_key == OVERVIEW:
        return "plan.html"
    if not page_key.startswith(f"{OVERVIEW}/"):
        return None
    return "plan_whole.html" if page_key == f"{OVERVIEW}/{WHOLE}" else "recommendation.html"


def sub_pages(plan: ActionPlan, overview: Page, locale: Locale, today: date) -> list[Page]:
    """The pages below the overview, in the overview's language and with its review."""
    words = PlanWords(locale.code, locale.strings, today)
    maker = ViewMaker(words, lambda reference: reference)
    found = []
    for item in plan.recommendations:
        description = words["description"].format(number=item.number)
        found.append(_sub_page(overview, str(item.number), f"{item.number}/", maker.title(item).text, description))
    path = f"{words['address_whole']}/"
    return [*found, _sub_page(overview, WHOLE, path, words["whole_title"], words["whole_description"])]


def _sub_page(overview: Page, key: str, path: str, title: str, description: str) -> Page:
    return replace(
        overview, key=f"{OVERVIEW}/{key}", path=overview.path + path, title=title, description=description, parent=OVERVIEW, document=_EMPTY
    )


@dataclass(frozen=True)
class StatusCount:
    sign: Markup
    text: str


@dataclass(frozen=True)
class DeadlineView:
    link: PlanLink
    topic: Said | None
    deadline: str


@dataclass(frozen=True)
class RecommendationLine:
    """One entry of the overview's list."""

    link: PlanLink
    status: str
    parts: tuple[str, ...]


class PlanView:
    """What plan.html, recommendation.html and plan_whole.html read, for the page in hand (`path`, given by `addresses`).

    `overview` is the published path of the plan's page in this language.
    """

    def __init__(self, plan: ActionPlan, locale: Locale, addresses: Addresses, today: date, overview: str) -> None:
        self._plan = plan
        self._addresses = addresses
        self._overview = overview
        self.words = PlanWords(locale.code, locale.strings, today)
        self._makers = ViewMaker(self.words, self.href)
        self._summary: Summary = summary(plan.parts, today)
        self._deadlines = deadlines(plan, today)

    def href(self, reference: str) -> str:
        return self._addresses.to(plan_address(reference, self._overview))

    def said(self, name: str) -> Said | None:
        """A text of the plan's head by its name: `executive_lead`, `left_out`."""
        texts = getattr(self._plan, name)
        return self.words.said(texts) if texts else None

    @property
    def introduction(self) -> list[Said]:
        return [self.words.said(texts) for texts in self._plan.introduction]

    @property
    def found(self) -> list[Said]:
        return [self.words.said(texts) for texts in self._plan.found]

    @property
    def full_plan(self) -> str | None:
        return self._plan.full_plan

    @property
    def retired(self) -> str | None:
        return self.words["retired"].format(date=self.words.date(self._plan.retired)) if self._plan.retired else None

    @property
    def _is_silent(self) -> bool:
        """Whether no part has a status."""
        return self._summary.by_status[Status.NOT_STATED] == self._summary.parts

    @property
    def done(self) -> str:
        if self._is_silent:
            return self.words["not_stated_here"]
        return self.words["done"].format(done=self._summary.done, parts=self._summary.parts)

    @property
    def late(self) -> str:
        """“Nothing” only where progress is stated: silence is not punctuality."""
        if self._is_silent:
            return self.words["not_stated_here"]
        if not self._summary.late:
            return self.words["late_none_stated" if self._summary.passed else "late_none"]
        return self.words["late"].format(late=self._summary.late, parts=self._summary.parts)

    @property
    def passed(self) -> str | None:
        """Parts whose date has passed and whose progress is not stated, if any."""
        return self.words["late"].format(late=self._summary.passed, parts=self._summary.parts) if self._summary.passed else None

    @property
    def updated(self) -> str:
        last = self._plan.last_updated
        return self.words.date(last) if last else self.words["never"]

    @property
    def next_update(self) -> str | None:
        due = self._plan.next_update_due
        return self.words["next_update"].format(date=self.words.date(due)) if due else None

    @property
    def first_published(self) -> str | None:
        day = self._plan.first_published
        return self.words.date(day) if day else None

    @property
    def counts(self) -> list[StatusCount]:
        """Every status that occurs, with how often, and lateness after them."""
        found = []
        for status in Status:
            number = self._summary.by_status[status]
            if number:
                text = self.words["count"].format(status=self.words.status(status), number=number)
                found.append(StatusCount(sign(status), _capital(text)))
        if self._summary.late:
            text = self.words["count"].format(status=self.words["picture_late"], number=self._summary.late)
            found.append(StatusCount(late_sign(), _capital(text)))
        return found

    @property
    def picture(self) -> Markup:
        equivalent = "; ".join(count.text for count in self.counts) + "."
        return picture(self._plan.parts, self.words, equivalent)

    @property
    def late_list(self) -> list[DeadlineView]:
        return [self._deadline(item) for item in self._deadlines if item.timing is Timing.LATE]

    @property
    def passed_list(self) -> list[DeadlineView]:
        return [self._deadline(item) for item in self._deadlines if item.timing is Timing.PASSED]

    @property
    def next_list(self) -> list[DeadlineView]:
        return [self._deadline(item) for item in self._deadlines if item.timing is Timing.AHEAD][:MOST_NEXT]

    def _deadline(self, item: Deadline) -> DeadlineView:
        number, _, _ = item.part.reference.partition(".")
        recommendation = self._plan.find(number)
        name = self._makers.name(item.part)
        if item.action is not None:
            name = self.words["action_number"].format(number=item.action.id)
        href = self.href(item.part.reference) if item.action is None else self.href(number) + f"#{anchor(item.action.id)}"
        title = recommendation.title if isinstance(recommendation, Recommendation) else None
        topic = self.words.said(title) if title else None
        return DeadlineView(PlanLink(Said(name), href), topic, self.words.deadline(item.due, item.status))

    @property
    def lines(self) -> list[RecommendationLine]:
        return [
            RecommendationLine(
                PlanLink(self._makers.title(item), self.href(item.reference)),
                self._makers.status(item),
                tuple(f"{part.id} {self._makers.status(part)}" for part in item.requirements),
            )
            for item in self._plan.recommendations
        ]

    @property
    def recent(self) -> list[UpdateView]:
        """The newest updates of any part; those about the plan as a whole have their own list."""
        newest = [update for update in self._plan.all_updates if update.about != "plan"]
        return [self._makers.updates((update,))[0] for update in newest[:MOST_RECENT]]

    @property
    def updates(self) -> tuple[UpdateView, ...]:
        return self._makers.updates(self._plan.updates)

    @property
    def documents(self) -> list[PlanLink]:
        return [PlanLink(self.words.said(item.title), item.address, outside=True) for item in self._plan.documents]

    @property
    def files(self) -> list[PlanLink]:
        code = self.words.locale
        return [PlanLink(Said(self.words[f"file_{item.name}"]), self._addresses.to(item.path)) for item in plan_files((code,))]

    @property
    def whole(self) -> str:
        return self._addresses.to(f"{self._overview}{self.words['address_whole']}/")

    def recommendation(self, number: str | int) -> RecommendationView:
        found = self._plan.find(str(number))
        if not isinstance(found, Recommendation):
            raise LookupError(number)
        return RecommendationView.of(found, self._plan, self._makers, self.words, self.href)

    @property
    def recommendations(self) -> list[RecommendationView]:
        return [self.recommendation(item.number) for item in self._plan.recommendations]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
