"""What was published stands, or is corrected openly."""

import json
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest

from signpost.plan.data import checksum
from signpost.plan.history import History, check_history
from signpost.plan.outputs import plan_outputs
from signpost.plan.published import read_published
from signpost.problems import Problems
from tests.plan.site import LANGUAGES, TODAY, PlanSite, words

CORRECTION = (
    "  - about: {about}\n    date: 2026-11-01\n    kind: correction\n    {name}: {what}\n    key: why\n"
    "    text:\n      en: What stood there was wrong.\n      cy: Roedd yr hyn a oedd yno yn anghywir.\n"
)


@pytest.fixture
def site(tmp_path: Path) -> PlanSite:
    return PlanSite(tmp_path)


@pytest.fixture
def published(site: PlanSite) -> dict[str, Any]:
    strings = {code: words(code).strings for code in LANGUAGES}
    output = plan_outputs(site.good(), LANGUAGES, "https://marram.example/", TODAY, strings)
    found: dict[str, Any] = json.loads(output["action-plan-data/plan.json"])
    return found


def _lines(site: PlanSite, published: dict[str, Any]) -> list[str]:
    problems = Problems()
    check_history(site.good(), published, "plan.json", "content/action-plan", problems)
    return [problem.as_text().removeprefix("content/action-plan") for problem in problems]


def test_the_same_plan_has_no_mistake(site: PlanSite, published: dict[str, Any]) -> None:
    assert _lines(site, published) == []


def test_updates_may_be_added(site: PlanSite, published: dict[str, Any]) -> None:
    site.add_update("  - about: 7.2\n    date: 2026-11-01\n    kind: periodic\n    status: complete\n")
    assert _lines(site, published) == []


def test_a_changed_update_stops_the_build(site: PlanSite, published: dict[str, Any]) -> None:
    site.replace("updates.yml", "en: Half of the records have the note.", "en: All of the records have the note.")
    assert _lines(site, published) == [
        "/updates.yml:53: This update was published otherwise (changed: text). Write it as it was, and add a correction: "
        "“kind: correction”, “corrects: 7.2/2026-03-27”."
    ]


def test_one_changed_letter_of_the_welsh_is_seen(site: PlanSite, published: dict[str, Any]) -> None:
    site.replace("updates.yml", "cy: Mae'r nodyn ar hanner", "cy: Mae'r nodyn ar bron hanner")
    assert len(_lines(site, published)) == 1


def test_a_changed_status_stops_the_build(site: PlanSite, published: dict[str, Any]) -> None:
    site.replace("updates.yml", "status: not started", "status: in progress")
    assert "changed: status" in _lines(site, published)[0]


def test_a_removed_update_stops_the_build(site: PlanSite, published: dict[str, Any]) -> None:
    site.replace("updates.yml", "about: 7.2\n    date: 2025-03\n", "about: 7.2\n    date: 2025-02\n")
    assert _lines(site, published) == [
        ": The update “7.2/2025-03” was published and is gone. Put it back, or write a correction with “removes: 7.2/2025-03” that says why."
    ]


def test_a_new_correction_explains_a_change(site: PlanSite, published: dict[str, Any]) -> None:
    site.replace("updates.yml", "en: Half of the records have the note.", "en: All of the records have the note.")
    site.add_update(CORRECTION.format(about="7.2", name="corrects", what="7.2/2026-03-27"))
    assert _lines(site, published) == []


def test_a_new_correction_explains_a_removal(site: PlanSite, published: dict[str, Any]) -> None:
    site.replace("updates.yml", "about: 7.2\n    date: 2025-03\n", "about: 7.2\n    date: 2025-02\n")
    site.add_update(CORRECTION.format(about="7.2", name="removes", what="7.2/2025-03"))
    assert _lines(site, published) == []


def test_a_correction_that_was_published_excuses_nothing_new(site: PlanSite, published: dict[str, Any]) -> None:
    """7.1/2025-03-14 has its correction already."""
    site.replace("updates.yml", "nine in ten records were right", "ten in ten records were right")
    assert "corrects: 7.1/2025-03-14" in _lines(site, published)[0]


def test_a_correction_itself_cannot_be_changed(site: PlanSite, published: dict[str, Any]) -> None:
    site.replace("updates.yml", "Eight in ten", "Seven in ten")
    assert "7.1/2025-04-02/correction" in _lines(site, published)[0]


def test_nothing_has_to_be_explained_that_was_never_there(site: PlanSite, published: dict[str, Any]) -> None:
    site.add_update(CORRECTION.format(about="7.2", name="removes", what="7.2/2020-01"))
    assert "was never published" in _lines(site, published)[0]


