"""Paper -> Draft: headings, paragraphs and tables in their order, and what each is about.

A text belongs to the recommendation that was named last, under the label that was named last. Must never carry a
label past the next heading, and never number what the source does not number.
"""

import re

from signpost.imports import phrases
from signpost.imports.draft import Draft
from signpost.imports.labels import RUNNING, Label, Role, read_label
from signpost.imports.paper import Line, Paper, Piece, Table, trimmed
from signpost.imports.records import MOST_TITLE, Record, place_record
from signpost.imports.tables import Banner, Headings, Numbered, read_table

_TITLED = re.compile(r"(?P<title>\S.*?)\s*\((?:recommendation|rec\.?)\s*(?:no\.?\s*)?(?P<number>\d{1,3})\)\s*:?", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:recommendation|rec\.?)\s*(?:no\.?\s*|number\s*)?(?P<number>\d{1,3})\b(?!\.\d)\s*[:.–-]?\s*(?P<title>.*)", re.IGNORECASE
)
_POINT = re.compile(
    r"(?P<word>(?:sub[\s-]*)?(?:requirement|recommendation|rec\.?|point)\s*(?:no\.?\s*|number\s*)?)?(?P<number>\d{1,3}\.\d{1,3})(?:\s*[:.–-]\s*(?P<text>\S.*)|[:.])?",
    re.IGNORECASE,
)
"""“Requirement 7.1”, “Recommendation 7.1: Staff use it.”; the number alone counts as a heading only."""
_VALUE = re.compile(r"([^:]{3,60}):\s+(\S.*)")
_ENTRY = re.compile(r"(?:\(?\d{1,2}[.)]|[•·▪*-])\s+(?!\d)(\S.*)")
_ASK = re.compile(r"by\s+(?:the\s+end\s+of\s+)?\d{1,2}", re.IGNORECASE)
MOST_HEADING_WORDS = 8
_BANNER = re.compile(r"\bcookies?\b|javascript|escape key|leave this site|skip to", re.IGNORECASE)


