"""content/action-plan/ -> ActionPlan, or every mistake in it.

plan.yml is about the whole, recommendation-7.yml about one recommendation, updates.yml (or updates-2025.yml, …) holds
what was said when. Must never publish half a plan: after a mistake there is none.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from signpost.files.fields import Fields
from signpost.files.source import read_source
from signpost.files.yaml_text import read_yaml
from signpost.plan.fields import read_date
from signpost.plan.model import ActionPlan, Recommendation, SourceDocument, Update
from signpost.plan.parts import read_recommendation
from signpost.plan.texts import read_optional_texts, read_paragraphs, read_texts
from signpost.plan.updates import PLAN, newest_first, read_updates, with_updates
from signpost.problems import Problems

FOLDER = "action-plan"

_RECOMMENDATION = re.compile(r"recommendation-0*([0-9]{1,3})\.yml")
_UPDATES = re.compile(r"updates(?:-[a-z0-9-]+)?\.yml")
_IGNORED = {"Thumbs.db", "desktop.ini"}


def read_plan(content: Path, label: str, locales: tuple[str, ...], today: date, problems: Problems) -> ActionPlan | None:
    """The plan, or None where there is no such folder or anything is wrong with it."""
    folder, name = content / FOLDER, f"{label}/{FOLDER}"
    if not folder.is_dir():
        return None
    before = len(problems.errors)
    recommendations: list[Recommendation] = []
    updates: list[Update] = []
    header = _read(folder / "plan.yml", f"{name}/plan.yml", "plan.yml", problems)
    for path in _files(folder, name, problems):
        what = "the recommendation" if _RECOMMENDATION.fullmatch(path.name) else "the list of updates"
        fields = _read(path, f"{name}/{path.name}", what, problems)
        if fields is not None and _RECOMMENDATION.fullmatch(path.name):
            recommendations.append(read_recommendation(fields, locales))
        elif fields is not None:
            updates += read_updates(fields, locales, today)
    _check_numbers(recommendations, problems)
    if not recommendations and len(problems.errors) == before:
        problems.add("missing-file", name, 0, "The plan has no recommendation. Write the first: recommendation-7.yml.")
    whole = with_updates(sorted(recommendations, key=lambda item: item.number), updates, problems)
    plan = read_header(header, locales, whole, tuple(update for update in updates if update.about == PLAN)) if header is not None else None
    return plan if len(problems.errors) == before else None


def _read(path: Path, name: str, what: str, problems: Problems) -> Fields | None:
    source = read_source(path, name, problems)
    entries = read_yaml(source.text, name, problems) if source is not None else None
    return Fields(entries, name, problems, what) if entries is not None else None


def _files(folder: Path, name: str, problems: Problems) -> Iterator[Path]:
    """Recommendations and updates, by name. Any other file is a mistake: nothing may lie unread in the folder."""
    root = folder.resolve()
    for path in sorted(folder.iterdir(), key=lambda item: item.name):
        if path.name.startswith((".", "~$")) or path.name in _IGNORED or path.name == "plan.yml":
            continue
        if path.resolve().parent != root:
            problems.add(
                "link-out", f"{name}/{path.name}", 0, "This is a link to a place outside the plan's folder. Put the file itself here."
            )
        elif _RECOMMENDATION.fullmatch(path.name) or _UPDATES.fullmatch(path.name):
            yield path
        else:
            problems.add(
                "file-name", f"{name}/{path.name}", 0,
                "The plan does not read a file of this name. Name it plan.yml, recommendation-7.yml, updates.yml or updates-2025.yml, or move it away.",
            )  # fmt: skip


def _check_numbers(recommendations: list[Recommendation], problems: Problems) -> None:
    seen: dict[int, Recommendation] = {}
    for item in recommendations:
        named = _RECOMMENDATION.fullmatch(item.file.rpartition("/")[2])
        if item.number and named is not None and int(named[1]) != item.number:
            problems.add(
                "plan-number", item.file, item.line,
                f"The file's name says {int(named[1])} and “number” says {item.number}. Correct one of them.",
            )  # fmt: skip
            continue
        first = seen.setdefault(item.number, item)
        if item.number and first is not item:
            problems.add(
                "plan-number", item.file, item.line, f"Recommendation {item.number} stands in {first.file} already. Keep one of the two."
            )


def read_header(
    fields: Fields, locales: tuple[str, ...], recommendations: tuple[Recommendation, ...], updates: tuple[Update, ...]
) -> ActionPlan:
    """plan.yml, with the parts that the other files hold."""
    plan = ActionPlan(
        file=fields.file,
        title=read_optional_texts(fields, "title", locales, 100),
        force=read_optional_texts(fields, "force", locales, 100),
        executive_lead=read_optional_texts(fields, "executive_lead", locales, 150),
        operational_lead=read_optional_texts(fields, "operational_lead", locales, 150),
        first_published=read_date(fields, "first_published"),
        next_update_due=read_date(fields, "next_update_due"),
        retired=read_date(fields, "retired"),
        introduction=read_paragraphs(fields, "introduction", locales),
        found=read_paragraphs(fields, "found", locales),
        left_out=read_optional_texts(fields, "left_out", locales),
        full_plan=fields.address("full_plan"),
        documents=_documents(fields, locales),
        recommendations=recommendations,
        updates=newest_first(updates),
    )
    _check_header(fields, plan)
    fields.finish()
    return plan


def _documents(fields: Fields, locales: tuple[str, ...]) -> tuple[SourceDocument, ...]:
    found = []
    for group in fields.groups("documents", "the document"):
        address = group.address("address")
        if address is None and not group.has("address"):
            group.wrong("address", "“address” is missing from the document. Write its https address.", "missing-field")
        found.append(SourceDocument(read_texts(group, "title", locales, 300), address or ""))
        group.finish()
    return tuple(found)


def _check_header(fields: Fields, plan: ActionPlan) -> None:
    if plan.first_published and plan.next_update_due and plan.next_update_due.last < plan.first_published.first:
        fields.wrong("next_update_due", "“next_update_due” is before “first_published”. Correct one of them.", "plan-date")
