"""The cookie choice, made ready for the pages: its scripts, their words, and the appearances it can set.

All of it follows from the list in site.yml; without a list there is nothing of it on any page. Must never let the
scripts outgrow their limit, or hold a word that is not in templates/strings/.
"""

import gzip
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from signpost.cookies import APPEARANCES, CATEGORIES, OptionalCookie, version
from signpost.exit.component import script_hash
from signpost.look.scripts import small_script
from signpost.model import Locale, SiteConfig

SCRIPT_LIMIT = 2000
"""Most bytes of all of it together after gzip: what stands in the page and the script in its file, words included."""

_SETTINGS = re.compile(r"/\* settings: begin \*/.*?/\* settings: end \*/", re.DOTALL)
_STATISTICS = re.compile(r"/\* statistics: begin \*/.*?/\* statistics: end \*/", re.DOTALL)
_WORDS = ("saved", "change", "problem", "hide")
_BUTTONS = (("save", "save"), ("delete", "remove"))
"""What each button of the cookies page does, and the name of its words."""
_STYLE_PARTS = {
    "light": re.compile(r"^:root \{\n(.*?)\n\}", re.DOTALL | re.MULTILINE),
    "dark": re.compile(r"@media \(prefers-color-scheme: dark\) \{\n  :root \{\n(.*?)\n  \}", re.DOTALL),
    "contrast": re.compile(r"@media \(prefers-contrast: more\) \{\n  :root \{\n(.*?)\n  \}", re.DOTALL),
}


@dataclass(frozen=True)
class Consent:
    """`first` stands in the pages, in two places. `scripts` are the file for each language: locale code -> text."""

    first: str
    scripts: Mapping[str, str]
    banner: Mapping[str, str]
    """What the banner says in each language, with | between its parts."""
    forms: Mapping[str, str]
    """The choices on the cookies page in each language, as JSON."""
    counts: bool
    """Whether anything is sent after a yes, so that the policy must allow it."""
    hashes: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "hashes", {code: script_hash(text) for code, text in self.scripts.items()})

    def policy_hashes(self, locale: str | None) -> tuple[str, ...]:
        """What the policy of a page in this language allows; None is the policy for all of them."""
        return (script_hash(self.first), *(text for code, text in self.hashes.items() if locale in (None, code)))


def make_consent(root: Path, config: SiteConfig, locales: Mapping[str, Locale]) -> Consent | None:
    """None when the site keeps nothing: then no page holds anything of it."""
    if not config.cookies:
        return None
    source = (root / "assets" / "consent.js").read_text(encoding="utf-8")
    first = _with_settings((root / "assets" / "consent_first.js").read_text(encoding="utf-8"), version(config.cookies))
    counts = any(cookie.send_to for cookie in config.cookies)
    source = source if counts else _STATISTICS.sub("", source)
    scripts = {code: _with_settings(source, _settings(config.cookies, locale)) for code, locale in locales.items()}
    for code, script in scripts.items():
        size = len(gzip.compress((first + script).encode(), mtime=0))
        if size > SCRIPT_LIMIT:
            raise ValueError(
                f"the consent scripts ({code}) have {size} bytes after gzip and may have {SCRIPT_LIMIT}: shorten the words in templates/strings"
            )
    return Consent(
        first=first,
        scripts=scripts,
        banner={code: _banner(config.cookies, locale.strings) for code, locale in locales.items()},
        forms={code: _form(config.cookies, locale) for code, locale in locales.items()},
        counts=counts,
    )


def _with_settings(source: str, settings: Mapping[str, Any] | str) -> str:
    if len(_SETTINGS.findall(source)) != 1:
        raise ValueError("the marks around the settings of a consent script are gone")
    values = json.dumps(settings, ensure_ascii=False, separators=(",", ":"))
    return small_script(_SETTINGS.sub(lambda _: values, source))


def _settings(cookies: tuple[OptionalCookie, ...], locale: Locale) -> dict[str, Any]:
    settings: dict[str, Any] = {
        "version": version(cookies),
        "letters": "".join(cookie.letter for cookie in cookies),
        "days": cookies[0].days,
        "words": {word: locale.strings[f"consent_{word}"] for word in _WORDS} | {"still": " " + locale.strings["consent_still"]},
    }
    send = next((cookie.send_to for cookie in cookies if cookie.send_to), None)
    return settings | ({"send": send} if send else {})


def _form(cookies: tuple[OptionalCookie, ...], locale: Locale) -> str:
    """The choices on the cookies page as JSON: tag, properties and what stands inside, which the script makes elements of."""
    strings = locale.strings
    optional = [(cookie.letter, strings[name_of(cookie)], f" {cookie.purpose[locale.code]}") for cookie in cookies]
    form: list[Any] = [
        "div",
        {"id": "cookie-choices", "className": "choices"},
        ["p", {}],
        _choices("checkbox", strings["consent_legend"], optional),
    ]
    if any(cookie.name == "appearance" for cookie in cookies):
        looks = [(look, strings[f"consent_look_{look or 'device'}"], "") for look in ("", *APPEARANCES)]
        form.append([*_choices("radio", strings["consent_appearance"], looks), ["p", {"className": "hint"}, strings["consent_lasts"]]])
    buttons = [["button", {"type": "button", "value": value}, strings[f"consent_{word}"]] for value, word in _BUTTONS]
    # On lines of their own, because two brackets beside each other look like a name that nobody filled in.
    return json.dumps([*form, ["div", {}, *buttons]], ensure_ascii=False, indent=0)


def _choices(kind: str, legend: str, rows: Iterable[tuple[str, str, str]]) -> list[Any]:
    """One question with its answers: value, name and what follows the name."""
    labels = [
        ["label", {}, ["input", {"type": kind, "value": value, "name": kind}], ["span", {}, ["b", {}, name], more]]
        for value, name, more in rows
    ]
    return ["fieldset", {}, ["legend", {}, legend], *labels]


def name_of(cookie: OptionalCookie) -> str:
    """The name in templates/strings/ of what readers call this cookie."""
    return f"consent_name_{cookie.name.replace('-', '_')}"


def _banner(cookies: tuple[OptionalCookie, ...], strings: Mapping[str, str]) -> str:
    does = []
    for category in CATEGORIES:
        things = [strings[name_of(cookie).replace("_name_", "_does_")] for cookie in cookies if cookie.category == category]
        if things:
            does.append(strings[f"consent_does_{category}"].format(things=", ".join(things)))
    lead = strings["consent_lead"].format(does="; ".join(does))
    parts = (strings["consent_label"], lead, *(strings[f"consent_{word}"] for word in ("reject", "accept", "customise", "problem")))
    if any("|" in part for part in parts):
        raise ValueError("the words of the cookie banner may not hold |")
    return "|".join(parts)


def appearance_style(style: str) -> str:
    """Each appearance that can be chosen, from the same values that the device's own setting chooses.

    Only on the screen: paper is always white.
    """
    rules = []
    for name, pattern in _STYLE_PARTS.items():
        found = pattern.search(style)
        if found is None:
            raise ValueError(f"assets/site.css no longer holds the values for “{name}” where they are looked for")
        rules.append(f'html[data-appearance="{name}"] {{\n{found[1]}\n}}')
    return "@media screen {\n" + "\n".join(rules) + "\n}\n"
