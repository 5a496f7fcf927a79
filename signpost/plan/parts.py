"""One recommendation-….yml -> a Recommendation without its updates, which stand in their own files.

Must never take the inspectors' words for the force's: the ask is `asks`, the answer is `response`.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from signpost.files.fields import Fields
from signpost.plan.dates import PlanDate
from signpost.plan.fields import read_date, read_evidence, read_member, read_members, refuse_status
from signpost.plan.model import Acceptance, Action, Body, Compliance, Recommendation, Requirement, Response, Status, Texts
from signpost.plan.texts import read_optional_texts, read_texts
from signpost.problems import Level

ECHO = 0.8
"""How much of an answer may be the inspectors' words said back (0 to 1), or of their words stand in it."""
FEWEST_WORDS_OF_ECHO = 4
FEWEST_IN_A_ROW = 3
"""Words that stand next to each other in both texts; fewer are the words of the subject."""
_BY_A_DAY = re.compile(r"^by (?:the end of )?(?:\d+(?:st|nd|rd|th)? )?(?:\w+ )?\d{2,4} ", re.ASCII)

_ACTION_ID = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})?-[a-z0-9]+")
_NOBODY = re.compile(
    r"(?:the\s+)?(?:chief\s+constables?|police|the\s+force|force|tbc|all|everyone|prif\s+gwnstabl(?:iaid)?)", re.IGNORECASE
)


def read_recommendation(fields: Fields, locales: Sequence[str]) -> Recommendation:
    number = fields.whole("number", 0, 1, 999)
    if not fields.has("number"):
        fields.wrong(
            "number",
            "“number” is missing from the recommendation. Write the number that it has in the report: “number: 7”.",
            "missing-field",
        )
    refuse_status(fields, ("status", "status_as_published", "updates"), str(number))
    due = read_date(fields, "due")
    asks = read_optional_texts(fields, "asks", locales)
    found = Recommendation(
        number=number,
        title=read_optional_texts(fields, "title", locales, 100),
        asks=asks,
        addressed_to=read_members(fields, "addressed_to", Body),
        shared_with=read_members(fields, "shared_with", Body),
        due=due,
        response=_response(fields, locales, asks),
        actions=_actions(fields, str(number), locales),
        requirements=tuple(_requirement(group, number, due, locales) for group in fields.groups("requirements", "the requirement")),
        updates=(),
        sources=_sources(fields),
        file=fields.file,
        line=fields.start,
    )
    _check_requirements(fields, found)
    fields.finish()
    return found


def _sources(fields: Fields) -> tuple[str, ...]:
    sources = fields.words("sources")
    for source in sources:
        if not source.startswith("https://"):
            fields.wrong("sources", f"The source “{source}” does not start with https://. Write the page's https address.", "address")
    return sources


def _requirement(fields: Fields, number: int, due: PlanDate | None, locales: Sequence[str]) -> Requirement:
    reference = fields.text("id", 12, f"{number}.1")
    if reference and not re.fullmatch(rf"{number}\.[0-9]{{1,3}}", reference):
        fields.wrong("id", f"“{reference}” is not a requirement of recommendation {number}. Write it like {number}.1.", "plan-requirement")
    refuse_status(fields, ("status", "status_as_published", "updates"), reference)
    asks = read_optional_texts(fields, "asks", locales)
    found = Requirement(
        id=reference,
        asks=asks,
        due=read_date(fields, "due") or due,
        response=_response(fields, locales, asks),
        actions=_actions(fields, reference, locales),
        updates=(),
        file=fields.file,
        line=fields.start,
    )
    fields.finish()
    return found


