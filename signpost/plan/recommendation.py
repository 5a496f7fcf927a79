"""One recommendation made ready for its template, with its neighbours. Must never show an ask as an answer."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from signpost.plan.model import ActionPlan, Part, Recommendation
from signpost.plan.views import PartView, PlanLink, ViewMaker
from signpost.plan.words import PlanWords, Said


@dataclass(frozen=True)
class RecommendationView:
    addressed: str | None
    whole: PartView
    requirements: tuple[PartView, ...]
    sources: tuple[PlanLink, ...]
    before: PlanLink | None
    after: PlanLink | None

    @classmethod
    def of(
        cls,
        item: Recommendation,
        plan: ActionPlan,
        words: PlanWords,
        maker: ViewMaker,
        part: Callable[[Part], PartView],
        href: Callable[[str], str],
    ) -> "RecommendationView":
        """`part` makes the view of the recommendation itself and of each requirement."""
        place = plan.recommendations.index(item)
        before = plan.recommendations[place - 1] if place else None
        after = plan.recommendations[place + 1] if place + 1 < len(plan.recommendations) else None
        return cls(
            addressed=addressed(item, words),
            whole=part(item),
            requirements=tuple(part(requirement) for requirement in item.requirements),
            sources=tuple(_source(words, number, source) for number, source in enumerate(item.sources, start=1)),
            before=_beside(words["previous"], before, maker, href),
            after=_beside(words["next_page"], after, maker, href),
        )


def addressed(item: Recommendation, words: PlanWords) -> str | None:
    """“Asked of chief constables. Shared with police and crime commissioners.”"""
    asked = words["addressed"].format(bodies=words.bodies(item.addressed_to)) if item.addressed_to else None
    shared = words["shared"].format(bodies=words.bodies(item.shared_with)) if item.shared_with else None
    return " ".join(f"{sentence}." for sentence in (asked, shared) if sentence) or None


def _source(words: PlanWords, number: int, address: str) -> PlanLink:
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return PlanLink(Said(words["source_number"].format(number=number, host=host)), address, outside=True)


def _beside(words: str, item: Recommendation | None, maker: ViewMaker, href: Callable[[str], str]) -> PlanLink | None:
    if item is None:
        return None
    title = maker.title(item)
    return PlanLink(Said(words.format(title=title.text), title.lang), href(item.reference))
