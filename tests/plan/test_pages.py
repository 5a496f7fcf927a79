"""The pages of the plan, as readers get them."""

import re
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from signpost.build import build
from signpost.contacts.number_finder import numbers_in_prose
from signpost.problems import Problems
from tests.plan.site import EXAMPLE, ROOT, TODAY, example, words


@dataclass(frozen=True)
class Pages:
    output: dict[str, bytes]

    def soup(self, path: str) -> BeautifulSoup:
        return BeautifulSoup(self.output[f"{path}index.html"].decode("utf-8"), "html.parser")

    def text(self, path: str, selector: str = "main") -> str:
        found = self.soup(path).select(selector)
        return " ".join(" ".join(element.get_text(" ").split()) for element in found).replace("\u00a0", " ")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    content = tmp_path_factory.mktemp("plan") / "content"
    shutil.copytree(EXAMPLE, content)
    problems = Problems()
    built = build(content, "content", ROOT, TODAY, problems)
    assert built is not None, [problem.as_text() for problem in problems.errors]
    return Pages(built.output)


ENGLISH, WELSH = "en/action-plan/", "cy/cynllun-gweithredu/"


def test_each_recommendation_has_its_address_in_each_language(pages: Pages) -> None:
    for item in example().recommendations:
        for start in (ENGLISH, WELSH):
            assert f"{start}{item.number}/index.html" in pages.output
        for part in item.requirements:
            assert pages.soup(f"{ENGLISH}{item.number}/").find(id=part.id.replace(".", "-")) is not None


def test_the_overview_answers_five_questions_before_anything_else(pages: Pages) -> None:
    facts = pages.soup(ENGLISH).select("dl.glance div")
    said = {
        " ".join(fact.dt.get_text().split()): " ".join(fact.dd.get_text(" ").split()).replace("\u00a0", " ")
        for fact in facts
        if fact.dt and fact.dd
    }
    assert said == {
        "Done": "3 of 10 parts: 3 , 7.1 , 10.1",
        "Late": "3 of 10 parts: 7.3 , 16 , 7.2",
        "Date passed, progress not stated": "2 of 10 parts",
        "Next": "Action 16-a (Support that is paid for): due 18 December 2026",
        "Who answers for it": "Assistant Chief Constable, Protecting People; day to day: Head of Public Protection",
        "Last updated": "15 September 2026; next update due March 2027",
    }
    headings = [heading.get_text(strip=True) for heading in pages.soup(ENGLISH).select("main h2")]
    assert headings[0] == "The plan at a glance"


def test_counts_stand_beside_the_picture_in_words(pages: Pages) -> None:
    counts = [" ".join(item.get_text(" ").split()) for item in pages.soup(ENGLISH).select("ul.counts li")]
    assert counts == [
        "Complete: 2 of 10", "Complete and kept under review: 1 of 10", "In progress: 2 of 10", "Waiting on others: 1 of 10",
        "Not started: 1 of 10", "Not accepted: 1 of 10", "Not stated: 2 of 10", "Late: 3 of 10",
    ]  # fmt: skip
    picture = pages.soup(ENGLISH).select_one("svg.progress")
    assert picture is not None and picture["role"] == "img"
    assert picture.find(id="progress-text") is not None
    assert "; ".join(counts) + "." == picture.select("desc")[0].get_text()
    assert len(picture.select(":scope > g")) == 10


@pytest.mark.parametrize("code", ["en", "cy"])
@pytest.mark.parametrize("number", [101, 105, 111, 112, 999])
def test_a_count_is_no_telephone_number(number: int, code: str) -> None:
    """Otherwise a plan of which 112 parts are done could not be published."""
    said = words(code)
    facts = {"done": number, "late": number, "number": number, "count": number, "page": number, "parts": number, "status": "x", "part": "y"}
    for name in ("done", "late", "count", "picture_title", "parts_count", "earlier_link", "earlier_title"):
        text = said[name].format(**facts, dates="z")
        assert not numbers_in_prose(text, ()), text


