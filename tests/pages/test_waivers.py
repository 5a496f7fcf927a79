"""A waiver excuses one rule on one page until its end."""

from datetime import date
from pathlib import Path

import pytest

from tests.pages.finding import Finding
from tests.pages.waivers import read_waivers, remaining

FOUND = Finding("en/index.html", "p", "color-contrast", "Make it darker.", "axe-core")
GOOD = "- rule: color-contrast\n  page: en/index.html\n  reason: A new colour comes.\n  until: 2026-12-01\n"


def waivers_file(folder: Path, text: str) -> Path:
    file = folder / "waivers.yml"
    file.write_text(text, encoding="utf-8")
    return file


def test_until_its_end_and_not_a_day_longer(tmp_path: Path) -> None:
    waivers = read_waivers(waivers_file(tmp_path, GOOD))
    assert remaining([FOUND], waivers, date(2026, 12, 1)) == []
    assert remaining([FOUND], waivers, date(2026, 12, 2)) == [FOUND]


@pytest.mark.parametrize(("old", "new"), [("en/index.html", "cy/index.html"), ("color-contrast", "link-name")])
def test_only_its_rule_on_its_page(tmp_path: Path, old: str, new: str) -> None:
    waivers = read_waivers(waivers_file(tmp_path, GOOD.replace(old, new)))
    assert remaining([FOUND], waivers, date(2026, 11, 25)) == [FOUND]


@pytest.mark.parametrize("line", ["  reason: A new colour comes.\n", "  until: 2026-12-01\n", "  page: en/index.html\n"])
def test_one_that_lacks_a_part_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(ValueError, match="needs a rule, a page, a reason and an end date"):
        read_waivers(waivers_file(tmp_path, GOOD.replace(line, "")))


def test_an_end_that_is_no_date_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="end date"):
        read_waivers(waivers_file(tmp_path, GOOD.replace("2026-12-01", "never")))
