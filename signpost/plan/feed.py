"""ActionPlan -> an Atom feed of its updates in one language (RFC 4287).

An entry's id never changes, and no date is the date of the build. Must never date an entry more exactly than the force
did in what people read: the text says the month, the machine's timestamp is its first day.
"""

from collections.abc import Callable
from datetime import date

from signpost.files.xml_text import escape, quoteattr
from signpost.plan.model import ActionPlan, Update
from signpost.plan.words import PlanWords

MOST_ENTRIES = 100
"""Feed readers fetch the whole feed each time; plan.json keeps every update."""


def updates_feed(plan: ActionPlan, words: PlanWords, address: Callable[[str], str], itself: str, title: str) -> bytes:
    """`address` gives the page of a part, `itself` is the feed's own address."""
    dated = sorted((update for update in plan.all_updates if update.when is not None), key=_day, reverse=True)[:MOST_ENTRIES]
    newest = max((_day(update) for update in dated), default=plan.first_published.first if plan.first_published else date(2024, 9, 27))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(words.locale)}>',
        f"<id>{escape(itself)}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{_timestamp(newest)}</updated>",
        f"<author><name>{escape(words.plain(plan.force) if plan.force else title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(itself)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(address(""))}/>',
    ]
    for update in dated:
        lines += _entry(update, words, address, itself)
    return ("\n".join([*lines, "</feed>"]) + "\n").encode("utf-8")


def _entry(update: Update, words: PlanWords, address: Callable[[str], str], itself: str) -> list[str]:
    about_plan = update.about == "plan"
    name = words["title"] if about_plan else words["requirement_number" if "." in update.about else "recommendation_number"]
    title = f"{name.format(number=update.about)}, {words.update_title(update)}"
    text = words.plain(update.text) if update.text else words.update_title(update)
    # A category keeps what kind of update it is for programs; people read it in the title.
    return [
        "<entry>",
        f"<id>{escape(itself)}#{escape(update.id)}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{_timestamp(_day(update))}</updated>",
        f'<link rel="alternate" type="text/html" href={quoteattr(address("" if about_plan else update.about))}/>',
        f"<category term={quoteattr(update.kind.value)} label={quoteattr(words.kind(update.kind))}/>",
        f'<content type="text">{escape(text)}</content>',
        "</entry>",
    ]


def _day(update: Update) -> date:
    assert update.when is not None
    return update.when.first


def _timestamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
