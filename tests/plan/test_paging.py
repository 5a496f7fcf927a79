"""A long history is divided over pages, and nothing of it is lost or moved from where it is needed."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from signpost.build import build
from signpost.plan.model import ActionPlan, Recommendation
from signpost.plan.paging import MOST_LETTERS, history_of, history_of_plan, letters_of, letters_of_head, whole_plan
from signpost.problems import Problems
from tests.plan.site import ROOT, TODAY, PlanSite, example, whole_site


def _long(number: int, words: int = 60, about: str = "7.2") -> str:
    day = date(2026, 3, 28) + timedelta(days=number)
    english = f"Entry {2000 + number}. " + "We wrote down what was done. " * (words // 6)
    welsh = f"Cofnod {2000 + number}. " + "Ysgrifennwyd yr hyn a wnaed. " * (words // 6)
    status = "    status: in progress\n" if about != "plan" else ""
    text = f"    text:\n      en: {english}\n      cy: {welsh}\n"
    return f"  - about: {about}\n    date: {day}\n    kind: periodic\n{status}{text}"


def _seven(plan: ActionPlan) -> Recommendation:
    return next(item for item in plan.recommendations if item.number == 7)


@pytest.fixture
def site(tmp_path: Path) -> PlanSite:
    return PlanSite(tmp_path)


def test_a_plan_of_usual_length_has_no_page_of_earlier_updates_and_one_page_to_print() -> None:
    plan = example()
    assert len(whole_plan(plan)) == 1
    assert not history_of_plan(plan).earlier
    for item in plan.recommendations:
        history = history_of(item)
        assert not history.earlier
        assert history.here == {update.id for part in (item, *item.requirements) for update in part.updates}


def test_older_updates_move_and_no_page_is_longer_than_a_page_may_be(site: PlanSite) -> None:
    site.add_update("".join(_long(number) for number in range(150)))
    seven = _seven(site.good())
    history = history_of(seven)
    parts = (seven, *seven.requirements)
    everything = [update for part in parts for update in part.updates]
    moved = [update for sections in history.earlier for section in sections for update in section.updates]
    assert len(history.earlier) > 2
    assert {update.id for update in moved} | history.here == {update.id for update in everything}
    assert len(moved) + len(history.here) == len(everything), "each stands on one page"
    here = sum(letters_of(update) for update in everything if update.id in history.here) + sum(letters_of_head(part) for part in parts)
    assert here <= MOST_LETTERS
    for sections in history.earlier:
        assert sum(letters_of(update) for section in sections for update in section.updates) <= MOST_LETTERS


def test_what_states_the_present_status_stays_however_old_it_is(site: PlanSite) -> None:
    site.add_update("".join(_long(number) for number in range(150)))
    history = history_of(_seven(site.good()))
    assert {"7.1/2025-04-02/correction", "7.3/2026-03-27"} <= history.here


def test_full_pages_stay_as_they_are_when_more_is_said(site: PlanSite) -> None:
    site.add_update("".join(_long(number) for number in range(120)))
    before = history_of(_seven(site.good()))
    site.add_update("".join(_long(number) for number in range(120, 200)))
    after = history_of(_seven(site.good()))
    assert len(after.earlier) > len(before.earlier)
    for old, new in zip(before.earlier, after.earlier, strict=False):
        assert [update.id for section in old for update in section.updates] == [update.id for section in new for update in section.updates]


def test_updates_about_the_plan_as_a_whole_move_too(site: PlanSite) -> None:
    site.add_update("".join(_long(number, about="plan") for number in range(80)))
    plan = site.good()
    history = history_of_plan(plan)
    assert history.earlier and plan.updates[0].id in history.here
    assert history.page_of(plan.updates[-1]) == 1


def test_the_whole_plan_is_told_in_order_on_its_pages(site: PlanSite) -> None:
    site.add_update("".join(_long(number) for number in range(150)))
    plan = site.good()
    pages = whole_plan(plan)
    assert len(pages) > 2
    heads = [section.part.reference for sections in pages for section in sections if section.part is not None and section.has_head]
    assert heads == [part.reference for item in plan.recommendations for part in (item, *item.requirements)]
    told = [update.id for sections in pages for section in sections for update in section.updates if section.part is not None]
    assert told == [update.id for item in plan.recommendations for part in (item, *item.requirements) for update in part.updates]


def test_links_lead_to_the_page_on_which_an_update_stands(tmp_path: Path) -> None:
    content = whole_site(tmp_path)
    updates = content / "action-plan" / "updates.yml"
    text = updates.read_text(encoding="utf-8") + "".join(_long(number) for number in range(150))
    text += (
        "  - about: 7.2\n    date: 2026-11-01\n    kind: correction\n    corrects: 7.2/2025-03\n"
        "    text:\n      en: It was another team.\n      cy: Tîm arall oedd.\n"
    )
    updates.write_text(text, encoding="utf-8")
    problems = Problems()
    built = build(content, "content", ROOT, TODAY, problems)
    assert built is not None, [problem.as_text() for problem in problems.errors]
    old, new = "update-7-2-2025-03", "update-7-2-2026-11-01-correction"
    main, first = (BeautifulSoup(built.output[f"cy/cynllun-gweithredu/7/{path}index.html"], "html.parser") for path in ("", "cynharach-1/"))
    assert main.find(id=new) is not None and main.find(id=old) is None
    assert first.find(id=old) is not None
    assert main.select(f'#{new} a[href="cynharach-1/#{old}"]')
    assert first.select(f'#{old} a[href="../#{new}"]')
    assert main.select('a[href="cynharach-1/#7-2"]') and first.find(id="7-2") is not None
    assert first.select('main a[href="../"]') and first.select('main a[href="../cynharach-2/"]')
    whole = BeautifulSoup(built.output["cy/cynllun-gweithredu/cynllun-cyfan/2/index.html"], "html.parser")
    assert "Cofnodi stelcian, parhad" in whole.get_text()
