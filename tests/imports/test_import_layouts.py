"""The six layouts, in four kinds of file: at least 95 % of the text finds a place, and each text its right one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from signpost.imports.place import Place
from signpost.imports.run import run_import
from signpost.plan.model import Acceptance, ActionPlan, Body, Compliance, Part, Recommendation
from signpost.plan.plans import read_plan
from signpost.problems import Problems
from tests.imports.papers import LAYOUTS, SEARCHABLE, WRITERS
from tests.plan.site import TODAY

FEWEST_PERCENT = 95.0


@dataclass(frozen=True)
class Expected:
    """All that a part may hold after the import; what is not named here must be empty."""

    asks: str | None = None
    due: str | None = None
    accepted: Acceptance = Acceptance.NOT_STATED
    compliance: Compliance = Compliance.NOT_STATED
    updates: Sequence[tuple[str, str, str | None, str | None, str | None]] = ()
    """Newest first: id, kind, status, the force's own word, text."""
    actions: Sequence[str] = ()
    title: str | None = None
    bodies: Sequence[Body] = ()
    evidence: Sequence[str] = ()


FORCES = (Body.CHIEF_CONSTABLES,)
DUE = "2025-03-27"
SEVEN = Expected(f"By 27 March 2025, {SEARCHABLE}", DUE)
TEN = Expected("By 27 March 2025, review the training on stalking.", DUE)
SHORT_SEVEN = Expected(f"By 27/03/25, {SEARCHABLE}", DUE, bodies=FORCES)
SHORT_TEN = Expected("By 27/03/25, review the training on stalking.", DUE, bodies=FORCES)
SHARED = "Needs a change to a records system that we share. March 2026 at the earliest."
WAITING = "Still waiting on the shared system; no date can be given."
WIDE: Mapping[str, Expected] = {
    "7": SHORT_SEVEN,
    "7.1": Expected(
        "Staff use the feature.", DUE,
        updates=(("7.1/2026-03", "periodic", None, None, WAITING), ("7.1/undated", "initial", None, None, SHARED)),
    ),
    "10": SHORT_TEN,
    "10.1": Expected(
        "Training meets the national outcomes.", DUE,
        updates=(
            ("10.1/2026-03", "periodic", None, None, "Done; a refresher is given each April."),
            ("10.1/undated", "initial", None, None, "The package was rolled out from January 2025."),
        ),
    ),
}  # fmt: skip
WIDE_MERGED: Mapping[str, Expected] = {
    **WIDE,
    "7.2": Expected(
        "Use a stopgap until then.", DUE,
        updates=(
            ("7.2/2026-03", "periodic", None, None, "No change."),
            ("7.2/undated", "initial", None, None, "Officers add a report that can be searched."),
        ),
    ),
}  # fmt: skip
UNHEADED: Mapping[str, Expected] = {
    "7": Expected(f"By 27 March 2025 {SEARCHABLE}", DUE),
    "7.1": Expected(
        due=DUE,
        updates=(("7.1/undated", "periodic", None, None, "Recording is good. One unit checks every report."),),
        actions=("The crime registrar will test a sample by June.",),
    ),
    "10": Expected("By 27 March 2025 review the training on stalking.", DUE),
    "10.1": Expected(due=DUE, updates=(("10.1/undated", "periodic", None, None, "A course of two days."),)),
}
EXPECTED: dict[str, Mapping[str, Expected]] = {
    "label-value": {
        "7": Expected(SEVEN.asks, DUE, bodies=FORCES),
        "7.1": Expected(
            "Staff use the recording feature as intended.", DUE,
            updates=((
                "7.1/2024-11", "periodic", "complete", "Action complete",
                "The records system already finds crimes that are listed second. A sample is checked each month.",
            ),),
        ),
        "7.2": Expected(
            "Use a stopgap until the system is changed.", DUE,
            updates=(("7.2/2025-03", "periodic", "in progress", "Ongoing", "Officers add an intelligence report to each record."),),
            evidence=("Guidance note 4",),
        ),
    },
    "wide-broken": WIDE,
    "wide-torn": WIDE,
    "wide-merged": WIDE_MERGED,
    "three-columns": {
        "7": Expected(
            SEVEN.asks, DUE, Acceptance.YES, Compliance.PARTIAL,
            (("7/2024-11-21", "initial", None, None, "We accept this. We partially comply: training is done, the system change is not."),),
        ),
        "10": Expected(
            TEN.asks, DUE, Acceptance.YES, Compliance.MOST,
            (("10/2024-11-21", "initial", None, None, "We accept this. We comply with most of it."),),
        ),
        "16": Expected(
            "With the commissioner, review the support that is paid for.", None, Acceptance.NO,
            updates=(("16/2024-11-21", "initial", None, None, "We do not accept this as worded."),),
        ),
    },
    "template": {
        "7": SEVEN,
        "7.1": Expected(
            "Staff use the feature.", DUE,
            updates=(("7.1/undated", "periodic", "complete", "Complete", "Samples show that nine in ten records are right."),),
        ),
        "7.2": Expected("Use a stopgap meanwhile.", DUE, updates=(("7.2/undated", "periodic", "not stated", "N/A", "Not needed."),)),
        "10": TEN,
        "10.1": Expected("Meets the national outcomes.", DUE, updates=(("10.1/undated", "periodic", "in progress", "In progress", None),)),
    },
    "headings": {
        "7": Expected(
            f"M{SEARCHABLE[1:]} Use a stopgap meanwhile.", title="Crime recording",
            updates=(("7/undated", "initial", None, None, "The counting rule changed on 1 June 2023 and we follow it."),),
            actions=("We will add a search screen by summer 2025.",),
        ),
        "10": Expected(
            "Review the training on stalking.", title="Training",
            updates=(("10/undated", "initial", None, None, "All new recruits meet a stalking advocate."),),
        ),
    },
    "unheaded-shifted": UNHEADED,
    "unheaded": UNHEADED,
}  # fmt: skip


