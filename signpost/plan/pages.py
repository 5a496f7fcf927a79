"""The pages of the plan below its overview: one for each recommendation, earlier updates, and the whole plan to print.

They are ordinary Pages with an empty text, so that breadcrumbs, languages, the sitemap and every gate treat them like
any other. Must never read a file.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from signpost.model import Locale, Page
from signpost.pages.document import Document
from signpost.plan.further import span
from signpost.plan.model import ActionPlan
from signpost.plan.paging import History, history_of, history_of_plan, whole_plan
from signpost.plan.places import OVERVIEW, earlier_address, earlier_key, plan_address, recommendation_key, whole_address, whole_key
from signpost.plan.views import ViewMaker
from signpost.plan.words import PlanWords

_EMPTY = Document((), (), (), ())


def sub_pages(plan: ActionPlan, overview: Page, locale: Locale, today: date) -> list[Page]:
    """The pages below the overview, in the overview's language and with its review."""
    words = PlanWords(locale.code, locale.strings, today)
    maker = ViewMaker(words, lambda reference: reference, lambda update: update.id)
    found = []
    for item in plan.recommendations:
        key, path = recommendation_key(item.number), plan_address(item.reference, overview.path)
        description = words["description"].format(number=item.number)
        found.append(_sub_page(overview, key, path, (maker.title(item).text, description)))
        found += _earlier(overview, item.reference, maker.words.part(item), history_of(item), words)
    found += _earlier(overview, "plan", words["title"], history_of_plan(plan), words)
    pages = len(whole_plan(plan))
    for page in range(1, pages + 1):
        title, description = words["whole_title"], words["whole_description"]
        if pages > 1:
            title = words["whole_part"].format(part=page, parts=pages)
            description = words["whole_part_description"].format(part=page, parts=pages)
        found.append(_sub_page(overview, whole_key(page), whole_address(page, overview.path, words), (title, description)))
    return found


def _earlier(overview: Page, about: str, name: str, history: History, words: PlanWords) -> Iterator[Page]:
    for page, sections in enumerate(history.earlier, start=1):
        dates = span((update for section in sections for update in section.updates), words)
        title = words["earlier_title"].format(part=name, page=page)
        description = words["earlier_description"].format(part=name, dates=dates)
        parent = OVERVIEW if about == "plan" else f"{OVERVIEW}/{about}"
        key, path = earlier_key(about, page), earlier_address(about, page, overview.path, words)
        yield _sub_page(overview, key, path, (title, description), parent)


def _sub_page(overview: Page, key: str, path: str, words: tuple[str, str], parent: str = OVERVIEW) -> Page:
    """`words` are its title and its description."""
    title, description = words
    return replace(overview, key=key, path=path, title=title, description=description, parent=parent, document=_EMPTY)
