"""What is late or comes due, in every format; and the day on which a site will next change by itself."""

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from signpost import cli
from signpost.due import formats, tasks
from signpost.due.tasks import Work
from signpost.load import load
from signpost.problems import Problems
from signpost.site import Site
from signpost.telling import GOOD, PROBLEMS, WRONG_USE
from tests.breakages.edits import page_text
from tests.plan.site import EXAMPLE
from tests.tiny_site import ROOT, TODAY, TinySite


def site_of(tiny: TinySite, today: date = TODAY) -> Site:
    problems = Problems()
    site = load(tiny.content, "content", ROOT, today, problems, drafts=True)
    assert site is not None, [problem.as_text() for problem in problems]
    return site


def pair(tiny: TinySite, key: str, *settings: str) -> None:
    tiny.write(f"en/{key}.md", page_text(f"{key} page", "Words.", *settings))
    tiny.write(f"cy/{key}.md", page_text(f"{key} tudalen", "Geiriau.", *settings, reviewed="B. D."))


def test_a_review_is_late_the_day_after_it_was_due(tiny: TinySite) -> None:
    site = site_of(tiny)
    day = date(2027, 5, 1)
    reviews = [task for task in tasks.tasks(site, day, 0) if task.work is Work.REVIEW]
    assert reviews
    assert not any(task.is_late(day) for task in reviews)
    assert all(task.is_late(day + timedelta(days=1)) for task in reviews)
    assert not [task for task in tasks.tasks(site, day - timedelta(days=1), 0) if task.work is Work.REVIEW]


def test_a_contact_has_its_owner_and_its_source(tiny: TinySite) -> None:
    site = site_of(tiny)
    contacts = [task for task in tasks.tasks(site, TODAY, 400) if task.work is Work.CONTACT]
    assert {task.line for task in contacts} == {route.line for route in site.contacts.values()}
    assert all("checked_on" in task.what for task in contacts)


def test_a_waiver_and_the_security_address_come_due(tiny: TinySite) -> None:
    tiny.write(
        "site.yml",
        tiny.text("site.yml")
        + "waivers:\n  - rule: link-words\n    page: content/en/help.md\n    reason: being rewritten\n    until: 2026-11-30\n"
        + "security:\n  contact: https://www.gov.uk/report\n  expires: 2026-12-01\n",
    )
    found = {task.work: task for task in tasks.tasks(site_of(tiny), TODAY, 30)}
    assert found[Work.WAIVER].due == date(2026, 11, 30)
    assert found[Work.SETTING].due == date(2026, 11, 30)


@pytest.mark.parametrize("day", [date(2026, 11, 30), date(2026, 12, 1)])
def test_the_security_address_is_late_from_the_day_on_which_it_stops_publishing(tiny: TinySite, day: date) -> None:
    tiny.write("site.yml", tiny.text("site.yml") + "security:\n  contact: https://www.gov.uk/report\n  expires: 2026-12-01\n")
    late = [task for task in tasks.tasks(site_of(tiny, day), day, 30) if task.work is Work.SETTING and task.is_late(day)]
    stopped = [problem for problem in tiny.build(day).problems.warnings if problem.rule == "security-text"]
    assert bool(late) == bool(stopped) == (day >= date(2026, 12, 1))


def test_what_nobody_has_read_waits_now(tiny: TinySite) -> None:
    tiny.replace("cy/help.md", "B. Darllenydd", "none yet")
    waiting = [task for task in tasks.tasks(site_of(tiny), TODAY, 0) if task.file == "content/cy/help.md" and "reviewed" in task.what]
    assert [task.due for task in waiting] == [None]


def test_a_draft_and_an_expired_page_ask_for_nothing(tiny: TinySite) -> None:
    pair(tiny, "later", "draft: yes")
    pair(tiny, "over", "expires_on: 2026-11-10")
    files = {task.file for task in tasks.tasks(site_of(tiny), TODAY, 4000)}
    assert not {name for name in files if "later" in name or "over" in name}


def test_the_plan_comes_due_under_its_lead(tiny: TinySite) -> None:
    plan_files(tiny)
    found = [task for task in tasks.tasks(site_of(tiny, date(2026, 11, 23)), date(2026, 11, 23), 4000) if task.work is Work.PLAN]
    assert found
    assert all(task.owner and task.file.startswith("content/action-plan/") and task.line for task in found)


def plan_files(tiny: TinySite) -> None:
    """The example plan with its pages, as in `tests/sites/plan-example`."""
    for path in sorted(EXAMPLE.rglob("*")):
        if path.is_file() and "action-plan" in path.relative_to(EXAMPLE).as_posix():
            tiny.write(path.relative_to(EXAMPLE).as_posix(), path.read_bytes())
    for locale, title in (("en", "Our plan"), ("cy", "Ein cynllun")):
        if not (tiny.content / locale / "action-plan.md").exists():
            tiny.write(f"{locale}/action-plan.md", page_text(title, "Words.", reviewed="B. D." if locale == "cy" else ""))