def test_the_picture_needs_no_colour(pages: Pages) -> None:
    picture = str(pages.soup(ENGLISH).select_one("svg.progress"))
    assert "currentColor" in picture and "style=" not in picture
    shapes = pages.soup(ENGLISH).select("svg.progress defs > g")
    drawn = {str(shape.decode_contents()) for shape in shapes}
    assert len(drawn) == len(shapes) == 7


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (ENGLISH, "Requirement 7.3 (Recording stalking): due 27 March 2025; still waiting on others"),
        (ENGLISH, "Requirement 10.10 (Training): due 27 March 2025; progress not stated here"),
        (ENGLISH + "7/", "in progress; due by the end of June 2026; still in progress"),
        (WELSH, "Gofyniad 7.3 (Cofnodi stelcian): i’w gwblhau erbyn 27 Mawrth 2025; yn dal i aros am eraill"),
        (WELSH + "7/", "ar y gweill; i’w gwblhau erbyn diwedd Mehefin 2026; yn dal ar y gweill"),
    ],
)
def test_lateness_is_said_in_words(pages: Pages, path: str, sentence: str) -> None:
    assert sentence in pages.text(path).replace(" )", ")").replace(" :", ":")


def test_no_part_is_called_late_that_nobody_spoke_of(pages: Pages) -> None:
    late = pages.soup(ENGLISH).find(id="late")
    assert late is not None
    listed = late.find_next("ul")
    assert listed is not None and "10.10" not in listed.get_text() and "25" not in [link.get_text() for link in listed.find_all("a")]


def test_the_ask_is_never_shown_as_the_answer(pages: Pages) -> None:
    for item in example().recommendations:
        soup = pages.soup(f"{ENGLISH}{item.number}/")
        for box in soup.select("div.asks"):
            box.decompose()
        rest = " ".join(soup.get_text(" ").split())
        for part in (item, *item.requirements):
            assert part.asks is None or part.asks["en"] not in rest.replace("’", "'")


def test_all_updates_are_kept_newest_first(pages: Pages) -> None:
    section = pages.soup(f"{ENGLISH}7/").find(id="7-1")
    assert section is not None and section.parent is not None
    shown = [element.get_text().replace("\u00a0", " ") for element in section.parent.select("ul.updates > li .when strong")]
    assert shown == ["Correction, 2 April 2025: complete", "14 March 2025: complete", "22 November 2024: in progress"]


def test_a_correction_and_what_it_corrects_point_at_each_other(pages: Pages) -> None:
    soup = pages.soup(f"{ENGLISH}7/")
    correction, corrected = soup.find(id="update-7-1-2025-04-02-correction"), soup.find(id="update-7-1-2025-03-14")
    assert correction is not None and corrected is not None
    assert correction.select_one('a[href="#update-7-1-2025-03-14"]') is not None
    assert corrected.select_one('a[href="#update-7-1-2025-04-02-correction"]') is not None


def test_joint_owners_are_all_named(pages: Pages) -> None:
    assert "Who: Head of Crime Management ; Head of Intelligence" in pages.text(f"{ENGLISH}7/").replace("Management;", "Management ;")


def test_both_languages_state_the_same(pages: Pages) -> None:
    compared: Counter[str] = Counter()
    for number in (item.number for item in example().recommendations):
        english, welsh = (pages.soup(f"{start}{number}/") for start in (ENGLISH, WELSH))
        assert [item.get("id") for item in english.select("main [id]")] == [item.get("id") for item in welsh.select("main [id]")]
        for name in ("p.status", "ul.updates > li", "ul.actions > li"):
            assert len(english.select(name)) == len(welsh.select(name))
            compared[name] += len(english.select(name))
    assert len(compared) == 3 and min(compared.values()) > 2


