"""What a screen reader is told of each number, as real Chromium hands it over: digit by digit, and nothing beside it."""

import re
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.contacts.conftest import Served

pytestmark = pytest.mark.browser

RUN_OF_DIGITS = re.compile(r"\d{2,}")


@dataclass(frozen=True)
class Told:
    """The numbers of one page: role, accessible name and text; and the roles of what holds a text of digits."""

    numbers: list[tuple[str, str, str]]
    around_digits: set[str]


@pytest.fixture(scope="module", params=["en/help/", "cy/cymorth/"])
def told(request: pytest.FixtureRequest, chromium: Browser, real_site: Served) -> Told:
    page = chromium.new_page()
    page.goto(real_site.address + request.param)
    nodes: list[dict[str, Any]] = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    shown = dict(page.locator(".number").evaluate_all("all => all.map(each => [each.getAttribute('aria-label'), each.textContent])"))
    page.close()
    known = {node["nodeId"]: node for node in nodes}
    seen = [(node["role"]["value"], node["name"]["value"], node) for node in nodes if not node["ignored"]]
    return Told(
        [(role, name, shown[name]) for role, name, _ in seen if name in shown and role in {"link", "image"}],
        {known[node["parentId"]]["role"]["value"] for role, name, node in seen if role == "StaticText" and name in shown.values()},
    )


def test_no_digits_stand_outside_what_names_them(told: Told) -> None:
    assert len(told.numbers) > 50
    assert told.around_digits == {"link", "image"}


def test_a_number_to_press_is_named_with_its_service_and_its_digits(told: Told) -> None:
    for role, name, text in told.numbers:
        spoken = ", ".join(" ".join(group) for group in text.split(" "))
        assert name.endswith(spoken), name
        assert text in name or role == "image", "WCAG 2.5.3: who says what is seen must find it"


def test_digits_that_are_not_dialled_by_a_press_are_read_one_by_one_only(told: Told) -> None:
    images = {name for role, name, _ in told.numbers if role == "image"}
    assert {"1 8 0 0 0", "1 8 0 0 1, 1 0 1", "5 5", "2"} <= images
    assert not [name for name in images if RUN_OF_DIGITS.search(name)]
