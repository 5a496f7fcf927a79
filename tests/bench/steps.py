"""What each step of a first build of ours costs, in one process without anything kept, beside what it cost before.

`BEFORE` was measured by the same steps at commit 548223f with 1,000 of the same pages, on 25 November 2026.
"""

import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from tests.bench.content import write_own

Value = TypeVar("Value")
PAGES = 100
BEFORE = {"import everything": 277.0, "read and check the content": 6.77, "render": 0.81, "gates": 4.89}
"""Milliseconds of processor time: once for the imports, for each page for the rest."""
_IMPORTS = "import time; start = time.process_time(); import signpost.build; print(time.process_time() - start)"


def lines(root: Path, place: Path) -> Iterator[str]:
    """The table as text."""
    found = costs(root, place)
    yield f"\n## Steps of a first build, one process, nothing kept: ms of processor time, for each page of {PAGES} (imports: once)\n"
    yield "| step | before | now |"
    yield "|---|--:|--:|"
    for name, before in BEFORE.items():
        yield f"| {name} | {before:.2f} | {found[name] * 1000 / (1 if name.startswith('import') else PAGES):.2f} |"


def costs(root: Path, place: Path) -> dict[str, float]:
    from signpost.build import files_beside
    from signpost.checks import check_beside, check_pages, check_whole
    from signpost.load import load
    from signpost.look.assets import make_assets
    from signpost.making import PAGES_AT_ONCE
    from signpost.output.page import OutputPage
    from signpost.problems import Problems
    from signpost.rendering.renderer import Renderer
    from signpost.spread import batched

    content = place / "steps" / "content"
    shutil.rmtree(content.parent, ignore_errors=True)  # that of an earlier commit may be wrong by the rules of today
    content.parent.mkdir(parents=True)
    write_own(content, PAGES)
    said = subprocess.run([sys.executable, "-c", _IMPORTS], capture_output=True, text=True, check=True, cwd=root).stdout
    found = {"import everything": float(said)}
    site = timed(found, "read and check the content", lambda: load(content, "content", root, date(2026, 11, 20), Problems()))
    if site is None:
        raise ValueError("the made-up content has mistakes")
    assets = make_assets(root, site.config, site.locales)
    renderer = Renderer(site, assets, root)
    beside = files_beside(site, assets, renderer.paths, False, False)
    output = timed(found, "render", renderer.render)

    def gates() -> None:
        pages = [OutputPage(path, content) for path, content in output.items()]
        for batch in batched(pages, PAGES_AT_ONCE):
            check_pages(site, list(batch), beside | {page.path: output[page.path] for page in batch})
            for page in batch:
                page.outline  # noqa: B018  reading it is what is measured
        check_beside(site, beside)
        check_whole(site, pages, output | beside)

    timed(found, "gates", gates)
    return found


def timed(found: dict[str, float], name: str, work: Callable[[], Value]) -> Value:
    """Beside a waiting thread, so that nothing is spread over processes, whose time would not count here."""
    over = threading.Event()
    waiting = threading.Thread(target=over.wait)
    waiting.start()
    started = time.process_time()
    value = work()
    found[name] = time.process_time() - started
    over.set()
    waiting.join()
    return value
