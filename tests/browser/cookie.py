"""One cookie as the browser itself keeps it: what no page can see of it, such as how long and for whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Cookie:
    """`expires` is in seconds since 1970; None is a cookie that goes when the browser is closed."""

    name: str
    value: str
    path: str
    secure: bool
    same_site: str
    expires: float | None


def read_cookie(found: Mapping[str, Any]) -> Cookie:
    """A cookie in the words of any of the three protocols: they differ in the value, and in what “never” is called."""
    value = found["value"]["value"] if isinstance(found["value"], Mapping) else found["value"]
    expires = found.get("expiry", found.get("expires"))
    return Cookie(
        str(found["name"]),
        str(value),
        str(found["path"]),
        bool(found["secure"]),
        str(found.get("sameSite", "none")).lower(),
        float(expires) if expires is not None and float(expires) > 0 else None,
    )
