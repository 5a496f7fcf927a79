"""A copy of the plan of tests/sites/plan-example, to change and to read. Sentences name its folder `content`."""

import shutil
from datetime import date
from pathlib import Path

from signpost.plan.model import ActionPlan
from signpost.plan.plans import read_plan
from signpost.plan.words import PlanWords
from signpost.problems import Level, Problems
from signpost.strings import read_locales

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "tests" / "sites" / "plan-example"
TODAY = date(2026, 11, 23)
LANGUAGES = ("en", "cy")


class PlanSite:
    def __init__(self, folder: Path) -> None:
        self.content = folder
        self.folder = folder / "action-plan"
        shutil.copytree(EXAMPLE / "action-plan", self.folder)

    def replace(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text, f"“{old}” does not stand in {name}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def add_update(self, text: str) -> None:
        path = self.folder / "updates.yml"
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")

    def try_to_read(self, locales: tuple[str, ...] = LANGUAGES, today: date = TODAY) -> tuple[ActionPlan | None, Problems]:
        problems = Problems()
        return read_plan(self.content, "content", locales, today, problems), problems

    def lines(self, level: Level = Level.ERROR) -> list[str]:
        """What an editor reads, without the folder's name."""
        found = [problem.as_text() for problem in self.try_to_read()[1] if problem.level is level]
        return [line.removeprefix("content/action-plan/") for line in found]

    def good(self, locales: tuple[str, ...] = LANGUAGES, today: date = TODAY) -> ActionPlan:
        plan, problems = self.try_to_read(locales, today)
        assert plan is not None, [problem.as_text() for problem in problems]
        return plan


def example(today: date = TODAY) -> ActionPlan:
    problems = Problems()
    plan = read_plan(EXAMPLE, "content", LANGUAGES, today, problems)
    assert plan is not None, [problem.as_text() for problem in problems]
    return plan


def words(code: str = "en", today: date = TODAY) -> PlanWords:
    locale = read_locales(ROOT / "templates" / "strings", LANGUAGES, Problems())[code]
    return PlanWords(code, locale.strings, today)


def whole_site(folder: Path) -> Path:
    """A copy of the whole example site, to change and to build."""
    shutil.copytree(EXAMPLE, folder / "content")
    return folder / "content"
