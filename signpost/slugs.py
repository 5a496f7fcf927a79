"""Words -> the part of an address: small letters without accents, joined by hyphens. Must give the same on every system."""

import re
import unicodedata


def slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).lower()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign) and sign not in "'’‘")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "section"


class Slugs:
    """Gives each heading of a page its own id: the second “Who can report” becomes `who-can-report-2`."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._counts: dict[str, int] = {}

    def of(self, text: str) -> str:
        first = slug(text)
        found, count = first, self._counts.get(first, 1)
        while found in self._seen:
            count += 1
            found = f"{first}-{count}"
        self._seen.add(found)
        self._counts[first] = count
        return found
