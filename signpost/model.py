"""The nouns of a site, complete and frozen: what `load` makes and `render` reads.

No input, no output, no rules about how they are written in files. Must never be half-made: every value here has
already been checked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from signpost.cookies import OptionalCookie
from signpost.exit.component import ExitSettings
from signpost.feedback import FeedbackSettings
from signpost.pages.document import Document

LocaleCode = str


@dataclass(frozen=True)
class Locale:
    """One language of the site; `strings` are the words of the templates in it."""

    code: LocaleCode
    name: str
    strings: Mapping[str, str]


@dataclass(frozen=True)
class Waiver:
    """Excuses one rule on one page until a day, with the reason."""

    rule: str
    page: str
    reason: str
    until: date
    line: int


@dataclass(frozen=True)
class SecurityContact:
    """What `/.well-known/security.txt` says (RFC 9116)."""

    contact: str
    expires: date
    policy: str | None


@dataclass(frozen=True)
class SiteConfig:
    """`content/site.yml`."""

    file: str
    base_url: str
    locales: tuple[LocaleCode, ...]
    name: Mapping[LocaleCode, str]
    force: Mapping[LocaleCode, str]
    force_website: Mapping[LocaleCode, str]
    brand_colour: str
    phase: str
    exit: ExitSettings
    allowed_hosts: frozenset[str]
    emergency: Mapping[str, str]
    """Which contact route plays which part of the emergency panel: call, silent."""
    footer: tuple[str, ...]
    contact_limits: Mapping[str, int]
    """Days after which a contact must be checked again, by kind; `other` for the rest."""
    security: SecurityContact | None
    waivers: tuple[Waiver, ...]
    footer_note: Mapping[LocaleCode, str]
    cookies: tuple[OptionalCookie, ...] = ()
    """What the site may remember on a reader's device, after a yes."""
    https_only: str = "site"
    """How far “only by https” reaches: site, subdomains or preload."""
    feedback: FeedbackSettings = field(default_factory=FeedbackSettings)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The line of each setting in its file."""

    def line(self, name: str) -> int:
        return self.lines.get(name, 0)

    @property
    def prefixed(self) -> bool:
        """Whether addresses start with the language: only where there is more than one."""
        return len(self.locales) > 1


@dataclass(frozen=True, slots=True)
class Review:
    owner: str
    checked_on: date
    due: date


@dataclass(frozen=True, slots=True)
class Translation:
    """A page made from another language's page; `reviewed_by` is None until somebody has read it."""

    reviewed_by: str | None
    made_from: str | None = None
    """Stamp of the source as it was when the translation last said the same (`signpost.pages.stamps`)."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language. `key` is its file name without `.md`, the same in every language."""

    key: str
    locale: LocaleCode
    file: str
    title: str
    description: str
    review: Review
    translation: Translation | None
    parent: str | None
    path: str
    """Where it is published, without the leading slash: `cy/rhoi-gwybod/`."""
    draft: bool
    publish_on: date | None
    expires_on: date | None
    has_contents: bool
    """Whether a list of the headings is shown; `contents: no` leaves it out."""
    document: Document
    stamp: str = ""
    """Of its words, for what is translated from it (`signpost.pages.stamps`)."""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The line of each setting in the file."""
    digest: str = ""
    """Of all that it was read from; empty for pages that the generator makes, and where nothing is kept (`signpost.kept.memory`)."""

    def line(self, name: str) -> int:
        return self.lines.get(name, 1)

    def is_public(self, today: date) -> bool:
        if self.draft or (self.publish_on is not None and today < self.publish_on):
            return False
        return self.expires_on is None or today < self.expires_on


@dataclass(frozen=True)
class Period:
    """Opening on some days of the week (0 is Monday), in minutes after midnight, UK time. `closes` may be 1440."""

    days: tuple[int, ...]
    opens: int
    closes: int


@dataclass(frozen=True)
class OpeningHours:
    """`always`, or periods, or neither: then nobody knows and the reader is sent to the service's website."""

    always: bool
    periods: tuple[Period, ...]
    bank_holidays: str
    """open, closed or unknown"""

    @property
    def unknown(self) -> bool:
        return not self.always and not self.periods


@dataclass(frozen=True)
class BankHolidays:
    """`content/bank_holidays.yml`: every bank holiday from `first` to `last` in some parts of the UK."""

    areas: tuple[str, ...]
    first: date
    last: date
    days: tuple[date, ...]


@dataclass(frozen=True)
class TextLine:
    """A number that takes text messages."""

    number: str
    keyword: str | None
    register: str | None


@dataclass(frozen=True)
class ContactRoute:
    """One way to reach one service, from `content/contacts.yml`."""

    id: str
    file: str
    line: int
    kind: str
    name: Mapping[LocaleCode, str]
    what_for: Mapping[LocaleCode, str]
    number: str | None
    keypad: str | None
    sms: TextLine | None
    relay: str | None
    """All that is dialled through Relay UK, with its prefix."""
    web_chat: str | None
    email: str | None
    website: str | None
    place: Mapping[LocaleCode, str] | None
    hours: OpeningHours
    cost: Mapping[LocaleCode, str] | None
    on_bill: str
    languages: tuple[str, ...]
    areas: tuple[str, ...]
    audiences: tuple[str, ...]
    needs: tuple[str, ...]
    owner: str
    sources: tuple[str, ...]
    checked_on: date
    checked_by: str

    def check_due(self, limits: Mapping[str, int]) -> date:
        """The day on which the route must be checked again."""
        return date.fromordinal(self.checked_on.toordinal() + limits.get(self.kind, limits["other"]))


@dataclass(frozen=True)
class Redirect:
    """An address that once was published, kept for ever."""

    old: str
    new: str
    line: int
    new_line: int = 0
    """The line of `new`; 0 where it does not matter."""
