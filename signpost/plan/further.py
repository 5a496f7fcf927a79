"""The further pages of a long plan made ready for their templates: earlier updates, and the whole plan in its pages.

Must never show an update twice among the pages of one kind, and never leave one without a way to it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from signpost.addresses import Addresses
from signpost.plan.model import ActionPlan, Part, Recommendation, Update
from signpost.plan.paging import History, Section, whole_plan
from signpost.plan.places import anchor, earlier_address, plan_address, whole_address
from signpost.plan.recommendation import addressed
from signpost.plan.views import PartView, PlanLink, UpdateView, ViewMaker
from signpost.plan.words import PlanWords, Said

WHOLE_UPDATES = "whole-updates"
"""The id of what was said about the plan as a whole."""


def span(updates: Iterable[Update], words: PlanWords) -> str:
    """“22 November 2024 to 3 March 2025”."""
    dated = sorted((update for update in updates if update.when is not None), key=lambda update: update.order)
    if not dated:
        return words["date_not_stated"]
    first, last = words.date_or_none(dated[0].when), words.date_or_none(dated[-1].when)
    return words["span"].format(first=first, last=last) if first != last else first


@dataclass(frozen=True)
class HistoryLinks:
    """Links among the page of a recommendation (or the overview) and its pages of earlier updates."""

    about: str
    """`7`, or `plan`"""
    history: History
    in_hand: int | None
    """The page of earlier updates on which the links stand; None on the page of the recommendation."""
    words: PlanWords
    addresses: Addresses
    overview: str

    def page_of(self, update: Update) -> str:
        page = None if update.id in self.history.here else self.history.page_of(update)
        if page == self.in_hand:
            return ""
        return self.main if page is None else self.page(page)

    @property
    def main(self) -> str:
        return self.addresses.to(self.overview if self.about == "plan" else plan_address(self.about, self.overview))

    def page(self, number: int) -> str:
        return self.addresses.to(earlier_address(self.about, number, self.overview, self.words))

    def earlier(self, part: Part | None) -> tuple[PlanLink, ...]:
        """To the updates of one part on every page of earlier ones, the newest page first."""
        found = []
        for number, sections in enumerate(self.history.earlier, start=1):
            for section in sections:
                if section.part is part:
                    found.append(PlanLink(self._said(section, number), f"{self.page(number)}#{_id(part)}"))
        return tuple(found[::-1])

    def _said(self, section: Section, number: int) -> Said:
        """Different for each part and page: people who hear links in a list must tell them apart (WCAG 2.4.9)."""
        name = self.words["title"] if section.part is None else self.words.part(section.part)
        dates = span(section.updates, self.words)
        return Said(self.words["earlier_link"].format(part=name, page=number, count=len(section.updates), dates=dates))


def _id(part: Part | None) -> str:
    return anchor(part.reference) if part is not None else WHOLE_UPDATES


@dataclass(frozen=True)
class SectionView:
    """Some updates of one part. `part` is set where its ask and answer stand here too."""

    id: str
    name: Said
    level: int
    addressed: str | None
    part: PartView | None
    updates: tuple[UpdateView, ...]


@dataclass(frozen=True)
class EarlierView:
    note: str
    main: PlanLink
    sections: tuple[SectionView, ...]
    newer: PlanLink | None
    older: PlanLink | None


def earlier_view(plan: ActionPlan, links: HistoryLinks, maker: ViewMaker) -> EarlierView:
    words, number = links.words, links.in_hand or 1
    sections, last = links.history.earlier[number - 1], len(links.history.earlier)
    found = plan.find(links.about)
    name = maker.title(found) if isinstance(found, Recommendation) else Said(words["title"])
    return EarlierView(
        note=words["earlier_note"].format(dates=span((update for section in sections for update in section.updates), words)),
        main=PlanLink(name, links.main),
        sections=tuple(_section(plan, section, 2, maker) for section in sections),
        newer=PlanLink(Said(words["earlier_newer"]), links.page(number + 1)) if number < last else None,
        older=PlanLink(Said(words["earlier_older"]), links.page(number - 1)) if number > 1 else None,
    )


def _section(plan: ActionPlan, section: Section, level: int, maker: ViewMaker, continued: str = "{title}") -> SectionView:
    part = section.part
    name = Said(maker.words["whole_updates"]) if part is None else Said(maker.words.part(part))
    if isinstance(part, Recommendation) and level == 2:
        name = maker.title(part)
    return SectionView(
        id=_id(part),
        name=name if section.has_head else Said(continued.format(title=name.text), name.lang),
        level=level,
        addressed=addressed(part, maker.words) if isinstance(part, Recommendation) and section.has_head else None,
        part=maker.part(part, section.updates) if part is not None and section.has_head else None,
        updates=() if section.has_head else maker.updates(section.updates, part.updates if part is not None else plan.updates),
    )


@dataclass(frozen=True)
class WholeView:
    """One page of the whole plan; for most forces the only one."""

    is_first: bool
    sections: tuple[SectionView, ...]
    others: tuple[PlanLink, ...]
    """From the first page all other pages, from the others the one before and the one after."""


class WholePages:
    """The pages of the whole plan. `number` is the page in hand, from 1."""

    def __init__(self, plan: ActionPlan, number: int, words: PlanWords, addresses: Addresses, overview: str) -> None:
        self._plan, self._number, self._words = plan, number, words
        self._href: Callable[[int], str] = lambda page: addresses.to(whole_address(page, overview, words))
        self._pages = whole_plan(plan)
        self._page_by_id = {
            update.id: page for page, sections in enumerate(self._pages, start=1) for section in sections for update in section.updates
        }

    def page_of(self, update: Update) -> str:
        page = self._page_by_id[update.id]
        return "" if page == self._number else self._href(page)

    def view(self, maker: ViewMaker) -> WholeView:
        found: list[SectionView] = []
        above: str | None = None
        for section in self._pages[self._number - 1]:
            found += self._titled(section, above, maker)
            above = section.part.reference.partition(".")[0] if section.part is not None else None
        last = len(self._pages)
        numbers = range(2, last + 1) if self._number == 1 else [page for page in (self._number - 1, self._number + 1) if page <= last]
        others = tuple(PlanLink(Said(self._title(page)), self._href(page)) for page in numbers)
        return WholeView(self._number == 1, tuple(found), others)

    def _title(self, page: int) -> str:
        return self._words["whole_part"].format(part=page, parts=len(self._pages))

    def _titled(self, section: Section, above: str | None, maker: ViewMaker) -> list[SectionView]:
        """A requirement whose recommendation stands on a page before gets that one's title above it."""
        continued = self._words["continued"]
        part, number = section.part, section.part.reference.partition(".")[0] if section.part is not None else None
        if part is None or isinstance(part, Recommendation):
            return [_section(self._plan, section, 2, maker, continued if part is not None else "{title}")]
        made = _section(self._plan, section, 3, maker, continued)
        if number == above:
            return [made]
        return [_section(self._plan, Section(self._plan.find(number or ""), ()), 2, maker, continued), made]
