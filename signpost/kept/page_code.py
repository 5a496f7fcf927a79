"""A page as JSON and back, for what is kept between builds. JSON can only be data: reading it runs nothing.

The head of a page (settings, gaps, links to other sites) and the rest of its document are two texts: most of a build needs the
head only. Must never read back anything but what was written; a text of another shape raises ValueError.
"""

import json
import sys
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar

from signpost.model import Page, Review, Translation
from signpost.pages.document import (
    ContactCard,
    ContactGroup,
    ContactSlot,
    DiarySheet,
    Document,
    ExitLink,
    Heading,
    OutsideLink,
    PageLink,
    PageList,
    PlanSlot,
    SitePart,
    Slot,
    Words,
)

Item = TypeVar("Item")
_SLOTS: dict[str, type[Any]] = {
    kind.__name__: kind for kind in (ContactSlot, ContactCard, ContactGroup, PageLink, PageList, PlanSlot, DiarySheet, ExitLink, SitePart)
}
_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in (*_SLOTS.values(), Heading, OutsideLink, Words)}
_DATES = ("publish_on", "expires_on")
_PLAIN = ("key", "locale", "file", "title", "description", "parent", "path", "draft", "has_contents", "stamp")


def head_text(page: Page) -> bytes:
    """All but the document's parts, words and headings."""
    document = page.document
    record = {name: getattr(page, name) for name in _PLAIN}
    record |= {name: _day_text(getattr(page, name)) for name in _DATES}
    record["review"] = [page.review.owner, page.review.checked_on.isoformat(), page.review.due.isoformat()]
    record["translation"] = [page.translation.reviewed_by, page.translation.made_from] if page.translation is not None else None
    record["lines"] = dict(page.lines)
    record["outside"] = [_values(item) for item in document.outside_links]
    record["slots"] = [_slot_text(slot) for slot in document.slots]
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def body_text(document: Document) -> bytes:
    """The parts, each gap by its number, the words and the headings."""
    numbers = iter(range(len(document.parts)))
    parts = [part if isinstance(part, str) else next(numbers) for part in document.parts]
    rest = [[_values(item) for item in items] for items in (document.words, document.headings)]
    return json.dumps([parts, *rest], ensure_ascii=False, separators=(",", ":")).encode()


Head = dict[str, Any]
"""What `head_text` has written, read back."""


def head_from(text: bytes) -> Head:
    """Raises ValueError."""
    head = json.loads(text)
    if not isinstance(head, dict):
        raise ValueError("this is not the head of a page")
    return head


def page_from(record: Head, digest: str, document: Document, met: dict[object, Any]) -> Page:
    """The page whose head this is. `met` is what other pages have too, and is held once. Raises ValueError."""
    try:
        return Page(
            **{name: record[name] for name in _PLAIN if name != "locale"},
            locale=sys.intern(record["locale"]),  # one text for all pages
            publish_on=_day(record["publish_on"]),
            expires_on=_day(record["expires_on"]),
            review=_once(met, Review(record["review"][0], *map(date.fromisoformat, record["review"][1:]))),
            translation=_once(met, Translation(*record["translation"])) if record["translation"] is not None else None,
            lines=_once(met, record["lines"], tuple(record["lines"].items())),
            document=document,
            digest=digest,
        )
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError("this is not the head of a page") from error


def _once(met: dict[object, Any], value: Item, key: object = None) -> Item:
    """What was met before and is equal, or this. `key` stands for a value that is no key itself."""
    return met.setdefault(value if key is None else key, value)  # type: ignore[no-any-return]


def head_of_document(record: Head) -> tuple[tuple[OutsideLink, ...], tuple[Slot, ...]]:
    try:
        slots = tuple(_SLOTS[name](*_hashable(values)) for name, *values in record["slots"])
        return tuple(OutsideLink(*item) for item in record["outside"]), slots
    except (KeyError, TypeError) as error:
        raise ValueError("this is not the head of a page") from error


def body_from(text: bytes, slots: tuple[Slot, ...]) -> tuple[tuple[str | Slot, ...], tuple[Words, ...], tuple[Heading, ...]]:
    """Parts, words and headings of a document whose gaps are known. Raises ValueError."""
    parts, words, headings = json.loads(text)
    whole = tuple(part if isinstance(part, str) else slots[part] for part in parts)
    return whole, tuple(Words(*item) for item in words), tuple(Heading(*item) for item in headings)


def _slot_text(slot: Slot) -> list[Any]:
    return [type(slot).__name__, *_values(slot)]


def _values(item: Any) -> list[Any]:
    return [getattr(item, name) for name in _NAMES[type(item)]]


def _hashable(values: list[Any]) -> list[Any]:
    return [tuple(_hashable(value)) if isinstance(value, list) else value for value in values]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _day_text(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
