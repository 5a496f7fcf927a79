"""Questions -> the files of a new page, one for each language, as drafts. A page that stands in one language gets the other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from signpost.files.yaml_line import scalar
from signpost.model import LocaleCode, Page
from signpost.new.asking import LANGUAGES, Asker, Fault
from signpost.new.place import ContentFolder
from signpost.pages.front_matter import HOME, NOT_FOUND, page_name_fault
from signpost.problems import Problem, did_you_mean
from signpost.site import Site
from signpost.slugs import slug

MOST_TITLE = 60
LEAST_DESCRIPTION, MOST_DESCRIPTION = 30, 155
REVIEW_AFTER = timedelta(days=182)


@dataclass(frozen=True)
class Words:
    """What is asked for in each language."""

    title: str
    description: str
    text: str
    owner: str
    address: str | None


def ask_page(asker: Asker, site: Site, place: ContentFolder) -> tuple[dict[str, str], list[Problem]]:
    """Ask, and write the files. Returns their names with how to name the page, or what is wrong."""
    first, others = site.config.locales[0], site.config.locales[1:]
    title = asker.ask(f"Title, in {LANGUAGES[first]}", _title_fault(site.pages, first))
    taken = {page.key for page in site.pages}

    def name_fault(answer: str) -> str | None:
        if answer in taken:
            return f"There is a page “{answer}” already. Choose another name, or change that page."
        return page_name_fault(answer)

    key = asker.ask("Name of its files: small letters, digits and hyphens", name_fault, _free(slug(title)[:50].strip("-"), taken))
    parent = _parent(asker, site, first)
    written = {first: _words(asker, site, first, title)}
    for code in others:
        words = _other(asker, site, code)
        if words is not None:
            written[code] = words
    review = asker.day("Day of the first review", site.today + REVIEW_AFTER, earliest=site.today)
    files = {f"{code}/{key}.md": _file(words, code == first, parent, site.today, review) for code, words in written.items()}
    found = place.add(files, {code: key for code in written if code != first})
    return ({} if found else dict.fromkeys(files, key)), found


def ask_translation(asker: Asker, site: Site, place: ContentFolder, source: Page, code: LocaleCode) -> tuple[dict[str, str], list[Problem]]:
    """The other language of a draft that stands in one language so far."""
    words = _words(asker, site, code, asker.ask(f"Title, in {LANGUAGES[code]}", _title_fault(site.pages, code)))
    text = _file(words, False, source.parent, source.review.checked_on, source.review.due)
    files = {f"{code}/{source.key}.md": text}
    found = place.add(files, {code: source.key})
    return ({} if found else dict.fromkeys(files, source.key)), found


def _other(asker: Asker, site: Site, code: LocaleCode) -> Words | None:
    title = asker.optional(
        f"Title, in {LANGUAGES[code]}; without it the page stays a draft in one language", _title_fault(site.pages, code)
    )
    return _words(asker, site, code, title) if title else None


def _words(asker: Asker, site: Site, code: LocaleCode, title: str) -> Words:
    language = LANGUAGES[code]
    description = asker.ask(f"What the page gives, in one sentence of 30 to 155 characters, in {language}", _description_fault)
    text = asker.ask(f"First sentence of the page, in {language}")
    owner = asker.ask(f"Who looks after it, in {language}", default=_usual_owner(site.pages, code))
    address = None
    if code != site.config.locales[0]:
        suggested = slug(title)[:60].strip("-")
        fault = _address_fault(site.pages, code)
        address = asker.ask(f"Last part of its address, in {language}", fault, None if fault(suggested) else suggested)
    return Words(title, description, text, owner, address)


def _title_fault(pages: Sequence[Page], code: LocaleCode) -> Fault:
    titles = {page.title.casefold() for page in pages if page.locale == code}

    def fault(answer: str) -> str | None:
        if len(answer) > MOST_TITLE:
            return f"That has {len(answer)} characters; the most is {MOST_TITLE}."
        if answer.endswith("."):
            return "A title has no full stop at its end."
        return "Another page has this title. Choose one of its own." if answer.casefold() in titles else None

    return fault


def _address_fault(pages: Sequence[Page], code: LocaleCode) -> Fault:
    taken = {page.path: page.file for page in pages}

    def fault(answer: str) -> str | None:
        file = taken.get(f"{code}/{answer}/")
        return f"{file} stands at that address. Choose another." if file else page_name_fault(answer)

    return fault


def _description_fault(answer: str) -> str | None:
    good = LEAST_DESCRIPTION <= len(answer) <= MOST_DESCRIPTION
    return None if good else f"That has {len(answer)} characters; write {LEAST_DESCRIPTION} to {MOST_DESCRIPTION}."


def _usual_owner(pages: Sequence[Page], code: LocaleCode) -> str | None:
    owners = Counter(page.review.owner for page in pages if page.locale == code)
    return owners.most_common(1)[0][0] if owners else None


def _free(name: str, taken: set[str]) -> str | None:
    return None if name in taken or page_name_fault(name) else name


def _parent(asker: Asker, site: Site, first: LocaleCode) -> str:
    written = [page.key for page in site.pages if page.file.endswith(f"/{first}/{page.key}.md")]
    keys = sorted(key for key in written if key not in {HOME, NOT_FOUND})

    def fault(answer: str) -> str | None:
        return None if answer in keys else f"There is no such page.{did_you_mean(answer, keys)} Pages: {', '.join(keys)}."

    return asker.optional("Name of the page above it, if that is not the home page", fault)


def _file(words: Words, source: bool, parent: str | None, checked_on: date, review: date) -> str:
    settings = {
        "title": words.title,
        "description": words.description,
        "owner": words.owner,
        "parent": parent or "",
        "address": words.address or "",
    }
    lines = [f"{name}: {scalar(value)}" for name, value in settings.items() if value]
    lines += [f"checked_on: {checked_on}", f"review_due: {review}"]
    if not source:
        lines.append("translation_reviewed_by: none yet")
    return "\n".join(["---", *lines, "draft: yes", "---", words.text]) + "\n"
