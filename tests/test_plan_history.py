"""What was published stands, or is corrected openly."""

import json
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest

from signpost.plan_history import check_history, read_published
from signpost.plan_outputs import plan_outputs
from signpost.problems import Problems
from tests.plan_site import LANGUAGES, TODAY, PlanSite, words

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
        "Write the old date again, or add an update about 7.2 that says why it moved."
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
