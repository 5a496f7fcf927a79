"""How long a change takes from the saved file to the screen: the preview of `serve`, 100 pages, a real browser.

The time runs from before the file is written until the browser has laid the new words out and they are visible. Must never read the page in another way than a reader's browser does.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.bench.content import write_own
from tests.ports import free_port, wait_for

PAGES = 100
SAVES = 30
AIM = 300.0
"""Milliseconds."""
_PAGE = "en/guidance-1"


def run(root: Path, arguments: list[str], tell: Callable[[str], None]) -> int:
    """Print the times; 1 when the slowest is over the aim. The first argument may be another number of pages."""
    pages = int(arguments[0]) if arguments else PAGES
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        write_own(content, pages)
        times = sorted(_times(root, content))
    middle, ninety_five = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"{pages} pages, {len(times)} saves: middle {middle:.0f} ms, 95 % within {ninety_five:.0f} ms, slowest {times[-1]:.0f} ms")
    if times[-1] > AIM:
        tell(f"The aim is {AIM:.0f} ms.")
        return 1
    return 0


def _times(root: Path, content: Path) -> list[float]:
    port = free_port()
    command = [sys.executable, str(root / "build.py"), "serve", "--content", str(content), "--port", str(port), "--no-open"]
    process = subprocess.Popen([*command, "--today", "2026-11-20"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        with sync_playwright() as tools:
            browser = tools.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{port}/{_PAGE}/")
            times = [_one(page, content / f"{_PAGE}.md", number) for number in range(SAVES + 1)]
            browser.close()
        return times[1:]  # before the first save the whole site was still being checked
    finally:
        process.terminate()
        process.wait(timeout=10)


def _one(page: Page, file: Path, number: int) -> float:
    word = f"Marker {'abcdefghij'[number // 10]}{'abcdefghij'[number % 10]}."
    text = file.read_text(encoding="utf-8").partition("\n\nMarker")[0]
    page.wait_for_timeout(1500)  # what the last save set going has come to rest
    start = time.perf_counter()
    file.write_text(f"{text}\n\n{word}\n", encoding="utf-8")
    page.get_by_text(word).wait_for(state="visible")
    return (time.perf_counter() - start) * 1000
