"""Plans like the six layouts, and not quite: columns in another order, headings of two rows, folded pages, other dates."""

import csv
import datetime
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from signpost.imports.paper import Fate
from signpost.imports.run import Imported, import_plan
from signpost.problems import Problems
from tests.plan.site import TODAY


def _imported(source: Path) -> tuple[Imported, str]:
    problems = Problems()
    found = import_plan(source, ("en", "cy"), TODAY, problems)
    assert found is not None, [problem.as_text() for problem in problems]
    return found, "\n".join(problem.as_text() for problem in problems)


def _left(found: Imported) -> list[str]:
    return [piece.text for piece in found.pieces if piece.fate is Fate.UNPLACED]


def _refused(source: Path) -> str:
    problems = Problems()
    assert import_plan(source, ("en", "cy"), TODAY, problems) is None
    return "\n".join(problem.message for problem in problems)


def _csv(folder: Path, *rows: tuple[str, ...], sign: str = ",", encoding: str = "utf-8") -> Path:
    path = folder / "plan.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=sign).writerows(rows)
    return path


def _html(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "plan.html"
    path.write_bytes(text.encode(encoding))
    return path


# Tables


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    found, _ = _imported(_csv(tmp_path, ("Status", "Force update", "No.", "Date"), ("Complete", "We check.", "7.1", "27.03.2025")))
    assert _left(found) == []
    assert "about: 7.1\n    date: 2025-03-27\n    kind: periodic\n    status: complete\n" in found.files["updates.yml"]


def test_semicolons_part_cells_and_commas_stay_text(tmp_path: Path) -> None:
    source = _csv(tmp_path, ("No.", "Recommendation", "Force update"), ("7", "Review, then act; soon", "We act, we do; all"), sign=";")
    found, _ = _imported(source)
    assert "en: We act, we do; all" in found.files["updates.yml"] and "en: Review, then act; soon" in found.files["recommendation-7.yml"]


@pytest.mark.parametrize("upper", [("No.", "Recommendation", "Updates", "Updates"), ("No.", "Recommendation", "Updates", "")])
def test_headings_of_two_rows_are_read_together(tmp_path: Path, upper: tuple[str, ...]) -> None:
    lower = ("", "", "November 2024 update", "March 2026 update")
    found, _ = _imported(_csv(tmp_path, upper, lower, ("7", "Do it well.", "First said.", "Later said.")))
    assert "date: 2024-11\n    kind: periodic\n    text:\n      en: First said." in found.files["updates.yml"]
    assert "date: 2026-03\n    kind: periodic\n    text:\n      en: Later said." in found.files["updates.yml"]
    assert _left(found) == []


def test_other_headings_in_the_middle_hold_from_there_on(tmp_path: Path) -> None:
    found, _ = _imported(
        _csv(
            tmp_path,
            ("No.", "Force update", "Recommendation"), ("7", "We check.", "Do it well."),
            ("No.", "Recommendation", "Force update"), ("10", "Train people.", "We train."),
        )
    )  # fmt: skip
    assert "en: We check." in found.files["updates.yml"] and "en: We train." in found.files["updates.yml"]
    assert "en: Train people." in found.files["recommendation-10.yml"] and "en: Do it well." in found.files["recommendation-7.yml"]


def test_two_answers_of_one_row_are_two_updates(tmp_path: Path) -> None:
    found, _ = _imported(_csv(tmp_path, ("No.", "Force update", "Progress"), ("7", "We check.", "Nine in ten.")))
    assert found.updates == 2


def test_a_number_that_stands_twice_with_different_words_is_no_number(tmp_path: Path) -> None:
    """A workbook makes 7.1 of 7.10."""
    head = ("No.", "Requirement", "Force update")
    found, told = _imported(_csv(tmp_path, head, ("7.1", "Check the records.", "We check."), ("7.1", "Teach all staff.", "We teach.")))
    assert {"Teach all staff.", "We teach."} == set(_left(found))
    assert "We teach." not in found.files["updates.yml"].partition("# Not placed")[0]
    assert "7.1 stands here twice with different wordings" in told


def test_a_row_that_only_names_a_recommendation_parts_the_table(tmp_path: Path) -> None:
    found, _ = _imported(
        _csv(
            tmp_path, ("No.", "Requirement", "Force update"), ("7.1", "Do this well.", "We do."), ("Recommendation 10", "", ""),
            ("10.1", "Do that well.", "We do too."),
        )
    )  # fmt: skip
    assert _left(found) == []


def test_topics_comments_and_colours(tmp_path: Path) -> None:
    head = ("Recommendation No.", "Theme", "Recommendation", "RAG", "Comments", "Target date")
    found, told = _imported(_csv(tmp_path, head, ("7", "Recording", "Do it well.", "Green", "We do.", "by end of June 2025")))
    assert "title:\n  en: Recording\n" in found.files["recommendation-7.yml"]
    assert "due: 2025-06\n" in found.files["recommendation-7.yml"]
    assert "status: not stated\n    status_as_published: Green" in found.files["updates.yml"], "a colour is no status"
    assert "not in the list of statuses" in told


@pytest.mark.parametrize(
    "answer",
    [
        "Chief constables should make sure that staff can record and search for stalking that is not the main crime.",
        "We will make sure that staff can record and search for stalking that is not the main crime.",
        "Chief constables should make sure that staff can record and search for stalking that isn't the main crime.",
        "Yes: make sure that staff can record and search for stalking that is not the main crime. Done in May.",
    ],
)
@pytest.mark.parametrize("heading", ["Force update", "Action"])
def test_the_inspectors_words_are_noticed_when_a_few_words_differ(tmp_path: Path, answer: str, heading: str) -> None:
    ask = "By 27 March 2025, chief constables should make sure that staff can record and search for stalking that is not the main crime."
    _, told = _imported(_csv(tmp_path, ("No.", "Recommendation", heading), ("7", ask, answer)))
    assert "the answer is the inspectors' own wording" in told


def test_an_answer_about_the_same_subject_is_not_their_wording(tmp_path: Path) -> None:
    ask = "By 27 March 2025, make sure that staff can record and search for stalking that is not the main crime."
    _, told = _imported(
        _csv(tmp_path, ("No.", "Recommendation", "Force update"), ("7", ask, "Staff search for stalking with a new screen."))
    )
    assert "inspectors" not in told


# Headings


def _word(folder: Path, *lines: tuple[str, int]) -> Path:
    document = docx.Document()
    for text, level in lines:
        document.add_paragraph(text, style=f"Heading {level}" if level else None)
    document.save(str(folder / "plan.docx"))
    return folder / "plan.docx"


@pytest.mark.parametrize("name", ["Requirement 7.1", "Recommendation 7.1", "Sub-recommendation 7.1:", "7.1"])
def test_a_heading_may_name_a_requirement(tmp_path: Path, name: str) -> None:
    found, _ = _imported(
        _word(
            tmp_path, ("Recommendation 7: Recording", 1), ("Force update", 3), ("About all.", 0),
            (name, 2), ("Force update", 3), ("About the first.", 0),
            ("Requirement 7.2: Use a stopgap.", 2), ("Actions", 3), ("Add a note.", 0),
        )
    )  # fmt: skip
    updates = found.files["updates.yml"]
    assert (
        updates.index("about: 7\n")
        < updates.index("en: About all.")
        < updates.index("about: 7.1\n")
        < updates.index("en: About the first.")
    )
    assert "  - id: 7.2\n    asks:\n      en: Use a stopgap." in found.files["recommendation-7.yml"]
    assert "- id: 7.2-a\n        text:\n          en: Add a note." in found.files["recommendation-7.yml"]
    assert _left(found) == []


def test_another_section_is_not_about_the_recommendation_before_it(tmp_path: Path) -> None:
    found, _ = _imported(
        _word(
            tmp_path, ("Recommendation 7: Recording", 2), ("Background", 3), ("Some words.", 0), ("Force update", 3), ("We check.", 0),
            ("Our other work", 2), ("Actions", 3), ("Paint the station.", 0),
        )
    )  # fmt: skip
    assert "en: We check." in found.files["updates.yml"], "a heading below it does not end it"
    assert _left(found) == ["Background", "Some words.", "Our other work", "Paint the station."]


# What nobody can read for certain


def test_a_table_without_headings_says_what_is_missing(tmp_path: Path) -> None:
    said = _refused(_csv(tmp_path, ("7.1", "Do it well.", "We check.", "Complete"), ("10.1", "Train.", "We train.", "Ongoing")))
    assert said.startswith("Its tables have no headings that are known")


def test_a_plan_in_welsh_is_not_taken_for_english(tmp_path: Path) -> None:
    source = _csv(
        tmp_path,
        ("Rhif", "Argymhelliad", "Diweddariad Mawrth 2026", "Statws"),
        ("7", "Gwneud yn dda.", "Rydym yn gwirio.", "Wedi'i gwblhau"),
    )
    assert _refused(source).startswith("The headings of this plan are in Welsh")


# Workbooks


@pytest.mark.parametrize(
    ("form", "meant"),
    [
        ("dd/mm/yyyy", "2025-03-27"), ("d-mmm", "2025-03-27"), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2025-03-27"), ("mmm-yy", "2025-03"),
        ("[$-de-DE]mmmm yyyy", "2025-03"), ("yyyy", None), ("General", None), ("hh:mm", None),
    ],
)  # fmt: skip
def test_a_date_in_a_cell_is_as_exact_as_it_is_shown(tmp_path: Path, form: str, meant: str | None) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["No.", "Force update", "Date"])
    sheet.append(["7", "We check.", datetime.date(2025, 3, 27)])
    sheet["C2"].number_format = form
    workbook.save(tmp_path / "plan.xlsx")
    found, told = _imported(tmp_path / "plan.xlsx")
    assert f"    date: {meant or 'not stated'}\n" in found.files["updates.yml"]
    assert ("not a date" in told) is (meant is None)


