"""A look at one page in one tab, and what was found on it. Must never say twice what is so in many states."""

from functools import cache
from typing import Any

from tests.pages.finding import Finding
from tests.pages.tab import Tab
from tests.pages.tools import axe_source, behaviour_source

AXE = "axe-core"
OWN = "own checks"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Visit:
    """One page in one tab. `path` is its file in the output."""

    def __init__(self, tab: Tab, path: str) -> None:
        self.tab, self.page, self.path = tab, tab.page, path
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

    async def prepare(self) -> None:
        """Put our own checks and axe-core into the page."""
        await self.tab.run(_checks())

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


@cache
def _checks() -> str:
    return f"window.__own = {behaviour_source()};\n{axe_source()};0"
