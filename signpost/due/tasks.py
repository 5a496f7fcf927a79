"""What somebody has to do and by when: reviews, translations, contacts, the action plan, waivers; and the days on which
the site changes by itself.

Everything is worked out from dates in the content and `today`. Must never call a day late that has not passed, and
never invent an owner.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from signpost.contacts.confirmed import is_confirmed
from signpost.model import Page
from signpost.pages.translations import behind
from signpost.plan import timing
from signpost.plan.model import ActionPlan
from signpost.plan.timing import Deadline, Timing
from signpost.site import Site

NOBODY = "No owner named"
WITHIN = 30
"""Days ahead that are shown unless another number is asked for."""


class Work(StrEnum):
    REVIEW = "review"
    TRANSLATION = "translation"
    CONTACT = "contact"
    PLAN = "action plan"
    WAIVER = "waiver"
    SETTING = "setting"


@dataclass(frozen=True)
class Task:
    """`due` is the last day on which it is in time; None when it has no day and waits now."""

    due: date | None
    work: Work
    owner: str
    file: str
    line: int
    what: str
    is_behind: bool = False
    """Whether it is a translation whose source has changed since."""

    def is_late(self, today: date) -> bool:
        return self.due is not None and self.due < today

    @property
    def where(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True)
class NextChange:
    """A day on which the published site would be another than the day before, and why."""

    day: date
    why: str


def tasks(site: Site, today: date, within: int = WITHIN) -> list[Task]:
    """What is late, waits now or comes due within so many days; late first, then by day. The site holds drafts too."""
    limit = today + timedelta(days=within)
    found = [
        *_reviews(site, today),
        *_translations(site, today),
        *_contacts(site),
        *_plan(site.plan, site.config.locales[0], today),
        *_settings(site),
    ]
    chosen = [task for task in found if task.due is None or task.due <= limit]
    return sorted(chosen, key=lambda task: (task.due or today, task.due is None, task.work, task.file, task.line))


def _live(site: Site, today: date) -> list[Page]:
    """Pages that are or will be public, each file once: the plan makes more pages of one file."""
    files = {page.file: page for page in reversed(site.pages)}
    return [page for page in reversed(files.values()) if not page.draft and (page.expires_on is None or today < page.expires_on)]


def _reviews(site: Site, today: date) -> Iterator[Task]:
    for page in _live(site, today):
        what = f"Read “{page.title}”, correct it, then write the new “checked_on” and “review_due”."
        yield Task(page.review.due, Work.REVIEW, page.review.owner, page.file, page.line("review_due"), what)
        if page.expires_on is not None:
            what = f"“{page.title}” is taken off the site on this day. Nothing to do if that is right; else change “expires_on”."
            yield Task(page.expires_on, Work.REVIEW, page.review.owner, page.file, page.line("expires_on"), what)


def _translations(site: Site, today: date) -> Iterator[Task]:
    source = site.config.locales[0]
    translated = [page for page in _live(site, today) if page.translation is not None]
    for page, of in behind(site.pages, source):
        what = f"{of.file} has changed since this was translated. Bring it in step, then run “python3 build.py translated {page.locale}/{page.key}”."
        yield Task(None, Work.TRANSLATION, page.review.owner, page.file, page.line("translated_from"), what, is_behind=True)
    for page in translated:
        if page.translation is not None and page.translation.reviewed_by is None:
            what = "Nobody has reviewed this translation yet. When somebody has, write who in “translation_reviewed_by”."
            yield Task(None, Work.TRANSLATION, page.review.owner, page.file, page.line("translation_reviewed_by"), what)
        if page.translation is not None and page.translation.made_from is None:
            what = f"It does not say from which text it was made. Compare both, then run “python3 build.py translated {page.locale}/{page.key}”."
            yield Task(None, Work.TRANSLATION, page.review.owner, page.file, 1, what)


def _contacts(site: Site) -> Iterator[Task]:
    first = site.config.locales[0]
    for route in site.contacts.values():
        where = f" at {route.sources[0]}" if route.sources else ""
        what = f"Check the number, hours and addresses of “{route.name[first]}”{where}, then write the new “checked_on” and “checked_by”."
        yield Task(route.check_due(site.config.contact_limits), Work.CONTACT, route.owner, route.file, route.line, what)
        if not is_confirmed(route.checked_by):
            what = "Nobody has asked the service itself yet. Ask its office, then write who did in “checked_by”."
            yield Task(None, Work.CONTACT, route.owner, route.file, route.line, what)


def _plan(plan: ActionPlan | None, locale: str, today: date) -> Iterator[Task]:
    if plan is None or plan.retired is not None:
        return
    lead = (plan.operational_lead or {}).get(locale) or NOBODY
    for item in timing.deadlines(plan, today):
        of = item.action or item.part
        if item.timing is Timing.PASSED:
            what = f"The date of part {item.reference} has passed and nobody has stated how far it is. Add an update: python3 build.py new update."
        else:
            what = f"Part {item.reference} is due ({item.status}). Add an update: python3 build.py new update."
        yield Task(item.due.last, Work.PLAN, _owners(item, locale) or lead, of.file, of.line, what)
    if plan.next_update_due is not None:
        yield Task(
            plan.next_update_due.last, Work.PLAN, lead, plan.file, 1, "The next update of the whole plan has been promised for this day."
        )


def _owners(item: Deadline, locale: str) -> str:
    return ", ".join(owner[locale] for owner in item.action.owners if locale in owner) if item.action is not None else ""


def _settings(site: Site) -> Iterator[Task]:
    config = site.config
    for waiver in config.waivers:
        what = f"The waiver of “{waiver.rule}” for {waiver.page} ends ({waiver.reason}). Mend the page and delete the waiver."
        yield Task(waiver.until, Work.WAIVER, NOBODY, config.file, waiver.line, what)
    if config.security is not None:
        what = "The address for reporting security faults expires the day after. Confirm it and write the new “expires”."
        yield Task(config.security.expires - timedelta(days=1), Work.SETTING, NOBODY, config.file, config.line("security"), what)


def next_changes(pages: Sequence[Page], plan: ActionPlan | None, today: date) -> list[NextChange]:
    """The days after `today` on which a build of these same files gives another site, soonest first."""
    found: list[NextChange] = []
    for page in {page.file: page for page in pages if not page.draft}.values():
        if page.publish_on is not None and page.publish_on > today:
            found.append(NextChange(page.publish_on, f"{page.file} is published"))
        if page.expires_on is not None and page.expires_on > today:
            found.append(NextChange(page.expires_on, f"{page.file} is taken off the site"))
    passing = timing.next_change(plan, today) if plan is not None else None
    if plan is not None and passing is not None:
        eve = passing - timedelta(days=1)
        ended = [item.reference for item in timing.deadlines(plan, today) if item.due.last == eve]
        found.append(NextChange(passing, f"the date of {', '.join(ended)} in the action plan has passed"))
    return sorted(found, key=lambda item: (item.day, item.why))
