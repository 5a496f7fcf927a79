"""A walk through a page by the Tab key: every stop reached in order, each one seen, none a trap (WCAG 2.1.2, 2.4.3, 2.4.7, 2.4.11)."""

from typing import Any

from tests.pages.finding import Finding
from tests.pages.visit import OWN, Visit

SIZES = ((1280, 900), (320, 256))
"""A desk, and the same window at 400 % zoom."""


async def walk(visit: Visit) -> None:
    for width, height in SIZES:
        await visit.size(width, height)
        await visit.page.evaluate("() => scrollTo(0, 0)")
        await _walk(visit, f"keyboard, {width} wide")


async def _walk(visit: Visit, state: str) -> None:
    page = visit.page
    count = int(await page.evaluate("() => window.__own.startWalk()"))
    for _ in range(count):
        await page.keyboard.press("Tab")
    steps: list[dict[str, Any]] = await page.evaluate("() => window.__own.endWalk()")
    for step in steps:
        visit.add(OWN, state, step["found"])
    reached = [step["place"] for step in steps]
    expected = list(range(count))
    if reached != expected:
        place = next(place for place in expected if reached[place] != place)
        stop = await page.evaluate("(place) => window.__own.stopAt(place)", place)
        message = f"Tab does not come here as stop {place + 1} of {count}: the keyboard is trapped, or goes another way than the source."
        visit.found.append(Finding(visit.path, stop["selector"], "keyboard-trap", message, OWN, state, stop["snippet"]))
        return
    await page.keyboard.press("Shift+Tab")
    back = (await page.evaluate("() => window.__own.step()"))["place"]
    if count > 1 and back != count - 2:
        visit.found.append(Finding(visit.path, "body", "keyboard-trap", "Shift and Tab do not lead back.", OWN, state))
