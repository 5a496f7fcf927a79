"""A link that a template writes. Must never be made for a page that is not published."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    title: str
    href: str
    description: str = ""
