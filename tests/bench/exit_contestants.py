"""The exits that are measured side by side, each on the same small site: ours, GOV.UK Frontend's and a plain handler.

Each of the others is written as its own documentation, or what most sites do, shows it. Must never be made worse than
it is: what one of them leaves open (a content policy, a policy for referrers) is left as it leaves it.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

from tests.browser.browser import Browser
from tests.browser.site import Site

PACKAGE = Path(__file__).resolve().parent.parent / "node_modules" / "govuk-frontend"
BUILT = PACKAGE / "dist" / "govuk"


@dataclass(frozen=True)
class Bytes:
    """Bytes of script that must have come before the key works."""

    raw: int
    gzip: int
    how: str


class Contestant:
    """Ours. `key` is the key to press, `presses` how often when all goes well, `link` the selector of its link."""

    name = "this component"
    key = "Escape"
    presses = 1
    link = ".quick-exit a"
    on_release = False
    """Whether it waits for the release of its key."""

    def site(self, address: str, start: str) -> Site:
        return Site(address, start=start)

    def bytes_before_the_key(self) -> Bytes:
        return _bytes(Site("https://www.bbc.co.uk/weather").script, "inline, first in the head")

    def trigger(self, browser: Browser) -> None:
        """Press the key as often as it asks for."""
        browser.display.mash(self.key, self.presses - 1)
        browser.press(self.key)


class GovukSite(Site):
    """The small site with GOV.UK Frontend's style, script and component, as its documentation has them."""

    def first(self, own_script: str) -> str:
        return '<link rel="stylesheet" href="/govuk-frontend.min.css">'

    def part(self) -> str:
        classes = '"js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "")'
        component = (BUILT / "components" / "exit-this-page" / "template-default.html").read_text(encoding="utf-8")
        return (
            f"<script>document.body.className += {classes};</script>"
            + component.replace("/full-page-examples/announcements", self.settings.address)
            + '<script type="module">import { initAll } from "/govuk-frontend.min.js"; initAll()</script>'
        )

    def write(self, folder: Path) -> Path:
        for name in ("govuk-frontend.min.css", "govuk-frontend.min.js"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes((BUILT / name).read_bytes())
        return super().write(folder)


class Govuk(Contestant):
    name = "GOV.UK Frontend"
    key = "Shift_L"
    presses = 3
    on_release = True
    link = ".govuk-exit-this-page__button"

    def __init__(self) -> None:
        version = json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))["version"]
        self.name = f"GOV.UK Frontend {version}, Exit this page"

    def site(self, address: str, start: str) -> Site:
        site = GovukSite(address, start=start)
        site.style = ""
        return site

    def bytes_before_the_key(self) -> Bytes:
        return _bytes((BUILT / "govuk-frontend.min.js").read_text(encoding="utf-8"), "a module in a file, after the page")


class PlainSite(Site):
    """The small site with the handler that many sites have."""

    handler = 'document.addEventListener("keydown", (event) => { if (event.key === "Escape") location.replace("ADDRESS"); });'

    def first(self, own_script: str) -> str:
        return f"<script>{self.handler.replace('ADDRESS', self.settings.address)}</script>"

    def part(self) -> str:
        return f'<p><a class="leave" href="{self.settings.address}" rel="noreferrer">Leave this site</a></p>'


class Plain(Contestant):
    name = "plain Escape handler with location.replace"
    link = ".leave"

    def site(self, address: str, start: str) -> Site:
        site = PlainSite(address, start=start)
        site.style = ""
        return site

    def bytes_before_the_key(self) -> Bytes:
        return _bytes(PlainSite.handler.replace("ADDRESS", "https://www.bbc.co.uk/weather"), "inline")


def contestants() -> list[Contestant]:
    return [Contestant(), Govuk(), Plain()]


def _bytes(script: str, how: str) -> Bytes:
    return Bytes(len(script.encode()), len(gzip.compress(script.encode(), mtime=0)), how)