def test_next_is_the_first_of_publishing_expiring_and_a_date_that_passes(tiny: TinySite) -> None:
    pair(tiny, "soon", "publish_on: 2026-12-24", "expires_on: 2027-01-06")
    pair(tiny, "hidden", "publish_on: 2026-11-21", "draft: yes")
    changes = tasks.next_changes(site_of(tiny).pages, None, TODAY)
    assert [change.day for change in changes] == [date(2026, 12, 24)] * 2 + [date(2027, 1, 6)] * 2
    text = formats.next_as_text(changes)
    assert text.splitlines()[0] == "2026-12-24"
    assert "content/cy/soon.md is published" in text
    assert "taken off" not in text


def test_a_build_before_that_day_is_the_same_and_on_it_another(tiny: TinySite) -> None:
    pair(tiny, "soon", "publish_on: 2026-11-25")
    assert tasks.next_changes(site_of(tiny).pages, None, TODAY)[0].day == date(2026, 11, 25)
    assert "en/soon/index.html" not in tiny.good(date(2026, 11, 24)).output
    assert "en/soon/index.html" in tiny.good(date(2026, 11, 25)).output


def test_a_deadline_of_the_plan_changes_the_site_the_day_after(tiny: TinySite) -> None:
    plan_files(tiny)
    site = site_of(tiny, date(2026, 11, 23))
    changes = tasks.next_changes((), site.plan, date(2026, 11, 23))
    assert len(changes) == 1
    assert "has passed" in changes[0].why
    assert changes[0].day > date(2026, 11, 23)


def test_nothing_ahead_is_said(tiny: TinySite) -> None:
    assert formats.next_as_text(tasks.next_changes(site_of(tiny).pages, None, TODAY)).startswith("never\n")


@pytest.fixture
def listed(tiny: TinySite, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> "Listed":
    monkeypatch.chdir(tiny.content.parent)
    return Listed(tiny.content, capfdbinary)


class Listed:
    """The command as people and scripts run it."""

    def __init__(self, content: Path, printed: "pytest.CaptureFixture[bytes]") -> None:
        self.content = content
        self._printed = printed

    def run(self, *arguments: str, code: int = GOOD) -> str:
        assert cli.main(["due", "--content", "content", "--today", "2027-06-01", *arguments]) == code
        return self._printed.readouterr().out.decode()


def test_every_format_holds_every_task(listed: Listed) -> None:
    records = json.loads(listed.run("--format", "json"))
    table = listed.run("--format", "csv")
    calendar = listed.run("--format", "ics")
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"), newline="")))
    assert [(row["file"], int(row["line"]), row["what"]) for row in rows] == [
        (item["file"], item["line"], item["what"]) for item in records
    ]
    assert {row["late"] for row in rows} == {"yes", "no"}
    assert "\r\n" in table
    assert "\r\r" not in table
    entries = list(Calendar.from_ical(calendar).walk("VEVENT"))
    assert len(entries) == len(records) == len({str(entry["UID"]) for entry in entries})
    text = listed.run()
    assert all(item["what"] in text for item in records)


def test_the_owner_with_most_late_comes_first_and_can_be_chosen(listed: Listed) -> None:
    text = listed.run()
    heads = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert len(heads) == len(set(heads)) > 1
    chosen = listed.run("--owner", "tîm")
    assert chosen.startswith("Tîm cyfathrebu\n")
    assert "Communications team" not in chosen


def test_an_owner_whom_nobody_knows_is_not_an_owner_without_work(listed: Listed) -> None:
    assert listed.run("--owner", "Tim", code=WRONG_USE) == ""


def test_next_is_a_date_for_scripts(listed: Listed) -> None:
    assert listed.run("--next").splitlines()[0] == "never"
    assert json.loads(listed.run("--next", "--format", "json")) == []
    listed.run("--next", "--format", "csv", code=WRONG_USE)


def test_a_broken_site_is_mended_first(listed: Listed) -> None:
    (listed.content / "en" / "help.md").write_text("no settings", encoding="utf-8")
    assert "content/en/help.md:1" in listed.run(code=PROBLEMS)


def test_no_cell_is_a_formula(tiny: TinySite) -> None:
    task = tasks.Task(TODAY, Work.REVIEW, "=cmd()", "content/en/a.md", 1, "@what")
    row = formats.as_csv([task], TODAY).splitlines()[1]
    assert "'=cmd()" in row
    assert "'@what" in row
