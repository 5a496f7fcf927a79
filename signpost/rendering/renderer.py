"""Site -> the bytes of every page, by Jinja2. What a template names and nobody gives stops the build.

Must never read content, look at the clock, or write a file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from signpost.addresses import Addresses
from signpost.contacts.data import MOST_INSIDE, contact_points, points_path
from signpost.contacts.lists import cards_of
from signpost.contacts.opening import opening_data
from signpost.hosting.servers import NOT_FOUND as NOT_FOUND_FILE
from signpost.look.assets import Assets
from signpost.model import ContactRoute, Locale, LocaleCode, Page
from signpost.pages.document import Document, Heading
from signpost.pages.fill import Filler, Place
from signpost.pages.front_matter import HOME, NOT_FOUND
from signpost.plan.overview import PlanView
from signpost.plan.places import OVERVIEW, template_of
from signpost.rendering.bilingual import TEMPLATE as BILINGUAL
from signpost.rendering.bilingual import BilingualPages
from signpost.rendering.link import Link
from signpost.rendering.shell import Shell
from signpost.site import Site

FEWEST_HEADINGS_FOR_CONTENTS = 3
_TEMPLATES = {HOME: "home.html"}
WELCOME_FILE = "index.html"
"""The root of a site whose languages have a folder each."""


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
        self._environment = environment(root, compiled)
        self._shell = Shell(site, assets, root, preview)
        self._filler = Filler(site, self._environment, self._shell.parts)
        self._bilingual = BilingualPages(site, self._shell, self._filler)
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
            return self._bytes(BILINGUAL, self._bilingual.of_page(path, NOT_FOUND))
        if path == WELCOME_FILE and self._site.config.prefixed:
            return self._bytes(BILINGUAL, self._bilingual.welcome())
        return self._page(self._site.by_output[path])

    def _page(self, page: Page) -> bytes:
        place = Place(page.locale, page.key, Addresses(page.path, self._site.config.base_url))
        document = page.document.whole
        lead, body = _split(self._filler.fill(document, place))
        context = self._shell.around(place, page.path)
        context |= {
            "page": page,
            "lead": lead,
            "body": body,
            "contents": _contents(page, document),
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

    def _locale(self, code: LocaleCode) -> Locale:
        return self._site.locales[code]

    def _trail(self, page: Page, place: Place) -> list[Link]:
        """The way up to the home page, which goes by its short name."""
        home = self._locale(page.locale).strings["home_crumb"]
        return [Link(home if above.key == HOME else above.title, place.addresses.to(above.path)) for above in self._site.ancestors(page)]

    def _languages(self, page: Page, place: Place) -> list[LanguageLink]:
        found = []
        for code, locale in self._site.locales.items():
            other = self._site.page(code, page.key)
            if code != page.locale and other is not None:
                found.append(LanguageLink(code, locale.name, place.addresses.to(other.path)))
        return found

    def _bytes(self, template: str, context: Mapping[str, Any]) -> bytes:
        text = self._environment.get_template(template).render(context)
        lines = (line.rstrip() for line in text.split("\n"))
        return ("\n".join(line for line in lines if line) + "\n").encode()


def _split(body: Markup) -> tuple[Markup, Markup]:
    """What stands before the first second-level heading, and the rest: the list of headings goes between them."""
    lead, mark, rest = str(body).partition("<h2 ")
    return Markup(lead), Markup(mark + rest)


def _contents(page: Page, document: Document) -> list[Heading]:
    headings = [heading for heading in document.headings if heading.level == 2]
    return headings if len(headings) >= FEWEST_HEADINGS_FOR_CONTENTS and page.key != HOME and page.has_contents else []
