"""The import warns and never guesses: what it cannot place is listed, left out, and kept as a comment."""

import datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from bs4 import BeautifulSoup
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from signpost.imports.paper import Fate
from signpost.imports.place import Place
from signpost.imports.run import Imported, import_plan, run_import
from signpost.plan.plans import read_plan
from signpost.problems import Level, Problems
from tests.imports.papers import WIDE_BROKEN, Grid, Layout, Text, comma_separated, web_page, word
from tests.plan.site import TODAY

HEAD = ("No.", "Recommendation", "Force update", "Status", "Date")


def _imported(layout: Layout, folder: Path) -> tuple[Imported, list[str]]:
    source = folder / "plan.csv"
    comma_separated(layout, source)
    problems = Problems()
    found = import_plan(source, ("en", "cy"), TODAY, problems)
    assert found is not None, [problem.as_text() for problem in problems]
    return found, [problem.as_text() for problem in problems]


def _left(found: Imported) -> list[str]:
    return [piece.text for piece in found.pieces if piece.fate is Fate.UNPLACED]


def _build(found: Imported, folder: Path) -> list[str]:
    target = folder / "content" / "action-plan"
    target.mkdir(parents=True)
    for name, text in found.files.items():
        (target / name).write_text(text, encoding="utf-8")
    problems = Problems()
    read_plan(folder / "content", "content", ("en", "cy"), TODAY, problems)
    return [problem.as_text() for problem in problems.errors]


def test_a_column_that_nobody_knows_is_left_out_with_its_position(tmp_path: Path) -> None:
    found, told = _imported([Grid((("No.", "Recommendation", "Horoscope"), ("7", "By 27 March 2025, do it.", "Leo")))], tmp_path)
    assert _left(found) == ["Horoscope", "Leo"]
    assert "# row 2, column 3: Leo" in found.files["recommendation-7.yml"]
    assert any(line.startswith("plan.csv: row 2, column 3: under no heading that is known: left out") for line in told)
    assert not _build(found, tmp_path)


def test_a_row_without_a_number_is_left_out(tmp_path: Path) -> None:
    found, _ = _imported(
        [Grid((HEAD, ("7", "By 27 March 2025, do it.", "Done.", "Complete", "Nov-24"), ("", "Do more.", "Yes.", "", "")))], tmp_path
    )
    assert _left(found) == ["Do more.", "Yes."]


def test_a_row_with_two_numbers_that_differ_is_left_out(tmp_path: Path) -> None:
    table = Grid((("Rec no", "Sub recommendation", "Force update"), ("7", "7.1", "We check."), ("7", "10.1", "We train.")))
    found, told = _imported([table], tmp_path)
    assert "We train." in _left(found)
    assert any("the row names several parts (7, 10.1): left out" in line for line in told)


@pytest.mark.parametrize("text", ["sometime soon", "March 26", "27 March", "31/02/2025", "summer 2025"])
def test_a_date_that_is_none_stays_out(tmp_path: Path, text: str) -> None:
    found, _ = _imported([Grid((HEAD, ("7", "Do it.", "We check.", "Complete", text)))], tmp_path)
    assert text in _left(found)
    assert "date: not stated" in found.files["updates.yml"]


def test_a_date_keeps_its_precision(tmp_path: Path) -> None:
    rows = tuple(
        (str(number), f"Do {number}.", "We check.", "Complete", text)
        for number, text in enumerate(("Nov-24", "Q2 2025", "21st November 2024"), 7)
    )
    found, _ = _imported([Grid((HEAD, *rows))], tmp_path)
    for date in ("date: 2024-11\n", "date: 2025-Q2\n", "date: 2024-11-21\n"):
        assert date in found.files["updates.yml"]


def test_a_date_to_come_is_not_written(tmp_path: Path) -> None:
    found, told = _imported([Grid((HEAD, ("7", "Do it.", "We will check.", "Ongoing", "1 January 2030")))], tmp_path)
    assert "2030" not in found.files["updates.yml"]
    assert any("has not come yet" in line for line in told)
    assert not _build(found, tmp_path)


