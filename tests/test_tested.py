"""The record of the tests, and what the accessibility statement says of it."""

from datetime import date

import pytest

from signpost.problems import Level
from tests.tiny_site import TODAY, TinySite

RECORD = """\
tested_on: 2026-11-18
pages: 5
states: wide, phone, keyboard
tools:
  - name: axe-core
    version: "4.14.1"
findings: 0
waived: 0
"""
STATEMENT = "---\ntitle: {title}\ndescription: {text}\nowner: Team\nchecked_on: 2026-11-01\nreview_due: 2027-05-01\n{more}---\n{text}\n\n::accessibility-tests\n"


@pytest.fixture
def stated(tiny: TinySite) -> TinySite:
    """The tiny site with a statement in both languages, and a record."""
    tiny.write(
        "en/accessibility.md",
        STATEMENT.format(title="Accessibility statement", text="How this site was tested, and what was found by that.", more=""),
    )
    reviewed = "translation_reviewed_by: A. Tester\naddress: hygyrchedd\n"
    tiny.write(
        "cy/accessibility.md",
        STATEMENT.format(title="Datganiad hygyrchedd", text="Sut y profwyd y wefan hon, a beth a welwyd wrth wneud hynny.", more=reviewed),
    )
    tiny.write("accessibility_tests.yml", RECORD)
    return tiny


def page(site: TinySite, locale: str = "en", today: date = TODAY) -> str:
    path = {"en": "en/accessibility/index.html", "cy": "cy/hygyrchedd/index.html"}[locale]
    return site.good(today).output[path].decode().replace("\u00a0", " ")


def test_it_says_when_how_and_with_what(stated: TinySite) -> None:
    text = page(stated)
    assert "On 18 November 2026, programs tested all 5 pages of this site" in text
    assert text.index("on a wide screen") < text.index("as narrow as a phone") < text.index("with a keyboard only")
    assert "with scripts turned off" not in text, "only what was done is said"
    assert "<li>axe-core 4.14.1</li>" in text
    assert "They found none of the faults that they look for." in text
    assert "this does not show that the site is fully accessible" in text
    assert "We know of" not in text


def test_it_says_so_in_welsh(stated: TinySite) -> None:
    text = page(stated, "cy")
    assert "Ar 18 Tachwedd 2026, profodd rhaglenni bob un o 5 tudalen" in text
    assert "nid yw hyn yn dangos bod y wefan yn gwbl hygyrch" in text


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("findings: 0", "findings: 1", "They found 1 fault that we have not put right yet."),
        ("findings: 0", "findings: 12", "They found 12 faults that we have not put right yet."),
        ("waived: 0", "waived: 3", "We know of 3 more, and have set a day"),
    ],
)
def test_faults_are_not_passed_over(stated: TinySite, old: str, new: str, words: str) -> None:
    stated.replace("accessibility_tests.yml", old, new)
    assert words in page(stated)


def test_without_a_record_it_says_that_there_were_no_tests(stated: TinySite) -> None:
    (stated.content / "accessibility_tests.yml").unlink()
    assert "Programs have not tested this site yet." in page(stated)
    warnings = [problem for problem in stated.build().problems if problem.rule == "accessibility-tests"]
    assert [problem.level for problem in warnings] == [Level.WARNING]


@pytest.mark.parametrize(
    ("today", "warns"),
    [(date(2026, 11, 17), True), (date(2026, 11, 18), False), (date(2027, 5, 17), False), (date(2027, 5, 18), True)],
)
def test_an_old_record_and_one_to_come_warn(stated: TinySite, today: date, warns: bool) -> None:
    """They stop a publication, and no build: a site can be built for any day."""
    tried = stated.build(today)
    assert tried.built is not None
    assert any(problem.rule == "accessibility-tests" for problem in tried.problems) is warns


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("tested_on: 2026-11-18\n", "", "“tested_on” is missing"),
        ("pages: 5\n", "", "“pages” is missing"),
        ("pages: 5", "pages: many", "not a number for “pages”"),
        ("keyboard", "keybaord", "Did you mean “keyboard”?"),
        ("states: wide, phone, keyboard\n", "", "“states” is missing"),
        ("findings: 0\n", "", "“findings” is missing"),
        ("waived: 0\n", "", "“waived” is missing"),
        ('    version: "4.14.1"\n', "", "“version” is missing"),
        ("waived: 0", "waived: 0\nfully: yes", "not a setting"),
    ],
)
def test_a_record_with_a_mistake_stops_the_build(stated: TinySite, old: str, new: str, words: str) -> None:
    stated.replace("accessibility_tests.yml", old, new)
    lines = stated.build().lines
    assert any(line.startswith("content/accessibility_tests.yml:") and words in line for line in lines), lines


@pytest.mark.parametrize("text", ["", "::accessibility-tests\n\n::accessibility-tests\n"])
def test_a_statement_holds_it_once(stated: TinySite, text: str) -> None:
    stated.replace("en/accessibility.md", "::accessibility-tests\n", text)
    assert any("“::accessibility-tests” stands on this page" in line for line in stated.build().lines)
