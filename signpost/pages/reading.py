"""The pages of every language, read over processes where that pays; what was read from the same text before is taken over.

Must never take over a page in which a mistake was found, or hold more of a document than other pages need of it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from signpost.files.source import MOST_PAGE_BYTES, Source, leads_out, read_source, text_of
from signpost.kept.document import KeptDocument
from signpost.kept.memory import Memory
from signpost.kept.page_code import body_from, body_text, head_from, head_of_document, head_text, page_from
from signpost.kept.store import key_of
from signpost.markdown.reader import MarkdownReader
from signpost.model import LocaleCode, Page, SiteConfig
from signpost.pages.document import Document
from signpost.pages.front_matter import FoundFile, page_files, read_page
from signpost.problems import Problem, Problems
from signpost.spread import FEWEST_TO_SPREAD, batched, processors, spread

_BODY = "body"
_LOOKED_UP_AT_ONCE = 100
_READ_AT_ONCE = 8
"""Pages in one batch."""
_MOST_IN_HAND = 64
"""Values that wait to be kept."""


Look = Callable[[Page], list[Problem]]
"""Looks for mistakes in the words of one page that depend on more than its file, as on the register of contacts."""


@dataclass(frozen=True)
class ReadPages:
    """Every page in every language, in the order of their file names."""

    pages: list[Page] = field(default_factory=list)
    looked: dict[str, list[Problem]] = field(default_factory=dict)
    """What `look` found in each file that was read; those that were taken over nobody has looked at."""


def read_pages(
    content: Path,
    label: str,
    config: SiteConfig,
    reader: MarkdownReader,
    problems: Problems,
    memory: Memory | None = None,
    look: Look = lambda _: [],
) -> ReadPages:
    """With a `memory`, the pages that it holds are not read again. `look` is asked where a page is read, perhaps in another process."""
    found = ReadPages()
    for locale in config.locales:
        folder = content / locale
        if not folder.is_dir():
            problems.add(
                "missing-file",
                f"{label}/{locale}",
                0,
                f"The folder for the language “{locale}” is missing. Make it and put the pages in it.",
            )
            continue
        if leads_out(folder, content):
            problems.add(
                "link-out", f"{label}/{locale}", 0, "This is a link to a place outside the content folder. Put the folder itself here."
            )
            continue
        files = list(page_files(folder, f"{label}/{locale}", problems))
        found.pages.extend(_PageReader(locale, config, reader, memory, look).read(files, problems, found.looked))
    return found


class ContentChanged(RuntimeError):
    """A file of the content changed between two looks at it in one build."""


@dataclass(frozen=True)
class _Read:
    """One file, read. What can be kept comes as the bytes that are kept, which go from process to process faster than a page."""

    problems: list[Problem]
    page: Page | None = None
    looked: list[Problem] = field(default_factory=list)
    kept: tuple[bytes, bytes, bytes] | None = None
    """The key of the page, its head and its body."""


class _PageReader:
    """Reads the files of one language, over processes where that pays, and takes over what is kept."""

    def __init__(self, locale: LocaleCode, config: SiteConfig, reader: MarkdownReader, memory: Memory | None, look: Look) -> None:
        self._locale, self._config, self._reader, self._memory, self._look = locale, config, reader, memory, look
        self._met: dict[object, Any] = {}
        self._body_of = self._body  # one for all documents: a bound method for each takes as much as a short text
        self._fresh: list[tuple[bytes, bytes]] = []

    def read(self, files: Sequence[FoundFile], problems: Problems, looked: dict[str, list[Problem]]) -> list[Page]:
        pages: dict[str, Page] = {}
        for batch in batched(files, _LOOKED_UP_AT_ONCE) if self._memory is not None else ():
            pages |= self._taken_over(batch, self._memory) if self._memory is not None else {}
        rest = batched([found for found in files if found.name not in pages], _READ_AT_ONCE)
        processes = processors() if len(rest) * _READ_AT_ONCE >= FEWEST_TO_SPREAD else 1
        for batch, reads in zip(rest, spread(self._batch, rest, processes), strict=True):
            for found, read in zip(batch, reads, strict=True):
                problems.extend(read.problems)
                page = self._set_aside(*read.kept, found) if read.kept is not None else read.page
                if page is not None:
                    pages[found.name] = page
                    looked[found.name] = read.looked
        if self._memory is not None:
            self._keep(self._memory)
        return [pages[found.name] for found in files if found.name in pages]

    def _batch(self, files: Sequence[FoundFile]) -> list[_Read]:
        return [self._read_file(found) for found in files]

    def _read_file(self, found: FoundFile) -> _Read:
        """Only a page in which nothing was found may be kept: what was wrong in one must be said again by the next build.

        What `look` finds counts for nothing here: a page that is taken over is looked at again.
        """
        problems = Problems()
        source = read_source(found.path, found.name, problems, MOST_PAGE_BYTES)
        page = self._page(source, found.key, problems) if source is not None else None
        if page is None:
            return _Read(list(problems))
        looked = self._look(page)
        if self._memory is None or list(problems):
            return _Read(list(problems), page, looked)
        return _Read([], None, looked, (bytes.fromhex(page.digest), head_text(page), body_text(page.document)))

    def _page(self, source: Source, key: str, problems: Problems) -> Page | None:
        page = read_page(source, key, self._locale, self._config, self._reader, problems)
        return replace(page, digest=self._key(source, key).hex()) if page is not None and self._memory is not None else page

    def _key(self, source: Source, key: str) -> bytes:
        return self._memory.source_key(source.name, key, self._config.locales, self._locale, source.text) if self._memory else b""

    def _taken_over(self, files: Sequence[FoundFile], memory: Memory) -> dict[str, Page]:
        """Pages that were read from the same text before. A file with a mistake is never among them: it is read again."""
        keys: dict[str, tuple[bytes, FoundFile]] = {}
        for found in files:
            text = text_of(found.path, found.name, Problems(), MOST_PAGE_BYTES)
            if text is not None:  # what is kept was made from a text without anything invisible
                keys[found.name] = (self._key(Source(found.path, found.name, text), found.key), found)
        kept = memory.kept.get([key for key, _ in keys.values()])
        pages = {}
        for name, (key, found) in keys.items():
            page = self._page_from(kept.get(key), key, found)
            if page is not None:
                pages[name] = page
        return pages

    def _set_aside(self, key: bytes, head: bytes, body: bytes, found: FoundFile) -> Page:
        """Keep what was read, and hold of the document only what all pages need of each other."""
        memory = self._memory
        if memory is None or not memory.is_sure:
            record = head_from(head)
            outside, slots = head_of_document(record)
            parts, words, headings = body_from(body, slots)
            return page_from(record, key.hex(), Document(parts, headings, outside, words), self._met)
        self._fresh += ((key, head), (key_of(key, _BODY), body))
        if len(self._fresh) >= _MOST_IN_HAND:
            self._keep(memory)
        return self._page_of(head, key, found)

    def _keep(self, memory: Memory) -> None:
        """Many at a time: each writing to the disk takes as long as reading a short page."""
        memory.kept.put(self._fresh)
        self._fresh = []

    def _page_from(self, head: bytes | None, key: bytes, found: FoundFile) -> Page | None:
        """None where nothing is kept, or nothing that could be a page."""
        if head is None:
            return None
        try:
            return self._page_of(head, key, found)
        except ValueError:
            return None

    def _page_of(self, head: bytes, key: bytes, found: FoundFile) -> Page:
        record = head_from(head)
        digest = key.hex()
        return page_from(record, digest, KeptDocument(*head_of_document(record), self._body_of, digest, found), self._met)

    def _body(self, digest: str, found: FoundFile) -> bytes:
        """The rest of a document; read once more where it is kept no longer. Raises ContentChanged."""
        body_key = key_of(bytes.fromhex(digest), _BODY)
        kept = self._memory.kept.get([body_key]) if self._memory is not None else {}
        if body_key in kept:
            return kept[body_key]
        source = read_source(found.path, found.name, Problems(), MOST_PAGE_BYTES)
        page = self._page(source, found.key, Problems()) if source is not None else None
        if page is None or page.digest != digest:
            raise ContentChanged(f"{found.name} was changed while the site was built. Build it again.")
        return body_text(page.document)
