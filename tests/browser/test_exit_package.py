"""The component from its npm package, on a plain page of somebody else: no generator, no Python, their own scripts and style."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.browser.browser import Browser
from tests.browser.origins import Origins
from tests.browser.paint import key_press, seen_while, watch
from tests.browser.reading import come_from_elsewhere
from tests.packed import packed

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'self' '{hash}'">
<script>{script}</script><meta name="referrer" content="no-referrer"><link rel="icon" href="data:,"><title>Stalking: theirs</title>
<style>{style}</style><style>*{{box-sizing:border-box;margin:0}}html{{background:#5b2a86;color:#fff}}a{{color:#fff;display:inline-block}}</style>
<script src="/theirs.js"></script></head><body>{html}
<main><h1>Theirs</h1><p><a id="to-{other}" href="/{other}/">On</a></main></body></html>"""
THEIRS = 'document.addEventListener("keydown", (event) => event.stopPropagation()); throw new Error("theirs");'


@pytest.fixture(scope="session")
def foreign(tmp_path_factory: pytest.TempPathFactory, origins: Origins) -> Path:
    """A site of two pages made with the packed files alone."""
    folder = tmp_path_factory.mktemp("foreign")
    command = ["node", str(packed(folder) / "embed.mjs"), f"{origins.exit.address}/weather", "Weather today", "en"]
    made = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    for name, other in ("ab", "ba"):
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(PAGE.format(other=other, **made), encoding="utf-8")
    (folder / "theirs.js").write_text(THEIRS, encoding="utf-8")
    return folder


def test_packed_files_work_on_a_foreign_page(browser: Browser, origins: Origins, foreign: Path) -> None:
    """One press hides the page and leaves, and neither Back nor Forward shows a page of that site."""
    origins.folder, origins.mode = foreign, "0.4 s"
    come_from_elsewhere(browser, origins, "/a/")
    browser.click("#to-b")
    browser.arrive(f"{origins.site.address}/b/")
    assert browser.evaluate("document.querySelector('.quick-exit__hint').textContent") == "or press Escape"
    seen = watch(browser, key_press(browser), 0.9)
    assert seen.hidden is not None and not seen.came_back
    browser.wait_for_exit()
    assert {request.referer for request in origins.exit.pages()} == {None}
    shown = seen_while(browser, browser.back, 1, until="start") | seen_while(browser, browser.forward, 2)
    assert "site" not in shown
