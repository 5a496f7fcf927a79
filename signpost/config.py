"""content/site.yml -> SiteConfig. Must never accept a setting it does not know, or invent one that is missing."""

import re
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit

from signpost.cookies import read_cookies
from signpost.exit.component import COMPONENT, ExitSettings, bytes_over_limit
from signpost.feedback import read_feedback
from signpost.files.fields import Fields
from signpost.files.source import read_source
from signpost.files.web_address import address_fault
from signpost.files.yaml_text import read_yaml
from signpost.model import SecurityContact, SiteConfig, Waiver
from signpost.problems import Level, Problems

LOCALES = ("en", "cy")
PHASES = ("alpha", "beta", "live")
HTTPS_ONLY = ("site", "subdomains", "preload")
EXIT_KEYS = ("escape", "escape-twice", "off")
EMERGENCY_PARTS = ("call", "silent")
EXAMPLE_ENDINGS = (".example", ".test", ".invalid", "example.org", "example.com", "example.net")
"""Names that lead nowhere on purpose (RFC 2606): fine for a trial, never for a published site."""
CONTACT_KINDS = (
    "emergency", "non-emergency", "relay", "sign-language", "text", "helpline",
    "online-report", "web-chat", "in-person", "email", "information",
)  # fmt: skip
LIMITS = {"emergency": 90, "non-emergency": 90, "helpline": 90, "other": 180}
"""Days between checks unless site.yml says otherwise."""

MOST_EXIT_ADDRESS = 200
"""Longest exit address: it stands in the script of every page, which must stay small."""

_TELLING = re.compile(r"stalk|stelc|police|heddlu|abuse|camdrin|victim|dioddef|refuge|lloches", re.IGNORECASE)
"""Words that no tab may show to somebody who looks over a shoulder."""
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}")


def read_config(content: Path, label: str, problems: Problems) -> SiteConfig | None:
    """Read the settings and add what is wrong. None only when the file cannot be read at all: with the mistaken
    settings replaced the pages are read on, and all mistakes are shown at once. `label` is the content folder as shown.
    """
    name = f"{label}/site.yml"
    source = read_source(content / "site.yml", name, problems)
    if source is None:
        return None
    entries = read_yaml(source.text, name, problems)
    if entries is None:
        return None
    fields = Fields(entries, name, problems, "site.yml")
    config = read_settings(fields)
    fields.finish()
    return config


def read_settings(fields: Fields) -> SiteConfig:
    """All settings; unknown ones are left to `finish`."""
    locales = _languages(fields)
    base_url = _base_url(fields)
    return SiteConfig(
        file=fields.file,
        base_url=base_url,
        locales=locales,
        name=fields.in_each("name", locales, 60),
        force=fields.in_each("force", locales, 60),
        force_website=_websites(fields, locales),
        brand_colour=_colour(fields),
        phase=fields.choice("phase", PHASES),
        exit=_exit(fields, base_url),
        allowed_hosts=_hosts(fields),
        emergency=_emergency(fields),
        footer=fields.words("footer"),
        contact_limits=_limits(fields),
        security=_security(fields),
        waivers=tuple(_waiver(waiver) for waiver in fields.groups("waivers", "the waiver")),
        footer_note=fields.optional_in_each("footer_note", locales, 200) or {},
        cookies=read_cookies(fields, locales),
        https_only=fields.choice("https_only", HTTPS_ONLY, default="site"),
        feedback=read_feedback(fields),
        lines=fields.lines,
    )


def _languages(fields: Fields) -> tuple[str, ...]:
    named = fields.words("languages")
    found = fields.words_from("languages", LOCALES)
    if not fields.has("languages"):
        fields.wrong("languages", "“languages” is missing from site.yml. Write “languages: en, cy” or “languages: en”.")
    elif len(set(named)) != len(named):
        fields.wrong("languages", "A language is named twice in “languages”. Write “languages: en, cy” or “languages: en”.")
    return found if found and found == named and len(set(found)) == len(found) else LOCALES


def _base_url(fields: Fields) -> str:
    address = fields.address("base_url")
    if address is None and not fields.has("base_url"):
        fields.wrong("base_url", "“base_url” is missing from site.yml. Write “base_url: https://…/”.", "missing-field")
    text = address or "https://example.org/"
    if ".." in urlsplit(text).path or "//" in urlsplit(text).path:
        fields.wrong("base_url", "“base_url” may not have .. or // in its path. Write the plain address of the site.")
    if urlsplit(text).query or urlsplit(text).fragment:
        fields.wrong("base_url", "“base_url” may not have a ? or a # in it. Write the plain address of the site.")
    if (urlsplit(text).hostname or "").endswith(EXAMPLE_ENDINGS):
        message = "“base_url” is still an example. Before publishing, write the address at which the site will stand."
        fields.problems.add("example-address", fields.file, fields.line("base_url"), message, Level.WARNING)
    return text if text.endswith("/") else text + "/"


