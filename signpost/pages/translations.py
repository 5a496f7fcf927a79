"""Translations in step with their source: which are behind, and what changed in the source since, word by word.

The source is kept as it was in `content/translated-from/`, so that the difference can be shown on a computer without
git. Must never change a word of a page, and never say that a translation is right: only somebody who reads both
languages can.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from signpost.model import LocaleCode, Page
from signpost.pages.stamps import COPIES, split_settings, stamp_of, words_of
from signpost.problems import Level, Problems

AROUND = 4
"""Words shown before and after a change."""


@dataclass(frozen=True)
class Change:
    """What changed in one place: the words before it, those taken out, those put in, and the words after it."""

    before: str
    old: str
    new: str
    after: str

    def as_text(self) -> str:
        marks = [self.before, f"[-{self.old}-]" if self.old else "", f"{{+{self.new}+}}" if self.new else "", self.after]
        return " ".join(mark for mark in marks if mark)


def behind(pages: Sequence[Page], source: LocaleCode) -> list[tuple[Page, Page]]:
    """Each translation whose source has changed since, with its source; each file once, for the plan makes more pages of one."""
    sources = {page.key: page for page in pages if page.locale == source}
    files = {page.file: page for page in reversed(pages)}
    found = [(page, sources[page.key]) for page in reversed(files.values()) if page.translation is not None and page.key in sources]
    return [(page, of) for page, of in found if page.translation and page.translation.made_from not in {None, of.stamp}]


def check_translations(pages: Sequence[Page], source: LocaleCode, problems: Problems) -> None:
    """A translation that says what the source no longer says is not published, but stops no preview."""
    for page, of in behind(pages, source):
        problems.add(
            "translation-behind",
            page.file,
            page.line("translated_from"),
            f"{of.file} has changed since this was translated. “python3 build.py due” shows what. When this page says the same again, "
            f"run “python3 build.py translated {page.locale}/{page.key}”, or write “translated_from: {of.stamp}”.",
            Level.WARNING,
            safety=False,
        )


def changes(old: str, new: str) -> list[Change]:
    """What differs between two versions of a page, in the order of the text."""
    before, after = words_of(old), words_of(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found = []
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            found.append(
                Change(
                    " ".join(after[max(0, new_start - AROUND) : new_start]),
                    " ".join(before[start:end]),
                    " ".join(after[new_start:new_end]),
                    " ".join(after[new_end : new_end + AROUND]),
                )
            )
    return found


def changes_since(content: Path, page: Page, source: LocaleCode) -> list[Change] | None:
    """What changed in the source of a translation since it was made; None where the earlier text was not kept."""
    copy = _copy(content, page.locale, page.key)
    now = content / source / f"{page.key}.md"
    try:
        old, new = copy.read_text(encoding="utf-8"), now.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    made_from = page.translation.made_from if page.translation is not None else None
    return changes(old, new) if stamp_of(old) == made_from else None


def mark_translated(content: Path, locale: LocaleCode, key: str, source: LocaleCode) -> str:
    """Write the stamp of the source into a translation and keep the source as it is now. Returns the stamp."""
    original = (content / source / f"{key}.md").read_text(encoding="utf-8")
    stamp = stamp_of(original)
    page = content / locale / f"{key}.md"
    text = page.read_bytes().decode()
    if split_settings(text)[0]:
        page.write_bytes(_stamped(text, stamp).encode())
    copy = _copy(content, locale, key)
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(original.encode())
    return stamp


def _copy(content: Path, locale: LocaleCode, key: str) -> Path:
    return content / COPIES / locale / f"{key}.md"


def _stamped(text: str, stamp: str) -> str:
    """The page with its stamp, the rest of it byte for byte: line ends and byte order mark stay."""
    line = f"translated_from: {stamp}"
    replaced, count = re.subn(r"^translated_from:[^\r\n]*", line, text, count=1, flags=re.MULTILINE)
    if count:
        return replaced
    end = "\r\n" if "\r\n" in text else "\n"
    return re.sub(r"(?<=[\r\n])---(?=[\r\n]|$)", lambda _: f"{line}{end}---", text, count=1)
