"""content/accessibility_tests.yml -> AccessibilityRecord: when, with what and how the site was tested, and what was found.

`python3 build.py test` writes the file from what it has just done; the accessibility statement is made from it. Must
never say more than a run of the tests has found, and never that a site is accessible: programs cannot know.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from signpost.files.fields import Fields
from signpost.files.source import read_source
from signpost.files.yaml_text import read_yaml
from signpost.model import LocaleCode, Page
from signpost.problems import Level, Problems
from signpost.said import said

FILE = "accessibility_tests.yml"
PAGE = "accessibility"
PART = "accessibility-tests"
RULE = "accessibility-tests"
OLD_AFTER = timedelta(days=180)
"""After this many days the record is too old to be shown as what the site is like."""
STATES = (
    "wide", "phone", "zoom", "spacing", "dark", "contrast", "forced-colours", "paper", "no-script", "no-style", "answered", "keyboard",
    "text-browsers",
)  # fmt: skip
"""Ways in which a page is shown or used. Each has its words in templates/strings/tested.*.yml."""


@dataclass(frozen=True)
class RecordedTool:
    name: str
    version: str


@dataclass(frozen=True)
class AccessibilityRecord:
    """`findings` are those that were left, `waived` those that a waiver let through."""

    tested_on: date
    pages: int
    states: tuple[str, ...]
    tools: tuple[RecordedTool, ...]
    findings: int
    waived: int


def read_record(content: Path, label: str, today: date, problems: Problems) -> AccessibilityRecord | None:
    """The record, or None when there is no such file or a mistake hides it."""
    if not (content / FILE).exists():
        return None
    name = f"{label}/{FILE}"
    source = read_source(content / FILE, name, problems)
    entries = read_yaml(source.text, name, problems) if source is not None else None
    if entries is None:
        return None
    fields = Fields(entries, name, problems, FILE)
    record = AccessibilityRecord(
        tested_on=fields.day("tested_on"),
        pages=fields.whole("pages", 0, 1, 1_000_000),
        states=fields.words_from("states", STATES),
        tools=tuple(_tool(tool) for tool in fields.groups("tools", "the tool")),
        findings=fields.whole("findings", -1, 0, 1_000_000),
        waived=fields.whole("waived", -1, 0, 1_000_000),
    )
    fields.finish()
    _check(fields, record, today)
    return record


def _tool(fields: Fields) -> RecordedTool:
    tool = RecordedTool(fields.text("name", 60), fields.text("version", 40))
    fields.finish()
    return tool


def _check(fields: Fields, record: AccessibilityRecord, today: date) -> None:
    for name, there in (
        ("pages", record.pages > 0), ("states", record.states), ("tools", record.tools), ("findings", record.findings >= 0),
        ("waived", record.waived >= 0),
    ):  # fmt: skip
        if not there:
            fields.wrong(name, f"“{name}” is missing. This file is written by “python3 build.py test”: run it again.", "missing-field")
    if record.tested_on > today:
        message = f"The tests cannot have run on {record.tested_on}, which is still to come. Run “python3 build.py test”."
    elif record.tested_on + OLD_AFTER < today:
        message = f"The accessibility tests ran last on {record.tested_on}. Run “python3 build.py test”, which writes this file again."
    else:
        return
    fields.problems.add(RULE, fields.file, fields.line("tested_on"), message, Level.WARNING, safety=False)


def check_statement(pages: Sequence[Page], record: AccessibilityRecord | None, label: str, problems: Problems) -> None:
    """A site with a statement has a record of its tests."""
    if record is None and any(page.key == PAGE for page in pages):
        problems.add(
            RULE,
            f"{label}/{FILE}",
            0,
            "There is no record of accessibility tests, so the statement says that there were none. Run “python3 build.py test”.",
            Level.WARNING,
            safety=False,
        )


def statement_values(record: AccessibilityRecord | None, strings: Mapping[str, str], locale: LocaleCode) -> dict[str, object]:
    """What the template of the statement's part needs: whole sentences."""
    if record is None:
        return {"when": None}
    found = "tested_nothing" if record.findings == 0 else "tested_one" if record.findings == 1 else "tested_some"
    return {
        "when": strings["tested_when"].format(day=said(record.tested_on, locale), pages=record.pages),
        "states": [strings[f"tested_{state.replace('-', '_')}"] for state in record.states],
        "tools": record.tools,
        "found": strings[found].format(count=record.findings),
        "waived": strings["tested_waived"].format(count=record.waived) if record.waived else None,
    }
