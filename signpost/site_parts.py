"""The parts of pages that site.yml decides: the cookie banner, the cookie table and choices, the feedback form.

Must never show a form or a choice that the settings do not stand behind, and never leave out one that they need.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from signpost import feedback, tested
from signpost.addresses import Addresses
from signpost.consent import name_of
from signpost.cookies import COOKIE
from signpost.look.assets import Assets, consent_path
from signpost.model import ContactRoute, LocaleCode, Page, SiteConfig
from signpost.pages.document import SitePart
from signpost.problems import Problems, did_you_mean
from signpost.site import Site

COOKIES_PAGE = "cookies"
_BECAUSE = {tested.PART: "It says when and how the site was tested, and"}


class SiteParts:
    """Makes what the templates of these parts need. `leave` is what the exit link is called in each language."""

    def __init__(self, site: Site, assets: Assets, leave: Mapping[LocaleCode, str]) -> None:
        self._site = site
        self._assets = assets
        self._leave = leave

    def consent(self, locale: LocaleCode, key: str, addresses: Addresses) -> dict[str, Any] | None:
        """What every page carries. The cookies page has its choices in place of the banner."""
        made = self._assets.consent
        if made is None:
            return None
        page = self._site.page(locale, COOKIES_PAGE)
        script = self._script(locale, addresses)
        banner = {"words": made.banner[locale], "page": f"{addresses.to(page.path)}#cookie-choices" if page else "", "script": script}
        return {"first": Markup(made.first), "banner": banner if key != COOKIES_PAGE else None}

    def without_banner(self, locale: LocaleCode, addresses: Addresses) -> dict[str, Any] | None:
        """For pages in several languages: what is remembered is put to use and kept up to date, and nothing is asked."""
        made = self._assets.consent
        return {"first": Markup(made.first), "banner": None, "script": self._script(locale, addresses)} if made is not None else None

    def _script(self, locale: LocaleCode, addresses: Addresses) -> dict[str, str] | None:
        made = self._assets.consent
        return {"href": addresses.to(consent_path(made, locale)), "hash": made.hashes[locale]} if made is not None else None

    def values(self, name: str, locale: LocaleCode, addresses: Addresses) -> dict[str, Any]:
        """What the template of one part needs."""
        if name == "feedback-form":
            return {"form": self._form(locale), "config": self._site.config, "leaves": self._leaves("feedback_leaves", locale)}
        if name == tested.PART:
            return tested.statement_values(self._site.tests, self._site.locales[locale].strings, locale)
        made = self._assets.consent
        return {
            "cookies": self._site.config.cookies,
            "name_of": name_of,
            "counts": any(cookie.send_to for cookie in self._site.config.cookies),
            "note": self._cookie_note(locale),
            "script": self._script(locale, addresses),
            "form": made.forms[locale] if made is not None else None,
            "leaves": self._leaves("consent_leaves", locale),
        }

    def _cookie_note(self, locale: LocaleCode) -> str:
        """What the one cookie is, who can read it and what deletes it. It is the host's (RFC 6265, 8.5: a path keeps nobody out)."""
        strings, place = self._site.locales[locale].strings, urlsplit(self._site.config.base_url)
        note = strings["consent_one_cookie_plain" if self._site.config.exit.key == "off" else "consent_one_cookie"]
        readers = strings["consent_readers_site" if place.path == "/" else "consent_readers_host"].format(host=place.hostname)
        return note.format(name=COOKIE, readers=readers, exit=self._leave[locale])

    def _leaves(self, start: str, locale: LocaleCode) -> str:
        """That a key leaves, said beside a form; nothing where no key does."""
        strings = self._site.locales[locale].strings
        ending = {"escape": "escape", "escape-twice": "escape_twice", "off": ""}[self._site.config.exit.key]
        return strings[f"{start}_{ending}"] if ending else ""

    def _form(self, locale: LocaleCode) -> dict[str, Any]:
        settings, config = self._site.config.feedback, self._site.config
        thanks = self._site.page(locale, feedback.THANKS)
        # Netlify wants the page of thanks from the root of the site.
        rooted = Addresses("", config.base_url, anywhere=True)
        contact = self._site.contacts.get(settings.contact or "")
        return {
            "kind": settings.kind,
            "action": settings.address if settings.kind == "address" else rooted.to(thanks.path) if thanks else "",
            "name": f"feedback-{locale}",
            "email": contact.email if contact is not None else None,
        }


def check_site_parts(
    config: SiteConfig, label: str, pages: Sequence[Page], contacts: Mapping[str, ContactRoute], problems: Problems
) -> None:
    """What the settings promise stands on the pages, in every language."""
    needed: list[tuple[str, str | None, str]] = []
    if config.cookies:
        needed += [(COOKIES_PAGE, part, "cookies") for part in ("cookie-table", "cookie-choices")]
    if config.feedback.has_form:
        needed += [(feedback.PAGE, "feedback-form", "feedback"), (feedback.THANKS, None, "feedback"), (feedback.PROBLEM, None, "feedback")]
    for locale in config.locales:
        for key, part, setting in needed:
            _check_part(config, label, locale, (key, part, setting), pages, problems)
        if any(page.locale == locale and page.key == tested.PAGE for page in pages):
            _check_part(config, label, locale, (tested.PAGE, tested.PART, tested.FILE), pages, problems)
    contact = config.feedback.contact
    if contact is not None and contacts and (contact not in contacts or not contacts[contact].email):
        near = did_you_mean(contact, [key for key, route in contacts.items() if route.email])
        problems.add(
            "feedback",
            config.file,
            config.line("feedback"),
            f"“{contact}” is no contact with an email in contacts.yml. Write the key of one that has an email.{near}",
        )


def _check_part(
    config: SiteConfig, label: str, locale: LocaleCode, need: tuple[str, str | None, str], pages: Sequence[Page], problems: Problems
) -> None:
    key, part, setting = need
    file = f"{label}/{locale}/{key}.md"
    page = next((item for item in pages if item.locale == locale and item.key == key), None)
    if page is None:
        if all(problem.file != file for problem in problems):
            problems.add(
                "missing-file",
                file,
                0,
                f"This page is missing, and “{setting}” in site.yml needs it. Write it, or take “{setting}” out of site.yml.",
            )
        return
    count = sum(isinstance(slot, SitePart) and slot.name == part for slot in page.document.slots)
    if part is not None and count != 1:
        problems.add(
            "site-part",
            file,
            1,
            f"“::{part}” stands on this page {count} times. {_BECAUSE.get(part, f'Because of “{setting}” in site.yml it')} must stand here once, alone on its line.",
        )
