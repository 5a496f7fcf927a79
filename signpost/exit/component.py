"""The quick exit, made ready for the pages: its script, its style and its words.

It reads the component's folder and returns text. It must never write, print, or put anything that
differs between pages or visitors into the script: one text means one hash in the security policy.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import yaml

from signpost.look.scripts import short_names, small_script, without_comments

Key = Literal["escape", "escape-twice", "off"]

COMPONENT = Path(__file__).resolve().parents[2] / "quick_exit"
SCRIPT_LIMIT = 1536  # bytes after gzip: the script stands in front of every page's content

_SETTINGS = re.compile(r"/\* settings: begin \*/.*?/\* settings: end \*/", re.DOTALL)


@dataclass(frozen=True)
class ExitSettings:
    """What a site decides about its exit, once, when it is built."""

    address: str
    title: str
    key: Key
    discreet: bool

    def __post_init__(self) -> None:
        """Refuse what could not work, in words that the editor of the site can use."""
        parts = urlsplit(self.address)
        if parts.scheme != "https" or not parts.hostname or parts.username or re.search(r'[\s"<>\\]', self.address):
            raise ValueError(f"the exit address must be a plain https address, and {self.address!r} is not")
        if not self.title.strip():
            raise ValueError("the exit title is empty: write the title of the page the exit leads to")
        if self.key not in ("escape", "escape-twice", "off"):
            raise ValueError(f"the exit key is {self.key!r}: write escape, escape-twice or off")


@dataclass(frozen=True)
class ExitPart:
    """What `quick_exit.html` needs, as its variable `exit`."""

    address: str
    label: str
    hint: str
    hint_keys: str


@dataclass(frozen=True)
class ExitStrings:
    """The words of the exit in one language."""

    label: str
    hint: str
    hint_twice: str

    def hint_for(self, key: Key) -> str:
        """The words beside the link; none when no key leaves."""
        return {"escape": self.hint, "escape-twice": self.hint_twice, "off": ""}[key]

    def part(self, settings: ExitSettings) -> ExitPart:
        """The variables of the HTML part in this language."""
        # aria-keyshortcuts can name a key but not two presses of it.
        keys = "Escape" if settings.key == "escape" else ""
        return ExitPart(settings.address, self.label, self.hint_for(settings.key), keys)


def read_exit_strings(component: Path) -> dict[str, ExitStrings]:
    """The words of the component by locale code. Every language must have every word."""
    return dict(_strings((component / "strings.yml").read_text(encoding="utf-8")))


@lru_cache(maxsize=4)  # the gates ask for the exit again for every few pages
def _strings(text: str) -> dict[str, ExitStrings]:
    # BaseLoader builds nothing but text, lists and mappings.
    languages = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    strings: dict[str, ExitStrings] = {}
    for locale, words in languages.items():
        try:
            strings[locale] = ExitStrings(**words)
        except TypeError:
            raise ValueError(f"strings.yml: {locale} needs label, hint and hint_twice, and nothing else") from None
    return strings


def exit_script(component: Path, settings: ExitSettings) -> str:
    """The script that stands on every page, with the settings in it. Raises ValueError for settings that make it too large."""
    script = _small_script(_source(component), settings)
    over = _gzipped(script) - SCRIPT_LIMIT
    if over > 0:
        raise ValueError(f"the exit script has {over} bytes after gzip more than {SCRIPT_LIMIT}: shorten the exit address or title")
    return script


def bytes_over_limit(component: Path, settings: ExitSettings) -> int:
    """By how many bytes after gzip the settings make the script too large; 0 when they do not."""
    return max(0, _gzipped(_small_script(_source(component), settings)) - SCRIPT_LIMIT)


@lru_cache(maxsize=4)
def _gzipped(script: str) -> int:
    return len(gzip.compress(script.encode(), mtime=0))


def _source(component: Path) -> str:
    return (component / "quick_exit.js").read_text(encoding="utf-8")


@lru_cache(maxsize=4)
def _small_script(source: str, settings: ExitSettings) -> str:
    values = {
        "address": settings.address,
        "title": settings.title,
        "key": settings.key,
        "discreet": settings.discreet,
    }
    if len(_SETTINGS.findall(source)) != 1:
        raise ValueError("quick_exit.js: the marks around the settings are gone")
    source = without_comments(_SETTINGS.sub(lambda _: json.dumps(values), source))
    try:
        script = small_script(source)
    except ValueError:
        raise ValueError(f"the exit title {settings.title!r} cannot stand in a script: leave out < and >") from None
    return short_names(script, source, values)


def exit_style(component: Path) -> str:
    """The style sheet of the exit, for the page's own <style>."""
    return _small_style((component / "quick_exit.css").read_text(encoding="utf-8"))


@lru_cache(maxsize=4)
def _small_style(source: str) -> str:
    # The general minifier writes media queries in a form that phones of 2022 do not read, so this file,
    # which is plain enough, only loses its comments and its white space.
    style = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL))
    return re.sub(r" ?([{};,]) ?", r"\1", style).replace(": ", ":").replace(";}", "}").strip()


def script_hash(script: str) -> str:
    """The hash by which a content security policy allows exactly this inline script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
