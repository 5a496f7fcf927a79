"""What a site may remember on a reader's device after a yes: the list in site.yml, read and checked.

The banner, the table on the cookies page and the script are all made from this one list, so that what is said is
what is done. Must never hold a cookie that the script does not really keep, or one without a purpose in each language.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signpost.files.fields import Fields

COOKIE = "choices"
"""The one cookie. Its name says nothing about the site to a person who looks through the browser."""
CATEGORIES = ("preferences", "statistics")
KINDS = {"appearance": "preferences", "language": "preferences", "page-counts": "statistics"}
"""What the script can keep, with the category of each."""
LETTERS = {"appearance": "a", "language": "l", "page-counts": "s"}
"""How each is written inside the cookie."""
APPEARANCES = ("light", "dark", "contrast")
MOST_DAYS = 365

_FORMAT = 1
"""Changes when the cookie is written in another way, so that everybody is asked again."""
_SAME_ORIGIN_PATH = re.compile(r"/[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*/?")


@dataclass(frozen=True)
class OptionalCookie:
    """One thing that is kept after a yes. `send_to` is where page counts go: a path of this same site."""

    name: str
    category: str
    purpose: Mapping[str, str]
    days: int
    send_to: str | None = None

    @property
    def letter(self) -> str:
        return LETTERS[self.name]


def read_cookies(fields: Fields, locales: Sequence[str]) -> tuple[OptionalCookie, ...]:
    """The list under `cookies:`; empty when the site keeps nothing."""
    found: list[OptionalCookie] = []
    for entry in fields.groups("cookies", "the cookie"):
        cookie = _cookie(entry, locales)
        if any(other.name == cookie.name for other in found):
            entry.wrong("name", f"“{cookie.name}” stands in “cookies” twice. Keep one of them.")
        elif found and found[0].days and cookie.days and found[0].days != cookie.days:
            entry.wrong(
                "days",
                f"All of “cookies” stand in one cookie, so they need the same “days”: write {found[0].days} here or {cookie.days} above.",
            )
        else:
            found.append(cookie)
    return tuple(found)


def _cookie(fields: Fields, locales: Sequence[str]) -> OptionalCookie:
    name = fields.choice("name", KINDS)
    category = fields.choice("category", CATEGORIES)
    if fields.has("category") and fields.has("name") and category != KINDS[name]:
        fields.wrong("category", f"“{name}” belongs to “{KINDS[name]}”. Write “category: {KINDS[name]}”.")
    if name == "language" and len(locales) == 1:
        fields.wrong("name", "This site has one language, so there is no “language” to remember. Delete this cookie.")
    if not fields.has("days"):
        fields.wrong("days", "“days” is missing from the cookie. Write after how many days it is forgotten: “days: 180”.", "missing-field")
    cookie = OptionalCookie(
        name=name,
        category=KINDS[name],
        purpose=fields.in_each("purpose", locales, 200),
        days=fields.whole("days", 0, 1, MOST_DAYS),
        send_to=_send_to(fields, name),
    )
    fields.finish()
    return cookie


def _send_to(fields: Fields, name: str) -> str | None:
    """Page counts go to a path of the same site, which the host passes on; never to another site."""
    path = fields.optional_text("send_to", 100)
    if name != "page-counts":
        if path is not None:
            fields.wrong("send_to", f"“send_to” belongs to “page-counts” only; “{name}” is not sent anywhere. Delete the line.")
        return None
    if path is None:
        if not fields.has("send_to"):
            fields.wrong(
                "send_to",
                "“send_to” is missing from the cookie. Write the path of this site that counts pages: “send_to: /count”.",
                "missing-field",
            )
    elif not _SAME_ORIGIN_PATH.fullmatch(path):
        fields.wrong("send_to", f"“{path}” is not a path of this site. Write it like “/count”: no other site, no ? and no #.")
    return path


def version(cookies: Sequence[OptionalCookie]) -> str:
    """Six signs that change whenever the list changes: a yes to another list is no yes."""
    facts = [[item.name, item.category, item.days, item.send_to, sorted(item.purpose.items())] for item in cookies]
    return hashlib.sha256(json.dumps([_FORMAT, facts]).encode()).hexdigest()[:6]
