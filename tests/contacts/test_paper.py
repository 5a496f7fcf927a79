"""The page of help on paper: one side of A4 in each language, with every number on it."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Browser

from tests.contacts.conftest import Served

pytestmark = pytest.mark.browser

PAGES = ["en/help/", "cy/cymorth/"]
SMALLEST_TEXT = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const sizes = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    // An address is printed after its link, whose own words have no size.
    const after = getComputedStyle(element, "::after");
    const shown = element.closest(".website a") && after.content !== "none" ? after : getComputedStyle(element);
    sizes.push(parseFloat(shown.fontSize));
  }
  return Math.min(...sizes);
}"""


@pytest.mark.parametrize("path", PAGES)
def test_help_prints_on_one_side_of_a4(chromium: Browser, real_site: Served, path: str) -> None:
    page = chromium.new_page()
    page.goto(real_site.address + path)
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_every_number_of_the_page_stands_on_paper_and_can_be_read(chromium: Browser, real_site: Served, path: str) -> None:
    page = chromium.new_page()
    page.goto(real_site.address + path)
    numbers = set(page.locator('main a[href^="tel:"], main a[href^="sms:"]').evaluate_all("links => links.map(link => link.href)"))
    assert len(numbers) > 20
    page.emulate_media(media="print")
    shown = page.locator('main a[href^="tel:"]:visible, main a[href^="sms:"]:visible')
    assert set(shown.evaluate_all("links => links.map(link => link.href)")) == numbers
    assert page.evaluate(SMALLEST_TEXT) >= 8.5 * 96 / 72 - 0.01, "eight points and a half at least"
    assert page.locator(".open-now:visible").count() == 0
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_paper_leaves_no_service_out(chromium: Browser, real_site: Served, path: str) -> None:
    """Each card keeps a number, or the address of its website where it has none."""
    page = chromium.new_page()
    page.goto(real_site.address + path)
    page.emulate_media(media="print")
    reached = page.locator("main .card").evaluate_all(
        "cards => cards.map(card => [...card.querySelectorAll('a.number, .website a')].some(link => link.checkVisibility()))"
    )
    assert len(reached) > 40
    assert all(reached)
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_parted_from_what_is_left_out(chromium: Browser, real_site: Served, path: str) -> None:
    """The first thing that a card shows after its name has no dot before it."""
    page = chromium.new_page()
    page.goto(real_site.address + path)
    page.emulate_media(media="print")
    before = page.locator("main .card dl").evaluate_all(
        "lists => lists.map(list => [...list.children].find(each => each.checkVisibility())).map(each => getComputedStyle(each, '::before').content)"
    )
    assert len(before) > 40
    assert set(before) == {"none"}
    page.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_cards_fit_the_screen(chromium: Browser, real_site: Served, path: str, width: int) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 800})
    page.goto(real_site.address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    heights = page.locator(".card .main a").evaluate_all("links => links.map(link => link.getBoundingClientRect().height)")
    assert min(heights) >= 24, "WCAG 2.5.8"
    page.close()


@pytest.mark.parametrize("path", ["en/incident-diary/", "cy/dyddiadur-digwyddiadau/"])
def test_two_entries_of_the_diary_fit_on_a_side_of_a4_with_room_to_write(chromium: Browser, real_site: Served, path: str) -> None:
    millimetre = 96 / 25.4
    page = chromium.new_page(viewport={"width": round(180 * millimetre), "height": 1000})
    page.goto(real_site.address + path)
    page.emulate_media(media="print")
    starts = page.locator(".diary table").evaluate_all("tables => tables.map(table => table.getBoundingClientRect().top)")
    assert len(starts) == 6
    assert max(after - before for before, after in pairwise(starts)) <= (297 - 2 * 15) / 2 * millimetre
    box = page.locator(".diary .what td").first.bounding_box()
    assert box is not None
    assert box["height"] >= 35 * millimetre
    page.close()
