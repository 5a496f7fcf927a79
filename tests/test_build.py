"""The whole of a build but the writing: what stops it, and what a waiver excuses."""

from datetime import date

import pytest

from signpost.problems import Level, Problem
from tests.tiny_site import TinySite

NOISE = " ".join(str(number * 7919 % 99991) for number in range(9_000))
_WAIVER = """
waivers:
  - rule: page-size
    page: {page}
    reason: The list is long this month.
    until: {until}
"""


def long_page(tiny: TinySite, waiver: str = "") -> None:
    tiny.write("en/index.md", tiny.text("en/index.md") + "\n" + NOISE.replace(" ", " and ") + "\n")
    tiny.write("site.yml", tiny.text("site.yml") + waiver)


def about_size(tiny: TinySite, today: date = date(2026, 11, 20)) -> list[Problem]:
    return [problem for problem in tiny.build(today).problems if problem.rule == "page-size"]


def test_a_good_site_is_built(tiny: TinySite) -> None:
    built = tiny.good()
    assert {"index.html", "404.html", "sitemap.xml", "robots.txt", "_headers", "_redirects"} <= set(built.output)


def test_a_gate_stops_the_build_and_names_the_editors_file(tiny: TinySite) -> None:
    long_page(tiny)
    found = about_size(tiny)
    assert [problem.file for problem in found] == ["content/en/index.md"]
    assert tiny.build().built is None


def test_a_waiver_excuses_one_rule_on_one_page_until_its_day(tiny: TinySite) -> None:
    long_page(tiny, _WAIVER.format(page="content/en/index.md", until="2026-11-20"))
    (found,) = about_size(tiny)
    if found.safety:
        pytest.skip("this rule is about safety, and no waiver excuses it")
    assert found.level is Level.ADVICE
    assert found.message.startswith("Waived until 2026-11-20 (The list is long this month.): ")
    (ended,) = about_size(tiny, date(2026, 11, 21))
    assert (ended.file, ended.line, ended.level) == ("content/site.yml", 25, Level.ERROR)
    assert ended.message.startswith("This waiver ended on 2026-11-20. Mend the page: ")


def test_a_waiver_for_another_page_excuses_nothing(tiny: TinySite) -> None:
    long_page(tiny, _WAIVER.format(page="content/en/help.md", until="2026-12-20"))
    assert about_size(tiny)[0].level is Level.ERROR


def test_no_waiver_excuses_a_number(tiny: TinySite) -> None:
    waiver = _WAIVER.format(page="content/en/index.md", until="2026-12-20").replace("page-size", "promise")
    tiny.write("site.yml", tiny.text("site.yml") + waiver)
    tiny.write("en/index.md", tiny.text("en/index.md") + "\nThis leaves no trace.\n")
    (found,) = tiny.build().problems.errors
    assert (found.rule, found.safety) == ("promise", True)


@pytest.mark.parametrize("word", ["{{ title }}", "{% if %}", "{# a #}"])
def test_what_looks_like_a_template_in_a_text_is_refused_or_shown_as_typed(tiny: TinySite, word: str) -> None:
    tiny.write("en/index.md", tiny.text("en/index.md") + f"\nText {word} more.\n")
    tried = tiny.build()
    assert tried.lines or word in tried.built.output["en/index.html"].decode()  # type: ignore[union-attr]


def test_today_alone_decides_the_day(tiny: TinySite) -> None:
    first, second = tiny.good(date(2026, 11, 20)).output, tiny.good(date(2027, 4, 30)).output
    assert {path for path in first if first[path] != second.get(path)} <= {path for path in first if path.endswith((".html", ".json"))}
