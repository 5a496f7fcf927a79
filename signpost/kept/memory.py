"""What a build may take over from earlier ones, and by which key: a page read from its file, and a page rendered and checked.

Both are pure functions. The first depends on the text of the file, the languages and the generator. The second depends
on that page and on everything but the texts of other pages: registers, plan, settings, templates, the day, and the
heads of all pages (addresses, titles, descriptions). So one edited text makes one page again; an edited title, number
or template makes all. Must never leave out of a key what the value depends on.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from signpost.addresses import output_file
from signpost.kept.last_build import package_folders
from signpost.kept.store import Kept, key_of
from signpost.model import LocaleCode, Page
from signpost.output.outline import Outline
from signpost.spread import batched

_CODE = ("signpost",)
_CODE_FILES = ("requirements.lock", "pyproject.toml")
_LOOKS = ("templates", "assets", "quick_exit")
_OUTLINE = tuple(field.name for field in fields(Outline))
_AT_ONCE = 100
"""Values read from what is kept in one go."""


@dataclass(frozen=True)
class KnownPage:
    """A page as an earlier build made it: the sha256 of its bytes, and its outline."""

    sha256: str
    outline: Outline


class Memory:
    """`earlier` is the folder with the site as it was written last, where the bytes of known pages stand."""

    def __init__(self, kept: Kept, root: Path, content: Path, today: date, ready: bool, earlier: Path) -> None:
        self.kept = kept
        self.earlier = os.path.abspath(earlier)
        self._root = root
        self._content = content
        self.code = code_of(root)
        self.generator = self._generator_now()
        self._rest = repr((today.isoformat(), ready)).encode()
        self._registers = b""
        self._heads = b""

    def source_key(self, file: str, key: str, locales: Sequence[LocaleCode], locale: LocaleCode, text: str) -> bytes:
        """The key of a page as it is read."""
        return key_of(self.generator, file, key, repr(tuple(locales)), locale, text)

    def note_registers(self, locales: Sequence[LocaleCode]) -> None:
        """Take note of all that a rendered page depends on beside pages. To be called before the first register is read."""
        self._registers = self._registers_now(locales)

    def note_heads(self, pages: Sequence[Page]) -> None:
        """Take note of what pages show of each other."""
        heads = [(p.key, p.locale, p.file, p.title, p.description, p.path, p.parent, p.draft, p.publish_on, p.expires_on) for p in pages]
        self._heads = hashlib.sha256(repr(heads).encode()).digest()

    @cached_property
    def is_sure(self) -> bool:
        """Whether the generator was still the same when this was asked first: otherwise nothing that was read may be kept.

        To be asked when all that reading a page needs, beside its file, has been loaded.
        """
        return self.generator == self._generator_now()

    def has_held(self, locales: Sequence[LocaleCode]) -> bool:
        """Whether generator and registers are still what they were at first: otherwise nothing that was made may be kept."""
        return self._registers == self._registers_now(locales) and self.generator == self._generator_now()

    def _generator_now(self) -> bytes:
        return code_of(self._root) + _digest_of(self._root, _LOOKS, ())

    def _registers_now(self, locales: Sequence[LocaleCode]) -> bytes:
        names = sorted(path.name for path in self._content.iterdir() if path.name not in locales and not path.name.startswith("."))
        return _digest_of(self._content, names, ())

    def made_key(self, path: str, page: Page) -> bytes:
        """The key of a page as it is rendered and checked. Pages that the plan makes come from their own settings and the registers."""
        own = page.digest or repr([getattr(page, field.name) for field in fields(page)])
        return key_of(self.generator, self._registers, self._heads, self._rest, path, own)

    def settled(self, pages: Sequence[Page]) -> set[str]:
        """The files of those pages that an earlier build made from exactly the same: their words need no second look."""
        keys = {page.file: self.made_key(output_file(page.path), page) for page in pages}
        return {file for batch in batched(list(keys.items()), _AT_ONCE) for file in self._kept_of(batch)}

    def _kept_of(self, keys: Sequence[tuple[str, bytes]]) -> dict[str, bytes]:
        """The values of some keys, by the names that go with them. A few at a time: all of a large site's are a hundred megabytes."""
        kept = self.kept.get([key for _, key in keys])
        return {name: kept[key] for name, key in keys if key in kept}

    def known(self, paths: Sequence[str], pages: Mapping[str, Page]) -> Iterator[tuple[str, KnownPage]]:
        """Those pages that an earlier build made from exactly the same, by path. Only the `pages` of the content can be among them."""
        met: dict[object, Any] = {}
        for batch in batched(paths, _AT_ONCE):
            keys = [(path, self.made_key(path, pages[path])) for path in batch if path in pages]
            for path, value in self._kept_of(keys).items():
                page = _known_from(value, met, pages[path])
                if page is not None:
                    yield path, page

    @staticmethod
    def value_of(sha256: str, outline: Outline) -> bytes:
        """`sha256` is of the bytes of the page."""
        record = [sha256, {name: getattr(outline, name) for name in _OUTLINE}]
        return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def code_of(root: Path) -> bytes:
    """What stands for the generator's code: its files, this Python, and the packages that are really there, with their versions."""
    packages = sorted(name for folder in package_folders() for name in _names_in(folder) if name.endswith(".dist-info"))
    return key_of(_digest_of(root, _CODE, _CODE_FILES), sys.version, repr(packages))


def _names_in(folder: str) -> list[str]:
    try:
        return [entry.name for entry in os.scandir(folder)]
    except OSError:
        return []


def _known_from(value: bytes, met: dict[object, Any], page: Page) -> KnownPage | None:
    try:
        sha256, record = json.loads(value)
        values: dict[str, Any] = {name: _frozen(item) if isinstance(item, list) else item for name, item in record.items()}
        outline = Outline(**values).shared(met, page)
    except (ValueError, TypeError, AttributeError):
        return None
    return KnownPage(sha256, outline)


def _frozen(value: list[Any]) -> tuple[Any, ...]:
    """An outline holds texts and pairs of texts."""
    return tuple(tuple(item) if isinstance(item, list) else item for item in value)


def _digest_of(folder: Path, folders: Sequence[str], files: Sequence[str]) -> bytes:
    """Of the names and bytes of all files in some places."""
    digest = hashlib.sha256()
    for name in (*folders, *files):
        place = os.path.join(folder, name)  # noqa: PTH118  here and below: a Path for each of hundreds of files takes longer than reading them
        for path in sorted(_files_below(place)) if os.path.isdir(place) else [place]:  # noqa: PTH112
            content = _content_of(path)
            head = f"{path[len(str(folder)) + 1 :]} {len(content)}\n".encode("utf-8", "surrogateescape")
            digest.update(head + content)
    return digest.digest()


def _files_below(folder: str) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (f"{place}{os.sep}{name}" for name in files)


def _content_of(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except OSError:
        return b""
