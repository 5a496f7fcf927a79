"""Every page of the published site in both languages, in every state, by every tool: nothing is found.

A finding reads `page (file:line): selector: rule: what to do`. What cannot be mended at once needs a waiver in
waivers.yml, with its reason and its end.
"""

from collections.abc import Iterable

import pytest

from signpost.options import today_in_london
from tests.pages.finding import Finding
from tests.pages.inspected import Inspected
from tests.pages.pa11y import RUNNERS
from tests.pages.waivers import read_waivers, remaining

pytestmark = pytest.mark.browser

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
    nothing(site.by_pa11y[runner])


def test_the_html_is_valid(site: Inspected) -> None:
    nothing(site.by_nu)


def test_text_browsers_read_what_matters_in_its_order(site: Inspected) -> None:
    nothing(site.by_text_browsers)


def test_no_waiver_is_left_that_excuses_nothing(site: Inspected) -> None:
    waivers = read_waivers()
    if waivers:
        found = [*site.in_browser, *site.by_pa11y["axe"], *site.by_pa11y["htmlcs"], *site.by_nu, *site.by_text_browsers]
        assert [waiver for waiver in waivers if not any(waiver.excuses(finding, today_in_london()) for finding in found)] == []
