"""Draft -> the YAML files of a plan, as an editor would have typed them, with what found no place as comments.

Must never write a text that the plan's reader would refuse: such a text stays a comment, with the reason.
"""

from collections.abc import Iterable, Sequence
from string import ascii_lowercase

from signpost.contacts.numbers import numbers_in_prose
from signpost.files import yaml_line
from signpost.files.marks import mark_not_read
from signpost.files.placeholders import has_placeholder
from signpost.imports.draft import Draft, DraftAction, DraftPart, DraftUpdate
from signpost.imports.paper import Fate, Piece
from signpost.plan.fields import NOT_STATED
from signpost.plan.model import Acceptance, Compliance
from signpost.plan.texts import MOST_CHARACTERS, NOT_TRANSLATED

Lines = list[str]


def unfit(text: str) -> str | None:
    """Why a text may not stand in the plan."""
    if text == NOT_TRANSLATED:
        return f"“{text}” is no text"
    if len(text) > MOST_CHARACTERS:
        return f"longer than {MOST_CHARACTERS} characters"
    if (left := has_placeholder(text)) is not None:
        return f"“{left}” is a placeholder, not a text"
    if (mark := mark_not_read(text)) is not None:
        return f"readers would see “{mark}” in it as it stands"
    numbers = numbers_in_prose(text, ())
    return f"it holds a telephone number ({numbers[0]}): name the service in words" if numbers else None


def scalar(text: str) -> str:
    return yaml_line.scalar(text, frozenset({NOT_TRANSLATED}))


class Writer:
    """`locales` are the languages of the site; the document is in the first of them."""

    def __init__(self, locales: Sequence[str], source_name: str) -> None:
        self._locales = locales
        self._source = source_name

    def files(self, draft: Draft, unplaced: Iterable[Piece]) -> dict[str, str]:
        """File name -> text."""
        left = list(unplaced)
        whole = [draft.recommendations[number] for number in sorted(draft.recommendations)]
        files = {"plan.yml": self._plan(draft, [piece for piece in left if piece.about not in draft.recommendations])}
        for part in whole:
            comments = [piece for piece in left if piece.about == int(part.reference)]
            files[part.file] = self._recommendation(part, comments)
        updates = [line for part in whole for each in (part, *_in_order(part)) for line in self._updates(each)]
        if updates:
            files["updates.yml"] = "\n".join([self._head(), "updates:", *updates]) + "\n"
        return files

    def _head(self) -> str:
        return f"# Imported from {_one_line(self._source)}. Check every line against the document before it is published."

    def _plan(self, draft: Draft, left: Sequence[Piece]) -> str:
        lines = [self._head()]
        if draft.title is not None:
            lines += self._texts("title", draft.title.text, 0)
        if draft.executive_lead is not None:
            lines += self._texts("executive_lead", draft.executive_lead, 0)
        if draft.operational_lead is not None:
            lines += self._texts("operational_lead", draft.operational_lead, 0)
        if draft.introduction:
            lines.append("introduction:")
            for piece in draft.introduction:
                lines += self._entry(self._in_languages(piece.text), 1)
        if len(lines) == 1:
            lines += self._texts("title", "Action plan", 0)
        return "\n".join([*lines, *_comments(left)]) + "\n"

    def _recommendation(self, part: DraftPart, left: Sequence[Piece]) -> str:
        lines = [self._head(), f"number: {part.reference}"]
        if part.title is not None:
            lines += self._texts("title", part.title, 0)
        lines += self._common(part, 0)
        if part.bodies:
            lines += ["addressed_to:", *(f"  - {body.value}" for body in part.bodies)]
        if part.requirements:
            lines.append("requirements:")
            for each in _in_order(part):
                lines += self._entry([f"id: {each.reference}", *self._common(each, 0)], 1)
        return "\n".join([*lines, *_comments(left)]) + "\n"

    def _common(self, part: DraftPart, depth: int) -> Lines:
        lines: Lines = []
        if part.asks:
            lines += self._texts("asks", " ".join(part.asks), depth)
        if part.due is not None:
            lines.append(f"due: {part.due}")
        if part.accepted is not None or part.compliance is not None:
            lines += [
                "response:",
                f"  accepted: {(part.accepted or Acceptance.NOT_STATED).value}",
                f"  compliance: {(part.compliance or Compliance.NOT_STATED).value}",
            ]
        if part.actions:
            lines.append("actions:")
            for number, action in enumerate(part.actions):
                lines += self._entry(self._action(action, f"{part.reference}-{_letters(number)}"), 1)
        return lines

    def _action(self, action: DraftAction, name: str) -> Lines:
        lines = [f"id: {name}", *self._texts("text", action.text, 0)]
        if action.owner is not None:
            lines += ["owners:", *self._entry(self._in_languages(action.owner.text), 1)]
        if action.due is not None:
            lines.append(f"due: {action.due}")
        return lines

    def _updates(self, part: DraftPart) -> Lines:
        """Oldest first; the order of the document between updates of one date."""
        lines: Lines = []
        seen: dict[str, int] = {}
        for update in sorted(part.updates, key=lambda item: str(item.when or "")):
            date = str(update.when) if update.when is not None else NOT_STATED
            seen[date] = seen.get(date, 0) + 1
            lines += self._entry(self._update(part, update, date, seen[date]), 1)
        return lines

    def _update(self, part: DraftPart, update: DraftUpdate, date: str, count: int) -> Lines:
        lines = [f"about: {part.reference}", f"date: {date}", f"kind: {update.kind.value}"]
        if count > 1:
            lines.insert(1, f"key: part-{count}")
        if update.status is not None:
            lines.append(f"status: {update.status.value}")
        if update.as_published is not None:
            lines.append(f"status_as_published: {scalar(update.as_published)}")
        if update.texts:
            lines += self._texts("text", " ".join(piece.text for piece in update.texts), 0)
        if update.evidence:
            lines.append("evidence:")
            for piece in update.evidence:
                lines += self._entry(self._texts("title", piece.text, 0), 1)
        return lines

    def _texts(self, name: str, text: str, depth: int) -> Lines:
        return ["  " * depth + f"{name}:", *("  " * (depth + 1) + line for line in self._in_languages(text))]

    def _in_languages(self, text: str) -> Lines:
        others = [f"{code}: {NOT_TRANSLATED}" for code in self._locales[1:]]
        return [f"{self._locales[0]}: {scalar(text)}", *others]

    def _entry(self, lines: Lines, depth: int) -> Lines:
        """An entry of a list: its first line after “- ”."""
        start = "  " * depth
        return [f"{start}- {lines[0]}", *(f"{start}  {line}" for line in lines[1:])]


