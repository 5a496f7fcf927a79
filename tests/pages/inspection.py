"""Goes through all pages of a served site in a real browser, several at once, and brings back what was found.

Must never wait for ever: a page that does not come to an end is a finding. Nor carry anything from one page to the next.
"""

import asyncio
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace

from playwright.async_api import Browser, Error, async_playwright

from tests.pages.finding import Finding
from tests.pages.states import Way
from tests.pages.tab import Tab
from tests.pages.tools import CHROMIUM, CHROMIUM_FLAGS
from tests.pages.visit import OWN, Visit

AT_ONCE = 3
_MOST_SECONDS = 120
_NOWHERE_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@dataclass(frozen=True)
class Job:
    path: str
    way: Way
    again: bool = False
    """A page is given a second try: a busy computer is no fault of it."""


def jobs(paths: Iterable[str], *ways: Way) -> list[Job]:
    return [Job(path, way) for path in paths for way in ways]


def inspect(address: str, todo: Sequence[Job]) -> list[Finding]:
    """Everything found on the pages of a site. A page that fails to load is a finding too."""
    # In a thread of its own: tests that ran before may have left an event loop running in this one, as Playwright does.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(_inspect(address, list(todo)))).result()


async def _inspect(address: str, todo: list[Job]) -> list[Finding]:
    found: list[Finding] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=[*CHROMIUM_FLAGS, _NOWHERE_ELSE])
        try:
            await asyncio.gather(*(_worker(browser, address, todo, found) for _ in range(AT_ONCE)))
        finally:
            await browser.close()
    return sorted(set(found))


async def _worker(browser: Browser, address: str, todo: list[Job], found: list[Finding]) -> None:
    tab = None
    while todo:
        job = todo.pop(0)
        try:
            tab = tab or await Tab.opened(browser, address)
            found += await asyncio.wait_for(_visit(tab, job), _MOST_SECONDS)
        except (TimeoutError, Error) as error:
            with suppress(Error):
                if tab is not None:
                    await tab.close()
            tab = None
            if not job.again:
                todo.append(replace(job, again=True))
                continue
            found.append(Finding(job.path, "html", "not-read", f"It came to no end in {_MOST_SECONDS} seconds: {error}", OWN))


async def _visit(tab: Tab, job: Job) -> list[Finding]:
    errors = await tab.show(job.path, scripts=job.way.scripts)
    visit = Visit(tab, job.path)
    await job.way.do(visit)
    return visit.found + [Finding(job.path, "script", "console", error, OWN) for error in errors]
