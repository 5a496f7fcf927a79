"""A document whose parts, headings and words lie in the file of what is kept, and are read again each time that they are asked for.

So ten thousand documents need no more memory than their gaps. Must never differ from the document that
was kept.
"""

from collections.abc import Callable

from signpost.kept.page_code import body_from
from signpost.pages.document import Document, Heading, OutsideLink, Part, Slot, Words

Body = Callable[[], bytes]


class KeptDocument(Document):
    """`body` gives the text that `page_code.body_text` made."""

    __slots__ = ("_body", "_slots")

    def __init__(self, outside_links: tuple[OutsideLink, ...], slots: tuple[Slot, ...], body: Body) -> None:
        for name, value in (("outside_links", outside_links), ("_slots", slots), ("_body", body)):
            object.__setattr__(self, name, value)  # a document is frozen; this is its making

    @property
    def parts(self) -> tuple[Part, ...]:
        return self._read()[0]

    @property
    def words(self) -> tuple[Words, ...]:
        return self._read()[1]

    @property
    def headings(self) -> tuple[Heading, ...]:
        return self._read()[2]

    @property
    def slots(self) -> tuple[Slot, ...]:
        return self._slots  # type: ignore[attr-defined, no-any-return]

    def _read(self) -> tuple[tuple[Part, ...], tuple[Words, ...], tuple[Heading, ...]]:
        return body_from(self._body(), self.slots)  # type: ignore[attr-defined]
