"""ActionPlan -> CSV (RFC 4180) that spreadsheets open with Welsh letters whole. One row per part; one row per update.

A cell that a spreadsheet would run as a formula is made text (OWASP, CSV injection). Must never let a typed text decide
what a spreadsheet does.
"""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterable, Sequence

from signpost.plan.model import ActionPlan, Part, Recommendation, Update
from signpost.plan.timing import every_part, recommendation_of
from signpost.plan.words import PlanWords, key

BYTE_ORDER_MARK = "\ufeff"
_STARTS_FORMULA = ("=", "+", "-", "@", "|", "%")

PART_COLUMNS = (
    "recommendation", "part", "title", "asks", "addressed", "shared", "due", "status", "status_on", "own_words",
    "timing", "accepted", "compliance", "response", "actions", "latest", "link",
)  # fmt: skip
UPDATE_COLUMNS = ("recommendation", "part", "date", "kind", "status", "own_words", "text", "source", "id", "corrects", "link")


def parts_csv(plan: ActionPlan, words: PlanWords, address: Callable[[str], str]) -> bytes:
    rows = [_part_row(plan, part, words, address) for part in every_part(plan)]
    return _bytes([words[f"column_{name}"] for name in PART_COLUMNS], rows)


def updates_csv(plan: ActionPlan, words: PlanWords, address: Callable[[str], str]) -> bytes:
    rows = [_update_row(update, words, address) for update in plan.all_updates]
    return _bytes([words[f"column_{name}"] for name in UPDATE_COLUMNS], rows)


def _part_row(plan: ActionPlan, part: Part, words: PlanWords, address: Callable[[str], str]) -> list[str]:
    recommendation = recommendation_of(plan, part)
    stated = part.stated
    latest = next((update.text for update in part.updates if update.text), None)
    return [
        str(recommendation.number),
        _named(part.reference, words),
        words.plain(recommendation.title) if recommendation.title else "",
        words.plain(part.asks) if part.asks else "",
        words.bodies(recommendation.addressed_to),
        words.bodies(recommendation.shared_with),
        str(part.due) if part.due else "",
        _status(part, words),
        str(stated.when) if stated and stated.when else "",
        (stated.as_published if stated else None) or "",
        _timing(part, words),
        words[f"accepted_{key(part.response.accepted)}"],
        words[f"compliance_{key(part.response.compliance)}"],
        words.plain(part.response.text) if part.response.text else "",
        _actions(part, words),
        words.plain(latest) if latest else "",
        address(part.reference),
    ]


def _named(reference: str, words: PlanWords) -> str:
    """In words, because a spreadsheet would take a bare “7.10” for the number 7.1."""
    return words["requirement_number" if "." in reference else "recommendation_number"].format(number=reference)


def _status(part: Part, words: PlanWords) -> str:
    if isinstance(part, Recommendation):
        return words.status(part.overall) if part.overall is not None else words["status_differs"]
    return words.status(part.status)


def _timing(part: Part, words: PlanWords) -> str:
    if isinstance(part, Recommendation) and part.requirements and part.stated is None:
        return words.due(part.due) if part.due else ""
    return words.deadline_of(part)


def _actions(part: Part, words: PlanWords) -> str:
    said = []
    for action in part.actions:
        owner = words.listed(words.plain(owner) for owner in action.owners) or words["not_stated"]
        when = words.deadline(action.due, action.status) or words["action_due_none"]
        said.append(f"{action.id}: {words.plain(action.text)} ({owner}; {when}; {words.status(action.status)})")
    return " | ".join(said)


def _update_row(update: Update, words: PlanWords, address: Callable[[str], str]) -> list[str]:
    about_plan = update.about == "plan"
    return [
        "" if about_plan else update.about.partition(".")[0],
        words["title"] if about_plan else _named(update.about, words),
        str(update.when) if update.when else words["date_not_stated"],
        words.kind(update.kind),
        words.status(update.status) if update.status else "",
        update.as_published or "",
        words.plain(update.text) if update.text else "",
        update.source or "",
        update.id,
        update.corrects or update.removes or "",
        address("" if about_plan else update.about),
    ]


def guarded(text: str) -> str:
    """An apostrophe in front makes it text. Some spreadsheets show the apostrophe; none runs what follows it."""
    seen = text.lstrip("".join({sign for sign in text if unicodedata.category(sign)[0] in "ZC"}))
    is_moved = text.startswith(("\t", "\r", "\n"))  # some programs cut these off and read on
    is_formula = unicodedata.normalize("NFKC", seen[:1]).startswith(_STARTS_FORMULA)  # full-width and small forms too
    return f"'{text}" if is_moved or is_formula else text


def _bytes(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    for row in (head, *rows):
        writer.writerow([guarded(cell) for cell in row])
    return (BYTE_ORDER_MARK + lines.getvalue()).encode("utf-8")
