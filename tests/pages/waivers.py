"""What is let through for a while: one rule on one page, with a reason and an end. Must never excuse a page for ever."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from tests.pages.finding import Finding

FILE = Path(__file__).with_name("waivers.yml")
_FIELDS = {"rule", "page", "reason", "until"}


@dataclass(frozen=True)
class Waiver:
    """`page` is the file in the output."""

    rule: str
    page: str
    reason: str
    until: date

    def excuses(self, finding: Finding, today: date) -> bool:
        return (finding.rule, finding.page) == (self.rule, self.page) and today <= self.until


def read_waivers(file: Path = FILE) -> list[Waiver]:
    """Raises ValueError for one that lacks a rule, a page, a reason or an end."""
    found = []
    for entry in yaml.safe_load(file.read_text(encoding="utf-8")) or []:
        if set(entry) != _FIELDS or not all(entry.values()) or not isinstance(entry["until"], date):
            raise ValueError(f"{file.name}: a waiver needs a rule, a page, a reason and an end date: {entry}")
        found.append(Waiver(**entry))
    return found


def remaining(findings: Iterable[Finding], waivers: Iterable[Waiver], today: date) -> list[Finding]:
    """The findings that no waiver excuses today."""
    known = list(waivers)
    return [finding for finding in findings if not any(waiver.excuses(finding, today) for waiver in known)]
