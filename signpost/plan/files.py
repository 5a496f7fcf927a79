"""Where the plan's files are published, and what kind each is. Must never depend on what the plan says."""

from collections.abc import Sequence
from dataclasses import dataclass

FOLDER = "action-plan-data"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class PlanFile:
    """`name` is the end of its word in the strings; `locale` is None where one file serves every language."""

    name: str
    path: str
    media_type: str
    locale: str | None


_BY_LANGUAGE = (
    ("document", "plan.{}.docx", WORD),
    ("csv", "plan.{}.csv", "text/csv"),
    ("updates", "updates.{}.csv", "text/csv"),
    ("feed", "updates.{}.atom", "application/atom+xml"),
    ("calendar", "dates.{}.ics", "text/calendar"),
)
DATA = PlanFile("json", f"{FOLDER}/plan.json", "application/json", None)
SCHEMA = PlanFile("schema", f"{FOLDER}/plan.schema.json", "application/schema+json", None)


def plan_files(locales: Sequence[str]) -> list[PlanFile]:
    found = [
        PlanFile(name, f"{FOLDER}/{path.format(code)}", media_type, code) for code in locales for name, path, media_type in _BY_LANGUAGE
    ]
    return [*found, DATA, SCHEMA]


def path_of(name: str, locale: str) -> str:
    return next(file.path for file in plan_files((locale,)) if file.name == name)