def test_an_unknown_status_is_kept_in_the_forces_words_only(tmp_path: Path) -> None:
    found, told = _imported([Grid((HEAD, ("7", "Do it.", "We check.", "On Track -", "Nov-24")))], tmp_path)
    assert "status: in progress" in found.files["updates.yml"], "a dash behind a known word is no other word"
    found, told = _imported([Grid((HEAD, ("7", "Do it.", "We check.", "Amber", "Nov-24")))], tmp_path)
    assert "status: not stated\n    status_as_published: Amber" in found.files["updates.yml"]
    assert any("not in the list of statuses" in line for line in told)


def test_a_long_text_in_the_status_column_is_no_status(tmp_path: Path) -> None:
    long = "Complete apart from three things that we still have to do and to check"
    found, _ = _imported([Grid((HEAD, ("7", "Do it.", "We check.", long, "Nov-24")))], tmp_path)
    assert _left(found) == [long]


def test_the_inspectors_words_used_as_the_answer_are_flagged(tmp_path: Path) -> None:
    ask = "By 27 March 2025, review and update the training on stalking."
    _, told = _imported([Grid((HEAD, ("10", ask, ask, "", "Nov-24")))], tmp_path)
    assert any("the answer is the inspectors' own wording" in line for line in told)


@pytest.mark.parametrize("text", ["TBC", "Call 020 7946 0000 for more.", "[insert update]", "Ring 101 at any time."])
def test_what_the_plan_would_refuse_is_left_out(tmp_path: Path, text: str) -> None:
    found, _ = _imported([Grid((HEAD, ("7", "Do it.", text, "Complete", "Nov-24")))], tmp_path)
    assert text in _left(found)
    assert not _build(found, tmp_path)


def test_the_same_row_twice_builds(tmp_path: Path) -> None:
    row = ("7", "Do it.", "We check.", "Complete", "Nov-24")
    found, _ = _imported([Grid((HEAD, row, row))], tmp_path)
    assert not _build(found, tmp_path)


def test_a_table_without_headings_is_left_out(tmp_path: Path) -> None:
    found, _ = _imported([Text("Recommendation 7: Recording"), Grid((("alpha", "beta", "gamma"), ("one", "two", "three")))], tmp_path)
    assert set(_left(found)) == {"alpha", "beta", "gamma", "one", "two", "three"}
    assert found.percent < 50


def test_a_row_whose_cells_moved_for_no_known_reason_is_left_out(tmp_path: Path) -> None:
    """Without a body in the owner's column, nobody can tell whether the row is torn or short."""
    rows = WIDE_BROKEN[1].rows  # type: ignore[union-attr]
    torn = (rows[3][0], rows[3][1], "Somebody", *rows[3][3:])
    found, _ = _imported([Grid((*rows[:3], torn))], tmp_path)
    assert {"Somebody", "Done; a refresher is given each April."} <= set(_left(found))


def test_headings_with_numbered_requirements(tmp_path: Path) -> None:
    layout = [
        Text("Executive lead: Assistant Chief Constable"),
        Text("Recommendation 7", 2),
        Text("By 27 March 2025, make stalking easy to find."),
        Text("Evidence requirements of progress/completion", 3),
        Text("7.1 Staff use the feature."),
        Text("7.2 Use a stopgap."),
        Text("Force update", 3),
        Text("7.1: We read a sample each month."),
    ]
    source = tmp_path / "plan.docx"
    word(layout, source)
    run_import(source, Place(tmp_path / "content"), ("en",), TODAY)
    problems = Problems()
    plan = read_plan(tmp_path / "content", "content", ("en",), TODAY, problems)
    assert plan is not None, [problem.as_text() for problem in problems.errors]
    first, second = (plan.find(reference) for reference in ("7.1", "7.2"))
    assert first is not None and second is not None
    assert first.asks == {"en": "Staff use the feature."} and second.asks == {"en": "Use a stopgap."}
    assert [update.text for update in first.updates] == [{"en": "We read a sample each month."}]


def test_menus_banners_and_scripts_of_a_page_are_no_part_of_the_plan(tmp_path: Path) -> None:
    source = tmp_path / "plan.html"
    web_page([Text("Our plan", 1), Grid((HEAD, ("7", "Do it.", "We check.", "Complete", "Nov-24")))], source)
    found = import_plan(source, ("en",), TODAY, Problems())
    assert found is not None
    assert not [piece for piece in found.pieces if "cookie" in piece.text or "Copyright" in piece.text or "var a" in piece.text]


