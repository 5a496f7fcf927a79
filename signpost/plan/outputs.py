"""ActionPlan -> the files beside its pages: spreadsheets, data, feed and calendar, all from the same values.

Must never say in a file what the pages do not say.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from signpost.plan.calendar import dates_calendar
from signpost.plan.data import plan_json, plan_record
from signpost.plan.document import plan_document
from signpost.plan.feed import updates_feed
from signpost.plan.files import DATA, SCHEMA, path_of
from signpost.plan.model import ActionPlan
from signpost.plan.places import plan_address
from signpost.plan.schema import plan_schema
from signpost.plan.spreadsheet import parts_csv, updates_csv
from signpost.plan.words import PlanWords


def plan_outputs(
    plan: ActionPlan,
    locales: Sequence[str],
    base_url: str,
    today: date,
    strings: Mapping[str, Mapping[str, str]],
    overviews: Mapping[str, str] | None = None,
) -> dict[str, bytes]:
    """Path -> bytes. `strings` are the templates' words by language, `overviews` the published path of the plan's page."""
    places = overviews or {code: f"{code}/action-plan/" for code in locales}
    words = {code: PlanWords(code, strings[code], today) for code in locales}

    def address(code: str, reference: str) -> str:
        return base_url + (plan_address(reference, places[code]) if reference else places[code])

    record = plan_record(plan, words, address, today, base_url + SCHEMA.path)
    output = {DATA.path: plan_json(record), SCHEMA.path: plan_schema(base_url + SCHEMA.path)}
    for code in locales:
        output |= _in_language(plan, words[code], partial(address, code), base_url, today)
    return output


def _in_language(plan: ActionPlan, words: PlanWords, address: Callable[[str], str], base_url: str, today: date) -> dict[str, bytes]:
    host = urlsplit(base_url).hostname or ""
    force = words.plain(plan.force) if plan.force else host
    feed, code = path_of("feed", words.locale), words.locale
    return {
        path_of("document", code): plan_document(plan, words, address(""), _document_title(plan, words)),
        path_of("csv", code): parts_csv(plan, words, address),
        path_of("updates", code): updates_csv(plan, words, address),
        feed: updates_feed(plan, words, address, base_url + feed, words["feed_title"].format(force=force)),
        path_of("calendar", code): dates_calendar(plan, words, address, host, today, words["calendar_title"].format(force=force)),
    }


def _document_title(plan: ActionPlan, words: PlanWords) -> str:
    title = words.plain(plan.title) if plan.title else words["title"]
    force = words.plain(plan.force) if plan.force else None
    return title if force is None or force in title else f"{title}: {force}"
