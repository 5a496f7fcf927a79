"""Site -> the bytes of every page, by Jinja2. What a template names and nobody gives stops the build.

Must never read content, look at the clock, or write a file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from signpost.addresses import Addresses
from signpost.contacts.data import MOST_INSIDE, contact_points, points_path
from signpost.contacts.lists import cards_of
from signpost.contacts.numbers import spoken, tel_address
from signpost.contacts.opening import opening_data
from signpost.contacts.words import shown_digits
from signpost.exit.component import ExitPart, read_exit_strings
from signpost.feedback import PAGE as FEEDBACK
from signpost.hosting.policy import content_policy
from signpost.hosting.servers import NOT_FOUND as NOT_FOUND_FILE
from signpost.look.assets import Assets
from signpost.model import ContactRoute, Locale, LocaleCode, Page
from signpost.pages.fill import Filler, Place
from signpost.pages.front_matter import HOME, NOT_FOUND
from signpost.plan.overview import PlanView
from signpost.plan.places import OVERVIEW, template_of
from signpost.said import said
from signpost.site import Site
from signpost.site_parts import COOKIES_PAGE, SiteParts

FEWEST_HEADINGS_FOR_CONTENTS = 3
_TEMPLATES = {HOME: "home.html"}
_SILENT_PAGE = "danger"
WELCOME_FILE = "index.html"
"""The root of a site whose languages have a folder each."""


@dataclass(frozen=True)
class Link:
    title: str
    href: str
    description: str = ""


@dataclass(frozen=True)
class LanguageLink:
    code: LocaleCode
    name: str
    href: str


def environment(root: Path, compiled: BytecodeCache | None = None) -> Environment:
    return Environment(
        loader=FileSystemLoader([root / "templates", root / "quick_exit"]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled,
    )


class Renderer:
    """Renders one site. Templates are compiled once."""

    def __init__(self, site: Site, assets: Assets, root: Path, preview: bool = False, compiled: BytecodeCache | None = None) -> None:
        self._site = site
        self._assets = assets
        self._environment = environment(root, compiled)
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
        self._exits = {code: words.part(site.config.exit) for code, words in read_exit_strings(root / "quick_exit").items()}
        self._parts = SiteParts(site, assets, {code: part.label for code, part in self._exits.items()})
        self._filler = Filler(site, self._environment, self._parts)
        self._data: dict[tuple[str, ...], tuple[Markup | None, Markup | None]] = {}

    def render(self) -> dict[str, bytes]:
        """Every page as path of its file -> bytes."""
        return {path: self.make(path) for path in self.paths}

    @cached_property
    def paths(self) -> list[str]:
        """The files of all pages."""
        found = [path for path, page in self._site.by_output.items() if page.key != NOT_FOUND] + [NOT_FOUND_FILE]
        return [*found, WELCOME_FILE] if self._site.config.prefixed else found

    def make(self, path: str) -> bytes:
        """One of the pages, so that a preview can make the one that is looked at first."""
        if path == NOT_FOUND_FILE:
            return self._bilingual(path, NOT_FOUND)
        if path == WELCOME_FILE and self._site.config.prefixed:
            return self._welcome()
        return self._page(self._site.by_output[path])

    def _page(self, page: Page) -> bytes:
        place = Place(page.locale, page.key, Addresses(page.path, self._site.config.base_url))
        lead, body = _split(self._filler.fill(page.document, place))
        context = self._shell(place, page.path)
        context |= {
            "page": page,
            "lead": lead,
            "body": body,
            "contents": self._contents(page),
            "trail": self._trail(page, place),
            "languages": self._languages(page, place),
            "alternates": self._site.alternates(page.key),
            "indexed": self._site.is_listed(page),
        }
        cards = cards_of(page.document, self._site)
        context["opening"], context["contact_points"] = self._data_of(cards, page.locale)
        context["contact_file"] = place.addresses.to(points_path(page.locale)) if len(cards) > MOST_INSIDE else None
        template = template_of(page.key) if self._site.plan is not None else None
        overview = self._site.page(page.locale, OVERVIEW)
        if template is not None and self._site.plan is not None and overview is not None:
            words = self._locale(page.locale)
            context["plan"] = PlanView(self._site.plan, page, words, place.addresses, self._site.today, overview.path)
        return self._bytes(template or _TEMPLATES.get(page.key, "page.html"), context)

    def _data_of(self, cards: Sequence[ContactRoute], locale: LocaleCode) -> tuple[Markup | None, Markup | None]:
        """Opening hours and contact points of some cards, worked out once: most pages have the same few."""
        key = (locale, *(route.id for route in cards))
        if key not in self._data:
            self._data[key] = opening_data(cards, self._site, self._locale(locale).strings), contact_points(cards, self._site, locale)
        return self._data[key]

    def _shell(self, place: Place, path: str) -> dict[str, Any]:
        """What every page needs around its own text."""
        site, locale = self._site, self._locale(place.locale)
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
            "exit": self._exits[place.locale],
            "preview": self._preview,
            "policy": own_policy or self._policies[styles, place.locale],
            "consent": self._parts.consent(place.locale, place.key, place.addresses),
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
            "emergency": self._emergency(place),
            "feedback": to(feedback.path) if feedback is not None and place.key != FEEDBACK else None,
            "footer": self._footer(place),
            "said": lambda day: said(day, place.locale),
        }

    def _locale(self, code: LocaleCode) -> Locale:
        return self._site.locales[code]

    def _emergency(self, place: Place) -> dict[str, Any]:
        """The panel on every page: who to call, and what to press for who cannot speak."""
        parts, contacts = self._site.config.emergency, self._site.contacts
        call, silent = contacts[parts["call"]], contacts[parts["silent"]]
        number = call.number or ""
        strings = self._locale(place.locale).strings
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

    def _trail(self, page: Page, place: Place) -> list[Link]:
        """The way up to the home page, which goes by its short name."""
        home = self._locale(page.locale).strings["home_crumb"]
        return [Link(home if above.key == HOME else above.title, place.addresses.to(above.path)) for above in self._site.ancestors(page)]

    def _contents(self, page: Page) -> list[Any]:
        headings = [heading for heading in page.document.headings if heading.level == 2]
        return headings if len(headings) >= FEWEST_HEADINGS_FOR_CONTENTS and page.key != HOME and page.has_contents else []

    def _languages(self, page: Page, place: Place) -> list[LanguageLink]:
        found = []
        for code, locale in self._site.locales.items():
            other = self._site.page(code, page.key)
            if code != page.locale and other is not None:
                found.append(LanguageLink(code, locale.name, place.addresses.to(other.path)))
        return found

    def _welcome(self) -> bytes:
        """The root of a site in several languages: each language's way in, with the emergency number of each."""
        parts = []
        addresses = Addresses("", self._site.config.base_url)
        for code, locale in self._site.locales.items():
            words = locale.strings
            lead = words["welcome_lead"].format(force=self._site.config.force[code])
            link = Markup('<p class="continue"><a href="{}" hreflang="{}">{}</a></p>')
            body = Markup("<p>{}</p>").format(lead) + link.format(addresses.to(self._site.home(code).path), code, words["welcome_continue"])
            parts.append(self._bilingual_part(code, HOME, addresses, words["welcome_title"], lead, body))
        return self._bilingual_page("", parts, addresses, indexed=True)

    def _bilingual(self, path: str, key: str) -> bytes:
        """A page that holds every language, because its reader's language is not known."""
        addresses = Addresses(path, self._site.config.base_url, anywhere=True)
        parts = []
        for code in self._site.locales:
            page = self._site.page(code, key)
            if page is not None:
                body = self._filler.fill(page.document, Place(code, key, addresses))
                parts.append(self._bilingual_part(code, key, addresses, page.title, page.description, body))
        return self._bilingual_page(path, parts, addresses, indexed=False)

    def _bilingual_part(
        self, code: LocaleCode, key: str, addresses: Addresses, title: str, description: str, body: Markup
    ) -> dict[str, Any]:
        place = Place(code, key, addresses)
        return {
            "locale": self._locale(code),
            "t": self._locale(code).strings,
            "title": title,
            "description": description,
            "body": body,
            "home": addresses.to(self._site.home(code).path),
            "emergency": self._emergency(place),
        }

    def _bilingual_page(self, path: str, parts: list[dict[str, Any]], addresses: Addresses, indexed: bool) -> bytes:
        first = parts[0]["locale"].code
        place = Place(first, HOME, addresses)
        context = self._shell(place, path)
        context |= {
            "parts": parts,
            "indexed": indexed,
            "consent": self._parts.without_banner(first, addresses),
            "welcome": indexed,
            "alternates": self._site.alternates(HOME),
            "exit": self._bilingual_exit([part["locale"] for part in parts]),
        }
        return self._bytes("bilingual.html", context)

    def _bilingual_exit(self, locales: list[Locale]) -> ExitPart:
        """The exit's words in every language of the page, short enough for one line at 320 px."""
        first = self._exits[locales[0].code]
        short = (Markup('<span lang="{}">{}</span>').format(locale.code, locale.strings["exit_short"]) for locale in locales[1:])
        # The link is a flex container: a plain space before an element in it would be lost.
        label = Markup(" /\u00a0").join([Markup.escape(first.label), *short])
        hint = {"escape": "Escape", "escape-twice": "Escape, Escape", "off": ""}[self._site.config.exit.key]
        return replace(first, label=label, hint=hint)

    def _bytes(self, template: str, context: Mapping[str, Any]) -> bytes:
        text = self._environment.get_template(template).render(context)
        lines = (line.rstrip() for line in text.split("\n"))
        return ("\n".join(line for line in lines if line) + "\n").encode()


def _split(body: Markup) -> tuple[Markup, Markup]:
    """What stands before the first second-level heading, and the rest: the list of headings goes between them."""
    lead, mark, rest = str(body).partition("<h2 ")
    return Markup(lead), Markup(mark + rest)
