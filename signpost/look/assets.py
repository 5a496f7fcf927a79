"""Style sheets and scripts as the pages carry them: what stands inside each page, what stands in a file beside it.

A file's name holds the start of its own hash, so that it may be kept by browsers for a year. Must never
make a page depend on another origin, or on a second request before it can be read and left.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from signpost.consent import Consent, appearance_style, make_consent
from signpost.exit.component import exit_script, exit_style, script_hash
from signpost.look.scripts import small_script
from signpost.look.stylesheets import minified
from signpost.model import Locale, SiteConfig

FOLDER = "assets"


@dataclass(frozen=True)
class Assets:
    """`style` and `exit_script` stand in every page; `print_style` and `open_now` are paths; `files` are path -> bytes."""

    style: str
    form_style: str
    """Stands only in the pages with fields, which other pages need not carry."""
    plan_style: str
    """Stands only in the pages of the action plan."""
    exit_script: str
    print_style: str
    print_hash: str
    open_now: str
    open_now_hash: str
    consent: Consent | None
    """Only where site.yml says that something may be kept."""
    consent_over: str
    """The script of a site that keeps nothing, which deletes what an older list kept; empty elsewhere."""
    files: dict[str, bytes]

    @property
    def style_hash(self) -> str:
        return script_hash(self.style)

    @property
    def some_styles(self) -> tuple[str, ...]:
        """Those that only some pages carry."""
        return self.form_style, self.plan_style

    @property
    def exit_script_hash(self) -> str:
        return script_hash(self.exit_script)


def make_assets(root: Path, config: SiteConfig, locales: Mapping[str, Locale] | None = None) -> Assets:
    """Read assets/ and quick_exit/ below `root` and make them ready. `locales` give the cookie choice its words."""
    own = _read(root, "site.css")
    if any(cookie.name == "appearance" for cookie in config.cookies):
        own += appearance_style(own)
    style = minified(f":root {{ --brand: {config.brand_colour}; }}\n{own}") + exit_style(root / "quick_exit")
    print_sheet = minified(_read(root, "print.css") + _read(root, "print_contacts.css")).encode()
    path = fingerprinted("print.css", print_sheet)
    open_now = small_script(_read(root, "open_now.js"))
    script_path = fingerprinted("open_now.js", open_now.encode())
    consent = make_consent(root, config, locales or {})
    consent_files = {consent_path(consent, code): text.encode() for code, text in consent.scripts.items()} if consent else {}
    return Assets(
        style=style,
        form_style=minified(_read(root, "form.css")),
        plan_style=minified(_read(root, "plan.css")),
        exit_script=exit_script(root / "quick_exit", config.exit),
        print_style=path,
        print_hash=script_hash(print_sheet.decode()),
        open_now=script_path,
        open_now_hash=script_hash(open_now),
        consent=consent,
        consent_over="" if consent else small_script(_read(root, "consent_over.js")),
        files={path: print_sheet, script_path: open_now.encode(), **consent_files},
    )


def consent_path(consent: Consent, locale: str) -> str:
    """The file of the cookie choice in one language."""
    return fingerprinted(f"consent.{locale}.js", consent.scripts[locale].encode())


def _read(root: Path, name: str) -> str:
    path = root / "assets" / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


def fingerprinted(name: str, content: bytes) -> str:
    """`print.css` -> `assets/print.1a2b3c4d5e.css`."""
    stem, _, ending = name.rpartition(".")
    return f"{FOLDER}/{stem}.{hashlib.sha256(content).hexdigest()[:10]}.{ending}"
