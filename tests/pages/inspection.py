"""Goes through all pages of a served site in a real browser, several at once, and brings back what was found."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass

from playwright.async_api import Browser, ConsoleMessage, Error, Page, async_playwright

from tests.pages.finding import Finding
from tests.pages.keyboard import walk
from tests.pages.states import VISITS, Visit
from tests.pages.tools import CHROMIUM, CHROMIUM_FLAGS

AT_ONCE = 3


@dataclass(frozen=True)
class Job:
    path: str
    scripts: bool
    do: Callable[[Visit], Awaitable[None]]


def jobs(paths: Iterable[str], walked: Iterable[str]) -> list[Job]:
    return [Job(path, scripts, do) for path in paths for scripts, do in VISITS] + [Job(path, True, walk) for path in walked]


def inspect(address: str, todo: Sequence[Job]) -> list[Finding]:
    """Everything found on the pages of a site. A page that fails to load is a finding too."""
    return asyncio.run(_inspect(address, list(todo)))


async def _inspect(address: str, todo: list[Job]) -> list[Finding]:
    found: list[Finding] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        try:
            await asyncio.gather(*(_worker(browser, address, todo, found) for _ in range(AT_ONCE)))
        finally:
            await browser.close()
    return sorted(found)


def _errors_of(page: Page) -> list[str]:
    """A list that fills with what goes wrong in the scripts of a page."""
    errors: list[str] = []

    def failed(error: Error) -> None:
        errors.append(str(error))

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(message.text)

    page.on("pageerror", failed)
    page.on("console", said)
    return errors


async def _worker(browser: Browser, address: str, todo: list[Job], found: list[Finding]) -> None:
    while todo:
        job = todo.pop(0)
        context = await browser.new_context(
            viewport={"width": 1280, "height": 900},
            java_script_enabled=job.scripts,
            locale="en-GB",
            reduced_motion="reduce",
            color_scheme="light",
        )
        page = await context.new_page()
        errors = _errors_of(page)
        await page.route("**", lambda route: route.continue_() if route.request.url.startswith((address, "data:")) else route.abort())
        try:
            await page.goto(f"{address}/{job.path}", wait_until="load")
            visit = Visit(page, job.path)
            own_errors = list(errors)
            await job.do(visit)
            found += visit.found
            found += [Finding(job.path, "script", "console", error, "own") for error in own_errors]
        finally:
            await context.close()
