"""A small site for the tests, made of the real component: its script, its style and its HTML part.

It does not need the generator. Every page forbids, by its own policy, everything but the exit's script and
what the page itself declares, so that a test that passes here passes under a strict policy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import jinja2

from signpost.exit.component import COMPONENT, ExitSettings, Key, exit_script, exit_style, read_exit_strings, script_hash

TITLE = "Weather today"

PAGE = jinja2.Template(
    """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
{{ first }}
<meta name="viewport" content="width=device-width">
<link rel="icon" href="/icon.svg"><title>{{ title }}</title>
<style>{{ style }}</style>
<style>html{background:#5b2a86}body{margin:0;color:#fff;font:1.1rem/1.5 sans-serif}a,button{color:#fff}
button,input,select{font:inherit;color:#000}main,header{max-width:60rem;margin:0 auto;padding:1rem}
h2{margin-top:150vh}.banner{background:#ffd;color:#000;padding:1rem}
:root{--quick-exit-background:#111;--quick-exit-colour:#fff}</style>
{{ head }}</head><body>
{{ part }}
<a id="skip" href="#main">Skip to the main part</a>
<div class="banner">A notice about cookies <button id="accept">Accept</button></div>
<header>{{ title }}</header>
<main id="main" tabindex="-1"><h1>{{ title }}</h1>
{{ body }}
</main></body></html>
"""
)

FIRST = jinja2.Template(
    """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data:; media-src 'self'; \
connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; \
style-src 'unsafe-inline'; script-src 'self' {{ hashes }}">
<script>{{ script }}</script>
<meta name="referrer" content="no-referrer">"""
)
"""What leads the head of a page that has our exit."""

LINKS = """<p><a id="to-a" href="/a/">A</a> | <a id="to-b" href="/b/">B</a> | <a id="to-c" href="/c/">C</a> |
<a id="to-d" href="/d/">D</a> | <a id="down" href="#below">Further down</a> |
<a id="practise" href="EXIT" rel="noreferrer" data-quick-exit>Practise <b>leaving</b></a>
<p>Some guidance, which somebody else should not see.
<h2 id="below">Below</h2><p><a id="up" href="/a/">Back to A</a><p style="margin-bottom:120vh">End"""

FORM = """<form action="/sent/" method="get"><input id="text" name="q"> <select id="choice"><option>1<option>2</select>
<textarea id="area"></textarea><button id="send">Send</button></form><button id="open">Open</button>
<dialog id="dialog">A dialog <input id="inside"></dialog>
<video id="film" controls></video> <button id="full">Full screen</button>"""

FORM_SCRIPT = """
document.getElementById("open").onclick = () => document.getElementById("dialog").showModal();
document.getElementById("full").onclick = () => document.getElementById("main").requestFullscreen();
addEventListener("keydown", event => event.stopPropagation());
addEventListener("beforeunload", event => { event.preventDefault(); event.returnValue = "Stay?"; });
"""

THROWING = """
document.addEventListener("keydown", event => { throw new Error("somebody else's fault"); }, true);
window.onkeydown = () => false;
history.replaceState = null;
throw new Error("broken");
"""

LINK_KINDS = """<p><a id="blank" href="/b/" target="_blank">New tab</a> <a id="plain" href="/b/">B</a>
<a id="download" href="/file.csv" download>A file</a> <a id="mail" href="mailto:someone@site.test">Mail</a>
<a id="call" href="tel:999">Call</a> <a id="away" href="START">Elsewhere</a> <a id="hash" href="#below">Below</a>
<a id="handled" href="/c/">Handled by a script</a>
<h2 id="below">Below</h2><p style="margin-bottom:120vh">End"""

LINK_SCRIPT = """
window.heard = [];
document.getElementById("handled").addEventListener("click", event => event.preventDefault());
addEventListener("click", event => { heard.push([event.target.id, event.defaultPrevented]); });
"""


class Site:
    """The pages of the small site for one choice of settings."""

    def __init__(self, exit_address: str, key: Key = "escape", discreet: bool = True, start: str = "") -> None:
        self.settings = ExitSettings(exit_address, TITLE, key, discreet)
        self.script = exit_script(COMPONENT, self.settings)
        self.style = exit_style(COMPONENT)
        self.start = start
        environment = jinja2.Environment(loader=jinja2.FileSystemLoader(COMPONENT), undefined=jinja2.StrictUndefined, autoescape=True)
        self._part = environment.get_template("quick_exit.html")
        self._words = read_exit_strings(COMPONENT)

    def first(self, own_script: str) -> str:
        """What leads the head of each page. `own_script` is another script of the page, which its policy allows."""
        hashes = " ".join(f"'{script_hash(text)}'" for text in (self.script, own_script) if text)
        text: str = FIRST.render(script=self.script, hashes=hashes)
        return text

    def part(self) -> str:
        """What leads the body."""
        text: str = self._part.render(exit=asdict(self._words["en"].part(self.settings)))
        return text

    def page(self, title: str, body: str, own_script: str = "", head: str = "") -> str:
        """One page; its own script stands at the end of the head, after the exit's."""
        own = f"document.addEventListener('DOMContentLoaded', () => {{{own_script}}});" if own_script else ""
        text: str = PAGE.render(
            title=title,
            first=self.first(own),
            style=self.style,
            head=head + (f"<script>{own}</script>" if own else ""),
            part=self.part(),
            body=body.replace("EXIT", self.settings.address).replace("START", self.start),
        )
        return text

    def pages(self) -> dict[str, str]:
        """Every page by its file's name."""
        reading = {f"{name}/index.html": self.page(f"Stalking {name}", LINKS) for name in "abcd"}
        return {
            **reading,
            "form/index.html": self.page("Stalking form", FORM, FORM_SCRIPT),
            "typing/index.html": self.page("Stalking typing", FORM),
            "sent/index.html": self.page("Stalking sent", LINKS),
            "frame/index.html": self.page("Stalking frame", '<iframe id="frame" src="/inner/"></iframe>'),
            "framed/index.html": self.page("Stalking framed", '<iframe id="frame" src="/a/"></iframe>'),
            "inner/index.html": "<!doctype html><title>Inner</title><input id=field autofocus>",
            "throwing/index.html": self.page("Stalking throwing", LINKS, THROWING),
            "stalled/index.html": self.page("Stalking stalled", LINKS, head='<script src="/never.js"></script>'),
            "links/index.html": self.page("Stalking links", LINK_KINDS, LINK_SCRIPT),
        }

    def write(self, folder: Path) -> Path:
        """Write the site into a folder, as the generator would."""
        for name, text in self.pages().items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        icon = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>'
        (folder / "icon.svg").write_text(icon, encoding="utf-8")
        (folder / "file.csv").write_text("a,b\n1,2\n", encoding="utf-8")
        return folder


MakeSite = Callable[..., Site]
