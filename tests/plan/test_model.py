"""What a status is, and what a correction does to it."""

from pathlib import Path

import pytest

from signpost.plan.model import Acceptance, Body, Kind, Recommendation, Requirement, Status
from tests.plan.site import PlanSite, example


def test_parts_are_found_by_their_numbers() -> None:
    plan = example()
    assert isinstance(plan.find("7"), Recommendation)
    assert isinstance(plan.find("10.10"), Requirement)
    assert plan.find("8") is None
    assert plan.find("7.10") is None
    assert plan.find("plan") is None


def test_numbers_have_gaps_and_stand_in_order() -> None:
    assert [item.number for item in example().recommendations] == [3, 7, 10, 16, 21, 25]


def test_every_status_occurs_in_the_example() -> None:
    assert {part.status for part in example().parts} == set(Status)


def test_what_nobody_stated_is_not_stated() -> None:
    part = example().find("25")
    assert part is not None
    assert part.status is Status.NOT_STATED
    assert part.response.accepted is Acceptance.NOT_STATED


def test_acceptance_is_apart_from_progress() -> None:
    part = example().find("7.3")
    assert part is not None
    assert (part.response.accepted, part.status) == (Acceptance.PARTLY, Status.WAITING)


def test_addressees_and_sharing() -> None:
    item = example().find("16")
    assert isinstance(item, Recommendation)
    assert item.addressed_to == (Body.COMMISSIONERS, Body.CHIEF_CONSTABLES)
    assert item.shared_with == (Body.COMMISSIONERS,)
    assert [owner["en"] for owner in item.actions[0].owners] == ["Head of Public Protection", "Commissioner's Head of Victims' Services"]


def test_requirements_that_differ_give_no_overall_status() -> None:
    item = example().find("7")
    assert isinstance(item, Recommendation)
    assert item.overall is None


def test_updates_are_kept_newest_first() -> None:
    part = example().find("7.1")
    assert part is not None
    assert [(str(update.when), update.kind) for update in part.updates] == [
        ("2025-04-02", Kind.CORRECTION),
        ("2025-03-14", Kind.PERIODIC),
        ("2024-11-22", Kind.INITIAL),
    ]


def test_a_correction_takes_the_place_of_what_it_corrects(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    site.add_update(
        "  - about: 7.1\n    date: 2025-06-01\n    kind: correction\n    corrects: 7.1/2025-03-14\n    key: second\n    status: in progress\n"
        "    text:\n      en: It was not complete after all.\n      cy: Nid oedd wedi'i gwblhau wedi'r cyfan.\n"
    )
    part = site.good().find("7.1")
    assert part is not None and part.status is Status.IN_PROGRESS


def test_a_late_correction_of_an_old_update_changes_nothing_now(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    site.add_update(
        "  - about: 7.1\n    date: 2026-06-01\n    kind: correction\n    corrects: 7.1/2024-11-22\n    status: not started\n"
        "    text:\n      en: It had not been started then.\n      cy: Nid oedd wedi dechrau bryd hynny.\n"
    )
    part = site.good().find("7.1")
    assert part is not None and part.status is Status.COMPLETE


def test_an_update_without_a_status_leaves_the_status(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    site.add_update(
        "  - about: 7.1\n    date: 2026-06-01\n    kind: periodic\n    text:\n      en: Still checked.\n      cy: Yn dal i gael ei wirio.\n"
    )
    part = site.good().find("7.1")
    assert part is not None and part.status is Status.COMPLETE
    assert part.stated is not None and str(part.stated.when) == "2025-04-02"


def test_an_update_without_a_date_is_the_oldest(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    site.add_update("  - about: 7.1\n    date: not stated\n    kind: initial\n    status: not started\n")
    part = site.good().find("7.1")
    assert part is not None
    assert part.updates[-1].id == "7.1/undated"
    assert part.status is Status.COMPLETE


def test_every_outside_address_is_named_for_the_list_of_allowed_sites() -> None:
    addresses = {address for _, _, address in example().outside_addresses}
    assert addresses == {
        "https://www.example.org/report",
        "https://www.example.org/news/plan",
        "https://www.example.org/sample",
        "https://www.example.org/sample/result",
    }


def test_a_site_in_one_language_needs_one_language_only(tmp_path: Path) -> None:
    site = PlanSite(tmp_path)
    for path in site.folder.iterdir():
        lines = path.read_text(encoding="utf-8").split("\n")
        path.write_text("\n".join(line for line in lines if not line.strip().removeprefix("- ").startswith("cy:")), encoding="utf-8")
    plan = site.good(("en",))
    assert plan.force == {"en": "Marram Coast Police"}


@pytest.mark.parametrize("kept", ["7.1/2024-11-22", "7.1/2025-03-14", "7.1/2025-04-02/correction", "plan/2024-11-22", "7.2/2025-03"])
def test_ids_of_updates_never_change(kept: str) -> None:
    assert kept in {update.id for update in example().all_updates}
