"""The pictures of the guide and the README, taken from the real screens: `build.py pictures`.

Each shows a copy of the site, changed as the guide says. Must never show a real case, and never be drawn by hand.
"""

import base64
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from signpost.pages.translations import mark_translated
from tests.imports.papers import LAYOUTS, WRITERS
from tests.pages.tools import CHROMIUM, CHROMIUM_FLAGS
from tests.ports import free_port, wait_for

FOLDER = Path(".github") / "pictures"
TODAY = "2026-11-25"
QUALITY = 55


@dataclass(frozen=True)
class Desk:
    """A copy of the content, and the preview with its editing page that shows it."""

    content: Path
    address: str
    page: Page

    def change(self, name: str, old: str, new: str) -> None:
        path = self.content / name
        text = path.read_text(encoding="utf-8")
        if old not in text:
            raise RuntimeError(f"“{old}” does not stand in {name} any more: change tests/guide/pictures.py")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def show(self, path: str, words: str, width: int = 900, height: int = 620) -> None:
        """Open a page and wait until it says what it must."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.goto(f"{self.address}{path}")
        self.page.get_by_text(words).first.wait_for()
        self.page.wait_for_timeout(600)

    def come_to_the_text(self) -> None:
        """Answer the cookie banner, and let the heading of the page stand at the top."""
        for answer in ("Reject cookies", "Gwrthod cwcis"):
            if self.page.get_by_text(answer).first.is_visible():
                self.page.get_by_text(answer).first.click()
        self.page.locator("h1").scroll_into_view_if_needed()
        self.page.evaluate("document.querySelector('h1').scrollIntoView()")
        self.page.wait_for_timeout(300)


def preview(desk: Desk) -> None:
    desk.change("en/staying-safe.md", "\n---\n\n", "\n---\n\nWe will keep you safe, prior to any court date.\n\n")
    desk.show("en/staying-safe/", "to look at on this page")
    desk.page.get_by_text("to look at on this page").click()
    desk.come_to_the_text()


def mistake(desk: Desk) -> None:
    desk.show("en/report/", "Report stalking")
    desk.change("en/report.md", "title: ", "titel: ")
    desk.change("en/report.md", "### By phone", "###By phone")
    desk.page.get_by_text("2 to mend on this page").wait_for()
    desk.come_to_the_text()


def translation(desk: Desk) -> None:
    mark_translated(desk.content, "cy", "danger", "en")
    desk.change("en/danger.md", "call", "ring")
    desk.show("cy/mewn-perygl/", "Not in step")
    desk.come_to_the_text()


def editing(desk: Desk) -> None:
    desk.show("edit/", "Login", width=1100, height=700)
    desk.page.get_by_role("button", name="Login").click()
    desk.page.get_by_text("(helping-someone)").click()
    desk.page.get_by_label("Title").nth(1).wait_for()
    desk.page.get_by_label("Title").first.fill("Helping someone who is stalked")
    desk.page.wait_for_timeout(800)


def importing(desk: Desk) -> None:
    source = desk.content.parent / "Our plan.docx"
    WRITERS[".docx"](LAYOUTS["template"], source)
    command = [sys.executable, "build.py", "plan", "import", str(source), "--content", str(desk.content)]
    subprocess.run(command, check=True, capture_output=True)
    desk.page.set_viewport_size({"width": 900, "height": 520})
    desk.page.goto((desk.content.parent / "Our plan-imported" / "check.html").as_uri())


def home(desk: Desk) -> None:
    """A desktop and two phones on one sheet."""
    taken = []
    for path, words, width in (("en/", "In danger now?", 800), ("en/", "In danger now?", 330), ("cy/", "Mewn perygl nawr?", 330)):
        desk.show(path, words, width, 640)
        desk.page.evaluate("document.querySelector('.preview-bar')?.remove()")
        taken.append((width, base64.b64encode(desk.page.screenshot()).decode()))
    images = "".join(f'<img width="{width}" src="data:image/png;base64,{data}" alt="">' for width, data in taken)
    style = "body{margin:0;padding:12px;background:#c9d0d8;display:flex;gap:12px} img{display:block;border:1px solid #5b6570}"
    desk.page.goto("about:blank")
    desk.page.set_viewport_size({"width": sum(width for width, _ in taken) + 54, "height": 666})
    desk.page.set_content(f"<style>{style}</style>{images}")


PICTURES: dict[str, Callable[[Desk], None]] = {
    "home": home,
    "preview": preview,
    "mistake": mistake,
    "translation": translation,
    "editing": editing,
    "importing": importing,
}
"""Each picture with what is done before it is taken. Each starts from the content as it is."""


def run(root: Path, arguments: list[str], tell: Callable[[str], None]) -> int:
    """Take the pictures named, or all of them."""
    for name in arguments or list(PICTURES):
        with _desk(root) as desk:
            PICTURES[name](desk)
            sent = desk.page.context.new_cdp_session(desk.page).send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
        path = root / FOLDER / f"{name}.webp"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(base64.b64decode(sent["data"]))
        tell(f"{FOLDER.as_posix()}/{path.name}: {path.stat().st_size:,} bytes")
    return 0


@contextmanager
def _desk(root: Path) -> Iterator[Desk]:
    with tempfile.TemporaryDirectory() as place:
        content, said, port = Path(place) / "content", Path(place) / "said.txt", free_port()
        shutil.copytree(root / "content", content)
        command = [sys.executable, str(root / "build.py"), "serve", "--edit", "--no-open", "--port", str(port), "--content", "content"]
        with said.open("wb") as output:
            process = subprocess.Popen([*command, "--today", TODAY], cwd=place, stdout=output, stderr=output)
        try:
            wait_for(port, process, said)
            with sync_playwright() as tools:
                browser = tools.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
                yield Desk(content, f"http://127.0.0.1:{port}/", browser.new_page())
                browser.close()
        finally:
            process.terminate()
            process.wait(timeout=10)
