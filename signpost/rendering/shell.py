"""What stands around the text of every page: the exit, the emergency panel, styles and scripts with their policy, the footer.

Must never leave the exit or the policy out of a page, whatever its template is.
"""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from signpost.contacts.numbers import spoken, tel_address
from signpost.contacts.words import shown_digits
from signpost.exit.component import read_exit_strings
from signpost.feedback import PAGE as FEEDBACK
from signpost.hosting.policy import content_policy
from signpost.look.assets import Assets
from signpost.pages.fill import Place
from signpost.plan.places import template_of
from signpost.rendering.link import Link
from signpost.said import said
from signpost.site import Site
from signpost.site_parts import COOKIES_PAGE, SiteParts

_SILENT_PAGE = "danger"


class Shell:
    """That of one site, for its pages and their languages."""

    def __init__(self, site: Site, assets: Assets, root: Path, preview: bool) -> None:
        self._site = site
        self._assets = assets
        self._preview = preview
        self._policies = {
            (styles, code): content_policy(assets, preview, locale=code, styles=styles)
            for styles in ((), (assets.plan_style,))
            for code in site.locales
        }
        form_action = site.config.feedback.form_action
        self._own_policies = {
            (key, code): content_policy(assets, preview, action, code, (assets.form_style,))
            for key, action in ((FEEDBACK, form_action), (COOKIES_PAGE, "'none'"))
            for code in site.locales
        }
        self.exits = {code: words.part(site.config.exit) for code, words in read_exit_strings(root / "quick_exit").items()}
        self.parts = SiteParts(site, assets, {code: part.label for code, part in self.exits.items()})

    def around(self, place: Place, path: str) -> dict[str, Any]:
        """The variables of a template. `path` is the address of the page."""
        site = self._site
        locale = site.locales[place.locale]
        to = place.addresses.to
        feedback = site.page(place.locale, FEEDBACK)
        own_policy = self._own_policies.get((place.key, place.locale))
        is_of_plan = site.plan is not None and template_of(place.key) is not None
        styles = (self._assets.plan_style,) if is_of_plan else ()
        return {
            "site": site,
            "config": site.config,
            "locale": locale,
            "t": locale.strings,
            "exit": self.exits[place.locale],
            "preview": self._preview,
            "policy": own_policy or self._policies[styles, place.locale],
            "consent": self.parts.consent(place.locale, place.key, place.addresses),
            "consent_over": Markup(self._assets.consent_over),
            "welcome": False,
            "exit_script": Markup(self._assets.exit_script),
            "style": Markup(self._assets.style),
            "more_styles": [Markup(style) for style in ((self._assets.form_style,) if own_policy else styles)],
            "print_style": to(self._assets.print_style),
            "print_hash": self._assets.print_hash,
            "open_now": {"href": to(self._assets.open_now), "hash": self._assets.open_now_hash},
            "opening": None,
            "contact_points": None,
            "contact_file": None,
            "canonical": site.config.base_url + path,
            "home": to(site.home(place.locale).path),
            "emergency": self.emergency(place),
            "feedback": to(feedback.path) if feedback is not None and place.key != FEEDBACK else None,
            "footer": self._footer(place),
            "said": lambda day: said(day, place.locale),
        }

    def emergency(self, place: Place) -> dict[str, Any]:
        """The panel on every page: who to call, and what to press for who cannot speak."""
        parts, contacts = self._site.config.emergency, self._site.contacts
        call, silent = contacts[parts["call"]], contacts[parts["silent"]]
        number = call.number or ""
        strings = self._site.locales[place.locale].strings
        words = strings["emergency_call"].format(number=number)
        more = self._site.page(place.locale, _SILENT_PAGE)
        return {
            "call": {"href": tel_address(number), "number": number, "label": f"{words}, {spoken(number)}"},
            "silent": Markup.escape(strings["emergency_silent"]).format(keypad=shown_digits(silent.keypad or "")),
            "more": place.addresses.to(more.path) if more is not None and place.key != _SILENT_PAGE else None,
        }

    def _footer(self, place: Place) -> list[Link]:
        pages = [self._site.page(place.locale, key) for key in self._site.config.footer]
        return [Link(page.title, place.addresses.to(page.path)) for page in pages if page is not None]
