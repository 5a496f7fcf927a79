"""The pages of every language, read over processes where that pays; what was read from the same text before is taken over.

Must never take over a page in which a mistake was found, or hold more of a document than other pages need of it.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from signpost.files.source import MOST_PAGE_BYTES, Source, leads_out, read_source, text_of
from signpost.kept.document import KeptDocument
from signpost.kept.memory import Memory
from signpost.kept.page_code import body_text, head_from, head_of_document, head_text, page_from
from signpost.kept.store import key_of
from signpost.markdown.reader import MarkdownReader
from signpost.model import LocaleCode, Page, SiteConfig
from signpost.pages.front_matter import FoundFile, page_files, read_page
from signpost.problems import Problem, Problems
from signpost.spread import FEWEST_TO_SPREAD, batched, processors, spread

_BODY = "body"
_LOOKED_UP_AT_ONCE = 100
_READ_AT_ONCE = 8
"""Pages in one batch."""
_MOST_IN_HAND = 64
"""Values that wait to be kept."""


def read_pages(
    content: Path, label: str, config: SiteConfig, reader: MarkdownReader, problems: Problems, memory: Memory | None = None
) -> list[Page]:
    """Every page in every language, in the order of their file names. With a `memory`, those that it holds are not read again."""
    pages: list[Page] = []
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
        pages += _PageReader(locale, config, reader, memory).read(files, problems)
    return pages


class ContentChanged(RuntimeError):
    """A file of the content changed between two looks at it in one build."""


class _PageReader:
    """Reads the files of one language, over processes where that pays, and takes over what is kept."""

    def __init__(self, locale: LocaleCode, config: SiteConfig, reader: MarkdownReader, memory: Memory | None) -> None:
        self._locale, self._config, self._reader, self._memory = locale, config, reader, memory
        self._met: dict[object, Any] = {}
        self._body_of = self._body  # one for all documents: a bound method for each takes as much as a short text
        self._fresh: list[tuple[bytes, bytes]] = []

    def read(self, files: Sequence[FoundFile], problems: Problems) -> list[Page]:
        pages: dict[str, Page] = {}
        for batch in batched(files, _LOOKED_UP_AT_ONCE) if self._memory is not None else ():
            pages |= self._taken_over(batch, self._memory) if self._memory is not None else {}
        rest = batched([found for found in files if found.name not in pages], _READ_AT_ONCE)
        processes = processors() if len(rest) * _READ_AT_ONCE >= FEWEST_TO_SPREAD else 1
        for batch, read in zip(rest, spread(self._batch, rest, processes), strict=True):
            problems.extend(problem for _, found in read for problem in found)
            pages |= {page.file: page for page, _ in read if page is not None}
            pages |= self._set_aside([page for page, found in read if page is not None and not found], batch)
        if self._memory is not None:
            self._keep(self._memory)
        return [pages[found.name] for found in files if found.name in pages]

    def _batch(self, files: Sequence[FoundFile]) -> list[tuple[Page | None, list[Problem]]]:
        """Each page with what is wrong in it; None where that leaves no page."""
        read = []
        for found in files:
            problems = Problems()
            source = read_source(found.path, found.name, problems, MOST_PAGE_BYTES)
            page = self._page(source, found.key, problems) if source is not None else None
            read.append((page, list(problems)))
        return read

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

    def _set_aside(self, pages: list[Page], files: Sequence[FoundFile]) -> dict[str, Page]:
        """Keep what was read, and hold of each document only what all pages need of each other.

        Only pages in which nothing was found: what was wrong in one must be said again by the next build.
        """
        memory = self._memory
        if memory is None or not memory.is_sure:
            return {page.file: page for page in pages}
        heads = {page.file: (bytes.fromhex(page.digest), head_text(page)) for page in pages}
        self._fresh += heads.values()
        self._fresh += [(key_of(bytes.fromhex(page.digest), _BODY), body_text(page.document)) for page in pages]
        if len(self._fresh) >= _MOST_IN_HAND:
            self._keep(memory)
        by_name = {found.name: found for found in files}
        kept = {name: self._page_from(head, key, by_name[name]) for name, (key, head) in heads.items()}
        return {page.file: kept[page.file] or page for page in pages}

    def _keep(self, memory: Memory) -> None:
        """Many at a time: each writing to the disk takes as long as reading a short page."""
        memory.kept.put(self._fresh)
        self._fresh = []

    def _page_from(self, head: bytes | None, key: bytes, found: FoundFile) -> Page | None:
        if head is None:
            return None
        try:
            record = head_from(head)
            digest = key.hex()
            return page_from(record, digest, KeptDocument(*head_of_document(record), self._body_of, digest, found), self._met)
        except ValueError:
            return None

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
