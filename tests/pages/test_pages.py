"""Every page of the published site in both languages, in every state, by every tool: nothing is found.

A finding reads `page (file:line): selector: rule: what to do`. What cannot be mended at once needs a waiver in
waivers.yml, with its reason and its end.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from signpost.addresses import output_file
from signpost.build import build
from signpost.options import today_in_london
from signpost.problems import Problems
from signpost.said import said
from signpost.tested import FILE
from tests.pages.finding import Finding
from tests.pages.inspected import Inspected
from tests.pages.pa11y import RUNNERS, tool_of
from tests.pages.record import as_text, made_record, write_record
from tests.pages.tools import versions
from tests.pages.waivers import read_waivers, remaining
from tests.tiny_site import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.long]

MOST_SHOWN = 60


def nothing(findings: Iterable[Finding]) -> None:
    left = remaining(findings, read_waivers(), today_in_london())
    shown = "\n".join(map(str, left[:MOST_SHOWN]))
    assert not left, f"{len(left)} findings:\n{shown}"


def test_both_languages_and_the_pages_of_errors_are_among_the_pages(site: Inspected) -> None:
    assert {"404.html", "index.html", "en/index.html", "cy/index.html"} <= set(site.paths)
    assert sum(path.startswith("en/") for path in site.paths) == sum(path.startswith("cy/") for path in site.paths)


def test_neither_axe_nor_our_own_checks_find_anything_in_any_state(site: Inspected) -> None:
    nothing(site.in_browser)


@pytest.mark.parametrize("runner", RUNNERS)
def test_pa11y_finds_nothing(site: Inspected, runner: str) -> None:
    nothing(finding for finding in site.by_pa11y if finding.tool == tool_of(runner))


def test_the_html_is_valid(site: Inspected) -> None:
    nothing(site.by_nu)


def test_text_browsers_read_what_matters_in_its_order(site: Inspected) -> None:
    nothing(site.by_text_browsers)


def test_no_waiver_is_left_that_excuses_nothing(site: Inspected) -> None:
    waivers = read_waivers()
    found = site.all_findings if waivers else []
    assert [waiver for waiver in waivers if not any(waiver.excuses(finding, today_in_london()) for finding in found)] == []


def test_the_statement_says_what_this_run_found(site: Inspected, tmp_path: Path) -> None:
    today = today_in_london()
    record = made_record(len(site.paths), site.all_findings, read_waivers(), versions(), today)
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    (content / FILE).write_text(as_text(record), encoding="utf-8")
    problems = Problems()
    built = build(content, "content", ROOT, today, problems)
    assert built is not None, [problem.as_text() for problem in problems.errors]
    for page in (page for page in built.site.pages if page.key == "accessibility"):
        text = " ".join(LexborHTMLParser(built.output[output_file(page.path)].decode()).text(separator=" ").split())
        assert said(today, page.locale).replace("\u00a0", " ") in text
        assert f" {len(site.paths)} " in text
        assert all(f"{name} {version}" in text for name, version in versions().items())
    write_record(record, ROOT / "content")
