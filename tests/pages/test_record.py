"""The file that the statement is made from: written when asked for, and only when it says something new."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from signpost.problems import Problems
from signpost.tested import FILE, STATES, AccessibilityRecord, RecordedTool, read_record
from tests.pages.finding import Finding
from tests.pages.record import WANTED, as_text, made_record, write_record
from tests.pages.waivers import Waiver

TODAY = date(2026, 11, 25)
RECORD = AccessibilityRecord(TODAY, 64, STATES, (RecordedTool("axe-core", "4.14.1"),), 0, 0)


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(as_text(RECORD), encoding="utf-8")
    problems = Problems()
    assert read_record(tmp_path, "content", TODAY, problems) == RECORD
    assert list(problems) == []


def test_what_is_waived_is_counted_apart() -> None:
    findings = [Finding("en/index.html", "p", rule, "Mend it.") for rule in ("one", "other")]
    waivers = [Waiver("one", "en/index.html", "A reason.", TODAY)]
    record = made_record(64, findings, waivers, {"axe-core": "4.14.1"}, TODAY)
    assert (record.findings, record.waived, record.tools) == (1, 1, RECORD.tools)


@pytest.mark.parametrize(
    ("changed", "is_written"),
    [
        (replace(RECORD, tested_on=date(2026, 12, 25)), False),
        (replace(RECORD, tested_on=date(2026, 12, 26)), True),
        (replace(RECORD, pages=66), True),
        (replace(RECORD, findings=1), True),
        (replace(RECORD, tools=(RecordedTool("axe-core", "4.15.0"),)), True),
    ],
)
def test_only_something_new_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: AccessibilityRecord, is_written: bool
) -> None:
    monkeypatch.setenv(WANTED, "1")
    write_record(RECORD, tmp_path)
    write_record(changed, tmp_path)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == as_text(changed if is_written else RECORD)


def test_nothing_is_written_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(WANTED, raising=False)
    write_record(RECORD, tmp_path)
    assert list(tmp_path.iterdir()) == []
