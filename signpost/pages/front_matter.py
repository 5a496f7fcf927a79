"""content/<locale>/**/*.md -> Pages: settings between `---` lines, Markdown below.

Must never publish a page whose owner, check date or review date is missing, and never take one page for another
because two file names differ in capitals only.
"""

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from signpost.files.fields import Fields
from signpost.files.source import LINK_OUT, Source
from signpost.files.yaml_text import read_yaml
from signpost.markdown.gathered import Prose
from signpost.markdown.reader import MarkdownReader
from signpost.model import LocaleCode, Page, Review, SiteConfig, Translation
from signpost.pages.document import Document
from signpost.pages.stamps import COPIES, STAMP, stamp_of
from signpost.pages.typography import curled
from signpost.problems import Level, Problems, did_you_mean
from signpost.slugs import slug
from signpost.words.capitals import is_loud

MOST_YEARS = 5
"""Most years from a check of a page to its next one; more is a mistyped year."""
NOT_FOUND = "not-found"
HOME = "index"

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NEARLY_CLOSED = re.compile("[-_=*–—]+")
"""A line of dashes, but not of three hyphens; no setting looks like it."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_IGNORED = {"Thumbs.db", "desktop.ini"}
_TAKEN = {"assets", "action-plan-data"}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """The file of a page: where it stands, its name as shown in sentences, and the page's key.

    Text, because ten thousand are held: a Path takes four times as much.
    """

    place: str
    name: str
    key: str

    @property
    def path(self) -> Path:
        return Path(self.place)


def check_folder(content: Path, label: str, config: SiteConfig, problems: Problems) -> None:
    """Refuse what nothing would read: a file with a mistyped name must not be passed over in silence."""
    known = {
        "site.yml",
        "contacts.yml",
        "bank_holidays.yml",
        "redirects.yml",
        "words.yml",
        "accessibility_tests.yml",
        "action-plan",
        COPIES,
        *config.locales,
    }
    for path in sorted(content.iterdir(), key=lambda item: item.name):
        if path.name in known or _is_ignored(path.name) or path.name.startswith("README"):
            continue
        near = did_you_mean(path.name, known) or " Move it away."
        problems.add(
            "file-name", f"{label}/{path.name}", 0, f"Nothing reads “{path.name}”. This folder may hold: {', '.join(sorted(known))}.{near}"
        )


def _is_ignored(name: str) -> bool:
    """What editors' own programs leave behind."""
    return name.startswith((".", "~$")) or name in _IGNORED


def _all_below(folder: str) -> Iterator[str]:
    """Every file and folder below a folder; a link is not followed."""
    for place, folders, names in os.walk(folder):
        yield from (f"{place}{os.sep}{name}" for name in (*folders, *names))


def page_files(folder: Path, label: str, problems: Problems) -> Iterator[FoundFile]:
    seen: dict[str, str] = {}
    root = os.path.realpath(folder)
    start = len(os.path.join(folder, ""))  # noqa: PTH118  here and below: a Path for each of thousands of files takes longer than reading them
    real = lru_cache(os.path.realpath)  # of the few folders; asking for each file takes longer than reading it
    for relative, path in sorted((path[start:].replace(os.sep, "/"), path) for path in _all_below(str(folder))):
        name = f"{label}/{relative}"
        above, _, last = path.rpartition(os.sep)
        if _is_ignored(last):
            continue
        place = os.path.realpath(path) if os.path.islink(path) else f"{real(above)}{os.sep}{last}"  # noqa: PTH114
        if not place.startswith(root + os.sep):
            problems.add("link-out", name, 0, LINK_OUT)
            continue
        if os.path.isdir(path):  # noqa: PTH112
            continue
        if not last.endswith(".md"):
            problems.add("file-name", name, 0, f"Only pages (.md files) stand in a language's folder. {_what_to_do(last)}")
            continue
        folded = unicodedata.normalize("NFC", relative).casefold()
        if folded in seen:
            problems.add("file-name", name, 0, f"“{seen[folded]}” differs from this name in capitals only. Rename one of them.")
            continue
        seen[folded] = name
        if _is_named_well(relative, name, problems):
            yield FoundFile(path, name, relative.removesuffix(".md"))


