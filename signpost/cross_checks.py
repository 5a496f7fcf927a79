"""What one content file says of another: links, keys, translations, numbers typed where they must not be.

Each check is one function with the same shape. Must never repair anything.
"""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from types import MappingProxyType
from urllib.parse import urlsplit

from signpost.contacts import rules
from signpost.contacts.prose import check_prose
from signpost.hosting.redirects import check_redirects
from signpost.model import ContactRoute, LocaleCode, Page, Redirect, SiteConfig
from signpost.pages.document import PageLink, PageList, PlanSlot
from signpost.pages.front_matter import HOME, NOT_FOUND
from signpost.pages.links import resolve
from signpost.pages.ways import check_ways
from signpost.plan.model import ActionPlan
from signpost.problems import Level, Problem, Problems, did_you_mean

_SHARED = ("draft", "publish_on", "expires_on", "parent")
"""Settings of a page that are the same in each language."""
_NEEDED = (HOME, NOT_FOUND)


def check(
    config: SiteConfig,
    label: str,
    pages: Sequence[Page],
    public: Sequence[Page],
    contacts: Mapping[str, ContactRoute],
    plan: ActionPlan | None,
    redirects: tuple[Redirect, ...],
    problems: Problems,
    settled: Container[str] = (),
    numbers: Mapping[str, Sequence[Problem]] = MappingProxyType({}),
) -> None:
    """Every check between files. A file that could not be read is not reported a second time as missing.

    `settled` are files whose words were held against the very same registers before, and were good; `numbers` is what
    was found, by file, when that was done while they were read.
    """
    unread = {problem.file.casefold().removesuffix(".txt") for problem in problems.errors}  # Notepad writes help.md.txt
    _check_languages(config, label, pages, unread, problems)
    _check_addresses(pages, problems)
    _check_titles(pages, problems)
    _check_parents(pages, public, label, unread, problems)
    _check_links(config, label, pages, public, unread, problems)
    _check_footer(config, pages, unread, label, problems)
    if f"{label}/contacts.yml".casefold() not in unread:
        rules.check_uses(config, public, contacts, problems)
        rules.check_addresses([page for page in public if page.file not in settled], contacts, problems)
    _check_plan(public, plan, f"{label}/action-plan", unread, problems)
    check_prose(config, [page for page in pages if page.file not in settled], contacts, problems, numbers)
    _check_outside_links(config, public, problems)
    if not problems.errors:
        check_redirects(redirects, {f"/{page.path}" for page in public}, f"{label}/redirects.yml", problems)
        check_ways(config, public, redirects, problems)


def _check_languages(config: SiteConfig, label: str, pages: Sequence[Page], unread: set[str], problems: Problems) -> None:
    """A page stands in every language or in none (Welsh Language (Wales) Measure 2011).

    What is missing joins `unread`, so that links to it are not reported too.
    """
    keys = {page.key for page in pages} | set(_NEEDED)
    have = {(page.locale, page.key) for page in pages}
    drafts = {page.key for page in pages if page.draft}
    for key in sorted(keys):
        for locale in config.locales:
            file = f"{label}/{locale}/{key}.md"
            if (locale, key) in have or file.casefold() in unread:
                continue
            unread.add(file.casefold())
            if f"{label}/{locale}".casefold() not in unread:
                instead = "Its draft in the other language is seen in the preview only, until you write it" if key in drafts else "Write it"
                problems.add(
                    "missing-translation",
                    file,
                    0,
                    f"This page is missing. {instead}: every page stands in each language ({', '.join(config.locales)}), in files of the same name.",
                    Level.ADVICE if key in drafts else Level.ERROR,
                )
    first = {page.key: page for page in reversed(pages) if page.locale == config.locales[0]}
    for page in pages:
        other = first.get(page.key)
        for name in _SHARED if other is not None else ():
            here, there = getattr(page, name), getattr(other, name)
            if here == there or (name == "parent" and there is not None and there not in keys):
                continue  # a parent that is not there is reported where it is named
            said = f"“{name}” is {_as_typed(here)} here and {_as_typed(there)} in {other.file if other else ''}"
            problems.add("languages-differ", page.file, page.line(name), f"{said}. Write the same in both languages.")


def _as_typed(value: object) -> str:
    """A setting as an editor knows it."""
    if isinstance(value, bool):
        return "“yes”" if value else "“no”"
    return "not set" if value is None else f"“{value}”"


def _check_addresses(pages: Sequence[Page], problems: Problems) -> None:
    seen: dict[str, str] = {}
    for page in pages:
        folded = page.path.casefold()
        if folded in seen:
            problems.add(
                "address",
                page.file,
                page.line("address"),
                f"The address “/{page.path}” belongs to {seen[folded]} already. Write another “address”.",
            )
        seen.setdefault(folded, page.file)


def _check_titles(pages: Sequence[Page], problems: Problems) -> None:
    """WCAG 2.4.2: a title tells its page from all others."""
    count = Counter((page.locale, page.title.casefold()) for page in pages)
    for page in pages:
        if count[(page.locale, page.title.casefold())] > 1:
            problems.add(
                "title", page.file, page.line("title"), f"Another page has the title “{page.title}” too. Choose a title of its own."
            )


