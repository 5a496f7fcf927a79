"""A plan as large as the report can ask for, made up from a number: 29 recommendations, 120 requirements, 1,000 updates."""

import random
import re
from datetime import date, timedelta
from pathlib import Path

from signpost.plan.model import Status
from signpost.plan.texts import MONTH_NAMES
from tests.plan.site import LANGUAGES, ROOT

RECOMMENDATIONS, REQUIREMENTS, UPDATES = 29, 120, 1000

_LONG_HISTORY = "7.1"
"""Has a fifth of all updates: a history too long for one page."""


def _words(code: str) -> list[str]:
    """Every word of the language in the guidance that stands in `content`, without numbers and months."""
    text = " ".join(path.read_text(encoding="utf-8").split("---", 2)[-1] for path in sorted((ROOT / "content" / code).glob("*.md")))
    months = re.compile("|".join(name for names in MONTH_NAMES.values() for name in names), re.IGNORECASE)
    return [word for word in re.findall(r"[^\W\d_]{2,}", text) if not months.fullmatch(word)]


_WORDS = {code: _words(code) for code in LANGUAGES}


def _said(index: int, code: str) -> str:
    """Thirty words or so in no order, which compress worse than prose does; each eighth text is five times as long."""
    chosen = random.Random(f"{code}{index}").choices(_WORDS[code], k=150 if index % 8 == 0 else 20 + index % 20)
    return f"{' '.join(chosen).capitalize()} (entry {2000 + index})."


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
    updates = [_update(_LONG_HISTORY if index % 5 == 4 else references[index % REQUIREMENTS], index) for index in range(UPDATES)]
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
    english, welsh = _said(index, "en"), _said(index, "cy")
    return (
        f"  - about: {about}\n    key: entry-{index}\n    date: {day}\n    kind: {'periodic' if index >= REQUIREMENTS else 'initial'}\n    status: {status.value}\n"
        f'    text:\n      en: "{english}"\n      cy: "{welsh}"\n'
    )
