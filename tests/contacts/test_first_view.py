"""What a person in danger needs stands in the first view, on the smallest screens and at four times the size."""

import pytest
from playwright.sync_api import Browser

from tests.contacts.conftest import Served

pytestmark = pytest.mark.browser

PAGES = ["en/", "cy/", "en/help/", "cy/cymorth/", "en/danger/", "cy/mewn-perygl/"]
ON_TOP = """link => {
  const box = link.getBoundingClientRect();
  return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === link;
}"""


@pytest.mark.parametrize("scripts", [False, True])
@pytest.mark.parametrize(("width", "height"), [(320, 256), (320, 568), (1280, 720)])
def test_the_number_to_call_is_seen_and_can_be_pressed_at_once(
    chromium: Browser, real_site: Served, width: int, height: int, scripts: bool
) -> None:
    """320 by 256 is a screen of 1280 by 1024 at 400 % (WCAG 1.4.10)."""
    context = chromium.new_context(viewport={"width": width, "height": height}, java_script_enabled=scripts)
    page = context.new_page()
    for path in PAGES:
        page.goto(real_site.address + path)
        assert page.locator(".emergency-bar a[href='tel:999']").evaluate(ON_TOP), path
    context.close()
