"""What one run of the tools found, as the file from which the accessibility statement is made. Must never round a fault away."""

import os
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from signpost.problems import Problems
from signpost.tested import FILE, STATES, AccessibilityRecord, RecordedTool, read_record
from tests.pages.finding import Finding
from tests.pages.waivers import Waiver, remaining

WANTED = "SIGNPOST_RECORD"
"""Environment variable by which `build.py test` asks for the file to be written."""
_KEPT_FOR = timedelta(days=30)
"""A run that finds the same as the last one does not change the file, unless that is older than this."""
_HEAD = "# Written by “python3 build.py test”, not by hand. The accessibility statement is made from it.\n"


def made_record(
    pages: int, findings: list[Finding], waivers: list[Waiver], versions: Mapping[str, str], today: date
) -> AccessibilityRecord:
    left = len(remaining(findings, waivers, today))
    tools = tuple(RecordedTool(name, version) for name, version in versions.items())
    return AccessibilityRecord(today, pages, STATES, tools, left, len(findings) - left)


def as_text(record: AccessibilityRecord) -> str:
    tools = "".join(f'  - name: {tool.name}\n    version: "{tool.version}"\n' for tool in record.tools)
    return (
        f"{_HEAD}tested_on: {record.tested_on}\npages: {record.pages}\nstates: {', '.join(record.states)}\ntools:\n{tools}"
        f"findings: {record.findings}\nwaived: {record.waived}\n"
    )


def write_record(record: AccessibilityRecord, content: Path) -> None:
    """Write it where the run was asked to, if it says anything new."""
    if not os.environ.get(WANTED):
        return
    old = read_record(content, "content", record.tested_on, Problems())
    if old is None or not says_the_same(old, record) or old.tested_on + _KEPT_FOR < record.tested_on:
        (content / FILE).write_text(as_text(record), encoding="utf-8", newline="\n")


def says_the_same(one: AccessibilityRecord, other: AccessibilityRecord) -> bool:
    """Whether only the day differs."""
    return as_text(one).replace(str(one.tested_on), "") == as_text(other).replace(str(other.tested_on), "")
