"""Each mistake in the plan gives one sentence that says where it is and what to write."""

from pathlib import Path

import pytest

from signpost.problems import Level
from tests.plan.site import PlanSite

STATUSES = "complete, complete and kept under review, in progress, waiting on others, not started, not accepted, not stated"

MISTAKES = {
    "unknown status": (
        "updates.yml", "status: waiting on others", "status: On Track -",
        f"updates.yml:64: “On Track -” is not one of the values for “status”: {STATUSES}.",
    ),
    "status misspelt": (
        "updates.yml", "status: waiting on others", "status: waiting on other",
        f"updates.yml:64: “waiting on other” is not one of the values for “status”: {STATUSES}. Did you mean “waiting on others”?",
    ),
    "British date": (
        "recommendation-7.yml", "due: 2025-03-27", "due: 27/03/2025",
        "recommendation-7.yml:9: “27/03/2025” is not a date for “due”. Write 2025-03-27.",
    ),
    "month in words": (
        "recommendation-7.yml", "due: 2026-06\n", "due: Jun-26\n",
        "recommendation-7.yml:49: “Jun-26” is not a date for “due”. Write 2026-06.",
    ),
    "no such day": (
        "recommendation-7.yml", "due: 2025-03-27", "due: 2025-02-30",
        "recommendation-7.yml:9: “2025-02-30” is not a date for “due”. "
        "Write 2025-03-27 for a day, 2025-03 for a month, 2025-Q1 for a quarter.",
    ),
    "update in the future": (
        "updates.yml", "date: 2026-09-15", "date: 2026-12-24",
        "updates.yml:92: The update's date, 2026-12-24, has not come yet. Write the day on which it was said, or wait.",
    ),
    "due before start": (
        "recommendation-7.yml", "start: 2024-12-01", "start: 2025-04-01",
        "recommendation-7.yml:36: “due” (2025-Q1) is before “start” (2025-04-01). Correct one of them.",
    ),
    "requirement twice": (
        "recommendation-7.yml", "id: 7.3\n", "id: 7.2\n",
        "recommendation-7.yml:66: Requirement 7.2 stands in line 45 already. Keep one of the two, or correct the number.",
    ),
    "action twice": (
        "recommendation-7.yml", "  - id: 7.2\n", "  - id: 7.4\n",
        "recommendation-7.yml:54: “7.2-a” is not the id of an action of 7.4. Write it like 7.4-a.",
    ),
    "requirement of another recommendation": (
        "recommendation-10.yml", "id: 10.10", "id: 11.1",
        "recommendation-10.yml:33: “11.1” is not a requirement of recommendation 10. Write it like 10.1.",
    ),
    "orphan update": (
        "updates.yml", "about: 7.3", "about: 7.4",
        "updates.yml:61: This update is about “7.4”, and the plan has no such part. Did you mean “7.3”?",
    ),
    "placeholder": (
        "recommendation-21.yml", "en: A separate telephone line", "en: TBC",
        "recommendation-21.yml:3: “TBC” is left over in “en”. Write the real text.",
    ),
    "status without a date": (
        "updates.yml", "    date: 2026-03-27\n    kind: periodic\n    status: waiting", "    kind: periodic\n    status: waiting",
        "updates.yml:61: “date” is missing: an update needs its date. Write “date: 2025-03-27”.",
    ),
    "status outside an update": (
        "recommendation-25.yml", "number: 25", "number: 25\nstatus: complete",
        "recommendation-25.yml:2: A status needs its date, so “status” stands in an update only. Write an update with “about: 25”, "
        "“date” and “status” in updates.yml, and delete this line.",
    ),
    "status of an action without its date": (
        "recommendation-16.yml", "    status_on: 2026-09-01\n", "",
        "recommendation-16.yml:27: The status has no date. Write the day on which it was true: “status_on: 2025-03-27”.",
    ),
    "Welsh missing": (
        "recommendation-3.yml", "  cy: Dweud pwy sy'n arwain\n", "",
        "recommendation-3.yml:3: “cy” is missing from “title”: everything in the plan stands in each language. "
        "Write “cy: …”, or “cy: none yet” until it is translated.",
    ),
    "languages name different dates": (
        "recommendation-25.yml", "en: Work with", "en: By 27 March 2025 work with",
        "recommendation-25.yml:8: The two languages do not name the same dates: 27 March 2025 stands in one of them only. Correct one.",
    ),
    "number typed": (
        "updates.yml", "en: The plan was published.", "en: The plan was published. Call 020 7946 0000.",
        "updates.yml:7: “020 7946 0000” looks like a telephone number. Numbers stand in contacts.yml only: name the service in words instead.",
    ),
    "correction of nothing": (
        "updates.yml", "corrects: 7.1/2025-03-14", "corrects: 7.1/2025-03-15",
        "updates.yml:38: There is no update “7.1/2025-03-15” to correct. Did you mean “7.1/2025-03-14”?",
    ),
    "correction that names nothing": (
        "updates.yml", "    corrects: 7.1/2025-03-14\n", "",
        "updates.yml:40: A correction names the update that it is about: “corrects: 7.1/2025-03-27” "
        "(or “removes: …” where that update was taken out).",
    ),
    "correction older than what it corrects": (
        "updates.yml", "date: 2025-04-02", "date: 2025-01-02",
        "updates.yml:38: The correction (2025-01-02) is older than what it corrects (2025-03-14). Correct one of the dates.",
    ),
    "two updates that cannot be told apart": (
        "updates.yml", "date: 2025-03\n", "date: 2026-03-27\n",
        "updates.yml:53: There is an update “7.2/2026-03-27” in content/action-plan/updates.yml:46 already. "
        "Give each a “key” of its own (“key: training”), or make them one.",
    ),
    "key that no address can hold": (
        "updates.yml", "  - about: 3\n", "  - about: 3\n    key: Yr arweinydd\n",
        "updates.yml:11: “Yr arweinydd” is no “key”. Write small letters without accents, digits and hyphens: “key: training-2”.",
    ),
    "nobody answers for it": (
        "recommendation-10.yml", "en: Head of Learning", "en: Chief constables",
        "recommendation-10.yml:30: “Chief constables” does not say who answers for it. "
        "Write a role and its unit: “Head of Public Protection”.",
    ),
    "number differs from the file's name": (
        "recommendation-25.yml", "number: 25", "number: 24",
        "recommendation-25.yml:1: The file's name says 25 and “number” says 24. Correct one of them.",
    ),
    "unknown field": (
        "plan.yml", "next_update_due", "next_updates_due",
        "plan.yml:15: “next_updates_due” is not a setting of plan.yml. Did you mean “next_update_due”?",
    ),
    "an update that says nothing": (
        "updates.yml", "    text:\n      en: The plan was published.\n      cy: Cyhoeddwyd y cynllun.\n", "",
        "updates.yml:3: The update says nothing. Write its “text”, its “status”, or both.",
    ),
    "late is not typed": (
        "updates.yml", "status: waiting on others", "status: late",
        f"updates.yml:64: “late” is not one of the values for “status”: {STATUSES}.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_sentence(name: str, tmp_path: Path) -> None:
    file, old, new, expected = MISTAKES[name]
    site = PlanSite(tmp_path)
    site.replace(file, old, new)
    assert expected in site.lines()


def test_mistakes_are_shown_all_at_once_and_there_is_no_plan(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    names = ("unknown status", "British date", "Welsh missing", "nobody answers for it", "orphan update", "unknown field")
    for name in names:
        file, old, new, _ = MISTAKES[name]
        site.replace(file, old, new)
    lines = site.lines()
    assert {MISTAKES[name][3] for name in names} - {MISTAKES["unknown status"][3]} <= set(lines)
    assert site.try_to_read()[0] is None


def test_no_sentence_speaks_of_programs(tmp_path: Path) -> None:
    for number, (file, old, new, _) in enumerate(MISTAKES.values()):
        site = PlanSite(tmp_path / str(number))
        site.replace(file, old, new)
        for line in site.lines():
            assert not {"schema", "null", "none", "traceback", "enum"} & set(line.lower().replace("“cy: none yet”", "").split())


def test_the_example_has_no_mistake_and_no_warning(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    assert site.lines() == []
    assert site.lines(Level.WARNING) == []


def test_a_site_without_a_plan_has_none_and_no_mistake(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    for path in site.folder.iterdir():
        path.unlink()
    site.folder.rmdir()
    plan, problems = site.try_to_read()
    assert plan is None and not len(problems)


def test_nothing_lies_unread_in_the_folder(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    (site.folder / "recomendation-9.yml").write_text("number: 9\n", encoding="utf-8")
    (site.folder / "._recommendation-9.yml").write_text("", encoding="utf-8")
    assert site.lines() == [
        "recomendation-9.yml: The plan does not read a file of this name. "
        "Name it plan.yml, recommendation-7.yml, updates.yml or updates-2025.yml, or move it away."
    ]


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    outside = tmp_path / "recommendation-9.yml"
    outside.write_text("number: 9\n", encoding="utf-8")
    (site.folder / "recommendation-9.yml").symlink_to(outside)
    assert site.lines() == ["recommendation-9.yml: This is a link to a place outside the plan's folder. Put the file itself here."]


def test_a_translation_and_a_date_to_come_warn_and_do_not_stop_a_build(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    site.replace("recommendation-3.yml", "cy: Dweud pwy sy'n arwain", "cy: none yet")
    site.replace("updates.yml", "date: 2026-09-15", "date: not stated")
    assert site.lines() == []
    assert site.lines(Level.WARNING) == [
        "recommendation-3.yml:4: This text is not translated yet. Write it in the language “cy” in place of “none yet”.",
        "updates.yml:92: “date” is not stated. Find out when this was said and write the day; "
        "2025-03-27 for a day, 2025-03 for a month, 2025-Q1 for a quarter.",
    ]
    title = site.good().recommendations[0].title
    assert title == {"en": "Saying who leads"}


def test_the_first_language_is_never_left_to_be_translated(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    site.replace("recommendation-3.yml", "en: Saying who leads", "en: none yet")
    assert site.lines() == ["recommendation-3.yml:3: “none yet” stands for a translation. Write the text itself in the language “en”."]


def test_the_inspectors_words_said_back_are_noticed(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    site.replace(
        "updates.yml",
        "en: Half of the records have the note.",
        "en: Until the system is changed, use another way to keep such crimes searchable.",
    )
    assert site.lines(Level.WARNING) == [
        "updates.yml:53: The update repeats what the inspectors ask. Write in plain words what the force has done."
    ]
