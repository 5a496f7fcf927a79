"""All of content/ -> one complete Site, or every mistake in it. The numbered steps are the whole of it.

Must never return a Site while there is an error, and never read anything outside the content folder and the
templates' words.
"""

from datetime import date
from pathlib import Path

from signpost import cross_checks
from signpost.config import read_config
from signpost.contacts.bank_holidays import check_needed, read_bank_holidays
from signpost.contacts.prose import ProseRule
from signpost.contacts.register import read_contacts
from signpost.contacts.rules import check_template_words
from signpost.hosting.host_name import check_host_name
from signpost.hosting.redirects import read_redirects
from signpost.hosting.security_text import check_security_text
from signpost.kept.memory import Memory
from signpost.look.colours import check_colours
from signpost.markdown.reader import MarkdownReader
from signpost.model import Locale
from signpost.pages.front_matter import check_folder, check_reviews
from signpost.pages.reading import read_pages
from signpost.pages.translations import check_translations
from signpost.plan.pages import sub_pages
from signpost.plan.places import OVERVIEW
from signpost.plan.plans import read_plan
from signpost.problems import Problems
from signpost.site import Site
from signpost.site_parts import check_site_parts
from signpost.strings import read_locales
from signpost.tested import check_statement, read_record
from signpost.words.word_list import read_editors_list

PANEL_LABELS = ("warning", "emergency")


def load(
    content: Path, label: str, root: Path, today: date, problems: Problems, drafts: bool = False, memory: Memory | None = None
) -> Site | None:
    """Read and check everything. `label` is the content folder as shown in sentences, `root` the project's folder.

    With `drafts`, pages that are not public yet are part of the site too (preview only).
    """
    if not content.is_dir():
        problems.add("missing-file", label, 0, "This folder is missing. Name the folder that holds site.yml after “--content”.")
        return None
    # 1. What the force has set, and the words of the templates.
    config = read_config(content, label, problems)
    if config is None:
        return None
    check_colours(config, problems)
    check_host_name(config, today, problems)
    check_security_text(config, today, problems)
    check_folder(content, label, config, problems)
    locales = read_locales(root / "templates" / "strings", config.locales, problems)
    # 2. Each kind of content by itself.
    reader = MarkdownReader({code: _labels(locale) for code, locale in locales.items()})
    if memory is not None:
        memory.note_registers(config.locales)
    contacts = read_contacts(content, label, config, today, problems)
    read = read_pages(content, label, config, reader, problems, memory, ProseRule.of(contacts).found_in)
    pages = read.pages
    if memory is not None:
        memory.note_heads(pages)
    holidays = read_bank_holidays(content, label, today, problems)
    plan = read_plan(content, label, config.locales, today, problems)
    redirects = read_redirects(content, label, problems)
    tests = read_record(content, label, today, problems)
    read_editors_list(content, label, problems)
    # 3. What one file says of another.
    public = [page for page in pages if drafts or page.is_public(today)]
    settled = memory.settled(pages) if memory is not None else ()
    cross_checks.check(config, label, pages, public, contacts, plan, redirects, problems, settled, read.looked)
    check_template_words(locales, contacts, problems)
    check_needed(contacts, holidays, label, problems)
    check_site_parts(config, label, public, contacts, problems)
    check_statement(public, tests, label, problems)
    check_reviews(public, today.toordinal(), problems)
    check_translations(public, config.locales[0], problems)
    if problems.errors:
        return None
    # 4. The pages that the plan makes by itself.
    if plan is not None:
        for overview in [page for page in public if page.key == OVERVIEW]:
            public += sub_pages(plan, overview, locales[overview.locale], today)
    return Site(config, locales, tuple(public), contacts, plan, redirects, today, holidays, tests)


def _labels(locale: Locale) -> dict[str, str]:
    return {name: locale.strings[f"label_{name}"] for name in PANEL_LABELS}