def _found(part: Part) -> Expected:
    whole = part if isinstance(part, Recommendation) else None
    return Expected(
        asks=part.asks["en"] if part.asks else None,
        due=str(part.due) if part.due else None,
        accepted=part.response.accepted,
        compliance=part.response.compliance,
        updates=tuple(
            (
                update.id,
                update.kind.value,
                update.status.value if update.status else None,
                update.as_published,
                update.text["en"] if update.text else None,
            )
            for update in part.updates
        ),
        actions=tuple(action.text["en"] for action in part.actions),
        title=whole.title["en"] if whole and whole.title else None,
        bodies=whole.addressed_to if whole else (),
        evidence=tuple(proof.title["en"] for update in part.updates for proof in update.evidence),
    )


def _built(folder: Path, locales: tuple[str, ...]) -> ActionPlan:
    """What was written builds: the plan's own reader takes it, without one error."""
    problems = Problems()
    plan = read_plan(folder, "content", locales, TODAY, problems)
    assert plan is not None, [problem.as_text() for problem in problems.errors]
    return plan


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("name", LAYOUTS)
def test_each_text_finds_its_place(name: str, kind: str, tmp_path: Path) -> None:
    source = tmp_path / f"plan{kind}"
    WRITERS[kind](LAYOUTS[name], source)
    imported, _ = run_import(source, Place(tmp_path), ("en", "cy"), TODAY)
    assert imported is not None
    assert imported.percent >= FEWEST_PERCENT
    plan = _built(tmp_path, ("en", "cy"))
    found = {part.reference: _found(part) for item in plan.recommendations for part in (item, *item.requirements)}
    assert found == dict(EXPECTED[name])


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_site_in_english_only_builds_what_was_written_without_a_gap(name: str, tmp_path: Path) -> None:
    source = tmp_path / "plan.docx"
    WRITERS[".docx"](LAYOUTS[name], source)
    run_import(source, Place(tmp_path), ("en",), TODAY)
    _built(tmp_path, ("en",))
    assert "none yet" not in "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "action-plan").iterdir())


@pytest.mark.parametrize(
    ("name", "field", "text"),
    [
        ("label-value", "operational_lead", "Head of Public Protection"),
        ("wide-broken", "executive_lead", "Head of Crime"),
        ("template", "introduction", "The force uses the national framework."),
    ],
)
def test_what_stands_before_the_plan_is_about_the_plan(name: str, field: str, text: str, tmp_path: Path) -> None:
    source = tmp_path / "plan.html"
    WRITERS[".html"](LAYOUTS[name], source)
    run_import(source, Place(tmp_path), ("en",), TODAY)
    found = getattr(_built(tmp_path, ("en",)), field)
    assert found in ({"en": text}, ({"en": text},))


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("wide-broken", "the row was torn off the one above it"),
        ("wide-broken", "the headings stand one column too far left"),
        ("unheaded", "the column of numbers has no heading"),
        ("unheaded-shifted", "the headings stand one column too far left"),
        ("unheaded-shifted", "a time without a full date: “due” is left out"),
        ("headings", "several points without the report's numbers"),
        ("three-columns", "taken as “accepted: no”, but the text qualifies it"),
        ("template", "a status without a date"),
        ("template", "not in the list of statuses"),
    ],
)
def test_what_had_to_be_decided_is_told_with_its_position(name: str, note: str, tmp_path: Path) -> None:
    source = tmp_path / "plan.docx"
    WRITERS[".docx"](LAYOUTS[name], source)
    _, problems = run_import(source, Place(tmp_path), ("en",), TODAY)
    told = [problem.message for problem in problems if note in problem.message]
    assert told and all(message.startswith(("table ", "paragraph ")) for message in told)
