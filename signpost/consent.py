"""The cookie choice, made ready for the pages: its two scripts, their words, and the appearances it can set.

All of it follows from the list in site.yml; without a list there is nothing of it on any page. Must never let the
scripts outgrow their limit, or hold a word that is not in templates/strings/.
"""

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from signpost.cookies import APPEARANCES, OptionalCookie, value_pattern, version
from signpost.exit import script_hash
from signpost.model import Locale, SiteConfig
from signpost.scripts import small_script

SCRIPT_LIMIT = 2000
"""Most bytes of the script in its file after gzip, its words included."""

_SETTINGS = re.compile(r"/\* settings: begin \*/.*?/\* settings: end \*/", re.DOTALL)
_WORDS = ("optional", "looks", "lasts", "save", "saved", "change", "problem", "hide", "remove", "gone")
_STYLE_PARTS = {
    "light": re.compile(r"^:root \{\n(.*?)\n\}", re.DOTALL | re.MULTILINE),
    "dark": re.compile(r"@media \(prefers-color-scheme: dark\) \{\n  :root \{\n(.*?)\n  \}", re.DOTALL),
    "contrast": re.compile(r"@media \(prefers-contrast: more\) \{\n  :root \{\n(.*?)\n  \}", re.DOTALL),
}


@dataclass(frozen=True)
class Consent:
    """`first` stands in every page. `scripts` are the file for each language: path without its folder -> text."""

    first: str
    scripts: Mapping[str, str]
    banner: Mapping[str, str]
    """What the banner says in each language, with | between its parts."""
    counts: bool
    """Whether anything is sent after a yes, so that the policy must allow it."""
    hashes: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "hashes", {code: script_hash(text) for code, text in self.scripts.items()})

    @property
    def policy_hashes(self) -> tuple[str, ...]:
        return (script_hash(self.first), *self.hashes.values())


def make_consent(root: Path, config: SiteConfig, locales: Mapping[str, Locale]) -> Consent | None:
    """None when the site keeps nothing: then no page holds anything of it."""
    if not config.cookies:
        return None
    pattern = value_pattern(config.cookies, config.locales)
    source = (root / "assets" / "consent.js").read_text(encoding="utf-8")
    first = (root / "assets" / "consent_first.js").read_text(encoding="utf-8")
    scripts = {code: _with_settings(source, _settings(config.cookies, pattern, locale)) for code, locale in locales.items()}
    for code, script in scripts.items():
        size = len(gzip.compress(script.encode(), mtime=0))
        if size > SCRIPT_LIMIT:
            raise ValueError(
                f"the consent script ({code}) has {size} bytes after gzip and may have {SCRIPT_LIMIT}: shorten the purposes in site.yml"
            )
    return Consent(
        first=_with_settings(first, {"pattern": pattern}),
        scripts=scripts,
        banner={code: _banner(config.cookies, locale.strings) for code, locale in locales.items()},
        counts=any(cookie.send_to for cookie in config.cookies),
    )


def _with_settings(source: str, settings: Mapping[str, Any]) -> str:
    if len(_SETTINGS.findall(source)) != 1:
        raise ValueError("the marks around the settings of a consent script are gone")
    values = json.dumps(settings, ensure_ascii=False, separators=(",", ":"))
    return small_script(_SETTINGS.sub(lambda _: values, source))


def _settings(cookies: tuple[OptionalCookie, ...], pattern: str, locale: Locale) -> dict[str, Any]:
    strings = locale.strings
    shows_looks = any(cookie.name == "appearance" for cookie in cookies)
    words = [word for word in _WORDS if shows_looks or word not in {"looks", "lasts"}]
    return {
        "version": version(cookies),
        "pattern": pattern,
        "days": cookies[0].days,
        "send": next((cookie.send_to for cookie in cookies if cookie.send_to), ""),
        "optional": [[cookie.letter, strings[name_of(cookie)], cookie.purpose[locale.code]] for cookie in cookies],
        "looks": [[look, strings[f"consent_look_{look or 'device'}"]] for look in ("", *APPEARANCES)] if shows_looks else [],
        "words": {word: strings[f"consent_{word}"] for word in words},
    }


def name_of(cookie: OptionalCookie) -> str:
    """The name in templates/strings/ of what readers call this cookie."""
    return f"consent_name_{cookie.name.replace('-', '_')}"


def _banner(cookies: tuple[OptionalCookie, ...], strings: Mapping[str, str]) -> str:
    does = "; ".join(strings[name_of(cookie).replace("_name_", "_does_")] for cookie in cookies)
    lead = strings["consent_lead"].format(does=does)
    parts = (strings["consent_label"], lead, strings["consent_reject"], strings["consent_accept"], strings["consent_customise"])
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