def test_a_moved_date_needs_an_update_about_it(site: PlanSite, published: dict[str, Any]) -> None:
    site.replace("recommendation-7.yml", "due: 2026-06\n", "due: 2027-06\n")
    assert _lines(site, published) == [
        "/recommendation-7.yml:45: Part 7.2 was due 2026-06 when it was published last, and now says 2027-06. "
        "Write it as it was, or add an update about 7.2 that says why it is different now."
    ]
    site.add_update(
        "  - about: 7.2\n    date: 2026-11-01\n    kind: periodic\n    text:\n      en: It takes a year more.\n      cy: Mae angen blwyddyn arall.\n"
    )
    assert _lines(site, published) == []


def test_a_part_cannot_vanish(site: PlanSite, published: dict[str, Any]) -> None:
    (site.folder / "recommendation-25.yml").unlink()
    assert _lines(site, published) == [
        ": Part 25 was published and is gone. Put it back, or write a correction with “removes: 25” that says why."
    ]
    site.add_update(CORRECTION.format(about="plan", name="removes", what="25"))
    assert _lines(site, published) == []


def test_a_plan_cannot_vanish(published: dict[str, Any]) -> None:
    problems = Problems()
    check_history(None, published, "plan.json", "content/action-plan", problems)
    assert len(problems.errors) == 1


def test_a_translation_may_come_later(site: PlanSite, published: dict[str, Any]) -> None:
    for update in published["recommendations"][0]["updates"]:
        del update["text"]["cy"]
    assert _lines(site, published) == []


def test_the_published_file_is_read_from_a_file_or_an_address(tmp_path: Path, published: dict[str, Any]) -> None:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(published), encoding="utf-8")
    problems = Problems()
    assert read_published(str(path), problems) == published
    assert read_published("https://marram.example/plan.json", problems, lambda _: path.read_bytes()) == published
    assert not len(problems)


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"<html>", b'{"version": 99, "recommendations": []}', b"\xff\xfe", b"[" * 100_000])
def test_what_is_not_a_published_plan_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "plan.json"
    path.write_bytes(raw)
    problems = Problems()
    assert read_published(str(path), problems) is None
    assert [problem.message for problem in problems.errors] == [
        "This is not a plan.json that this site published. Name the one that was published last."
    ]


def test_a_host_that_does_not_answer_is_not_an_empty_plan() -> None:
    def dead(address: str) -> bytes:
        raise URLError("no route")

    problems = Problems()
    assert read_published("https://marram.example/plan.json", problems, dead) is None
    assert len(problems.errors) == 1


def test_a_published_plan_that_was_damaged_inside_is_refused(site: PlanSite, published: dict[str, Any]) -> None:
    del published["recommendations"][1]["updates"]
    assert "cannot be understood" in _lines(site, published)[0]


# Ways to make a plan look better than it was


def test_the_order_of_two_updates_of_one_day_is_a_statement_too(site: PlanSite) -> None:
    """The later one is the present status: to swap them makes “complete” of “in progress”, and no word has changed."""
    first = "  - about: 16\n    date: 2026-11-01\n    kind: periodic\n    key: morning\n    status: complete\n"
    second = first.replace("morning", "noon").replace("complete", "in progress")
    before = (site.folder / "updates.yml").read_text(encoding="utf-8")
    site.add_update(first + second)
    published = _published(site)
    (site.folder / "updates.yml").write_text(before + second + first, encoding="utf-8")
    assert [line.partition(": ")[2] for line in _lines(site, published)] == [
        "“16/2026-11-01/noon” was published as newer than “16/2026-11-01/morning”, and stands before it now. Put it below that one again."
    ]


