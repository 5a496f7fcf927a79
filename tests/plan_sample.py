"""A plan as large as the report can ask for, made up from a number: 29 recommendations, 120 requirements, 1,000 updates."""

from datetime import date, timedelta
from pathlib import Path

from signpost.plan_model import Status

RECOMMENDATIONS, REQUIREMENTS, UPDATES = 29, 120, 1000

_DID = ("checked", "trained", "asked", "wrote to", "met", "moved", "named", "read")
_WHOM = ("every team", "new officers", "call handlers", "the advocates", "partners", "the crime registrar", "each district")
_WHY = ("so that reports are seen", "because records were missed", "after the review", "as the plan says", "for the second time")
_WNAETH = ("gwirio", "hyfforddi", "holi", "ysgrifennu at", "cwrdd â", "symud", "enwi", "darllen gyda")
_PWY = ("phob tîm", "swyddogion newydd", "rhai sy'n ateb galwadau", "yr eiriolwyr", "phartneriaid", "chofrestrydd troseddau", "phob ardal")
_PAM = ("fel y gwelir adroddiadau", "am fod cofnodion ar goll", "ar ôl yr adolygiad", "fel y dywed y cynllun", "am yr eildro")


def write_large_plan(folder: Path) -> None:
    """Fill `folder` (content/action-plan) with the plan, in English and Welsh."""
    folder.mkdir(parents=True)
    (folder / "plan.yml").write_text("force:\n  en: Large Police\n  cy: Heddlu Mawr\nfirst_published: 2024-11-22\n", encoding="utf-8")
    references: list[str] = []
    for number in range(1, RECOMMENDATIONS + 1):
        count = REQUIREMENTS // RECOMMENDATIONS + (number <= REQUIREMENTS % RECOMMENDATIONS)
        ids = [f"{number}.{point}" for point in range(1, count + 1)]
        references += ids
        (folder / f"recommendation-{number}.yml").write_text(_recommendation(number, ids), encoding="utf-8")
    updates = [_update(references[index % REQUIREMENTS], index) for index in range(UPDATES)]
    for start in range(0, UPDATES, 250):
        text = "updates:\n" + "".join(updates[start : start + 250])
        (folder / f"updates-{start // 250 + 1}.yml").write_text(text, encoding="utf-8")


def _recommendation(number: int, ids: list[str]) -> str:
    points = "".join(
        f"  - id: {name}\n    asks:\n      en: See to point {name} of the report.\n      cy: Gofalu am bwynt {name} yr adroddiad.\n"
        f"    actions:\n      - id: {name}-a\n        text:\n          en: Do what {name} needs.\n          cy: Gwneud yr hyn sydd ei angen ar {name}.\n"
        f"        due: 2027-0{number % 9 + 1}\n"
        for name in ids
    )
    return (
        f"number: {number}\ntitle:\n  en: Topic {number}\n  cy: Pwnc {number}\naddressed_to: chief constables\ndue: 2025-03-27\n"
        f"asks:\n  en: Do what number {number} asks.\n  cy: Gwneud yr hyn y mae rhif {number} yn ei ofyn.\n"
        f"response:\n  accepted: yes\n  compliance: most\nrequirements:\n{points}"
    )


def _update(about: str, index: int) -> str:
    day = date(2024, 11, 22) + timedelta(days=index // 2)
    status = list(Status)[index % len(Status)]
    english = f"We {_DID[index % 8]} {_WHOM[index % 7]} {_WHY[index % 5]} (entry {2000 + index})."
    welsh = f"Gwnaethom {_WNAETH[index % 8]} {_PWY[index % 7]} {_PAM[index % 5]} (cofnod {2000 + index})."
    return (
        f"  - about: {about}\n    date: {day}\n    kind: {'periodic' if index >= REQUIREMENTS else 'initial'}\n    status: {status.value}\n"
        f'    text:\n      en: "{english}"\n      cy: "{welsh}"\n'
    )