class Reading:
    """Walks through a paper once."""

    def __init__(self) -> None:
        self.draft = Draft()
        self._reference: str | None = None
        self._level = 0
        """That of the heading which named the recommendation; 0 where it was no heading."""
        self._label: Label | None = None
        self._record = Record(running=True)
        self._waiting: list[Line] = []
        """Lines that have no place yet: a table below may be about them."""
        self._headings: Headings | None = None
        self._started = False

    def read(self, paper: Paper) -> Draft:
        for block in paper.blocks:
            if isinstance(block, Line):
                self._line(block)
            elif block.rows and block.rows[0]:
                self._table(Table(trimmed(block.rows)))
        self._close()
        self._started = True
        self._settle()
        return self.draft

    # Lines

    def _line(self, line: Line) -> None:
        text = line.piece.text
        titled = _TITLED.fullmatch(text) if len(text) <= MOST_TITLE + 30 else None
        named = _NAMED.fullmatch(text)
        if titled or (named and (line.level or len(named["title"]) <= MOST_TITLE or _ASK.match(named["title"]))):
            self._recommendation(line.piece, (titled or named)["number"], (titled or named)["title"])  # type: ignore[index]
            self._level = line.level
        elif (point := _POINT.fullmatch(text)) is not None and (point["word"] or (line.level and not point["text"])):
            self._point(line.piece, point["number"], point["text"])
        elif (label := read_label(text)) is not None and label.role in RUNNING and not line.listed:
            self._start(label, line.piece)
        elif self._value(line.piece):
            return
        elif self._reference is not None and (numbered := phrases.NUMBERED.fullmatch(text)):
            self._requirement(line.piece, numbered[1], numbered[2])
        elif self._reference is not None and self._label is not None and not line.level:
            self._record.values.append((self._label, _entry(line.piece)))
        else:
            self._close()
            if 0 < line.level <= self._level:  # another section has begun: what follows is about something else
                self._reference = None
            self._waiting.append(line)

    def _point(self, piece: Piece, number: str, text: str | None) -> None:
        """A heading that names a requirement: what follows is about it."""
        self._close()
        self._begin()
        self._reference = number
        part = self.draft.part(number)
        piece.put(f"number {number}")
        if text:
            part.asks.append(text)
            piece.put(part.place("asks"))

    def _recommendation(self, piece: Piece, number: str, title: str) -> None:
        self._close()
        self._begin()
        self._reference = str(int(number))
        part = self.draft.part(self._reference)
        piece.put(f"number {self._reference}")
        if not title:
            return
        if _ASK.match(title) or len(title) > MOST_TITLE:
            part.asks.append(title)
            part.due = part.due or phrases.due_in(title)
            piece.put(part.place("asks"))
        else:
            part.title = title
            piece.put(part.place("title"))

    def _requirement(self, piece: Piece, number: str, text: str) -> None:
        """“7.1 …” under a heading that asks, or alone, is the report's requirement; under an answer it is the answer to it."""
        label = self._label
        if number.partition(".")[0] != (self._reference or "").partition(".")[0]:
            piece.doubt(f"{number} is not a part of recommendation {self._reference}: left out")
            return
        self._close(keep_label=True)
        self._reference = number
        part = self.draft.part(number)
        if label is None or label.role in {Role.REQUIREMENT, Role.RECOMMENDATION}:
            part.asks.append(text)
            piece.put(part.place("asks"))
        else:
            piece.put(f"number {number}")
            piece.text = text
            self._record.values.append((label, piece))

    def _start(self, label: Label, piece: Piece) -> None:
        piece.understood()
        self._close(keep_record=True)
        self._label = label

    def _value(self, piece: Piece) -> bool:
        """“Status: Complete” on one line."""
        found = _VALUE.fullmatch(piece.text)
        label = read_label(found[1]) if found is not None else None
        if found is None or label is None:
            return False
        if label.role is Role.EXECUTIVE_LEAD and self.draft.executive_lead is None:
            self.draft.executive_lead = found[2]
            piece.put("plan.yml: executive_lead")
        elif label.role is Role.OPERATIONAL_LEAD and self.draft.operational_lead is None:
            self.draft.operational_lead = found[2]
            piece.put("plan.yml: operational_lead")
        elif self._reference is not None and label.role not in {Role.NUMBER, Role.EXECUTIVE_LEAD, Role.OPERATIONAL_LEAD}:
            piece.text = found[2] if label.role is not Role.ACTION else piece.text
            self._record.values.append((label, piece))
            self._label = label
        else:
            return False
        return True

    def _close(self, keep_label: bool = False, keep_record: bool = False) -> None:
        """The end of what was said about one part."""
        if not keep_record:
            if self._reference is not None and self._record.values:
                _list_without_numbers(self._record)
                place_record(self._record, self._reference, self.draft)
            self._record = Record(running=True)
        if not keep_label:
            self._label = None

    # Tables

    def _table(self, table: Table) -> None:
        self._close()
        context = self._reference
        items, self._headings = read_table(table, self._headings)
        numbered = [item for item in items if isinstance(item, Numbered)]
        self._asked_above(numbered)
        if any(item.reference for item in numbered):
            self._begin()
        separate = _recommendations_with_several_texts(numbered)
        for item in items:
            if isinstance(item, Banner):
                self._waiting.append(Line(item.piece))
                self._asked_above([other for other in numbered if other is _next(items, item)])
            else:
                self._place(item, context, separate)
        if any(item.reference for item in numbered):
            self._reference = None

    def _place(self, item: Numbered, context: str | None, separate: set[str]) -> None:
        reference = item.reference or context
        if reference is None:
            for _, piece in item.record.values:
                piece.doubt("no number of a recommendation or requirement stands with this: left out")
            return
        place_record(item.record, reference, self.draft, asks_are_requirements=reference.partition(".")[0] in separate)

    def _asked_above(self, numbered: list[Numbered]) -> None:
        """A sentence right above a table about one recommendation, which asks for something by a date, is what it asks."""
        whole = {item.reference.partition(".")[0] for item in numbered if item.reference}
        last = self._waiting[-1] if self._waiting else None
        has_own = any(label.role is Role.RECOMMENDATION for item in numbered for label, _ in item.record.values)
        if (
            last is None
            or len(whole) != 1
            or has_own
            or not (_ASK.match(last.piece.text) or (last.level and last.piece.words > MOST_HEADING_WORDS))
        ):
            return
        self._waiting.pop()
        part = self.draft.part(whole.pop())
        if not part.asks:
            part.asks.append(last.piece.text)
            part.due = part.due or phrases.due_in(last.piece.text)
            last.piece.put(part.place("asks"))

    # What stands before the plan, and what has no place

    def _begin(self) -> None:
        """The first part has been found: what stood before it introduces the plan. Later it has no place."""
        if self._started:
            self._settle()
            return
        self._started = True
        for line in self._waiting:
            self._introduce(line)
        self._waiting.clear()

    def _introduce(self, line: Line) -> None:
        if line.level == 1 and self.draft.title is None and len(line.piece.text) <= MOST_TITLE:
            self.draft.title = line.piece
            line.piece.put("plan.yml: title")
        elif line.level or _BANNER.search(line.piece.text):
            line.piece.doubt("a heading or a notice of the page, no part of the plan: left out")
        else:
            self.draft.introduction.append(line.piece)
            line.piece.put("plan.yml: introduction")

    def _settle(self) -> None:
        for line in self._waiting:
            line.piece.doubt("not under a recommendation or a label that is known: left out")
        self._waiting.clear()


def _entry(piece: Piece) -> Piece:
    """Without the number or sign of a list."""
    found = _ENTRY.fullmatch(piece.text)
    if found is not None:
        piece.text = found[1]
    return piece


def _next(items: list[Numbered | Banner], item: Banner) -> Numbered | None:
    rest = items[items.index(item) + 1 :]
    return next((other for other in rest if isinstance(other, Numbered)), None)


def _list_without_numbers(record: Record) -> None:
    asks = record.of(Role.RECOMMENDATION) + record.of(Role.REQUIREMENT)
    if len(asks) > 1:
        asks[0][1].doubt("several points without the report's numbers: kept as one text, not numbered 1, 2, 3")


def _recommendations_with_several_texts(numbered: list[Numbered]) -> set[str]:
    """Recommendations whose column gives each requirement a text of its own: those texts are the requirements'."""
    texts: dict[str, set[str]] = {}
    for item in numbered:
        if item.reference is not None and not item.record.of(Role.REQUIREMENT):
            found = texts.setdefault(item.reference.partition(".")[0], set())
            found.update(piece.text for _, piece in item.record.of(Role.RECOMMENDATION))
    return {number for number, found in texts.items() if len(found) > 1}
