"""What a page carries for assets/open_now.js, which says in the reader's browser whether a service is open.

All times, words and bank holidays come from here, so that the script holds no fact of its own. Must never put the
state of today into a page: a page is read on other days than the one it is built on.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from signpost.contacts.bank_holidays import holidays_of
from signpost.contacts.hours import DAYS, time_in_words
from signpost.model import ContactRoute
from signpost.site import Site

_MOST_AHEAD = timedelta(days=400)
"""A page that nobody has built again for so long says nothing of today."""
_WORDS = ("open_until", "open_all", "opens_today", "opens_tomorrow", "opens_on", "closed_now", "bank_holiday_today")


def hours_code(route: ContactRoute, site: Site) -> str:
    """The hours for the script: “12345 540 1020;6 600 960 closed”; empty when nothing may be said.

    Each part names days (1 is Monday), opening and closing in minutes after midnight; the last word says what holds
    on bank holidays.
    """
    hours = route.hours
    if not hours.periods or (hours.bank_holidays != "open" and holidays_of(route, site.holidays) is None):
        return ""
    parts = [f"{''.join(str(day + 1) for day in period.days)} {period.opens} {period.closes}" for period in hours.periods]
    return f"{';'.join(parts)} {hours.bank_holidays}"


def opening_data(routes: Sequence[ContactRoute], site: Site, strings: Mapping[str, str]) -> Markup | None:
    """The data that a page's cards need, as JSON for a <script> that is no program; None when no card needs any."""
    coded = [route for route in routes if hours_code(route, site)]
    if not coded:
        return None
    minutes = sorted({minute for route in coded for period in route.hours.periods for minute in (period.opens, period.closes)})
    data: dict[str, object] = {
        "words": {name: strings[name] for name in _WORDS},
        "days": [strings[f"day_{day}"] for day in DAYS],
        "times": {str(minute): time_in_words(minute, strings) for minute in minutes},
        "holidays": [],
        "unsure": [],
    }
    if site.holidays is not None:
        # Days before the build are of no use, and a device whose clock is before it is told nothing.
        first = max(site.today, site.holidays.first)
        last = min(first + _MOST_AHEAD, site.holidays.last)
        data["from"], data["until"] = first.isoformat(), last.isoformat()
        data["holidays"] = [day.isoformat() for day in site.holidays.days if first <= day <= last]
        data["unsure"] = [day.isoformat() for day in _feasts(first, last) if day not in site.holidays.days]
    return in_script(data)


def _feasts(first: date, last: date) -> list[date]:
    """Christmas Day, Boxing Day and New Year's Day. On a weekend the bank holiday moves to another day, and nobody can
    say for certain whether a service is open on the day itself."""
    days = (date(year, month, day) for year in range(first.year, last.year + 1) for month, day in ((1, 1), (12, 25), (12, 26)))
    return [day for day in days if first <= day <= last]


def in_script(data: object) -> Markup:
    """JSON that cannot end the script around it, each closing bracket on a line of its own."""
    text = json.dumps(data, ensure_ascii=False, indent=0, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))
