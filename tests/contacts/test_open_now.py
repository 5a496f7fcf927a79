"""“Open now” in real Chromium: UK time on any device, bank holidays, summer time, and silence where nothing is certain."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.contacts.conftest import Served
from tests.tiny_site import TinySite

pytestmark = pytest.mark.browser

HOLIDAYS = """source: https://www.gov.uk/bank-holidays
areas: england, wales
from: 2026-01-01
until: 2028-12-31
checked_on: 2026-11-01
checked_by: A. Tester
days:
  - 2026-12-25
  - 2026-12-28
  - 2027-01-01
  - 2027-03-26
  - 2027-03-29
  - 2028-01-03
"""
WEEKDAYS = "\n      - days: mon-fri\n        open: 09:30\n        close: 16:00"
EVENINGS = "\n      - days: mon-sun\n        open: 17:00\n        close: 24:00"
NIGHTS = (
    "\n      - days: fri, sat\n        open: 18:00\n        close: 24:00\n      - days: sat, sun\n        open: 00:00\n        close: 02:00"
)
DAILY = "\n      - days: mon-sun\n        open: 10:00\n        close: 16:00"
ROUTES = {
    "closed-on-holidays": (WEEKDAYS, "closed"),
    "unknown-on-holidays": (WEEKDAYS, "unknown"),
    "daily": (DAILY, "closed"),
    "evenings": (EVENINGS, "open"),
    "nights": (NIGHTS, "open"),
    "never-closed": (" always", None),
    "nobody-knows": (" unknown", None),
}
Starts = Callable[[dict[str, bytes]], Served]


def register(first: str) -> str:
    """The first two contacts of the tiny site, and one for each kind of hours, named by its key."""
    entries = [first]
    for key, (hours, holidays) in ROUTES.items():
        entries.append(
            f"  - id: {key}\n    kind: helpline\n    name:\n      en: {key}\n      cy: {key}\n    what_for:\n      en: To talk.\n      cy: I siarad.\n"
            f"    number: 020 7946 0{len(entries):03d}\n    website: https://{key}.example/\n    hours:{hours}\n"
            + (f"    bank_holidays: {holidays}\n" if holidays else "")
            + "    areas: wales\n    needs: talk\n    owner: Team\n    sources:\n      - https://helpline.example/contact\n"
            "    checked_on: 2026-11-01\n    checked_by: A. Tester\n"
        )
    return "".join(entries)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve: Starts) -> Served:
    tiny = TinySite(tmp_path_factory.mktemp("open"))
    text = tiny.text("contacts.yml")
    tiny.write("contacts.yml", register(text[: text.index("  - id: test-helpline")]))
    tiny.write("bank_holidays.yml", HOLIDAYS)
    for page in tiny.content.glob("*/*.md"):
        page.write_text(
            page.read_text()
            .replace("[[test-helpline name]]", "[[evenings name]]")
            .replace("[[test-helpline]]", "[[evenings]]")
            .replace("::contact test-helpline", "::contact evenings")
        )
    return serve(tiny.good().output)


def opened(browser: Browser, site: Served, time: str, zone: str = "Europe/London", path: str = "en/help/") -> Page:
    """A page on a device whose clock stands still."""
    page = browser.new_context(timezone_id=zone, locale="en-US").new_page()
    page.clock.set_fixed_time(time)
    page.goto(site.address + path)
    return page


def turned(page: Page, time: str) -> dict[str, str]:
    """What the cards say when the reader comes back to an open page at another time."""
    page.clock.set_fixed_time(time)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    return said(page)


def said(page: Page) -> dict[str, str]:
    """What each card says, by its key."""
    lines: list[tuple[str, str]] = page.locator(".card").evaluate_all(
        "cards => cards.map(card => [card.querySelector('h2, h3').innerText, card.querySelector('.open-now')?.innerText || ''])"
    )
    return dict(lines)


CASES = [
    # Wednesday: before opening, the first minute, the last, closing
    ("2026-11-25T09:29:59Z", "closed-on-holidays", "Closed now. Opens at 9:30am"),
    ("2026-11-25T09:30:00Z", "closed-on-holidays", "Open now, until 4pm"),
    ("2026-11-25T15:59:59Z", "closed-on-holidays", "Open now, until 4pm"),
    ("2026-11-25T16:00:00Z", "closed-on-holidays", "Closed now. Opens tomorrow at 9:30am"),
    ("2026-11-27T16:00:00Z", "closed-on-holidays", "Closed now. Opens on Monday at 9:30am"),
    # midnight
    ("2026-11-25T23:59:59Z", "evenings", "Open now, until midnight"),
    ("2026-11-26T00:00:00Z", "evenings", "Closed now. Opens at 5pm"),
    ("2026-11-27T23:59:00Z", "nights", "Open now, until 2am"),
    ("2026-11-28T00:00:00Z", "nights", "Open now, until 2am"),
    ("2026-11-28T02:00:00Z", "nights", "Closed now. Opens at 6pm"),
    # Christmas Day is a Friday, and Monday is a bank holiday too
    ("2026-12-24T16:00:00Z", "closed-on-holidays", "Closed now. Opens on Tuesday at 9:30am"),
    ("2026-12-25T11:00:00Z", "closed-on-holidays", "Closed now. Opens on Tuesday at 9:30am"),
    ("2026-12-28T11:00:00Z", "closed-on-holidays", "Closed now. Opens tomorrow at 9:30am"),
    ("2026-12-24T16:00:00Z", "unknown-on-holidays", "Closed now"),
    ("2026-12-25T11:00:00Z", "unknown-on-holidays", "Bank holiday today: opening hours may differ"),
    ("2026-12-25T18:00:00Z", "evenings", "Open now, until midnight"),
    # Boxing Day is a Saturday: its bank holiday is the Monday, and nobody knows whether a service rests on both
    ("2026-12-26T11:00:00Z", "daily", ""),
    ("2026-12-26T18:00:00Z", "evenings", "Open now, until midnight"),
    ("2026-12-25T18:00:00Z", "daily", "Closed now"),
    ("2026-12-27T11:00:00Z", "daily", "Open now, until 4pm"),
    ("2026-12-27T17:00:00Z", "daily", "Closed now. Opens on Tuesday at 10am"),
    ("2026-12-28T11:00:00Z", "daily", "Closed now. Opens tomorrow at 10am"),
    ("2027-12-25T11:00:00Z", "daily", ""),
    # summer time: from 28 March 2027 and until 31 October 2027
    ("2027-03-25T09:29:00Z", "closed-on-holidays", "Closed now. Opens at 9:30am"),
    ("2027-03-30T08:29:00Z", "closed-on-holidays", "Closed now. Opens at 9:30am"),
    ("2027-03-30T08:30:00Z", "closed-on-holidays", "Open now, until 4pm"),
    ("2027-03-30T15:00:00Z", "closed-on-holidays", "Closed now. Opens tomorrow at 9:30am"),
    ("2027-10-29T08:30:00Z", "closed-on-holidays", "Open now, until 4pm"),
    ("2027-11-01T08:30:00Z", "closed-on-holidays", "Closed now. Opens at 9:30am"),
    ("2027-10-31T00:30:00Z", "nights", "Open now, until 2am"),  # half past one, the first time
    ("2027-10-31T01:30:00Z", "nights", "Open now, until 2am"),  # and the second
    ("2027-10-31T02:00:00Z", "nights", "Closed now. Opens on Friday at 6pm"),
    ("2027-03-28T00:59:59Z", "nights", "Open now, until 2am"),  # a minute later it is two o'clock
    ("2027-03-28T01:00:00Z", "nights", "Closed now. Opens on Friday at 6pm"),
    ("2027-03-27T23:59:00Z", "nights", "Open now, until 2am"),
    # before the day of the build, and after the list of bank holidays: nothing is certain
    ("2026-11-19T10:00:00Z", "closed-on-holidays", ""),
    ("1970-01-01T10:00:00Z", "unknown-on-holidays", ""),
    ("2027-12-27T10:00:00Z", "closed-on-holidays", ""),
    ("2029-01-03T10:00:00Z", "unknown-on-holidays", ""),
    ("2029-01-03T18:00:00Z", "evenings", "Open now, until midnight"),
    # what is always open or unknown needs no words
    ("2026-11-25T10:00:00Z", "never-closed", ""),
    ("2026-11-25T10:00:00Z", "nobody-knows", ""),
]


@pytest.fixture(scope="module")
def in_london(chromium: Browser, site: Served) -> Iterator[Page]:
    page = opened(chromium, site, "2026-11-25T10:00:00Z")
    yield page
    page.context.close()


@pytest.mark.parametrize(("time", "key", "words"), CASES)
def test_what_a_card_says(in_london: Page, time: str, key: str, words: str) -> None:
    assert turned(in_london, time)[key] == words


def test_it_is_said_at_once_when_the_page_comes(chromium: Browser, site: Served) -> None:
    page = opened(chromium, site, "2026-11-25T09:30:00Z")
    assert said(page)["closed-on-holidays"] == "Open now, until 4pm"
    page.context.close()


ZONES = ("America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland", "Pacific/Kiritimati", "Pacific/Pago_Pago")


TIMES = ("2026-11-25T09:30:00Z", "2026-11-26T00:00:00Z", "2027-03-30T08:29:00Z", "2027-10-31T01:30:00Z")


@pytest.mark.parametrize("zone", ZONES)
def test_a_device_in_another_zone_says_the_same(chromium: Browser, site: Served, in_london: Page, zone: str) -> None:
    page = opened(chromium, site, TIMES[0], zone)
    assert page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone").split("/")[0] == zone.split("/", maxsplit=1)[0]
    for time in TIMES:
        here, there = turned(in_london, time), turned(page, time)
        assert any(here.values())
        assert there == here
    page.context.close()


def test_in_welsh(chromium: Browser, site: Served) -> None:
    page = opened(chromium, site, "2026-11-27T16:00:00Z", path="cy/cymorth/")
    assert said(page)["closed-on-holidays"] == "Ar gau nawr. Yn agor nesaf: Dydd Llun, 9:30am"
    assert said(page)["evenings"] == "Ar gau nawr. Yn agor am 5pm"
    page.context.close()


def test_the_words_change_when_the_minute_comes(chromium: Browser, site: Served) -> None:
    page = chromium.new_context().new_page()
    page.clock.install(time="2026-11-25T15:59:00Z")
    page.goto(site.address + "en/help/")
    assert said(page)["closed-on-holidays"] == "Open now, until 4pm"
    page.clock.fast_forward(65_000)
    assert said(page)["closed-on-holidays"] == "Closed now. Opens tomorrow at 9:30am"
    page.context.close()


def test_nothing_is_stored_sent_or_refused(chromium: Browser, site: Served) -> None:
    page = chromium.new_context().new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.add_init_script("addEventListener('securitypolicyviolation', (event) => console.log('refused ' + event.violatedDirective))")
    page.clock.install(time="2026-11-25T10:00:00Z")
    site.requests.clear()
    page.goto(site.address + "en/help/")
    page.clock.fast_forward(600_000)
    assert said(page)["closed-on-holidays"] == "Open now, until 4pm"
    assert page.locator('script[type="application/ld+json"]').count() == 1
    assert told == [], "neither the data nor the script may be against the policy"
    scripts = [path for path in site.requests if path.endswith(".js")]
    assert len(scripts) == 1
    assert [path for path in site.requests if not path.startswith("assets/")] == ["en/help/"]
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.context.close()


def test_only_pages_with_such_hours_ask_for_the_script(site: Served) -> None:
    asking = {path for path, content in site.output.items() if path.endswith(".html") and b"open_now" in content}
    assert asking == {path for path, content in site.output.items() if path.endswith(".html") and b"data-hours" in content}
    assert "404.html" not in asking


def test_a_script_that_was_tampered_with_does_not_run(chromium: Browser, site: Served, serve: Starts) -> None:
    path = next(path for path in site.output if "open_now" in path)
    tampered = serve(site.output | {path: site.output[path] + b";document.title='bad'"})
    page = opened(chromium, tampered, "2026-11-25T10:00:00Z")
    assert page.title() != "bad"
    assert set(said(page).values()) == {""}
    page.context.close()


def test_without_script_the_hours_stand_there_in_words(chromium: Browser, site: Served) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(site.address + "en/help/")
    assert page.locator(".open-now").count() == 0
    assert page.get_by_text("Monday to Friday, 9:30am to 4pm").count() == 2
    page.context.close()


@pytest.mark.parametrize("program", [("lynx", "-dump", "-nolist"), ("w3m", "-dump")], ids=lambda program: program[0])
def test_a_text_browser_shows_no_data(site: Served, tmp_path: Path, program: tuple[str, ...]) -> None:
    if shutil.which(program[0]) is None:
        pytest.skip(f"{program[0]} is not installed")
    (tmp_path / "page.html").write_bytes(site.output["en/help/index.html"])
    shown = subprocess.run([*program, str(tmp_path / "page.html")], capture_output=True, text=True, check=True, timeout=20).stdout
    assert "Monday to Friday, 9:30am to 4pm" in shown
    assert not re.search(r"Open now|Closed now|schema\.org|ContactPoint|12345 570", shown)
