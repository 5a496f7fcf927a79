"""The files beside the pages: a spreadsheet opens them, their own standards accept them, and they say what the plan says."""

import csv
import io
import json
import re
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import icalendar
import jsonschema
import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook

from signpost.plan.files import plan_files
from signpost.plan.model import ActionPlan, Status
from signpost.plan.outputs import plan_outputs
from signpost.plan.spreadsheet import guarded
from signpost.plan.timing import deadlines
from tests.plan.site import LANGUAGES, ROOT, TODAY, PlanSite, example, words

BASE = "https://marram.example/"
OVERVIEWS = {"en": "en/action-plan/", "cy": "cy/cynllun-gweithredu/"}
ATOM = "{http://www.w3.org/2005/Atom}"


def outputs(plan: ActionPlan, today: date = TODAY) -> dict[str, bytes]:
    return plan_outputs(plan, LANGUAGES, BASE, today, {code: words(code).strings for code in LANGUAGES}, OVERVIEWS)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return outputs(example())


def _rows(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_every_file_is_made_and_no_other(files: dict[str, bytes]) -> None:
    assert set(files) == {file.path for file in plan_files(LANGUAGES)}


def test_the_same_plan_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert outputs(example()) == files


# Spreadsheets


def test_the_spreadsheet_opens_with_welsh_letters_whole(files: dict[str, bytes], tmp_path: Path) -> None:
    raw = files["action-plan-data/plan.cy.csv"]
    assert raw.startswith(b"\xef\xbb\xbf"), "spreadsheets take a file without the mark for Windows-1252"
    assert b"\r\n" in raw and not re.search(rb"(?<!\r)\n", raw)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")):
        sheet.append(row)
    book.save(tmp_path / "plan.xlsx")
    again = load_workbook(tmp_path / "plan.xlsx").active
    assert again is not None
    cells = [cell for row in again.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any("y gellir ei chwilio at bob cofnod sy'n cynnwys stelcian" in str(cell.value) for cell in cells)


def test_one_row_for_each_part_and_one_for_each_update(files: dict[str, bytes]) -> None:
    assert [row["Part"] for row in _rows(files["action-plan-data/plan.en.csv"])] == [
        "Recommendation 3", "Recommendation 7", "Requirement 7.1", "Requirement 7.2", "Requirement 7.3", "Recommendation 10",
        "Requirement 10.1", "Requirement 10.2", "Requirement 10.10", "Recommendation 16", "Recommendation 21", "Recommendation 25",
    ]  # fmt: skip
    assert len(_rows(files["action-plan-data/updates.cy.csv"])) == len(example().all_updates)


def test_languages_agree_on_dates_and_numbers(files: dict[str, bytes]) -> None:
    english, welsh = (
        list(csv.reader(io.StringIO(files[f"action-plan-data/plan.{code}.csv"].decode("utf-8-sig"), newline=""))) for code in LANGUAGES
    )
    for column in (0, 6, 8):
        assert [row[column] for row in english[1:]] == [row[column] for row in welsh[1:]]


@pytest.mark.parametrize(
    "text", ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "＝1", "  =1", "\u00a0=1", '=HYPERLINK("https://x.example")', "|calc", "%0A",
     "\t", "\r=1", "\n=1", "＋1", "－1", "＠SUM(A1)", "﹦1", "﹢1", "﹣1", "﹫A1", "\u200b=1", "\ufeff=1", "\u2003=1", "\u2028=1", "\x00=1",
     "\u00ad-1"],
)  # fmt: skip
def test_no_cell_is_run_as_a_formula(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "7", "Requirement 7.1", "27 March", "“=1”", "a=b", "ŵ"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


def test_a_formula_in_the_plan_is_made_text_everywhere(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    site.replace("updates.yml", "en: Half of the records have the note.", "en: \"=cmd|'/c calc'!A1\"")
    site.replace("recommendation-7.yml", "en: Recording stalking", 'en: "+1+1"')
    seen = set()
    for name, raw in outputs(site.good()).items():
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")) for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))], name
            seen.update(cells)
    assert {"'=cmd|'/c calc'!A1", "'+1+1"} <= seen


# Data


def test_the_data_is_as_its_description_says(files: dict[str, bytes]) -> None:
    schema, data = (json.loads(files[f"action-plan-data/{name}"]) for name in ("plan.schema.json", "plan.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(data)
    assert data["$schema"] == schema["$id"] == f"{BASE}action-plan-data/plan.schema.json"


@pytest.mark.parametrize(
    ("place", "value"),
    [("status", "On Track -"), ("timing", "fine"), ("due", "27/03/2025"), ("colour", "red"), ("updates", {})],
)
def test_the_description_refuses_what_is_wrong(files: dict[str, bytes], place: str, value: object) -> None:
    schema, data = (json.loads(files[f"action-plan-data/{name}"]) for name in ("plan.schema.json", "plan.json"))
    data["recommendations"][1]["requirements"][0][place] = value
    assert not jsonschema.Draft202012Validator(schema).is_valid(data)


def test_the_data_says_what_the_plan_says(files: dict[str, bytes]) -> None:
    data = json.loads(files["action-plan-data/plan.json"])
    assert data["counts"] == {
        "parts": 10, "late": 3, "date_passed_progress_not_stated": 2,
        "by_status": {
            "complete": 2, "complete and kept under review": 1, "in progress": 2, "waiting on others": 1, "not started": 1,
            "not accepted": 1, "not stated": 2,
        },
    }  # fmt: skip
    seven = data["recommendations"][1]
    assert "status" not in seven
    assert seven["pages"]["cy"] == "https://marram.example/cy/cynllun-gweithredu/7/"
    assert [part["timing"] for part in seven["requirements"]] == ["nothing due", "late", "late"]
    assert seven["requirements"][0]["asks"] != seven["requirements"][0]["updates"][0]["text"]
    assert set(data["words"]["cy"]["status"]) == {status.value for status in Status}


# Feed (RFC 4287)


GRAMMAR = etree.RelaxNG(etree.parse(ROOT / "tests" / "atom.rng"))


def check_atom(raw: bytes) -> ElementTree.Element:
    """By the grammar of RFC 4287, and what a grammar cannot say: 4.1.1 (links of a feed), 4.2.6 (ids), 4.2.7 (one alternate)."""
    assert GRAMMAR.validate(etree.fromstring(raw)), GRAMMAR.error_log
    feed = ElementTree.fromstring(raw)
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in element.findall(f"{ATOM}link")]
        assert links.count(("alternate", "text/html", None)) == 1
        assert all((link.get("href") or "").startswith("https://") for link in element.findall(f"{ATOM}link"))
        assert re.fullmatch(r"https://\S+", element.findtext(f"{ATOM}id") or "")
        assert (element.findtext(f"{ATOM}title") or "").strip()
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")].count("self") == 1
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids)
    return feed


BREAKAGES = {
    "no id": (b"<id>", b"</id>"),
    "two titles": (b"</title>", b"</title><title>x</title>"),
    "date without a zone": (b"T00:00:00Z</updated>", b"T00:00:00</updated>"),
    "date without a time": (b"T00:00:00Z</updated>", b"</updated>"),
    "link without its address": (b'href="', b'title="'),
    "unknown element": (b"<entry>", b"<entry><colour/>"),
    "element of another kind": (b"<author>", b"<summary>x</summary><author>"),
    "category without its term": (b"term=", b"label2="),
}


@pytest.mark.parametrize("name", BREAKAGES)
def test_the_grammar_refuses_what_is_no_feed(files: dict[str, bytes], name: str) -> None:
    raw, (old, new) = files["action-plan-data/updates.en.atom"], BREAKAGES[name]
    assert old in raw
    broken = raw.replace(old, new, 1) if name != "no id" else re.sub(rb"<id>.*?</id>", b"", raw, count=1)
    assert not GRAMMAR.validate(etree.fromstring(broken))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_feed_is_valid(files: dict[str, bytes], code: str) -> None:
    feed = check_atom(files[f"action-plan-data/updates.{code}.atom"])
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == code
    updated = [entry.findtext(f"{ATOM}updated") or "" for entry in feed.findall(f"{ATOM}entry")]
    assert updated == sorted(updated, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == updated[0]


def test_the_feed_does_not_change_with_the_day_of_the_build(files: dict[str, bytes]) -> None:
    later = outputs(example(), date(2027, 5, 5))
    assert later["action-plan-data/updates.en.atom"] == files["action-plan-data/updates.en.atom"]
    assert later["action-plan-data/plan.json"] != files["action-plan-data/plan.json"]


def test_texts_in_the_feed_are_escaped(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    site.replace("updates.yml", "en: Half of the records have the note.", 'en: "Half & more, 3 < 5 > 2, have it."')
    feed = check_atom(outputs(site.good())["action-plan-data/updates.en.atom"])
    assert "Half & more, 3 < 5 > 2, have it." in [entry.findtext(f"{ATOM}content") for entry in feed.findall(f"{ATOM}entry")]


# Calendar (RFC 5545)


def check_calendar(raw: bytes, address: str) -> list[icalendar.Event]:
    """By icalendar, which is strict about what it reads, and what it lets pass: RFC 5545, 3.1 (lines) and 3.6.1 (events)."""
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(raw)
    assert isinstance(calendar, icalendar.Calendar)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    assert not calendar.errors
    events = [event for event in calendar.walk("VEVENT") if isinstance(event, icalendar.Event)]
    assert len(events) == len(calendar.subcomponents), "nothing but events: no alarm, no zone"
    for event in events:
        assert not event.errors and not event.subcomponents
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "URL", "TRANSP"} == set(event)
        assert type(event.start) is date and event.end == event.start + timedelta(days=1)
        assert event.DTSTAMP is not None and event["TRANSP"] == "TRANSPARENT"
        assert str(event["URL"]).startswith(address)
    assert len({str(event["UID"]) for event in events}) == len(events)
    return events


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_calendar_is_valid_and_has_every_date_that_is_left(files: dict[str, bytes], code: str) -> None:
    events = check_calendar(files[f"action-plan-data/dates.{code}.ics"], BASE + OVERVIEWS[code])
    due = {str(event["UID"]).partition("@")[0]: event.end - timedelta(days=1) for event in events}
    plan = example()
    assert due == {item.reference: item.due.last for item in deadlines(plan, TODAY)} | {"next-update": date(2027, 3, 31)}


def test_texts_in_the_calendar_come_back_as_they_were(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    text = r"Read it; ask, and \ say: “a” â ŵ ŷ 😀 " + "gŵyl " * 60 + "end"
    site.replace("recommendation-10.yml", "en: Refresh what people know each year.", f"en: '{text}'")
    events = check_calendar(outputs(site.good())["action-plan-data/dates.en.ics"], BASE)
    assert any(str(event["DESCRIPTION"]).startswith(text) for event in events)


def test_a_month_is_due_on_its_last_day(files: dict[str, bytes]) -> None:
    text = files["action-plan-data/dates.en.ics"].decode("utf-8")
    event = next(event for event in text.split("BEGIN:VEVENT") if "UID:7.2@" in event)
    assert "DTSTART;VALUE=DATE:20260630" in event and "DTEND;VALUE=DATE:20260701" in event
