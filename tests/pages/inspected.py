"""The published site and what each tool found on it. Every tool runs once in a run, when it is first asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from signpost.build import Built
from tests.pages.finding import Finding, located
from tests.pages.inspection import inspect, jobs
from tests.pages.nu import nu
from tests.pages.pa11y import pa11y
from tests.pages.states import WAYS
from tests.pages.text_browsers import reading_order
from tests.pages.tools import need
from tests.tiny_site import ROOT


@dataclass(frozen=True)
class Inspected:
    """The site of content/, at `address`. Each property runs its tool when it is first asked for."""

    built: Built
    address: str
    folder: Path

    @cached_property
    def paths(self) -> list[str]:
        return sorted(path for path in self.built.output if path.endswith(".html"))

    @cached_property
    def in_browser(self) -> list[Finding]:
        """Our own checks and axe-core, in every state."""
        need("chromium", module="axe-core")
        return self._located(inspect(self.address, jobs(self.paths, *WAYS)))

    @cached_property
    def by_pa11y(self) -> list[Finding]:
        need("chromium", "node", module="pa11y-ci")
        return self._located(pa11y(self.address, self.paths, self.folder))

    @cached_property
    def by_nu(self) -> list[Finding]:
        need("java", module="vnu-jar")
        return self._located(nu({path: self.built.output[path] for path in self.paths}, self.folder))

    @cached_property
    def by_text_browsers(self) -> list[Finding]:
        need("lynx", "w3m")
        return self._located(found for path in self.paths for found in reading_order(path, self.built.output[path], self.folder))

    @cached_property
    def all_findings(self) -> list[Finding]:
        return [*self.in_browser, *self.by_pa11y, *self.by_nu, *self.by_text_browsers]

    def _located(self, findings: Iterable[Finding]) -> list[Finding]:
        return [located(finding, self.built.site, ROOT) for finding in findings]
