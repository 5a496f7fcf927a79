"""Pages that hold every language, because nobody knows yet which one their reader speaks: the root, and “not found”.

Must never name one language only, in the text or in the exit.
"""

from dataclasses import replace
from typing import Any

from markupsafe import Markup

from signpost.addresses import Addresses
from signpost.exit.component import ExitPart
from signpost.model import Locale, LocaleCode
from signpost.pages.fill import Filler, Place
from signpost.pages.front_matter import HOME
from signpost.rendering.shell import Shell
from signpost.site import Site

TEMPLATE = "bilingual.html"


class BilingualPages:
    """Gives the variables of the template."""

    def __init__(self, site: Site, shell: Shell, filler: Filler) -> None:
        self._site, self._shell, self._filler = site, shell, filler

    def welcome(self) -> dict[str, Any]:
        """The root of a site in several languages: each language's way in, with the emergency number of each."""
        parts = []
        addresses = Addresses("", self._site.config.base_url)
        for code, locale in self._site.locales.items():
            words = locale.strings
            lead = words["welcome_lead"].format(force=self._site.config.force[code])
            link = Markup('<p class="continue"><a href="{}" hreflang="{}">{}</a></p>')
            body = Markup("<p>{}</p>").format(lead) + link.format(addresses.to(self._site.home(code).path), code, words["welcome_continue"])
            parts.append(self._part(code, HOME, addresses, words["welcome_title"], lead, body))
        return self._page("", parts, addresses, indexed=True)

    def of_page(self, path: str, key: str) -> dict[str, Any]:
        """A page that holds every language, because its reader's language is not known."""
        addresses = Addresses(path, self._site.config.base_url, anywhere=True)
        parts = []
        for code in self._site.locales:
            page = self._site.page(code, key)
            if page is not None:
                body = self._filler.fill(page.document, Place(code, key, addresses))
                parts.append(self._part(code, key, addresses, page.title, page.description, body))
        return self._page(path, parts, addresses, indexed=False)

    def _part(self, code: LocaleCode, key: str, addresses: Addresses, title: str, description: str, body: Markup) -> dict[str, Any]:
        place = Place(code, key, addresses)
        return {
            "locale": self._site.locales[code],
            "t": self._site.locales[code].strings,
            "title": title,
            "description": description,
            "body": body,
            "home": addresses.to(self._site.home(code).path),
            "emergency": self._shell.emergency(place),
        }

    def _page(self, path: str, parts: list[dict[str, Any]], addresses: Addresses, indexed: bool) -> dict[str, Any]:
        first = parts[0]["locale"].code
        place = Place(first, HOME, addresses)
        context = self._shell.around(place, path)
        context |= {
            "parts": parts,
            "indexed": indexed,
            "consent": self._shell.parts.without_banner(first, addresses),
            "welcome": indexed,
            "alternates": self._site.alternates(HOME),
            "exit": self._exit([part["locale"] for part in parts]),
        }
        return context

    def _exit(self, locales: list[Locale]) -> ExitPart:
        """The exit's words in every language of the page, short enough for one line at 320 px."""
        first = self._shell.exits[locales[0].code]
        short = (Markup('<span lang="{}">{}</span>').format(locale.code, locale.strings["exit_short"]) for locale in locales[1:])
        # The link is a flex container: a plain space before an element in it would be lost.
        label = Markup(" /\u00a0").join([Markup.escape(first.label), *short])
        hint = {"escape": "Escape", "escape-twice": "Escape, Escape", "off": ""}[self._site.config.exit.key]
        return replace(first, label=label, hint=hint)
