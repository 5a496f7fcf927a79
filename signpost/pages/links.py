"""One link in the text -> where it leads. Must never let an address through that is neither our page nor plain https."""

import re
from collections.abc import Callable
from posixpath import normpath
from urllib.parse import unquote

from signpost.files.web_address import address_fault
from signpost.model import LocaleCode
from signpost.pages.document import OutsideLink, PageLink
from signpost.slugs import slug

Wrong = Callable[[int, str, str], None]
"""Adds a problem: line, sentence, rule."""

_PAGE = re.compile(r"((?:\.\./|\./)*(?:[a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9-]*\.md)?(?:#([^#]*))?")
VAGUE = {
    "click here", "click", "here", "this", "this page", "this link", "link", "more", "read more", "find out more", "learn more",
    "cliciwch yma", "clicio yma", "yma", "hwn", "y dudalen hon", "mwy", "darllen mwy", "rhagor", "dysgu mwy", "dolen",
}  # fmt: skip


def read_link(target: str, text: str, line: int, wrong: Wrong) -> PageLink | OutsideLink | None:
    """The link, or None after saying what is wrong with it."""
    _check_words(text, target, line, wrong)
    if re.match(r"https:", target, re.IGNORECASE):
        fault = address_fault(target)
        if fault is not None:
            wrong(line, f"This link cannot be used: {fault}", "link")
            return None
        return OutsideLink(target, text, line)
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", target)
    if scheme:
        _refuse_scheme(scheme.group(1).lower(), target, line, wrong)
        return None
    if target.startswith("//"):
        wrong(line, f"“{target}” must start with https://.", "link")
        return None
    if not target:
        wrong(line, "The link leads nowhere. Write a page's file name between the round brackets, like report.md.", "link")
        return None
    found = _PAGE.fullmatch(unquote(target))
    if found is None or not (found.group(1) or found.group(2)):
        wrong(line, f"“{target}” is not a page. Write the page's file name, like {_file_name(target)}.", "link")
        return None
    return PageLink(found.group(1) or "", found.group(2) or "", line)


def _file_name(target: str) -> str:
    """What was probably meant by an address (/en/help/), another ending (help.html) or capitals."""
    name = unquote(target).partition("#")[0].partition("?")[0].rstrip("/").rpartition("/")[2]
    return f"{slug(re.sub(r'[.](?:html?|md|aspx|php)$', '', name, flags=re.IGNORECASE)) if name else 'report'}.md"


def _refuse_scheme(scheme: str, target: str, line: int, wrong: Wrong) -> None:
    if scheme in {"tel", "sms", "mailto"}:
        wrong(line, "Numbers and email addresses stand in contacts.yml only. Name the contact: [[101]].", "link")
    elif scheme == "http":
        wrong(line, f"“{target}” does not start with https://. Use the site's https address.", "link")
    else:
        wrong(line, f"A link that starts with “{scheme}:” is not used here. Write a page's file name or an https address.", "link")


def _check_words(text: str, target: str, line: int, wrong: Wrong) -> None:
    """WCAG 2.4.4: the words of a link say where it leads."""
    plain = text.strip().strip(".,!?:;").lower()
    if not plain:
        wrong(line, f"The link to “{target}” has no words. Write where it leads between the square brackets.", "link-words")
    elif plain in VAGUE:
        wrong(line, f"The link says “{text}”, which does not tell where it leads. Name the page or what is there.", "link-words")
    elif re.match(r"(?:https?://|www\.)\S+$", plain):
        wrong(line, "The link shows a bare address. Write where it leads in words: [words](https://…).", "link-words")


def resolve(locale: LocaleCode, key: str, target: str) -> tuple[LocaleCode, str]:
    """The language and key that a link `target` (“report.md”, “../cy/report.md”) means on a page."""
    folder = f"{locale}/{key}".rpartition("/")[0]
    locale, _, key = normpath(f"{folder}/{target}").partition("/")
    return locale, key.removesuffix(".md")
