"""The page of figures: nothing on it that a test has not shown."""

from pathlib import Path

import pytest

from tests.figures import PAGE, Figures, as_page, read_rows
from tests.tiny_site import ROOT


def test_every_figure_names_a_test_that_exists_and_the_page_is_as_it_is_written() -> None:
    text = PAGE.read_text(encoding="utf-8")
    rows = read_rows(text)
    assert as_page(rows) == text
    assert len(rows) >= 10
    for _, test in rows.values():
        file, _, name = test.partition("::")
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8"), test


def test_a_figure_that_is_not_shown_any_more_fails(tmp_path: Path) -> None:
    page = tmp_path / "FIGURES.md"
    written = Figures("tests/test_a.py::test_a", writes=True, page=page)
    written.holds("Kills", "survived", 1000)
    written.at_least("Kills", "calls", 12_345)
    shown = Figures("tests/test_a.py::test_a", writes=False, page=page)
    shown.holds("Kills", "survived", 1000)
    shown.at_least("Kills", "calls", 12_340)
    with pytest.raises(AssertionError, match=r"FIGURES\.md says otherwise"):
        shown.holds("Kills", "survived", 999)
    with pytest.raises(AssertionError, match="says at least 12,340"):
        shown.at_least("Kills", "calls", 12_339)
    with pytest.raises(AssertionError, match="does not say “others”"):
        shown.holds("Kills", "others", 1)
    assert "| calls | at least 12,340 | `tests/test_a.py::test_a` |" in page.read_text(encoding="utf-8")
