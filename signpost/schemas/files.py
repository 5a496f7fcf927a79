"""The files of the content and what each may hold. The only list of them; what stands in them is asked of their readers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from signpost import config
from signpost.contacts import bank_holidays, register
from signpost.exit.component import ExitSettings
from signpost.files.fields import Fields
from signpost.hosting import redirects
from signpost.model import SiteConfig
from signpost.pages import front_matter
from signpost.pages.document import Document
from signpost.plan import parts, plans, updates
from signpost.schemas.recorder import Rule, rules_of
from signpost.words import word_list

LOCALES = ("en", "cy")


@dataclass(frozen=True)
class ContentFile:
    """`name` of its schema, which files it is for (below content/, with * for any name), and what it is."""

    name: str
    matches: str
    what: str
    read: Callable[[Fields], object]

    def rules(self) -> dict[str, Rule]:
        return rules_of(self.read)


def content_files() -> Sequence[ContentFile]:
    return (
        ContentFile("site", "site.yml", "The settings of the site.", config.read_settings),
        ContentFile("contacts", "contacts.yml", "The one list of contacts: every number, hour and address.", _contacts),
        ContentFile(
            "plan", "action-plan/plan.yml", "The action plan as a whole.", lambda fields: plans.read_header(fields, LOCALES, (), ())
        ),
        ContentFile(
            "recommendation",
            "action-plan/recommendation-*.yml",
            "One recommendation of the plan.",
            lambda fields: parts.read_recommendation(fields, LOCALES),
        ),
        ContentFile(
            "updates",
            "action-plan/updates*.yml",
            "What was said of the plan, and when. Only ever added to.",
            lambda fields: updates.read_updates(fields, LOCALES, date.max),
        ),
        ContentFile("bank-holidays", "bank_holidays.yml", "The bank holidays.", bank_holidays.read_list),
        ContentFile("redirects", "redirects.yml", "Addresses that lead to others.", _redirects),
        ContentFile("words", "words.yml", "Words for the advice on spelling and wording.", word_list.read_list),
        ContentFile("page", "en/*.md", "The settings of a page, between the lines of dashes.", lambda fields: _page(fields, "en")),
        ContentFile("translation", "cy/*.md", "The settings of a translated page.", lambda fields: _page(fields, "cy")),
    )


def _contacts(fields: Fields) -> None:
    for group in fields.groups("contacts", ""):
        register.read_route(group, LOCALES, date.max)
    if not fields.has("contacts"):
        fields.wrong("contacts", "is missing")


def _redirects(fields: Fields) -> None:
    for group in fields.groups("redirects", ""):
        redirects.read_redirect(group)


def _page(fields: Fields, locale: str) -> None:
    front_matter.read_settings(fields, "help", locale, _any_site(), Document((), (), (), ()), "")


def _any_site() -> SiteConfig:
    """A site of two languages; a page's settings depend on nothing else of it."""
    leave = ExitSettings("https://www.bbc.co.uk/weather", "BBC Weather", "escape", True)
    return SiteConfig("", "", LOCALES, {}, {}, {}, "", "beta", leave, frozenset(), {}, (), {}, None, (), {})
