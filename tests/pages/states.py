"""Every way in which a page is shown, and what is checked in each. One visit of a page goes through many of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from playwright.async_api import Page

from tests.pages.finding import Finding
from tests.pages.tab import PLAIN
from tests.pages.tools import axe_source, behaviour_source

AXE = "axe-core"
OWN = "own checks"
WIDTHS = (240, 280, 320, 360, 414, 600, 640, 641, 768, 1024, 1280, 1920)
_COLOURS = ["color-contrast", "link-in-text-block"]
_SAID = ["color-contrast", "aria-allowed-role", "button-name", "link-name", "target-size"]
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_SCHEMES: tuple[tuple[str, dict[str, str]], ...] = (
    ("dark", {"color_scheme": "dark"}),
    ("dark, more contrast", {"color_scheme": "dark", "contrast": "more"}),
    ("more contrast", {"contrast": "more"}),
    ("forced colours", {"forced_colors": "active"}),
    ("print", {"media": "print"}),
)


class Visit:
    """One page in one tab. `path` is its file in the output."""

    def __init__(self, page: Page, path: str) -> None:
        self.page, self.path = page, path
        self.found: list[Finding] = []

    def add(self, tool: str, state: str, items: list[dict[str, Any]]) -> None:
        """What was found, unless it was found in another state before."""
        known = {(finding.selector, finding.rule) for finding in self.found}
        for item in items:
            if (item["selector"], item["rule"]) not in known:
                self.found.append(Finding(self.path, item["selector"], item["rule"], item["message"], tool, state, item["snippet"]))

    async def own(self, state: str, *names: str) -> None:
        """Our own checks of these names, in one call."""
        self.add(OWN, state, await self.page.evaluate(_RUN_OWN, list(names)))

    async def axe(self, state: str, rules: list[str] | None = None) -> None:
        """All rules of axe-core for WCAG 2.2 A and AA and its best practices, or only these."""
        only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": _TAGS}
        self.add(AXE, state, await self.page.evaluate(_RUN_AXE, only))

    async def prepare(self, axe: bool = True) -> None:
        await self.page.evaluate(f"() => {{ window.__own = {behaviour_source()} }}")
        if axe:
            await self.page.evaluate(f"() => {{ {axe_source()} }}")

    async def size(self, width: int, height: int = 800) -> None:
        await self.page.set_viewport_size({"width": width, "height": height})


_RUN_OWN = """async (names) => {
  const found = [];
  for (const name of names) found.push(...((await window.__own[name]()) || []));
  return found;
}"""
_RUN_AXE = """async (only) => {
  // The exit, the skip link and the phase stand outside landmarks on purpose; the build's gate holds the landmarks themselves.
  const rules = only.type === "tag" ? { "target-size": { enabled: true }, region: { enabled: false } } : {};
  const result = await axe.run(document, { runOnly: only, resultTypes: ["violations", "incomplete"], rules });
  // A contrast that axe cannot tell is a finding: over a gradient it could tell none, and said nothing.
  const blind = ["bgGradient", "bgImage", "pseudoContent", "complexTextShadows"];
  const isBlind = (node) => node.any.some((check) => blind.includes(check.data && check.data.messageKey));
  const unknown = result.incomplete
    .filter((rule) => rule.id === "color-contrast")
    .map((rule) => ({ ...rule, nodes: rule.nodes.filter(isBlind) }));
  return [...result.violations, ...unknown].flatMap((rule) => rule.nodes.map((node) => ({
    selector: node.target.join(" "), rule: rule.id, snippet: node.html,
    message: `${rule.help}. ${(node.failureSummary || "").split("\\n").slice(1, 2).join("").trim()}` })));
}"""


async def glance(visit: Visit) -> None:
    """The page as it comes, with the question about cookies where there is one."""
    await visit.prepare()
    await visit.own("1280 wide", "overlaps", "reflow", "exitAndCall", "mouseOnly", "order", "readingOrder")
    await visit.axe("1280 wide")


async def as_it_comes(visit: Visit) -> None:
    """Everything that needs no fresh load: sizes, details, colours, paper, text spaced out, answers, no style."""
    await glance(visit)
    if await visit.page.evaluate("() => window.__own.openDetails()"):
        await visit.axe("details open")
    for width in WIDTHS:
        await visit.size(width)
        await visit.own(f"{width} wide", "overlaps", "exitAndCall", *(["reflow"] if width >= 320 else []))
    await visit.size(320, 256)
    await visit.own("400 % zoom", "reflow", "cutText", "overlaps")
    await visit.axe("400 % zoom", ["target-size", "scrollable-region-focusable"])
    await _schemes(visit)
    for width in (320, 1280):
        await visit.size(width)
        await visit.page.evaluate("() => window.__own.spaceOut()")
        await visit.own(f"spaced out, {width} wide", "overlaps", "cutText", "reflow")
        await visit.page.evaluate("() => window.__own.spaceBack()")
    await _answer(visit, "answer saved")
    await visit.own("buttons pressed", "paste", "statuses")
    await visit.page.evaluate("() => window.__own.takeStyleAway()")
    await visit.own("no style", "readingOrder")
    await visit.axe("no style", ["list", "heading-order", "label", "link-name"])


async def _schemes(visit: Visit) -> None:
    await visit.size(1280, 900)
    await visit.own("light", "borders")
    for state, media in _SCHEMES:
        await visit.page.emulate_media(**media)  # type: ignore[arg-type]
        await visit.axe(state, _COLOURS)
        await visit.own(state, *(["onPaper"] if state == "print" else ["borders", "exitAndCall"]))
        await visit.page.emulate_media(**PLAIN)  # type: ignore[arg-type]


async def _answer(visit: Visit, state: str) -> None:
    """The question about cookies is answered, and what is said then is checked."""
    if not await visit.page.evaluate("() => window.__own.answer()"):
        return
    await visit.own(state, "answered")
    for width in (320, 1280):
        await visit.size(width)
        await visit.own(f"{state}, {width} wide", "overlaps", "exitAndCall", "reflow")
    await visit.axe(state, _SAID)


async def that_keeps_nothing(visit: Visit) -> None:
    """The browser refuses to keep the answer: that is said too."""
    await visit.prepare()
    await _answer(visit, "answer not saved")


async def without_script(visit: Visit) -> None:
    await visit.prepare()
    await visit.own("no script", "withoutScript", "overlaps")
    await visit.size(320)
    await visit.own("no script, 320 wide", "overlaps", "reflow", "exitAndCall")
    await visit.axe("no script")


@dataclass(frozen=True)
class Way:
    """How a page is loaded, and what is done with it then. `before` is a script that runs before the page's own."""

    do: Callable[[Visit], Awaitable[None]]
    scripts: bool = True
    before: str = ""


_NO_COOKIES = 'Object.defineProperty(Document.prototype, "cookie", { get: () => "", set: () => {} });'
AS_IT_COMES = Way(as_it_comes)
GLANCE = Way(glance)
KEEPS_NOTHING = Way(that_keeps_nothing, before=_NO_COOKIES)
WITHOUT_SCRIPT = Way(without_script, scripts=False)
WAYS = (AS_IT_COMES, KEEPS_NOTHING, WITHOUT_SCRIPT)
