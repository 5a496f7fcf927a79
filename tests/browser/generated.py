"""A site as the generator makes it, served with its own headers on the tests' origins.

The exit leads to the tests' own exit host, which has a port, so the settings are changed after they have been
checked. Everything else is what is published, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from signpost.build import files_beside
from signpost.exit.component import script_hash
from signpost.hosting.header_map import HEADERS_FILE, read_header_map
from signpost.load import load
from signpost.look.assets import make_assets
from signpost.model import SiteConfig
from signpost.problems import Problems
from signpost.rendering.renderer import Renderer
from tests.browser.origins import KINDS, Origins, Reply
from tests.tiny_site import ROOT, TODAY, TinySite

Pages = Mapping[str, Reply]
"""The answer to each address of a site."""


def generated(tiny: TinySite, origins: Origins, change: Callable[[SiteConfig], Any] | None = None) -> Pages:
    """Build a site for these origins. `change` may give the settings values that only a test has, such as a port."""
    problems = Problems()
    site = load(tiny.content, "content", ROOT, TODAY, problems)
    assert site is not None, [problem.as_text() for problem in problems.errors]
    config = replace(site.config, exit=replace(site.config.exit, address=f"{origins.exit.address}/weather"))
    site = replace(site, config=change(config) if change else config)
    assets = make_assets(ROOT, site.config, site.locales)
    output = Renderer(site, assets, ROOT).render()
    output |= files_beside(site, assets, output, preview=False, ready=True)
    headers = read_header_map(output[HEADERS_FILE].decode())
    pages: dict[str, Reply] = {}
    for path, content in output.items():
        address = "/" + path.removesuffix("index.html")
        ending = "." + path.rpartition(".")[2]
        pages[address] = Reply(content, headers=headers.of(address), kind=KINDS.get(ending, "application/octet-stream"))
    return pages


def with_script(pages: Pages, script: str) -> dict[str, Reply]:
    """The same pages with a script of a test before any other, which their policy allows."""
    allowed = f"script-src '{script_hash(script)}' "
    changed = {}
    for address, reply in pages.items():
        if reply.kind.startswith("text/html"):
            body = reply.body.decode().replace("script-src ", allowed, 1)
            body = body.replace("<meta charset=utf-8>", f"<meta charset=utf-8><script>{script}</script>", 1)
            body = body.replace('<meta charset="utf-8">', f'<meta charset="utf-8"><script>{script}</script>', 1)
            assert script in body
            headers = dict(reply.headers)
            headers["Content-Security-Policy"] = headers["Content-Security-Policy"].replace("script-src ", allowed, 1)
            reply = replace(reply, body=body.encode(), headers=headers)  # noqa: PLW2901
        changed[address] = reply
    return changed


def with_policy(pages: Pages, more: str) -> dict[str, Reply]:
    """The same pages under a stricter policy, such as a sandbox."""
    changed = {}
    for address, reply in pages.items():
        headers = dict(reply.headers)
        headers["Content-Security-Policy"] += f"; {more}"
        changed[address] = replace(reply, headers=headers)
    return changed