def _what_to_do(file_name: str) -> str:
    """With a file that is no page: a text was given the wrong ending, often by Notepad; anything else is not for this folder."""
    name = file_name.lower()
    for ending in (".md.txt", ".markdown", ".md", ".txt"):
        if name.endswith(ending):
            return f"Rename it to “{name.removesuffix(ending)}.md”."
    if name.endswith((".doc", ".docx", ".odt", ".rtf")):
        return "Copy its words into a page, and move this file away."
    return "Move this file away."


def _is_named_well(relative: str, name: str, problems: Problems) -> bool:
    reason = page_name_fault(relative.removesuffix(".md"))
    if reason is not None:
        problems.add("file-name", name, 0, reason)
    return reason is None


def page_name_fault(key: str) -> str | None:
    """Why a page's files cannot be named so, as a sentence; None when they can, on Windows too."""
    for part in key.split("/"):
        if not _WORD.fullmatch(part):
            return f"“{part}” cannot be a page's name. Use small letters, digits and hyphens: {slug(part)}.md."
        if _RESERVED.fullmatch(part) or part in _TAKEN:
            return f"“{part}” is a name that Windows or the site keeps for itself. Choose another."
    return None


def read_page(source: Source, key: str, locale: LocaleCode, config: SiteConfig, reader: MarkdownReader, problems: Problems) -> Page | None:
    before = len(problems.errors)
    split = _split(source, problems)
    if split is None:
        return None
    settings, body, body_line = split
    entries = read_yaml(settings, source.name, problems, first_line=2)
    without_text = len(problems.errors)
    document = reader.read(Prose(body, source.name, body_line, locale), problems)
    if not body.strip():
        problems.add("empty-file", source.name, body_line, "The page has no text. Write it below the second “---”.")
    if entries is None:
        return None
    # What is wrong in its text keeps a page from being built, but not from being checked for all else.
    before += len(problems.errors) - without_text
    fields = Fields(entries, source.name, problems, "the page settings")
    page = read_settings(fields, key, locale, config, document, stamp_of(source.text))
    fields.finish()
    return page if len(problems.errors) == before else None


def read_settings(fields: Fields, key: str, locale: LocaleCode, config: SiteConfig, document: Document, stamp: str) -> Page:
    """The page of these settings; unknown ones are left to `finish`."""
    page = Page(
        key=key,
        locale=locale,
        file=fields.file,
        title=_title(fields),
        description=_description(fields),
        review=_review(fields),
        translation=_translation(fields, key, locale, config),
        parent=fields.optional_text("parent", 60),
        path=_path(fields, key, locale, config),
        draft=fields.yes("draft", False),
        publish_on=fields.optional_day("publish_on"),
        expires_on=fields.optional_day("expires_on"),
        has_contents=fields.yes("contents", True),
        document=document,
        stamp=stamp,
        lines=fields.lines,
    )
    if page.publish_on and page.expires_on and page.expires_on <= page.publish_on:
        fields.wrong("expires_on", "“expires_on” is not after “publish_on”. Correct one of them.")
    return page


def _split(source: Source, problems: Problems) -> tuple[str, str, int] | None:
    """Settings, Markdown, and the line on which the Markdown starts."""
    lines = source.text.split("\n")
    if not lines[0].strip() and next((line for line in lines if line.strip()), "").rstrip() == "---":
        problems.add("settings", source.name, 1, "The page must start with “---” in its first line. Delete the empty lines before it.")
        return None
    if lines[0].rstrip() != "---":
        problems.add("settings", source.name, 1, "The page must start with “---”, its settings (title: …), and “---” again.")
        return None
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == "---":
            return "\n".join(lines[1 : number - 1]), "\n".join(lines[number:]), number + 1
        if _NEARLY_CLOSED.fullmatch(line.strip()):
            problems.add("settings", source.name, number, f"“{line.strip()}” does not close the page's settings. Write “---” here.")
            return None
    problems.add("settings", source.name, 1, "The page's settings are not closed. Write “---” on a line of its own after them.")
    return None