def test_updates_of_different_days_may_stand_in_any_order_and_file(site: PlanSite, published: dict[str, Any]) -> None:
    text = (site.folder / "updates.yml").read_text(encoding="utf-8")
    head, *entries = text.split("  - about: ")
    half = len(entries) // 2
    for name, some in (("updates.yml", entries[:half]), ("updates-2020.yml", entries[half:])):
        (site.folder / name).write_text(head + "".join(f"  - about: {entry.rstrip()}\n" for entry in reversed(some)), encoding="utf-8")
    assert _lines(site, published) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("updates.yml", "    status_as_published: Blocked\n", "", "changed: status_as_published"),
        ("updates.yml", "      cy: Mae'r nodyn ar hanner y cofnodion.\n", "      cy: none yet\n", "changed: text"),
        ("updates.yml", "kind: periodic\n    status: not started\n    text:\n      en: It was", "kind: initial\n    status: not started\n    text:\n      en: It was", "changed: kind"),
        ("updates.yml", "https://www.example.org/news/plan", "https://www.example.org/news/other", "changed: source"),
        ("updates.yml", "      - title:\n          en: Result of the sample", "      - title:\n          en: The sample", "changed: evidence"),
        ("recommendation-7.yml", "  compliance: partial", "  compliance: full", "The answer to 7 was published otherwise (changed: compliance)"),
        ("recommendation-21.yml", "accepted: no", "accepted: yes", "The answer to 21 was published otherwise (changed: accepted)"),
        ("recommendation-3.yml", "yn adrodd i'r prif swyddogion bob mis", "yn adrodd i'r prif swyddogion", "The answer to 3 was published otherwise (changed: text)"),
        ("recommendation-7.yml", "        due: 2026-06-30\n", "        due: 2027-06-30\n", "The action “7.2-a” was due 2026-06-30 when it was published last, and now says 2027-06-30."),
        ("recommendation-7.yml", "        due: 2026-06-30\n", "        due: none\n", "and now says nothing."),
        ("recommendation-16.yml", "id: 16-a", "id: 16-b", "The action “16-a” was published and is gone."),
    ],
)  # fmt: skip
def test_nothing_that_was_promised_changes_without_a_word(
    site: PlanSite, published: dict[str, Any], name: str, old: str, new: str, expected: str
) -> None:
    site.replace(name, old, new)
    found = _lines(site, published)
    assert len(found) == 1 and expected in found[0]
    assert found[0].startswith(f"/{name}:")


def test_spaces_that_no_reader_sees_are_no_change(site: PlanSite, published: dict[str, Any]) -> None:
    site.replace("updates.yml", "en: Half of the records have the note.", "en:   Half of  the records have the note.   ")
    assert _lines(site, published) == []


def test_an_update_about_it_explains_another_answer(site: PlanSite, published: dict[str, Any]) -> None:
    site.replace("recommendation-21.yml", "accepted: no", "accepted: yes")
    site.add_update(
        "  - about: 21\n    date: 2026-11-01\n    kind: periodic\n    text:\n      en: We accept it now.\n      cy: Rydym yn ei dderbyn nawr.\n"
    )
    assert _lines(site, published) == []


def test_a_recommendation_with_its_updates_cannot_vanish(site: PlanSite, published: dict[str, Any]) -> None:
    (site.folder / "recommendation-3.yml").unlink()
    path = site.folder / "updates.yml"
    text = path.read_text(encoding="utf-8")
    start = text.index("  - about: 3\n")
    path.write_text(text[:start] + text[text.index("  - about: 7.1\n") :], encoding="utf-8")
    found = "\n".join(_lines(site, published))
    assert "Part 3 was published and is gone" in found and "“3/2024-11-22” was published and is gone" in found


def _published(site: PlanSite, base_url: str = "https://marram.example/") -> dict[str, Any]:
    strings = {code: words(code).strings for code in LANGUAGES}
    found: dict[str, Any] = json.loads(plan_outputs(site.good(), LANGUAGES, base_url, TODAY, strings)["action-plan-data/plan.json"])
    return found


def _history_lines(site: PlanSite, record: dict[str, Any], folder: Path) -> list[str]:
    path, problems = folder / "plan.json", Problems()
    path.write_text(json.dumps(record), encoding="utf-8")
    History(str(path), publishing=True).check(site.good(), "content/action-plan", "https://marram.example/", problems)
    return [problem.message for problem in problems]


def test_a_published_file_that_was_edited_to_agree_is_refused(site: PlanSite, published: dict[str, Any], tmp_path: Path) -> None:
    old, new = "Half of the records have the note.", "All of the records have the note."
    site.replace("updates.yml", f"en: {old}", f"en: {new}")
    edited: dict[str, Any] = json.loads(json.dumps(published).replace(old, new))
    for record in (edited, {name: value for name, value in edited.items() if name != "checksum"}):
        assert "was changed after a build wrote it" in _history_lines(site, record, tmp_path)[0]


@pytest.mark.parametrize("empty", [False, True])
def test_the_plan_of_another_force_is_refused_even_an_empty_one(site: PlanSite, tmp_path: Path, empty: bool) -> None:
    other = PlanSite(tmp_path / "other")
    other.replace("plan.yml", "en: Marram Coast Police", "en: Dune Police")
    record = _published(other, "https://dune.example/")
    if empty:
        record |= {"recommendations": [], "updates": []}
        record["checksum"] = checksum(record)
    assert _history_lines(site, record, tmp_path) == [
        "This is the plan of another site (https://dune.example/), and this one is https://marram.example/. "
        "Name the plan.json that this site published last."
    ]


def test_a_site_that_moved_to_another_address_knows_its_own_plan(site: PlanSite, tmp_path: Path) -> None:
    assert _history_lines(site, _published(site, "https://old.example/"), tmp_path) == []
