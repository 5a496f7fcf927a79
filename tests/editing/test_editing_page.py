"""`serve --edit` in a real browser: axe, the keyboard alone, a save that changes one line, and not one outside request."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Page, sync_playwright

from tests.pages.tools import CHROMIUM, CHROMIUM_FLAGS, axe_source, need
from tests.ports import free_port, wait_for
from tests.tiny_site import ROOT, TinySite

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@dataclass(frozen=True)
class Edited:
    site: TinySite
    address: str


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edited]:
    need("npm", "chromium", module="axe-core")
    folder = tmp_path_factory.mktemp("edit")
    site, port, said = TinySite(folder), free_port(), folder / "said.txt"
    command = [sys.executable, "build.py", "serve", "--edit", "--no-open", "--port", str(port), "--content", str(site.content)]
    with said.open("wb") as output:
        process = subprocess.Popen([*command, "--today", "2026-11-20"], cwd=ROOT, stdout=output, stderr=output)
    try:
        wait_for(port, process, said)
        yield Edited(site, f"http://127.0.0.1:{port}/edit/")
    finally:
        process.terminate()
        process.wait(timeout=10)


def faults(page: Page) -> list[str]:
    found = page.evaluate(f"{axe_source()};axe.run({{runOnly: {json.dumps(TAGS)}}})")
    return [f"{fault['id']}: {node['html'][-160:]}" for fault in found["violations"] for node in fault["nodes"]]


def focused(page: Page) -> str:
    return str(page.evaluate("(document.activeElement.innerText || document.activeElement.id).replace(/\\n/g, ' ')"))


def go(page: Page, to: str, key: str = "Tab", most: int = 40) -> None:
    """Press the key until the thing named has the focus, which must always be seen."""
    for _ in range(most):
        page.keyboard.press(key)
        style = page.evaluate("(s => s.outlineStyle + s.outlineWidth)(getComputedStyle(document.activeElement))")
        assert not style.startswith("none"), focused(page)
        if focused(page).startswith(to):
            return
    pytest.fail(f"“{to}” cannot be reached by {key}")


def test_a_page_is_edited_by_keyboard_alone_without_a_fault_or_an_outside_request(edited: Edited) -> None:
    before = {name: edited.site.text(name) for name in ("en/help.md", "cy/help.md")}
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(edited.address)
        page.get_by_role("button", name="Login").wait_for()
        assert faults(page) == []
        go(page, "Login")
        page.keyboard.press("Enter")
        page.get_by_text("Help and support (help)").wait_for()
        assert faults(page) == []
        go(page, "Help and support")
        page.keyboard.press("Enter")
        page.get_by_label("Title").nth(1).wait_for()
        assert page.locator("textarea:not([aria-hidden])").count() == 2, "both languages side by side"
        go(page, "title-field")
        page.keyboard.press("Control+a")
        page.keyboard.type("Get help: now")
        assert faults(page) == []
        go(page, "Save", "Shift+Tab")
        page.keyboard.press("Enter")
        page.get_by_text("Save now").wait_for()
        assert faults(page) == []
        page.keyboard.press("Enter")
        page.get_by_text("Saved in the folder").wait_for()
        browser.close()
    assert [address for address in asked if not address.startswith((edited.address, "data:", "blob:"))] == []
    assert edited.site.text("en/help.md") == before["en/help.md"].replace("title: Help and support", 'title: "Get help: now"')
    assert edited.site.text("cy/help.md") == before["cy/help.md"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://evil.example"}, 403),
        ({}, 403),
        ({"Origin": "http://evil.example", "Host": "evil.example"}, 421),
    ],
)
def test_no_other_site_can_save(edited: Edited, headers: dict[str, str], status: int) -> None:
    asked = json.dumps(
        {"action": "persistEntry", "params": {"dataFiles": [{"path": "content/en/help.md", "raw": "---\ntitle: x\n---\nx\n"}]}}
    )
    request = Request(f"{edited.address}api", data=asked.encode(), headers={"Content-Type": "text/plain", **headers})
    with pytest.raises(HTTPError) as refused:
        urlopen(request, timeout=5)
    assert refused.value.code == status
    refused.value.close()
    assert "title: x" not in edited.site.text("en/help.md")


def test_the_policy_names_no_other_origin_and_no_file_outside_is_given(edited: Edited) -> None:
    with urlopen(edited.address, timeout=5) as answer:
        assert "http" not in answer.headers["Content-Security-Policy"]
    for path in ("locked.json", "program.py", "..%2f..%2fREADME.md", "package.json"):
        with pytest.raises(HTTPError) as missing:
            urlopen(edited.address + path, timeout=5)
        missing.value.close()
        assert missing.value.code == 404


def test_no_other_computer_can_be_let_in() -> None:
    command = [sys.executable, "build.py", "serve", "--edit", "--host", "192.0.2.1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False, timeout=20)
    assert done.returncode == 2
    assert "for this computer only" in done.stderr


def test_no_build_has_any_of_it(tiny: TinySite) -> None:
    output = tiny.good().output
    assert not [path for path in output if "edit" in Path(path).parts or "decap" in path]
    assert not [path for path, content in output.items() if b"decap" in content.lower()]
