"""The register for machines: `/contacts.json` for partners' sites, and schema.org ContactPoints on the pages and in files.

Both come from the same routes as the cards. Must never hold a number, an hour or an address that is not a field of
a route, and never what nobody has confirmed.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from signpost.contacts.hours import DAYS, MIDNIGHT
from signpost.contacts.numbers import tel_address
from signpost.contacts.opening import in_script
from signpost.contacts.words import hours_words, sms_address
from signpost.model import ContactRoute, LocaleCode, OpeningHours
from signpost.site import Site
from signpost.slugs import Slugs

PATH = "contacts.json"
MOST_INSIDE = 12
"""A page with more cards than this leads to the file instead: it must arrive in one go (`checks/sizes.py`)."""

_SCHEMA_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SCHEMA_LANGUAGES = {"en": "en", "cy": "cy", "bsl": "bfi"}
"""BCP 47. “interpreters” is no language."""
_REACHED_ON_ITS_WEBSITE = ("sign-language", "online-report", "web-chat")
"""Kinds whose website is the way to reach them: a form, a chat, a video call."""


def contacts_json(site: Site) -> bytes:
    """Every route, in the order of the register."""
    first = next(iter(site.locales))
    # The editor's key can hold digits of the number (“101”), so the published id is made from the name.
    slugs = Slugs()
    data = {
        "force": dict(site.config.force),
        "site": site.config.base_url,
        "times": "Europe/London",
        "contacts": [_record(route, slugs.of(route.name[first]), site) for route in site.contacts.values()],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _record(route: ContactRoute, name: str, site: Site) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": name,
        "kind": route.kind,
        "name": dict(route.name),
        "what_for": dict(route.what_for),
        "phone": {"number": route.number, "link": tel_address(route.number)} if route.number else None,
        "keypad": route.keypad,
        "text": _text(route),
        "relay_uk": route.relay,
        "web_chat": route.web_chat,
        "email": route.email,
        "website": route.website,
        "place": dict(route.place) if route.place else None,
        "hours": _hours(route.hours) | {"in_words": {code: hours_words(route, site.locales[code].strings) for code in site.locales}},
        "cost": dict(route.cost) if route.cost else None,
        "shows_on_phone_bill": {"yes": True, "no": False}.get(route.on_bill),
        "languages": list(route.languages),
        "areas": list(route.areas),
        "audiences": list(route.audiences),
        "needs": list(route.needs),
        "checked_on": route.checked_on.isoformat(),
        "check_again_by": route.check_due(site.config.contact_limits).isoformat(),
    }
    return {field: value for field, value in record.items() if value is not None}


def _text(route: ContactRoute) -> dict[str, Any] | None:
    if route.sms is None:
        return None
    line = {"number": route.sms.number, "link": sms_address(route.sms.number), "keyword": route.sms.keyword, "register": route.sms.register}
    return {field: value for field, value in line.items() if value is not None}


def _hours(hours: OpeningHours) -> dict[str, Any]:
    if hours.always or hours.unknown:
        return {"known": hours.always, "always": hours.always}
    periods = [
        {"days": [DAYS[day] for day in period.days], "opens": _clock(period.opens), "closes": _clock(period.closes)}
        for period in hours.periods
    ]
    return {"known": True, "always": False, "periods": periods, "bank_holidays": hours.bank_holidays}


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def points_path(locale: LocaleCode) -> str:
    return f"contacts.{locale}.jsonld"


def points_files(site: Site) -> dict[str, bytes]:
    """Every contact as schema.org has it, one file for each language."""
    everybody = list(site.contacts.values())
    return {
        points_path(code): (json.dumps(_graph(everybody, site, code), ensure_ascii=False, indent=2) + "\n").encode()
        for code in site.locales
    }


def contact_points(routes: Sequence[ContactRoute], site: Site, locale: LocaleCode) -> Markup | None:
    """JSON-LD for the cards of one page; None when there is nothing to say, or too much for a page."""
    data = _graph(routes, site, locale)
    return in_script(data) if data["@graph"] and len(routes) <= MOST_INSIDE else None


def _graph(routes: Sequence[ContactRoute], site: Site, locale: LocaleCode) -> dict[str, Any]:
    """schema.org: an Organization with a ContactPoint for each way to call, to write, to chat or to report."""
    strings = site.locales[locale].strings
    graph = [_organisation(route, site, locale, strings) for route in routes]
    graph = [organisation for organisation in graph if "contactPoint" in organisation]
    return {"@context": "https://schema.org", "@graph": graph}


def _organisation(route: ContactRoute, site: Site, locale: LocaleCode, strings: Mapping[str, str]) -> dict[str, Any]:
    point: dict[str, Any] = {
        "@type": "ContactPoint",
        "contactType": route.kind.replace("-", " "),
        "telephone": _telephone(route.number),
        "email": route.email,
        "areaServed": [strings[f"area_{area.replace('-', '_')}"].format(force=site.config.force[locale]) for area in route.areas],
        "availableLanguage": [_SCHEMA_LANGUAGES[code] for code in route.languages if code in _SCHEMA_LANGUAGES],
        "hoursAvailable": _specifications(route.hours),
    }
    points = [point] if route.number or route.email else []
    if route.sms is not None:
        points.append(point | {"contactType": "text", "telephone": _telephone(route.sms.number), "email": None})
    if route.web_chat is not None:
        points.append(point | {"contactType": "web chat", "telephone": None, "email": None, "url": route.web_chat})
    if not points and route.kind in _REACHED_ON_ITS_WEBSITE:
        points.append(point | {"url": route.website})
    found: dict[str, Any] = {"@type": "Organization", "name": route.name[locale], "url": route.website}
    found["contactPoint"] = [{field: value for field, value in item.items() if value} for item in points]
    return {field: value for field, value in found.items() if value}


def _telephone(number: str | None) -> str | None:
    return tel_address(number).removeprefix("tel:") if number else None


def _specifications(hours: OpeningHours) -> list[dict[str, Any]]:
    """schema.org OpeningHoursSpecification. Its times end at 23:59, which is how it writes midnight."""
    periods = [(tuple(range(7)), 0, MIDNIGHT)] if hours.always else [(each.days, each.opens, each.closes) for each in hours.periods]
    return [
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [_SCHEMA_DAYS[day] for day in days],
            "opens": _clock(opens),
            "closes": _clock(min(closes, MIDNIGHT - 1)),
        }
        for days, opens, closes in periods
    ]
