"""The whole plan as one Word document: all of it, in order, with real headings, and the same bytes everywhere."""

import io
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import docx
from docx.oxml.ns import qn

from signpost.files.word import STYLES, Paragraph, word_document
from signpost.plan.document import plan_document
from signpost.plan.model import ActionPlan
from tests.plan.site import LANGUAGES, PlanSite, example, words

ADDRESS = "https://marram.example/en/action-plan/"


def _made(plan: ActionPlan, code: str = "en") -> bytes:
    return plan_document(plan, words(code), ADDRESS, "Our plan")


def _read(raw: bytes) -> list[tuple[str, str]]:
    return [
        (str(each.style.name if each.style else ""), each.text.replace("\u00a0", " ")) for each in docx.Document(io.BytesIO(raw)).paragraphs
    ]


def test_headings_are_real_and_skip_no_level() -> None:
    levels = [int(style.removeprefix("Heading ")) for style, _ in _read(_made(example())) if style.startswith("Heading ")]
    assert levels[0] == 1 and max(levels) == 3
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [text for style, text in _read(_made(example())) if style == "Heading 1"] == [
        "Recommendation 3: Saying who leads", "Recommendation 7: Recording stalking", "Recommendation 10: Training",
        "Recommendation 16: Support that is paid for", "Recommendation 21: A separate telephone line", "Recommendation 25",
        "About the plan as a whole",
    ]  # fmt: skip


def test_every_text_of_the_plan_stands_in_it_in_each_language() -> None:
    plan = example()
    for code in LANGUAGES:
        text = "\n".join(text for _, text in _read(_made(plan, code))).replace("’", "'")
        for update in plan.all_updates:
            assert update.text is None or update.text[code] in text
        for part in plan.parts:
            assert part.asks is None or part.asks[code] in text
            assert all(action.text[code] in text for action in part.actions)
        assert "https://www.example.org/sample/result" in text, "on paper an address must be read"


def test_what_the_report_asks_is_set_apart() -> None:
    plan = example()
    asks = {part.asks["en"] for item in plan.recommendations for part in (item, *item.requirements) if part.asks}
    read = _read(_made(plan))
    assert {text.replace("’", "'") for style, text in read if style == "Quote"} == asks != set()
    assert not [text for style, text in read if style != "Quote" and text.replace("’", "'") in asks]


def test_it_says_where_the_newest_state_and_help_are() -> None:
    assert ("Normal", f"The latest version of this plan, and ways to get help, are at: {ADDRESS}") in _read(_made(example()))
    assert ("Normal", "Status: in progress; due by the end of June 2026; still in progress (in the force’s own words: “Ongoing”)") in _read(
        _made(example())
    )


def test_each_paragraph_names_its_language(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    site.replace("recommendation-3.yml", "cy: Dweud pwy sy'n arwain", "cy: none yet")
    document = docx.Document(io.BytesIO(_made(site.good(), "cy")))
    said = {each.text: each.runs[0]._r.find(f".//{qn('w:lang')}").get(qn("w:val")) for each in document.paragraphs}
    assert said["Argymhelliad 3: Saying who leads"] == "en-GB"
    assert said["Argymhelliad 7: Cofnodi stelcian"] == "cy-GB"
    assert document.core_properties.language == "cy-GB" and document.core_properties.title == "Our plan"


def test_the_same_plan_gives_the_same_bytes_and_no_date_of_the_build() -> None:
    assert _made(example()) == _made(example())
    with zipfile.ZipFile(io.BytesIO(_made(example()))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in package.infolist()} == {zipfile.ZIP_STORED}
        assert str(date.today().year).encode() not in package.read("docProps/core.xml")  # noqa: DTZ011


def test_any_text_can_stand_in_a_document() -> None:
    hostile = 'a < b & "c" ]]> \x0b\x00 \ud800 ŵ 😀 <w:p>'
    raw = word_document("Title & more", "en", [Paragraph(hostile), *(Paragraph(style, style) for style in STYLES)])
    found = _read(raw)
    assert found[0][1].split() == ["a", "<", "b", "&", '"c"', "]]>", "ŵ", "😀", "<w:p>"]
    assert [style for style, _ in found[1:]] == ["Title", "Heading 1", "Heading 2", "Heading 3", "Entry Title", "List Paragraph", "Quote"]