def _title(fields: Fields) -> str:
    title = _bare(fields, "title", 60, "What the page is about")
    if title.endswith("."):
        fields.wrong("title", "A title has no full stop at its end. Delete it.")
    if is_loud(title):
        fields.wrong("title", "The title is in capitals, which are hard to read. Write small letters.")
    return curled(title)


def _description(fields: Fields) -> str:
    text = _bare(fields, "description", 155, "One sentence that says what the page gives")
    if text and len(text) < 30:
        fields.wrong("description", f"“description” has {len(text)} characters; write a whole sentence of 30 to 155.")
    return curled(text)


def _bare(fields: Fields, name: str, most: int, example: str) -> str:
    """A text that must be there. Curly quotation marks around all of it were meant as those of YAML, and would be shown."""
    text = fields.unmarked(name, fields.text(name, most, example))
    if re.fullmatch("[“‘][^“”]*[”’]", text):
        fields.wrong(name, f"The quotation marks around “{name}” are curly, so readers would see them. Delete both.")
    return text


def _review(fields: Fields) -> Review:
    review = Review(_bare(fields, "owner", 100, "Communications team"), fields.day("checked_on"), fields.day("review_due"))
    if date.min < review.due <= review.checked_on:
        fields.wrong("review_due", "“review_due” is not after “checked_on”. Write the day of the next review.", "date")
    elif date.min < review.checked_on and review.due.year - review.checked_on.year > MOST_YEARS:
        fields.wrong("review_due", f"“review_due” is more than {MOST_YEARS} years after “checked_on”. Correct the year.", "date")
    return review


def _translation(fields: Fields, key: str, locale: LocaleCode, config: SiteConfig) -> Translation | None:
    if locale == config.locales[0]:
        return None
    reviewer = fields.text("translation_reviewed_by", 100, "none yet")
    stamp = fields.optional_text("translated_from", 20)
    if stamp is not None and not STAMP.fullmatch(stamp):
        fields.wrong(
            "translated_from",
            f"“{stamp}” is not a stamp. Delete the line, then run “python3 build.py translated {locale}/{key}”.",
        )
    return Translation(None if reviewer.lower() == "none yet" else reviewer, stamp)


def _path(fields: Fields, key: str, locale: LocaleCode, config: SiteConfig) -> str:
    start = f"{locale}/" if config.prefixed else ""
    address = fields.optional_text("address", 80)
    if address is not None and not all(_WORD.fullmatch(part) for part in address.split("/")):
        fields.wrong("address", f"“{address}” cannot be an address. Use small letters without accents, digits and hyphens: rhoi-gwybod.")
        address = None
    if key == HOME:
        return start
    if key.endswith(f"/{HOME}"):
        key = key.removesuffix(f"/{HOME}")
    return f"{start}{address or key}/"


def check_reviews(pages: list[Page], today_ordinal: int, problems: Problems) -> None:
    """Reviews that are due and translations that nobody has read: shown by a build, refused when publishing."""
    for page in pages:
        if page.review.checked_on.toordinal() > today_ordinal:
            problems.add(
                "date", page.file, page.line("checked_on"),
                f"“checked_on” is {page.review.checked_on}, which has not come yet. Write the day of the check.",
            )  # fmt: skip
        if page.review.due.toordinal() < today_ordinal:
            problems.add(
                "review-due", page.file, 1,
                f"The review was due on {page.review.due} ({page.review.owner}). Check the page, then write the new “checked_on” and “review_due”.",
                Level.WARNING, safety=False,
            )  # fmt: skip
        if page.translation is not None and page.translation.reviewed_by is None:
            problems.add(
                "translation-review", page.file, 1,
                "Nobody has reviewed this translation yet. When somebody has, write who in “translation_reviewed_by”.",
                Level.WARNING, safety=False,
            )  # fmt: skip