def _in_order(part: DraftPart) -> list[DraftPart]:
    return sorted(part.requirements.values(), key=lambda each: int(each.reference.partition(".")[2]))


def _letters(number: int) -> str:
    return ascii_lowercase[number] if number < len(ascii_lowercase) else f"z{number}"


def _comments(left: Sequence[Piece]) -> Lines:
    if not left:
        return []
    return [
        "",
        "# Not placed. Put each where it belongs, or delete it:",
        *(f"# {piece.position}: {_one_line(piece.source)}" for piece in left),
    ]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def take_out_unfit(draft: Draft, pieces: Iterable[Piece]) -> None:
    """Texts that may not stand in the plan lose their place, with the reason."""
    bad = {id(piece): reason for piece in pieces if piece.fate is Fate.PLACED and (reason := unfit(piece.text)) is not None}
    if not bad:
        return
    named = {piece.text for piece in pieces if id(piece) in bad}
    for part in _every(draft):
        for update in part.updates:
            update.texts = [piece for piece in update.texts if id(piece) not in bad]
            update.evidence = [piece for piece in update.evidence if id(piece) not in bad]
        part.updates = [update for update in part.updates if update.texts or update.status is not None]
        part.actions = [action for action in part.actions if id(action.piece) not in bad]
        part.asks = [text for text in part.asks if unfit(text) is None]
        part.title = part.title if part.title is None or unfit(part.title) is None else None
        for update in part.updates:
            update.as_published = update.as_published if update.as_published not in named else None
    draft.introduction = [piece for piece in draft.introduction if id(piece) not in bad]
    for piece in pieces:
        if id(piece) in bad:
            piece.fate = Fate.UNPLACED
            piece.places.clear()
            piece.doubt(bad[id(piece)])


def _every(draft: Draft) -> list[DraftPart]:
    return [each for part in draft.recommendations.values() for each in (part, *part.requirements.values())]
