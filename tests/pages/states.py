"""Every way in which a page is shown, and what is checked in each. One visit of a page goes through all of them."""

from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import Page

from tests.pages.finding import Finding
from tests.pages.tools import axe_source, behaviour_source

AXE = "axe-core"
OWN = "own"
WIDTHS = (240, 280, 320, 360, 414, 600, 640, 641, 768, 1024, 1280, 1920)
_COLOURS = ["color-contrast", "link-in-text-block"]
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Add = Callable[[str, str, list[dict[str, Any]]], None]


class Visit:
    """One page in one tab. `path` is its file in the output."""

    def __init__(self, page: Page, path: str) -> None:
        self.page, self.path = page, path
        self.found: list[Finding] = []

    def add(self, tool: str, state: str, items: list[dict[str, Any]]) -> None:
        known = {(finding.selector, finding.rule) for finding in self.found}
        for item in items:
            if (item["selector"], item["rule"]) not in known:
                self.found.append(Finding(self.path, item["selector"], item["rule"], item["message"], tool, state, item["snippet"]))

    async def own(self, state: str, *names: str) -> None:
        for name in names:
            self.add(OWN, state, await self.page.evaluate(f"async () => await window.__own.{name}()") or [])

    async def axe(self, state: str, rules: list[str] | None = None) -> None:
        only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": _TAGS}
        items = await self.page.evaluate(_RUN_AXE, only)
        self.add(AXE, state, items)

    async def prepare(self) -> None:
        await self.page.evaluate(f"() => {{ window.__own = {behaviour_source()} }}")
        await self.page.evaluate(f"() => {{ {axe_source()} }}")


_RUN_AXE = """async (only) => {
  const result = await axe.run(document, { runOnly: only, resultTypes: ["violations"], rules: only.type === "tag" ? { "target-size": { enabled: true } } : {} });
  return result.violations.flatMap((rule) => rule.nodes.map((node) => ({
    selector: node.target.join(" "), rule: rule.id, message: rule.help, snippet: node.html })));
}"""


async def with_script(visit: Visit) -> None:
    """Everything that needs no fresh load: sizes, details, colours, print, spacing, no style."""
    page = visit.page
    await visit.prepare()
    await visit.own("1280 wide", "overlaps", "reflow", "exitAndCall", "mouseOnly", "order", "readingOrder")
    await visit.axe("1280 wide")
    if await page.evaluate("() => window.__own.openDetails()"):
        await visit.axe("details open")
    for width in WIDTHS:
        await page.set_viewport_size({"width": width, "height": 800})
        await visit.own(f"{width} wide", "overlaps", "exitAndCall", *(["reflow"] if width >= 320 else []))
    await page.set_viewport_size({"width": 320, "height": 256})
    await visit.own("400 % zoom", "reflow", "cutText", "overlaps")
    await visit.axe("400 % zoom", ["target-size", "scrollable-region-focusable", "color-contrast"])
    await _colours(visit)
    await visit.own("last", "borders")
    for state, size in (("spaced out, 320 wide", 320), ("spaced out, 1280 wide", 1280)):
        await page.set_viewport_size({"width": size, "height": 800})
        await page.evaluate("() => window.__own.spaceOut()")
        await visit.own(state, "overlaps", "cutText", "reflow")
    await visit.own("buttons pressed", "paste", "statuses")
    await visit.axe("buttons pressed", ["color-contrast", "aria-allowed-role", "region"])
    await page.evaluate("() => window.__own.takeStyleAway()")
    await visit.own("no style", "readingOrder")
    await visit.axe("no style", ["list", "heading-order", "label", "link-name"])


async def _colours(visit: Visit) -> None:
    page = visit.page
    await page.set_viewport_size({"width": 1280, "height": 900})
    for state, media in (
        ("dark", {"color_scheme": "dark"}),
        ("dark, more contrast", {"color_scheme": "dark", "contrast": "more"}),
        ("more contrast", {"contrast": "more"}),
        ("forced colours", {"forced_colors": "active"}),
        ("print", {"media": "print"}),
    ):
        await page.emulate_media(**media)  # type: ignore[arg-type]
        await visit.axe(state, _COLOURS)
        if state == "print":
            await visit.own(state, "onPaper")
        elif "dark" in state:
            await visit.own(state, "borders")
        await page.emulate_media(media="screen", color_scheme="light", contrast="no-preference", forced_colors="none")


async def without_script(visit: Visit) -> None:
    await visit.prepare()
    await visit.own("no script", "withoutScript", "overlaps")
    await visit.axe("no script")


VISITS: tuple[tuple[bool, Callable[[Visit], Awaitable[None]]], ...] = ((True, with_script), (False, without_script))
"""Whether scripts run, and what is done."""
