"""The pages of content/ as the editing page reads and saves them, under the names that it knows them by: content/en/help.md.

Must never touch a file that is not a page of a language of the site, and never save over what another program has
written since the page was read.
"""

import os
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from signpost.editing.merging import NotAPage, merged
from signpost.files.source import MOST_BYTES, leads_out
from signpost.pages.front_matter import page_name_fault

NAME = "content"
"""What the folder is called in the editing page, whatever its real name."""


class Refused(Exception):
    """Something that is not done; the message says why and what to do instead."""


@dataclass
class PagesFolder:
    """`known` are the settings that the editing page shows, by language."""

    content: Path
    known: Mapping[str, Collection[str]]
    _given: dict[str, bytes] = field(default_factory=dict)
    """Each page as it was given out last."""

    def entries(self) -> list[dict[str, Any]]:
        """Every page of every language that stands in the language's own folder: Decap pairs only those."""
        found = []
        for locale in self.known:
            for path in sorted((self.content / locale).glob("*.md")):
                name = f"{NAME}/{path.relative_to(self.content).as_posix()}"
                if self._fault(name) is None:
                    found.append(self.entry(name))
        return found

    def entry(self, name: str) -> dict[str, Any]:
        """One page, in the shape that Decap's proxy protocol has; without data when there is no such page."""
        path = self._path(name)
        try:
            content = path.read_bytes()
            text = content.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
        except FileNotFoundError:
            return {"data": None, "file": {"path": name, "id": None}}
        except (OSError, UnicodeDecodeError):
            raise Refused(f"{name} cannot be read. The preview says what is wrong with it.") from None
        self._given[name] = content
        return {"data": text, "file": {"path": name, "id": name}}

    def save(self, pages: Mapping[str, str]) -> None:
        """Save pages, all of them or none of them as far as can be known before."""
        made = {}
        for name, sent in pages.items():
            path = self._path(name)
            now = path.read_bytes() if path.exists() else None
            if now is not None and now != self._given.get(name):
                raise Refused(f"{name} was saved by another program meanwhile. Copy your text, reload this page, and put it in again.")
            known = self.known[name.split("/")[1]]
            try:
                made[name] = (path, now, _as_before(now, merged(_text(now), sent, known)))
            except NotAPage as reason:
                raise Refused(f"{name}: {reason}") from None
        for name, (path, now, content) in made.items():
            if len(content) > MOST_BYTES:
                raise Refused(f"{name} is longer than {MOST_BYTES:,} bytes. Make two pages of it.")
            if content != now:
                _write(path, content, name)
            self._given[name] = content

    def _path(self, name: str) -> Path:
        fault = self._fault(name)
        if fault is not None:
            raise Refused(fault)
        path = self.content.joinpath(*name.split("/")[1:])
        if any(
            leads_out(part, self.content) for part in (path, *path.parents) if part.is_relative_to(self.content) and part != self.content
        ):
            raise Refused(f"{name} is a link to a place outside the folder.")
        return path

    def _fault(self, name: str) -> str | None:
        parts = name.removesuffix(".md").split("/")
        if len(parts) < 3 or parts[0] != NAME or parts[1] not in self.known or not name.endswith(".md"):
            return f"{name} is not a page of this site."
        return page_name_fault("/".join(parts[2:]))


def _text(content: bytes | None) -> str | None:
    return content.decode("utf-8") if content is not None else None


def _as_before(now: bytes | None, text: str) -> bytes:
    """Line ends and byte order mark of the file stay."""
    if now is not None and b"\r\n" in now:
        text = text.replace("\n", "\r\n")
    mark = b"\xef\xbb\xbf" if now is not None and now.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.encode()


def _write(path: Path, content: bytes, name: str) -> None:
    """Aside first, then in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name_aside = tempfile.mkstemp(dir=path.parent, prefix=".")
    aside = Path(name_aside)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        aside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise Refused(f"{name} cannot be saved ({error.strerror}). Close other programs that use it, then save again.") from None