def _websites(fields: Fields, locales: tuple[str, ...]) -> dict[str, str]:
    group = fields.group("force_website", "“force_website”")
    if group is None:
        if not fields.has("force_website"):
            fields.wrong("force_website", "“force_website” is missing from site.yml. Write an https address for each language.")
        return dict.fromkeys(locales, "")
    found = {code: group.address(code) or "" for code in locales}
    for code in locales:
        if not group.has(code):
            group.wrong(code, f"“{code}” is missing from “force_website”. Write “{code}: https://…”.", "missing-field")
    group.finish()
    return found


def _colour(fields: Fields) -> str:
    colour = fields.text("brand_colour", example='"#16325c"').lower()
    if re.fullmatch(r"#[0-9a-f]{6}", colour):
        return colour
    if colour:
        fields.wrong("brand_colour", f'“{colour}” is not a colour. Write # and six signs between quotes: "#16325c".')
    return "#000000"


def _exit(fields: Fields, site: str) -> ExitSettings:
    """`site` is the address of this site, which is no place to leave to."""
    fallback = ExitSettings("https://www.bbc.co.uk/weather", "BBC Weather", "escape", True)
    group = fields.group("exit", "“exit”")
    if group is None:
        if not fields.has("exit"):
            fields.wrong("exit", "“exit” is missing from site.yml. Write its address, title, key and discreet lines.", "missing-field")
        return fallback
    address = group.address("address")
    if address is None and not group.has("address"):
        group.wrong("address", "“address” is missing from “exit”. Write the https address to leave to.", "missing-field")
    elif address is not None and len(address) > MOST_EXIT_ADDRESS:
        group.wrong(
            "address", f"“address” has {len(address)} characters; the most is {MOST_EXIT_ADDRESS}. Choose a page with a shorter address."
        )
    elif address is not None and "'" in address:
        group.wrong("address", "“address” may not hold quotation marks, < or >. Copy it from the browser's address bar.")
    elif address is not None and urlsplit(address).hostname == urlsplit(site).hostname:
        group.wrong("address", "“address” leads to this site itself. Choose a page of another site, such as a weather forecast.")
    title = group.text("title", 80, "BBC Weather")
    if re.search(r"[<>]", title):
        group.wrong("title", "“title” may not hold < or >. Write the plain title of the page.")
    telling = _TELLING.search(f"{address} {title}")
    if telling is not None:
        group.wrong(
            "address",
            f"“{telling[0]}” in the exit's address or title says what was read. Choose an everyday page, such as a weather forecast.",
        )
    key = group.choice("key", EXIT_KEYS, "escape")
    discreet = group.yes("discreet", True)
    settings = fallback
    if address and address_fault(address) is None and title.strip() and not group.problems.errors:
        settings = ExitSettings(address, title.strip(), cast("Literal['escape', 'escape-twice', 'off']", key), discreet)
        over = bytes_over_limit(COMPONENT, settings)
        if over:
            group.wrong(
                "address",
                f"“address” and “title” make the exit's script {over} bytes too long. Choose a page with a shorter address or title.",
            )
            settings = fallback
    group.finish()
    return settings


def _hosts(fields: Fields) -> frozenset[str]:
    hosts = fields.words("allowed_sites")
    for host in hosts:
        if not _HOST.fullmatch(host):
            message = f"“{host}” is not the name of a site. Write it like www.legislation.gov.uk."
            fields.problems.add("field", fields.file, fields.line_of("allowed_sites", host), message)
    if len(set(hosts)) != len(hosts):
        twice = sorted({host for host in hosts if hosts.count(host) > 1})
        line = fields.line_of("allowed_sites", twice[0])
        fields.problems.add("field", fields.file, line, f"Written twice in “allowed_sites”: {', '.join(twice)}. Keep one of each.")
    return frozenset(re.sub(r"^https?://|/.*", "", host) for host in hosts)


def _emergency(fields: Fields) -> dict[str, str]:
    group = fields.group("emergency", "“emergency”")
    if group is None:
        if not fields.has("emergency"):
            fields.wrong("emergency", "“emergency” is missing from site.yml. Name a contact for each part of the panel.", "missing-field")
        return {}
    found = {part: group.text(part, example="a key of contacts.yml") for part in EMERGENCY_PARTS}
    group.finish()
    return found


def _limits(fields: Fields) -> dict[str, int]:
    group = fields.group("check_contacts_every", "“check_contacts_every”")
    if group is None:
        return dict(LIMITS)
    limits = {kind: group.whole(kind, LIMITS.get(kind, LIMITS["other"]), 1, 366) for kind in (*CONTACT_KINDS, "other")}
    group.finish()
    return limits


def _security(fields: Fields) -> SecurityContact | None:
    group = fields.group("security", "“security”")
    if group is None:
        return None
    contact = group.address("contact")
    if contact is None and not group.has("contact"):
        group.wrong("contact", "“contact” is missing from “security”. Write the https address for reporting security faults.")
    found = SecurityContact(contact or "", group.day("expires"), group.address("policy"))
    group.finish()
    return found


def _waiver(fields: Fields) -> Waiver:
    waiver = Waiver(
        rule=fields.text("rule", 60),
        page=fields.text("page", 200),
        reason=fields.text("reason", 400),
        until=fields.day("until"),
        line=fields.start,
    )
    fields.finish()
    return waiver
