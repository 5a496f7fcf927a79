"""The whole site, complete and frozen. Must never exist while any of its content has a mistake."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from signpost.addresses import output_file
from signpost.feedback import AFTER_SENDING
from signpost.model import BankHolidays, ContactRoute, Locale, LocaleCode, Page, Redirect, SiteConfig
from signpost.pages.front_matter import HOME, NOT_FOUND
from signpost.plan.model import ActionPlan
from signpost.tested import AccessibilityRecord

ANY_LANGUAGE = "x-default"
"""`hreflang` of the page for readers of no listed language, as Google documents it for pages that let people choose."""


@dataclass(frozen=True)
class Alternate:
    """A page in one language by its whole address, for `hreflang` in its head and in the sitemap."""

    code: str
    address: str


@dataclass(frozen=True)
class Site:
    config: SiteConfig
    locales: Mapping[LocaleCode, Locale]
    pages: tuple[Page, ...]
    """Public pages only, on `today`; with drafts and future pages in a preview."""
    contacts: Mapping[str, ContactRoute]
    plan: ActionPlan | None
    redirects: tuple[Redirect, ...]
    today: date
    holidays: BankHolidays | None = None
    tests: AccessibilityRecord | None = None

    def page(self, locale: LocaleCode, key: str) -> Page | None:
        return self._by_key.get((locale, key))

    @cached_property
    def by_output(self) -> dict[str, Page]:
        """Each page by the file of the output that it is published as."""
        return {output_file(page.path): page for page in self.pages}

    @cached_property
    def _by_key(self) -> dict[tuple[LocaleCode, str], Page]:
        return {(page.locale, page.key): page for page in self.pages}

    def home(self, locale: LocaleCode) -> Page:
        page = self.page(locale, HOME)
        if page is None:  # load refuses a site without a home page
            raise LookupError(f"no home page in {locale}")
        return page

    def alternates(self, key: str) -> list[Alternate]:
        """The same page in each language, itself too; of the home page also the root, which lets people choose.

        Empty on a site of one language. Each page of such a set must name all of it, or search engines pass over it.
        """
        if not self.config.prefixed:
            return []
        pages = [self.page(code, key) for code in self.locales]
        found = [Alternate(page.locale, self.config.base_url + page.path) for page in pages if page is not None]
        return [*found, Alternate(ANY_LANGUAGE, self.config.base_url)] if key == HOME else found

    def is_listed(self, page: Page) -> bool:
        """Whether search engines may lead to it: not to “not found”, nor to what a form shows once it has been sent."""
        return page.key != NOT_FOUND and page.key not in AFTER_SENDING

    def ancestors(self, page: Page) -> list[Page]:
        """The way up from a page to the home page, home first, without the page itself."""
        found: list[Page] = []
        above = page
        while above.parent is not None and (parent := self.page(above.locale, above.parent)) is not None:
            found.append(parent)
            above = parent
        if page.key != HOME:
            found.append(self.home(page.locale))
        return found[::-1]
