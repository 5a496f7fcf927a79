"""The largest plan that the report can ask for, built in two languages with all its files."""

import json
import shutil
import time
from pathlib import Path

import brotli
import jsonschema
import pytest

from signpost.build import Built, build
from signpost.plan_feed import MOST_ENTRIES
from signpost.plan_files import plan_files
from signpost.problems import Problems
from tests.plan_sample import RECOMMENDATIONS, REQUIREMENTS, UPDATES, write_large_plan
from tests.plan_site import EXAMPLE, LANGUAGES, ROOT, TODAY
from tests.test_plan_outputs import ATOM, check_atom

MOST_SECONDS = 30
MOST_BYTES = 14_336
WHOLE = ("en/action-plan/whole-plan/index.html", "cy/cynllun-gweithredu/cynllun-cyfan/index.html")
"""The plan to print is as long as the plan is: the one page that may be larger, and that nobody needs in an emergency."""

_WAIVER = """waivers:
  - rule: page-size
    page: en/action-plan/whole-plan/index.html
    reason: The whole plan on one page, to print
    until: 2027-12-31
  - rule: page-size
    page: cy/cynllun-gweithredu/cynllun-cyfan/index.html
    reason: The whole plan on one page, to print
    until: 2027-12-31
"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, float]:
    content = tmp_path_factory.mktemp("large") / "content"
    shutil.copytree(EXAMPLE, content, ignore=shutil.ignore_patterns("action-plan"))
    write_large_plan(content / "action-plan")
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write(_WAIVER)
    problems, started = Problems(), time.process_time()
    built = build(content, "content", ROOT, TODAY, problems)
    assert built is not None, [problem.as_text() for problem in problems.errors]
    return built, time.process_time() - started


def test_it_is_as_large_as_it_says(large: tuple[Built, float]) -> None:
    plan = large[0].site.plan
    assert plan is not None
    assert len(plan.recommendations) == RECOMMENDATIONS
    assert sum(len(item.requirements) for item in plan.recommendations) == REQUIREMENTS
    assert len(plan.all_updates) == UPDATES


def test_it_builds_in_time(large: tuple[Built, float]) -> None:
    """About 3 seconds on an idle machine, the gates among them; the limit leaves room for a busy one."""
    assert large[1] < MOST_SECONDS


def test_it_has_every_page_and_every_file(large: tuple[Built, float]) -> None:
    output = large[0].output
    for start in ("en/action-plan/", "cy/cynllun-gweithredu/"):
        for number in range(1, RECOMMENDATIONS + 1):
            assert f"{start}{number}/index.html" in output
    assert {file.path for file in plan_files(LANGUAGES)} | set(WHOLE) <= set(output)


def test_every_page_but_the_printed_one_arrives_at_once(large: tuple[Built, float]) -> None:
    for path, raw in large[0].output.items():
        if path.endswith(".html") and path not in WHOLE:
            assert len(brotli.compress(raw, quality=5)) <= MOST_BYTES, path


def test_all_updates_stand_on_the_pages_and_in_the_data(large: tuple[Built, float]) -> None:
    plan, output = large[0].site.plan, large[0].output
    assert plan is not None
    for code, start in (("en", "en/action-plan/"), ("cy", "cy/cynllun-gweithredu/")):
        for item in plan.recommendations:
            page = output[f"{start}{item.number}/index.html"].decode("utf-8")
            for update in (update for part in item.requirements for update in part.updates):
                assert update.text is not None
                assert update.text[code].replace("'", "’") in page
    data = json.loads(output["action-plan-data/plan.json"])
    assert sum(len(part["updates"]) for item in data["recommendations"] for part in item["requirements"]) == UPDATES
    for code in LANGUAGES:
        assert output[f"action-plan-data/updates.{code}.csv"].count(b"\r\n") == UPDATES + 1


def test_the_files_are_valid_at_this_size_too(large: tuple[Built, float]) -> None:
    output = large[0].output
    schema, data = (json.loads(output[f"action-plan-data/{name}"]) for name in ("plan.schema.json", "plan.json"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(data)
    for code in LANGUAGES:
        assert len(check_atom(output[f"action-plan-data/updates.{code}.atom"]).findall(f"{ATOM}entry")) == MOST_ENTRIES


def test_a_plan_of_this_size_is_read_again_to_the_same_bytes(large: tuple[Built, float], tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(EXAMPLE, content, ignore=shutil.ignore_patterns("action-plan"))
    write_large_plan(content / "action-plan")
    (content / "site.yml").write_text((content / "site.yml").read_text(encoding="utf-8") + _WAIVER, encoding="utf-8")
    again = build(content, "content", ROOT, TODAY, Problems())
    assert again is not None
    assert again.output == large[0].output
