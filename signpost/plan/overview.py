"""What the plan's templates read: the overview's questions and answers, and the way to the other pages of the plan.

Must never read a file, and never say of a part what its force has not stated.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from signpost.addresses import Addresses
from signpost.model import Locale, Page
from signpost.plan.files import path_of, plan_files
from signpost.plan.further import EarlierView, HistoryLinks, WholePages, WholeView, earlier_view
from signpost.plan.model import DONE, ActionPlan, Part, Recommendation, Status, Update
from signpost.plan.paging import history_of, history_of_plan, whole_plan
from signpost.plan.picture import late_sign, picture, sign
from signpost.plan.places import OVERVIEW, WHOLE, anchor, plan_address, whole_address
from signpost.plan.recommendation import RecommendationView
from signpost.plan.timing import Deadline, Summary, Timing, deadlines, summary
from signpost.plan.views import PartView, PlanLink, UpdateView, ViewMaker
from signpost.plan.words import PlanWords, Said

MOST_NEXT = 3
MOST_NAMED = 6
"""Parts that are named beside their number at a glance; more are found in their list."""
MOST_RECENT = 5
MOST_RECENT_LETTERS = 3000
"""Long updates are listed fewer at a time; all of them stand with their part."""


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
    """What plan.html, recommendation.html, plan_earlier.html and plan_whole.html read, for the page in hand.

    `overview` is the published path of the plan's page in this language.
    """

    def __init__(self, plan: ActionPlan, page: Page, locale: Locale, addresses: Addresses, today: date, overview: str) -> None:
        self._plan = plan
        self._page = page
        self._addresses = addresses
        self._overview = overview
        self.words = PlanWords(locale.code, locale.strings, today)
        self._about = HistoryLinks("plan", history_of_plan(plan), None, self.words, addresses, overview)
        self._makers = self._maker(self._about.page_of)
        self._summary: Summary = summary(plan.parts, today)
        self._deadlines = deadlines(plan, today)

    def _maker(self, page_of: Callable[[Update], str]) -> ViewMaker:
        return ViewMaker(self.words, self.href, page_of)

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
    def done_parts(self) -> list[PlanLink]:
        return self._named(part for part in self._plan.parts if part.status in DONE)

    @property
    def late_parts(self) -> list[PlanLink]:
        return self._named(item.part for item in self._deadlines if item.timing is Timing.LATE and item.action is None)

    def _named(self, parts: Iterable[Part]) -> list[PlanLink]:
        """The numbers of a few parts; none of many."""
        found = [PlanLink(Said(part.reference), self.href(part.reference)) for part in parts]
        return found if len(found) <= MOST_NAMED else []

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
                text = self._count(self.words.status(status), number)
                found.append(StatusCount(sign(status), _capital(text)))
        if self._summary.late:
            text = self._count(self.words["picture_late"], self._summary.late)
            found.append(StatusCount(late_sign(), _capital(text)))
        return found

    def _count(self, status: str, number: int) -> str:
        return self.words["count"].format(status=status, number=number, parts=self._summary.parts)

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
        name = self.words.part(item.part)
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
                tuple(f"{part.id}: {self._makers.status(part)}" for part in item.requirements),
            )
            for item in self._plan.recommendations
        ]

    @property
    def recent(self) -> list[UpdateView]:
        """The newest updates of any part; those about the plan as a whole have their own list."""
        found: list[UpdateView] = []
        letters = 0
        for update in [update for update in self._plan.all_updates if update.about != "plan"][:MOST_RECENT]:
            letters += max((len(text) for text in update.text.values()), default=0) if update.text else 0
            if found and letters > MOST_RECENT_LETTERS:
                break
            found += self._makers.updates((update,), (update,))
        return found

    @property
    def updates(self) -> tuple[UpdateView, ...]:
        shown = [update for update in self._plan.updates if update.id in self._about.history.here]
        return self._makers.updates(shown, self._plan.updates)

    @property
    def earlier_updates(self) -> tuple[PlanLink, ...]:
        return self._about.earlier(None)

    @property
    def documents(self) -> list[PlanLink]:
        return [PlanLink(self.words.said(item.title), item.address, outside=True) for item in self._plan.documents]

    @property
    def files(self) -> list[PlanLink]:
        code = self.words.locale
        return [PlanLink(Said(self.words[f"file_{item.name}"]), self._addresses.to(item.path)) for item in plan_files((code,))]

    @property
    def feed(self) -> PlanLink:
        """Named in the head too, where programs that follow a site look for it."""
        return PlanLink(Said(self.words["file_feed"]), self._addresses.to(path_of("feed", self.words.locale)))

    @property
    def whole(self) -> PlanLink:
        pages = len(whole_plan(self._plan))
        text = self.words["whole_link"] if pages == 1 else self.words["whole_parts_link"].format(parts=pages)
        return PlanLink(Said(text), self._addresses.to(whole_address(1, self._overview, self.words)))

    @property
    def document(self) -> PlanLink | None:
        """The whole plan as one document, where it takes several pages."""
        if len(whole_plan(self._plan)) == 1:
            return None
        return PlanLink(Said(self.words["file_document"]), self._addresses.to(path_of("document", self.words.locale)))

    @property
    def recommendation(self) -> RecommendationView:
        """What the page in hand is about."""
        number = self._page.key.removeprefix(f"{OVERVIEW}/")
        found = self._plan.find(number)
        if not isinstance(found, Recommendation):
            raise LookupError(number)
        links = self._links(number, None)
        maker = self._maker(links.page_of)

        def view(part: Part) -> PartView:
            shown = [update for update in part.updates if update.id in links.history.here]
            return maker.part(part, shown, links.earlier(part))

        return RecommendationView.of(found, self._plan, self.words, maker, view, self.href)

    @property
    def earlier(self) -> EarlierView:
        about, _, page = self._page.key.removeprefix(f"{OVERVIEW}/").partition("/earlier-")
        links = self._links(about, int(page))
        return earlier_view(self._plan, links, self._maker(links.page_of))

    def _links(self, about: str, page: int | None) -> HistoryLinks:
        found = self._plan.find(about)
        history = history_of(found) if isinstance(found, Recommendation) else self._about.history
        return HistoryLinks(about, history, page, self.words, self._addresses, self._overview)

    @property
    def whole_page(self) -> WholeView:
        number = self._page.key.removeprefix(WHOLE).removeprefix("/") or "1"
        pages = WholePages(self._plan, int(number), self.words, self._addresses, self._overview)
        return pages.view(self._maker(pages.page_of))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
