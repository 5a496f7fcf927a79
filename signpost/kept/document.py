"""A document whose parts, headings and words lie in the file of what is kept, and are read again each time that they are asked for.

So ten thousand documents need no more memory than their gaps. Must never differ from the document that
was kept.
"""

from collections.abc import Callable

from signpost.kept.page_code import body_from
from signpost.pages.document import Document, Heading, OutsideLink, Part, Slot, Words
from signpost.pages.front_matter import FoundFile

Body = Callable[[str, FoundFile], bytes]


class KeptDocument(Document):
    """`body` gives the text that `page_code.body_text` made, for the digest of its page and the file that it came from."""

    __slots__ = ("_body", "_digest", "_found", "_slots")

    def __init__(self, outside_links: tuple[OutsideLink, ...], slots: tuple[Slot, ...], body: Body, digest: str, found: FoundFile) -> None:
        own = {"outside_links": outside_links, "_slots": slots, "_body": body, "_digest": digest, "_found": found}
        for name, value in own.items():
            object.__setattr__(self, name, value)  # a document is frozen; this is its making

    @property
    def whole(self) -> Document:
        parts, words, headings = self._read()
        return Document(parts, headings, self.outside_links, words)

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
        return body_from(self._body(self._digest, self._found), self.slots)  # type: ignore[attr-defined]