def _check_parents(pages: Sequence[Page], public: Sequence[Page], label: str, unread: set[str], problems: Problems) -> None:
    by_key = {(page.locale, page.key): page for page in public}
    hidden = {(page.locale, page.key) for page in pages} - set(by_key)
    for page in public:
        trail = {page.key}
        above = page
        while above.parent is not None:
            parent = by_key.get((above.locale, above.parent))
            if parent is None:
                if above is page and f"{label}/{page.locale}/{page.parent}.md".casefold() not in unread:
                    keys = {key for locale, key in by_key if locale == page.locale}
                    message = f"There is no page “{page.parent}” to stand above this one.{did_you_mean(page.parent or '', keys)}"
                    if (page.locale, page.parent) in hidden:
                        message = f"The page “{page.parent}” above this one is a draft or not published today. Publish it, or write another “parent”."
                    problems.add("parent", page.file, page.line("parent"), message)
                break
            if parent.key in trail:
                problems.add(
                    "parent", page.file, page.line("parent"), "This page stands above itself: its “parent” leads in a circle. Correct it."
                )
                break
            trail.add(parent.key)
            above = parent


def _check_links(
    config: SiteConfig, label: str, pages: Sequence[Page], public: Sequence[Page], unread: set[str], problems: Problems
) -> None:
    shown = {(page.locale, page.key): page for page in public}
    hidden = {(page.locale, page.key) for page in pages} - set(shown)
    for page in public:
        for slot in page.document.slots:
            if isinstance(slot, PageLink):
                place = resolve(page.locale, page.key, slot.target) if slot.target else (page.locale, page.key)
                _check_link(page, slot, place, shown, hidden, f"{label}/{place[0]}/{place[1]}.md".casefold() in unread, problems)
            elif isinstance(slot, PageList):
                for key in slot.keys:
                    if f"{label}/{page.locale}/{key}.md".casefold() not in unread:
                        _check_target(page, slot.line, (page.locale, key), shown, hidden, problems)


def _check_link(
    page: Page,
    slot: PageLink,
    place: tuple[LocaleCode, str],
    shown: Mapping[tuple[LocaleCode, str], Page],
    hidden: set[tuple[LocaleCode, str]],
    is_unread: bool,
    problems: Problems,
) -> None:
    if is_unread or not _check_target(page, slot.line, place, shown, hidden, problems) or not slot.fragment:
        return
    ids = {f"#{heading.id}" for heading in shown[place].document.headings}
    if f"#{slot.fragment}" not in ids:
        message = f"There is no heading “#{slot.fragment}” on that page."
        near = did_you_mean(f"#{slot.fragment}", ids) or (f" Its headings are: {', '.join(sorted(ids))}." if ids else "")
        problems.add("link", page.file, slot.line, message + near)


def _check_target(
    page: Page,
    line: int,
    place: tuple[LocaleCode, str],
    shown: Mapping[tuple[LocaleCode, str], Page],
    hidden: set[tuple[LocaleCode, str]],
    problems: Problems,
) -> bool:
    if place in shown:
        return True
    if place in hidden:
        problems.add(
            "link", page.file, line, f"The page “{place[1]}.md” is a draft or not published today. Publish it, or delete the link."
        )
        return False
    keys = {key for locale, key in shown if locale == place[0]}
    near = did_you_mean(place[1], keys).replace("”?", ".md”?")
    problems.add("link", page.file, line, f"There is no page “{place[1]}.md” in “{place[0]}”. Write the file name of a page.{near}")
    return False


def _check_footer(config: SiteConfig, pages: Sequence[Page], unread: set[str], label: str, problems: Problems) -> None:
    keys = {page.key for page in pages}
    for key in config.footer:
        if key not in keys and not any(f"{label}/{locale}/{key}.md".casefold() in unread for locale in config.locales):
            problems.add(
                "footer",
                config.file,
                config.line("footer"),
                f"There is no page “{key}” for “footer”. Write the names of pages, like “footer: help, privacy”.{did_you_mean(key, keys)}",
            )


def _check_plan(pages: Sequence[Page], plan: ActionPlan | None, folder: str, unread: set[str], problems: Problems) -> None:
    if any(file.startswith(folder.casefold()) for file in unread):
        return
    for page in pages:
        for slot in page.document.slots:
            if isinstance(slot, PlanSlot) and (plan is None or plan.find(slot.reference) is None):
                problems.add(
                    "plan-reference",
                    page.file,
                    slot.line,
                    f"The action plan has no part “{slot.reference}”. Write a number that stands in {folder}.",
                )


def _check_outside_links(config: SiteConfig, pages: Iterable[Page], problems: Problems) -> None:
    for page in pages:
        for link in page.document.outside_links:
            host = urlsplit(link.address).hostname or ""
            if host == urlsplit(config.base_url).hostname:
                message = "This address is on our own site. Write the page's file name in its place, like report.md."
                problems.add("link", page.file, link.line, message)
            elif host.endswith("safelinks.protection.outlook.com"):
                message = "Outlook has wrapped this address in one of its own. Open the page, and copy the address from the browser's address bar."
                problems.add("link", page.file, link.line, message)
            elif host not in config.allowed_hosts:
                problems.add(
                    "allowed-sites", page.file, link.line,
                    f"“{host}” is not in the list of sites that may be linked to. If it can be trusted, add it to “allowed_sites” in site.yml."
                    + did_you_mean(host, config.allowed_hosts),
                )  # fmt: skip
