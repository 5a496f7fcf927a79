"""Which updates stand on which page, so that a long history never makes a page too long to arrive at once.

The newest updates stay on the page of their recommendation; older ones move to pages that are filled from the oldest
on, so that what is said later seldom changes a full page. The plan on one page becomes several in the same way.
Must never lose an update, and never move the one that states the present status.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from signpost.plan.model import Action, ActionPlan, Part, Recommendation, Texts, Update, newest_stated

MOST_LETTERS = 14_000
"""Of the plan's own text on one page. With markup and the frame of the site this stays below what `checks/sizes.py`
allows when the text is prose; that gate measures every page and has the last word."""
FRAME_OF_UPDATE = 100
"""What the markup of one update weighs, in letters of text: measured on compressed pages."""
FRAME_OF_PART = 200


@dataclass(frozen=True)
class Section:
    """Some of a part's updates, newest first; with its ask, answer and actions, or without where these stand on a page before."""

    part: Part | None
    """None for the plan as a whole."""
    updates: tuple[Update, ...]
    has_head: bool = False


@dataclass(frozen=True)
class History:
    """The updates about one recommendation and its points, or about the plan as a whole."""

    here: frozenset[str]
    """The ids that stand on the page of the recommendation, or on the overview."""
    earlier: tuple[tuple[Section, ...], ...]
    """The other pages, the oldest first: the first of them is called 1 for ever."""

    def page_of(self, update: Update) -> int | None:
        """The number of the page of earlier updates that holds it."""
        for number, sections in enumerate(self.earlier, start=1):
            if any(item.id == update.id for section in sections for item in section.updates):
                return number
        return None


def history_of(recommendation: Recommendation) -> History:
    parts = (recommendation, *recommendation.requirements)
    taken = sum(letters_of_head(part) for part in parts)
    return _history([(part, part.updates) for part in parts], taken)


def history_of_plan(plan: ActionPlan) -> History:
    """About the plan as a whole; the overview also lists every part."""
    heads = [*plan.introduction, *plan.found, *(item.title for item in plan.documents), *(item.title for item in plan.recommendations)]
    taken = sum(_letters(texts) for texts in heads) + FRAME_OF_UPDATE * len(plan.parts)
    return _history([(None, plan.updates)], taken)


def _history(parts: Sequence[tuple[Part | None, tuple[Update, ...]]], taken: int) -> History:
    newest = {update.id for _, updates in parts for update in _that_stay(updates)}
    everything = [(part, update) for part, updates in parts for update in updates]
    oldest_first = sorted((pair for pair in everything if pair[1].id not in newest), key=lambda pair: pair[1].order)
    room = MOST_LETTERS - taken - sum(letters_of(update) for _, update in everything if update.id in newest)
    left, earlier = sum(letters_of(update) for _, update in oldest_first), []
    while oldest_first and left > room:
        size = next(iter(_filled([letters_of(update) for _, update in oldest_first])))
        page, oldest_first = oldest_first[:size], oldest_first[size:]
        left -= sum(letters_of(update) for _, update in page)
        earlier.append(_sections(parts, {update.id for _, update in page}))
    return History(frozenset(newest | {update.id for _, update in oldest_first}), tuple(earlier))


def _that_stay(updates: tuple[Update, ...]) -> Iterable[Update]:
    """The newest, and whatever states the present status."""
    yield from updates[:1]
    stated = newest_stated(updates)
    if stated is not None:
        yield stated


def _sections(parts: Iterable[tuple[Part | None, tuple[Update, ...]]], ids: set[str]) -> tuple[Section, ...]:
    found = [Section(part, tuple(update for update in updates if update.id in ids)) for part, updates in parts]
    return tuple(section for section in found if section.updates)


def whole_plan(plan: ActionPlan) -> tuple[tuple[Section, ...], ...]:
    """The whole plan in its order, on as few pages as hold it: one for most forces."""
    head = sum(_letters(texts) for texts in (*plan.introduction, plan.left_out)) + FRAME_OF_PART
    pieces: list[tuple[Part | None, Update | None]] = []
    for item in plan.recommendations:
        for part in (item, *item.requirements):
            pieces += [(part, None), *((part, update) for update in part.updates)]
    pieces += [(None, update) for update in plan.updates]
    costs = [letters_of(update) if update is not None else letters_of_head(part) if part else 0 for part, update in pieces]
    pages, start = [], 0
    for size in _filled(costs, first=head):
        pages.append(_gathered(pieces[start : start + size]))
        start += size
    return tuple(pages)


def _gathered(pieces: Iterable[tuple[Part | None, Update | None]]) -> tuple[Section, ...]:
    """Neighbours about one part make one section."""
    found: list[Section] = []
    for part, update in pieces:
        if update is None:
            found.append(Section(part, (), has_head=True))
        elif found and found[-1].part is part:
            found[-1] = Section(part, (*found[-1].updates, update), found[-1].has_head)
        else:
            found.append(Section(part, (update,)))
    return tuple(found)


def _filled(costs: Iterable[int], first: int = 0) -> Iterable[int]:
    """How many go on each page, in their order. What is too long by itself has a page to itself."""
    count, sum_of = 0, first
    for cost in costs:
        if count and sum_of + cost > MOST_LETTERS:
            yield count
            count, sum_of = 0, 0
        count, sum_of = count + 1, sum_of + cost
    if count:
        yield count


def letters_of(update: Update) -> int:
    texts = [update.text, *(item.title for item in update.evidence)]
    addresses = [item.address or "" for item in update.evidence] + [update.source or "", update.as_published or ""]
    return FRAME_OF_UPDATE + sum(_letters(item) for item in texts) + sum(len(item) for item in addresses)


def letters_of_head(part: Part) -> int:
    title = part.title if isinstance(part, Recommendation) else None
    return (
        FRAME_OF_PART
        + _letters(title)
        + _letters(part.asks)
        + _letters(part.response.text)
        + sum(_of_action(item) for item in part.actions)
    )


def _of_action(action: Action) -> int:
    texts = [action.text, action.depends_on, *action.owners, *(item.title for item in action.evidence)]
    return FRAME_OF_PART + sum(_letters(item) for item in texts) + sum(len(item.address or "") for item in action.evidence)


def _letters(texts: Texts | None) -> int:
    """Of the longest language, so that all languages have the same pages."""
    return max((len(text) for text in texts.values()), default=0) if texts else 0