def test_deleted_text_in_word_is_not_read_and_inserted_text_is(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    for place, text in enumerate(("No.", "Recommendation", "Force update")):
        table.cell(0, place).text = text
    for place, text in enumerate(("7", "Do it.", "We check.")):
        table.cell(1, place).text = text
    paragraph = table.cell(1, 2).paragraphs[0]._p
    for name, words in (("w:del", " Deleted."), ("w:ins", " Inserted.")):
        change = OxmlElement(name)
        run = OxmlElement("w:r")
        text_element = OxmlElement("w:t")
        text_element.text = words
        text_element.set(qn("xml:space"), "preserve")
        run.append(text_element)
        change.append(run)
        paragraph.append(change)
    document.save(str(tmp_path / "plan.docx"))
    found = import_plan(tmp_path / "plan.docx", ("en",), TODAY, Problems())
    assert found is not None and "en: We check. Inserted." in found.files["updates.yml"]


def test_numbers_and_dates_of_a_workbook_are_read_as_shown(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Recommendation number", "Force update", "Date", "Status"])
    sheet.append([7.1, "We check.", datetime.date(2024, 11, 21), "Complete"])
    sheet.append([10.1, "We train.", datetime.date(2025, 3, 1), "Ongoing"])
    sheet["A3"].value = 10.1
    sheet["A3"].number_format = "0.00"
    sheet["C2"].number_format = "dd/mm/yyyy"
    sheet["C3"].number_format = "mmm-yy"
    workbook.save(tmp_path / "plan.xlsx")
    found = import_plan(tmp_path / "plan.xlsx", ("en",), TODAY, Problems())
    assert found is not None
    assert "about: 7.1\n    date: 2024-11-21\n" in found.files["updates.yml"]
    assert "about: 10.10\n    date: 2025-03\n" in found.files["updates.yml"]


def test_the_page_for_checking_shows_every_piece(tmp_path: Path) -> None:
    layout = [Grid((("No.", "Recommendation", "Horoscope"), ("7", "By 27 March 2025, do <b>it</b>.", "Leo & <b>co</b>")))]
    found, _ = _imported(layout, tmp_path)
    soup = BeautifulSoup(found.checking_page, "html.parser")
    assert len(soup.select("#all tbody tr")) == len(found.pieces)
    assert [row.td.get_text() for row in soup.select("#left-out tbody tr") if row.td] == [
        "Horoscope",
        "By 27 March 2025, do <b>it</b>.",
        "Leo & <b>co</b>",
    ]
    assert "readers would see “<b>” in it as it stands" in soup.get_text()
    assert soup.find("b") is None and soup.find("script") is None


def test_the_summary_says_how_much_found_a_place(tmp_path: Path) -> None:
    found, _ = _imported([Grid((("No.", "Recommendation", "Horoscope"), ("7", "Do all of it now.", "Leo")))], tmp_path)
    assert found.summary == (
        "80.0 % of the text found a place (8 of 10 words). Recommendations: 1; requirements: 0; updates: 0. Not placed: 2; to be checked: 2."
    )


# Anything at all

_CELL = st.one_of(
    st.sampled_from(
        ["", "7", "7.1", "10.1", "10.10", "No.", "Recommendation", "Force update", "Status", "Complete", "Nov-24", "TBC", "none yet"]
    ),
    st.sampled_from(
        [
            "Sub recommendation",
            "Owner",
            "Chief constables",
            "March 2026 update",
            "ACTION: none",
            "ACTION: by 1 June 2025 do it",
            "yes",
            "- a: b # c",
        ]
    ),
    st.text(max_size=40),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.lists(_CELL, min_size=1, max_size=6), max_size=8))
def test_whatever_a_file_holds_what_is_written_builds_and_nothing_is_lost(
    rows: list[list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    source = folder / "plan.csv"
    comma_separated([Grid((HEAD, ("7", "Do it.", "We check.", "Complete", "Nov-24"), *(tuple(row) for row in rows)))], source)
    problems = Problems()
    found = import_plan(source, ("en", "cy"), TODAY, problems)
    assert found is not None and not [problem for problem in problems if problem.level is Level.ERROR]
    # Letters that came misread are not guessed: the build says which.
    assert all("was one letter before" in line for line in _build(found, folder))
    comments = "\n".join(found.files.values())
    for piece in found.pieces:
        assert piece.fate is not Fate.UNPLACED or f"# {piece.position}: {piece.source}" in comments
