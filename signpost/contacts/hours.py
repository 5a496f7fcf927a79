"""Opening hours: read from the register, and said in words. Times are UK time. Must never guess: unknown stays unknown."""

import re
from collections.abc import Mapping
from itertools import pairwise

from signpost.files.fields import Fields
from signpost.model import OpeningHours, Period

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MIDNIGHT = 24 * 60

_TIME = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])", re.ASCII)
_UNKNOWN = OpeningHours(always=False, periods=(), bank_holidays="unknown")


def read_hours(fields: Fields) -> OpeningHours:
    """`hours: always`, `hours: unknown`, or a list of `days`, `open`, `close`."""
    holidays = fields.choice("bank_holidays", ("open", "closed", "unknown"), "unknown")
    groups = fields.groups("hours", "these hours") if fields.is_list("hours") else None
    if groups is None:
        typed = fields.exact("hours")
        if typed is not None and typed not in {"always", "unknown"}:
            fields.wrong("hours", f"“{typed}” is not an answer for “hours”. {_instead(typed)}", "choice")
            return _UNKNOWN
        said = fields.choice("hours", ("always", "unknown"))
        return OpeningHours(True, (), "open") if said == "always" else _UNKNOWN
    periods = tuple(period for group in groups if (period := _period(group)) is not None)
    _check_overlap(fields, periods)
    return OpeningHours(False, periods, holidays)


def _instead(typed: str) -> str:
    if re.search(r"24|all day|any ?time|night", typed, re.IGNORECASE):
        return "Write “always” for day and night."
    return "Write always, unknown, or a list below “hours:”, like “- days: mon-fri” with “open: 09:00” and “close: 17:00” under it."


def _period(fields: Fields) -> Period | None:
    days = _days(fields)
    opens, closes = _minutes(fields, "open"), _minutes(fields, "close")
    fields.finish()
    if opens is None or closes is None or not days:
        return None
    if closes <= opens:
        fields.wrong("close", "“close” is not after “open”. For a line open past midnight write two entries; midnight is 24:00.")
        return None
    return Period(days, opens, closes)


def _days(fields: Fields) -> tuple[int, ...]:
    found: list[int] = []
    for word in fields.words("days"):
        first, _, last = word.lower().partition("-")
        if first not in DAYS or (last or first) not in DAYS:
            fields.wrong("days", f"“{word}” is not a day. Write mon, tue, wed, thu, fri, sat, sun, or mon-fri.")
            continue
        start, end = DAYS.index(first), DAYS.index(last or first)
        found += range(start, end + 1) if start <= end else [*range(start, 7), *range(end + 1)]
    if not fields.has("days"):
        fields.wrong("days", "“days” is missing from these hours. Write “days: mon-fri”.", "missing-field")
    return tuple(sorted(set(found)))


def _minutes(fields: Fields, name: str) -> int | None:
    text = fields.text(name, 10, "09:30")
    found = _TIME.fullmatch(text)
    if found is None or int(found.group(1)) * 60 + int(found.group(2)) > MIDNIGHT:
        if text:
            fields.wrong(name, f"“{text}” is not a time for “{name}”. Write it with four digits, like 09:30 or 17:00.")
        return None
    return int(found.group(1)) * 60 + int(found.group(2))


def _check_overlap(fields: Fields, periods: tuple[Period, ...]) -> None:
    for day in range(7):
        times = sorted((period.opens, period.closes) for period in periods if day in period.days)
        if any(earlier[1] > later[0] for earlier, later in pairwise(times)):
            fields.wrong("hours", f"Two of the hours for {DAYS[day]} overlap. Correct them.")


def in_words(hours: OpeningHours, strings: Mapping[str, str]) -> str:
    """The hours as a sentence, in the language of `strings`."""
    if hours.always:
        return strings["hours_always"]
    if hours.unknown:
        return strings["hours_unknown"]
    said = [
        strings["hours_period"].format(
            days=_days_in_words(period.days, strings),
            opens=time_in_words(period.opens, strings),
            closes=time_in_words(period.closes, strings),
        )
        for period in hours.periods
    ]
    if hours.bank_holidays == "closed":
        said.append(strings["hours_bank_holidays_closed"])
    return strings["hours_join"].join(said)


def _days_in_words(days: tuple[int, ...], strings: Mapping[str, str]) -> str:
    names = [strings[f"day_{DAYS[day]}"] for day in days]
    if len(days) == 7:
        return strings["every_day"]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return strings["day_range"].format(first=names[0], last=names[-1])
    return strings["list_and"].join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def time_in_words(minutes: int, strings: Mapping[str, str]) -> str:
    if minutes in {0, MIDNIGHT}:
        return strings["midnight"]
    if minutes == 12 * 60:
        return strings["midday"]
    hour, minute = divmod(minutes, 60)
    half = strings["am"] if hour < 12 else strings["pm"]
    shown = hour if hour <= 12 else hour - 12
    return f"{shown}:{minute:02d}{half}" if minute else f"{shown}{half}"