# Pages


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset={charset}">
<meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><o:Author>Somebody</o:Author></xml><![endif]--></head>
<body lang=EN-GB><div class=WordSection1><table class=MsoTableGrid><tr><td><p class=MsoNormal><b>No.<o:p></o:p></b></p></td>
<td><p class=MsoNormal>Recommendation</p></td><td><p class=MsoNormal>Force update</p></td></tr>
<tr><td><p class=MsoNormal>7</p></td><td><p class=MsoNormal>By 27<sup>th</sup> March 2025, do
it well.</p></td><td><p class=MsoNormal>The force\u2019s caf\u00e9 \u2013 done.<o:p>&nbsp;</o:p></p></td></tr></table></div></body></html>"""


@pytest.mark.parametrize(("charset", "encoding"), [("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("utf-8", "utf-8")])
def test_a_page_that_word_saved_is_read_as_it_declares(tmp_path: Path, charset: str, encoding: str) -> None:
    found, _ = _imported(_html(tmp_path, WORD.format(charset=charset), encoding))
    assert _left(found) == []
    assert "en: The force’s café – done." in found.files["updates.yml"]
    assert "due: 2025-03-27" in found.files["recommendation-7.yml"]


@pytest.mark.parametrize("charset", ["utf-8", "windows-1250", "nothing-known"])
def test_a_page_that_is_not_what_it_declares_is_refused(tmp_path: Path, charset: str) -> None:
    assert "not saved as UTF-8" in _refused(_html(tmp_path, WORD.format(charset=charset), "cp1252"))


def test_what_a_page_folds_away_is_read_and_what_is_left_out_of_it_is_listed(tmp_path: Path) -> None:
    found, told = _imported(
        _html(
            tmp_path,
            """<html><body><header>The force</header><main><h1>Our plan</h1><nav>On this page: alpha</nav>
            <div class="alphabetical"><h2><button>Recommendation 7: Recording <span aria-hidden="true">▼</span></button></h2>
            <div hidden><h3>Force update</h3><p>We check.</p></div></div>
            <details><summary>Recommendation 10: Training</summary><h3>Force update</h3><p>We train.</p></details>
            <form class="feedback"><label>Is this page useful?</label></form></main></body></html>""",
        )
    )
    assert "title:\n  en: Recording\n" in found.files["recommendation-7.yml"]
    assert "en: We check." in found.files["updates.yml"] and "en: We train." in found.files["updates.yml"]
    assert _left(found) == ["On this page: alpha", "Is this page useful?"]
    assert "in a menu, form or banner of the page: left out. “Is this page useful?”" in told


# Word


def test_a_footnote_is_listed_and_nowhere_placed(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Recommendation 7: Recording")
    document.add_paragraph("Force update")
    document.add_paragraph("We check.")
    note = (
        b'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r>'
        b"<w:t>Only in two areas.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, note, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.save(str(tmp_path / "plan.docx"))
    found, told = _imported(tmp_path / "plan.docx")
    assert _left(found) == ["Only in two areas."]
    assert "a note below the text: left out" in told