def test_there_is_no_table_to_be_too_wide(pages: Pages) -> None:
    of_the_plan = {path: raw for path, raw in pages.output.items() if path.startswith((ENGLISH, WELSH))}
    assert len(of_the_plan) > 10
    assert not [path for path, raw in of_the_plan.items() if b"<table" in raw]


def test_the_whole_plan_stands_on_one_page(pages: Pages) -> None:
    text = pages.text(f"{ENGLISH}whole-plan/").replace("’", "'")
    for update in example().all_updates:
        assert update.text is None or update.text["en"] in text
    for item in example().recommendations:
        for part in (item, *item.requirements):
            assert part.asks is None or part.asks["en"] in text
            assert all(action.text["en"] in text for action in part.actions)


def test_every_file_is_linked_from_the_overview(pages: Pages) -> None:
    links = {str(link["href"]).rpartition("/")[2] for link in pages.soup(WELSH).select("main a[href*='action-plan-data']")}
    assert links == {"plan.cy.docx", "plan.cy.csv", "updates.cy.csv", "plan.json", "plan.schema.json", "updates.cy.atom", "dates.cy.ics"}


def test_the_feed_is_found_from_the_head_of_the_overview(pages: Pages) -> None:
    found = pages.soup(WELSH).select("head link[type='application/atom+xml']")
    assert [(link["rel"], str(link["href"]).rpartition("/")[2]) for link in found] == [(["alternate"], "updates.cy.atom")]
    assert found[0]["title"] in pages.soup(WELSH).select_one("main").get_text()  # type: ignore[union-attr]


def test_a_text_that_is_not_translated_carries_its_own_language(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(EXAMPLE, content)
    path = content / "action-plan" / "recommendation-3.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("cy: Dweud pwy sy'n arwain", "cy: none yet"), encoding="utf-8")
    problems = Problems()
    built = build(content, "content", ROOT, TODAY, problems)
    assert built is not None, [problem.as_text() for problem in problems.errors]
    overview = Pages(built.output).soup(WELSH)
    assert any("Saying who leads" in span.get_text() for span in overview.select('main span[lang="en"]'))
    assert [problem.rule for problem in problems.warnings if problem.file.endswith("recommendation-3.yml")] == ["plan-translation"]


def test_a_plan_that_is_closed_says_so(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(EXAMPLE, content)
    with (content / "action-plan" / "plan.yml").open("a", encoding="utf-8") as file:
        file.write("retired: 2026-10\n")
    built = build(content, "content", ROOT, TODAY, Problems())
    assert built is not None
    assert "This plan is closed (October 2026). It is kept as it was." in Pages(built.output).text(ENGLISH)


def test_a_plan_that_states_no_progress_is_not_called_punctual(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(EXAMPLE, content)
    (content / "action-plan" / "updates.yml").unlink()
    built = build(content, "content", ROOT, TODAY, Problems())
    assert built is not None
    overview = Pages(built.output).soup(ENGLISH)
    said = [fact.get_text(" ", strip=True) for fact in overview.select("dl.glance div")]
    assert said[:3] == ["Done not stated here", "Late not stated here", "Date passed, progress not stated 9 of 10 parts"]
    points = [point.get_text() for point in overview.select(".recommendations .facts li")]
    assert points
    assert all(re.match(r"\d+\.\d+: not stated", point) for point in points), "a number and what is said of it are told apart"


def test_words_of_the_plan_are_used() -> None:
    """A word that no template and no module names is forgotten work."""
    sources = [*ROOT.glob("templates/**/*.html"), *ROOT.glob("signpost/plan/*.py"), ROOT / "signpost" / "pages" / "fill.py"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    built = ("status_", "kind_", "body_", "accepted_", "compliance_", "late_", "quarter_", "column_", "file_", "due_")
    for name in words().strings:
        if name.startswith("plan_") and not name.removeprefix("plan_").startswith(built):
            assert re.search(rf"""["']{name.removeprefix("plan_")}["']""", text) or name in text, name
