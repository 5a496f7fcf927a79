"""The largest plan that the report can ask for, built in two languages with all its files."""

import io
import json
import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import brotli
import docx
import jsonschema
import pytest
from selectolax.lexbor import LexborHTMLParser

from signpost.build import Built, build
from signpost.plan.feed import MOST_ENTRIES
from signpost.plan.files import plan_files
from signpost.plan.views import update_anchor
from signpost.problems import Problems
from tests.plan.sample import RECOMMENDATIONS, REQUIREMENTS, UPDATES, write_large_plan
from tests.plan.site import EXAMPLE, LANGUAGES, ROOT, TODAY
from tests.plan.test_outputs import ATOM, check_atom, check_calendar

MOST_BYTES = 14_336


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Built:
    content = tmp_path_factory.mktemp("large") / "content"
    shutil.copytree(EXAMPLE, content, ignore=shutil.ignore_patterns("action-plan"))
    write_large_plan(content / "action-plan")
    problems = Problems()
    built = build(content, "content", ROOT, TODAY, problems)
    assert built is not None, [problem.as_text() for problem in problems.errors]
    return built


def test_it_is_as_large_as_it_says(large: Built) -> None:
    plan = large.site.plan
    assert plan is not None
    assert len(plan.recommendations) == RECOMMENDATIONS
    assert sum(len(item.requirements) for item in plan.recommendations) == REQUIREMENTS
    assert len(plan.all_updates) == UPDATES


def test_it_has_every_page_and_every_file(large: Built) -> None:
    output = large.output
    for start in ("en/action-plan/", "cy/cynllun-gweithredu/"):
        for number in range(1, RECOMMENDATIONS + 1):
            assert f"{start}{number}/index.html" in output
    assert {file.path for file in plan_files(LANGUAGES)} <= set(output)


def test_every_page_arrives_at_once(large: Built) -> None:
    assert not large.site.config.waivers
    for path, raw in large.output.items():
        if path.endswith(".html"):
            assert len(brotli.compress(raw, quality=5)) <= MOST_BYTES, path


@pytest.mark.parametrize(
    ("code", "start", "whole"), [("en", "en/action-plan/", "whole-plan"), ("cy", "cy/cynllun-gweithredu/", "cynllun-cyfan")]
)
def test_all_updates_stand_on_the_pages_once_and_in_the_whole_plan_once(large: Built, code: str, start: str, whole: str) -> None:
    plan, output = large.site.plan, large.output
    assert plan is not None
    whole_pages = {path for path in output if path.startswith(f"{start}{whole}/")}
    assert len(whole_pages) > 1
    for pages in (whole_pages, {path for path in output if path.startswith(start) and path.endswith("index.html")} - whole_pages):
        found = Counter[str]()
        for path in pages:
            for node in _tree(output, path).css("ul.updates > li[id]"):
                found[f"{node.attributes['id']} {' '.join(node.text().split())}"] += 1
        assert len(found) == UPDATES
        assert set(found.values()) == {1}
        joined = "\n".join(found).replace("’", "'")
        assert all(update.text is not None and " ".join(update.text[code].split()) in joined for update in plan.all_updates)


def test_the_whole_plan_is_one_document_to_print_however_long(large: Built) -> None:
    plan, output = large.site.plan, large.output
    assert plan is not None
    for code, overview in (("en", "en/action-plan/"), ("cy", "cy/cynllun-gweithredu/")):
        document = docx.Document(io.BytesIO(output[f"action-plan-data/plan.{code}.docx"]))
        told = Counter(each.text for each in document.paragraphs)
        assert all(update.text is not None and told[update.text[code]] == 1 for update in plan.all_updates)
        links = _tree(output, f"{overview}index.html").css(f'a[href$="action-plan-data/plan.{code}.docx"]')
        assert len(links) == 2, "beside the pages of the whole plan, and among the files"


def test_all_updates_stand_in_the_data(large: Built) -> None:
    output = large.output
    data = json.loads(output["action-plan-data/plan.json"])
    assert sum(len(part["updates"]) for item in data["recommendations"] for part in item["requirements"]) == UPDATES
    for code in LANGUAGES:
        assert output[f"action-plan-data/updates.{code}.csv"].count(b"\r\n") == UPDATES + 1


def test_the_page_of_a_recommendation_states_its_status_and_leads_to_what_was_said_earlier(large: Built) -> None:
    plan, output = large.site.plan, large.output
    assert plan is not None
    for item in plan.recommendations:
        page = _tree(output, f"en/action-plan/{item.number}/index.html")
        stated = [part.stated for part in item.requirements if part.stated is not None]
        assert stated
        for update in stated:
            assert page.css_first(f"#{update_anchor(update)}") is not None
    links = [node.attributes["href"] or "" for node in _tree(output, "en/action-plan/7/index.html").css('a[href^="earlier-"]')]
    assert len(links) > 4 and links[0] > links[-1], "the newest first"


def _tree(output: Mapping[str, bytes], path: str) -> LexborHTMLParser:
    return LexborHTMLParser(output[path].decode("utf-8"))


def test_the_files_are_valid_at_this_size_too(large: Built) -> None:
    output = large.output
    schema, data = (json.loads(output[f"action-plan-data/{name}"]) for name in ("plan.schema.json", "plan.json"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(data)
    for code in LANGUAGES:
        assert len(check_atom(output[f"action-plan-data/updates.{code}.atom"]).findall(f"{ATOM}entry")) == MOST_ENTRIES
        assert len(check_calendar(output[f"action-plan-data/dates.{code}.ics"], "https://marram.example/")) > REQUIREMENTS


def test_a_plan_of_this_size_is_read_again_to_the_same_bytes(large: Built, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(EXAMPLE, content, ignore=shutil.ignore_patterns("action-plan"))
    write_large_plan(content / "action-plan")
    again = build(content, "content", ROOT, TODAY, Problems())
    assert again is not None
    assert again.output == large.output