def _check_requirements(fields: Fields, found: Recommendation) -> None:
    lines: dict[str, int] = {}
    for item in found.requirements:
        if item.id in lines:
            fields.problems.add(
                "plan-requirement", item.file, item.line,
                f"Requirement {item.id} stands in line {lines[item.id]} already. Keep one of the two, or correct the number.",
            )  # fmt: skip
        lines.setdefault(item.id, item.line)
    actions: dict[str, int] = {}
    for action in [*found.actions, *(action for item in found.requirements for action in item.actions)]:
        if action.id in actions:
            fields.problems.add(
                "plan-action", action.file, action.line,
                f"The action “{action.id}” stands in line {actions[action.id]} already. Give this one another id.",
            )  # fmt: skip
        actions.setdefault(action.id, action.line)


def _response(fields: Fields, locales: Sequence[str], asks: Texts | None) -> Response:
    group = fields.group("response", "the response")
    if group is None:
        return Response()
    refuse_status(group, ("status",), "7.1")
    found = Response(
        read_member(group, "accepted", Acceptance, Acceptance.NOT_STATED),
        read_member(group, "compliance", Compliance, Compliance.NOT_STATED),
        read_optional_texts(group, "text", locales),
        read_date(group, "date"),
    )
    group.finish()
    if found.text is not None and asks is not None and echoes(found.text, asks):
        group.problems.add(
            "plan-echo", group.file, group.line("text"),
            "The answer repeats what the inspectors ask. Write in plain words what the force does.", Level.WARNING, safety=False,
        )  # fmt: skip
    return found


def echoes(answer: Texts, asks: Texts) -> bool:
    """Whether an answer is the inspectors' wording, in any language."""
    return any(code in asks and alike(text, asks[code]) for code, text in answer.items())


def alike(answer: str, ask: str) -> bool:
    first, second = (_BY_A_DAY.sub("", " ".join(re.findall(r"\w+", text.lower()))).split() for text in (answer, ask))
    if min(len(first), len(second)) < FEWEST_WORDS_OF_ECHO:
        return False
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    common = sum(block.size for block in blocks if block.size >= FEWEST_IN_A_ROW)
    return common >= ECHO * len(first) or (common >= ECHO * len(second) and 2 * common >= len(first))


def _actions(fields: Fields, reference: str, locales: Sequence[str]) -> tuple[Action, ...]:
    return tuple(_action(group, reference, locales) for group in fields.groups("actions", "the action"))


def _action(fields: Fields, reference: str, locales: Sequence[str]) -> Action:
    name = fields.text("id", 30, f"{reference}-a")
    if name and (not _ACTION_ID.fullmatch(name) or not name.startswith(f"{reference}-")):
        fields.wrong("id", f"“{name}” is not the id of an action of {reference}. Write it like {reference}-a.", "plan-action")
    start, due = read_date(fields, "start"), None if fields.optional_text("due") == "none" else read_date(fields, "due")
    if start is not None and due is not None and due.last < start.first:
        fields.wrong("due", f"“due” ({due}) is before “start” ({start}). Correct one of them.", "plan-date")
    found = Action(
        id=name,
        text=read_texts(fields, "text", locales),
        owners=_owners(fields, locales),
        start=start,
        due=due,
        depends_on=read_optional_texts(fields, "depends_on", locales),
        status=read_member(fields, "status", Status, Status.NOT_STATED),
        status_on=read_date(fields, "status_on"),
        as_published=fields.optional_text("status_as_published", 200),
        evidence=read_evidence(fields, locales),
        file=fields.file,
        line=fields.start,
    )
    if found.status is not Status.NOT_STATED and not fields.has("status_on"):
        fields.wrong("status", "The status has no date. Write the day on which it was true: “status_on: 2025-03-27”.", "plan-status")
    fields.finish()
    return found


def _owners(fields: Fields, locales: Sequence[str]) -> tuple[Texts, ...]:
    found = []
    for group in fields.groups("owners", "the owner"):
        owner = {code: group.text(code, 150) for code in locales}
        group.finish()
        found.append(owner)
        for code, text in owner.items():
            if _NOBODY.fullmatch(text.strip()):
                group.wrong(
                    code, f"“{text}” does not say who answers for it. Write a role and its unit: “Head of Public Protection”.", "plan-owner"
                )
    return tuple(found)
