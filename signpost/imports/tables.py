"""A table of the source -> records about parts whose numbers it names.

Columns get their roles from their headings. Where a heading and what stands below it disagree, the numbers decide, and
only when everything else then fits; what was decided is told. Must never give a cell a role that no heading gives it.
"""

from dataclasses import dataclass

from signpost.imports.labels import Label, Role, read_label
from signpost.imports.paper import Piece, Row, Table, distinct
from signpost.imports.phrases import NUMBERED, PART_NUMBER, read_bodies
from signpost.imports.records import Record

SEARCHED_FOR_HEADINGS = 3


@dataclass
class Headings:
    """The role of each column; None where it has none."""

    columns: list[Label | None]
    as_written: list[Label | None]
    """The roles by the place of their heading, before any was moved to where it belongs."""


@dataclass
class Numbered:
    """A record and the number of the part that it is about; None where the source names none."""

    record: Record
    reference: str | None


@dataclass
class Banner:
    """A text across the whole table between its rows."""

    piece: Piece


def part_number(text: str) -> str | None:
    """“7”, “7.1”, “Recommendation 7”, when the whole text is one. “7.01” is not: nobody knows which it means."""
    found = PART_NUMBER.fullmatch(text.strip())
    if found is None or found[1].startswith("0") or (found[2] or "1").startswith("0"):
        return None
    return f"{found[1]}.{found[2]}" if found[2] else found[1]


def read_table(table: Table, before: Headings | None) -> tuple[list[Numbered | Banner], Headings | None]:
    """What the rows say, and the headings, for a table that goes on without repeating them."""
    if is_label_value(table):
        return _label_values(table), before
    place = next((index for index, row in enumerate(table.rows[:SEARCHED_FOR_HEADINGS]) if is_heading(row)), None)
    if place is None:
        if before is None or len(before.columns) != len(table.rows[0]):
            for piece in (piece for row in table.rows for piece in distinct(row)):
                piece.doubt("in a table without headings that are known: left out")
            return [], before
        headings, body = before, table.rows
    else:
        headings, body = _heads(table.rows[place:])
    return _items(body, headings)


def _items(body: list[Row], headings: Headings) -> tuple[list[Numbered | Banner], Headings]:
    """What the rows below some headings say; other headings on the way hold from there on."""
    found: list[Numbered | Banner] = []
    for number, row in enumerate(body):
        if is_heading(row) and not _are_again(row, headings):
            new, rest = _heads(body[number:])
            more, new = _items(rest, new)
            return [*found, *more], new
        item = _row(row, body[:number], headings)
        if item is not None:
            found.append(item)
    return found, headings


def _heads(rows: list[Row]) -> tuple[Headings, list[Row]]:
    """The headings in the first row, or in the first two where the second says more exactly what the first is about."""
    below = rows[1] if len(rows) > 1 and is_heading(rows[1]) else None
    if below is None:
        return _headings(rows[0], rows[1:]), rows[1:]
    above = rows[0]
    for piece in distinct(above):
        if read_label(piece.text) is not None:
            piece.understood()
    return _headings([low if low is not None else high for low, high in zip(below, above, strict=True)], rows[2:]), rows[2:]


def _are_again(row: Row, headings: Headings) -> bool:
    """Whether a row repeats the headings, as on the next page."""
    known = [(index, label) for index, piece in enumerate(row) if piece is not None and (label := read_label(piece.text)) is not None]
    return all(index < len(headings.as_written) and label == headings.as_written[index] for index, label in known)


def is_heading(row: Row) -> bool:
    labels = [read_label(piece.text) for piece in distinct(row)]
    known = sum(label is not None for label in labels)
    return known >= 2 and known * 2 >= len(labels) and not any(part_number(piece.text) for piece in distinct(row))


def is_label_value(table: Table) -> bool:
    """Two columns, the left one mostly labels: “Force update: | …”."""
    rows = [distinct(row) for row in table.rows if distinct(row)]
    if any(len(row) > 2 for row in rows):
        return False
    labelled = sum(read_label(row[0].text) is not None for row in rows)
    first = rows[0] if rows else []
    both = len(first) == 2 and all(read_label(piece.text) is not None for piece in first)
    return labelled >= 2 and labelled * 5 >= len(rows) * 3 and not both


def _label_values(table: Table) -> list[Numbered | Banner]:
    """Each row with the number of a part starts a new block."""
    found: list[Numbered | Banner] = []
    current = Numbered(Record(), None)
    for row in table.rows:
        pieces = distinct(row)
        label = read_label(pieces[0].text) if pieces else None
        if label is None:
            for piece in pieces:
                piece.doubt("beside no label that is known: left out")
            continue
        pieces[0].understood()
        if len(pieces) == 1:
            continue
        number = part_number(pieces[1].text) if label.role in {Role.NUMBER, Role.RECOMMENDATION, Role.REQUIREMENT} else None
        if number is not None:
            current = Numbered(Record(), number)
            found.append(current)
            pieces[1].put(f"number {number}")
        else:
            if not found:
                found.append(current)
            current.record.values.append((label, pieces[1]))
    return found


def _headings(row: Row, body: list[Row]) -> Headings:
    columns: list[Label | None] = []
    for piece in row:
        label = read_label(piece.text) if piece is not None else None
        columns.append(label)
        if piece is not None and label is not None:
            piece.understood()
        elif piece is not None:
            piece.doubt("not a heading that is known: its column is left out")
    as_written = list(columns)
    body = [below for below in body if not is_heading(below)]
    numbers = [index for index in range(len(row)) if _is_numbers(body, index)]
    for index in numbers:
        label = columns[index]
        if label is not None and label.role is Role.NUMBER:
            continue
        _give_number(columns, row, index, body)
    return Headings(columns, as_written)


def _give_number(columns: list[Label | None], row: Row, index: int, body: list[Row]) -> None:
    """A column of numbers under another heading or none. Its heading belongs one column to the right, if that leaves no gap."""
    heading = row[index]
    said = next((piece for below in body if (piece := below[index]) is not None), None)
    spans = heading is not None and index + 1 < len(row) and row[index + 1] is heading
    empty = [place for place in range(index + 1, len(row)) if row[place] is None]
    if heading is not None and not spans:
        if len(empty) != 1 or empty[0] not in {index + 1, len(row) - 1}:
            return
        # Up to the one column without a heading, each heading belongs to the column on its right.
        columns[index + 1 : empty[0] + 1] = columns[index : empty[0]]
        if said is not None:
            said.doubt("the headings stand one column too far left from here on: read as moved to the right, check")
    elif said is not None and heading is None:
        said.doubt("the column of numbers has no heading")
    columns[index] = Label(Role.NUMBER)


def _is_numbers(body: list[Row], index: int) -> bool:
    """Rows that broke in two (a requirement's number where other rows have a recommendation's) say nothing of columns."""
    first = [part_number(row[0].text) or "" if row[0] is not None else "" for row in body]
    whole = [row for row, number in zip(body, first, strict=True) if "." not in number]
    pieces = [piece for row in whole or body if len(distinct(row)) > 1 and (piece := row[index]) is not None]
    return bool(pieces) and all(part_number(piece.text) is not None for piece in pieces)


def _row(row: Row, above: list[Row], headings: Headings) -> Numbered | Banner | None:
    pieces = distinct(row)
    if not pieces:
        return None
    if len(pieces) == 1 and len(row) > 2 and not (above and any(pieces[0] is cell for cell in above[-1])):
        number = part_number(pieces[0].text)
        if number is None:
            return Banner(pieces[0])
        pieces[0].put(f"number {number}")
        return Numbered(Record(), number)
    if is_heading(row):  # the headings again, on the next page
        for piece in pieces:
            piece.understood()
        return None
    labelled = _broken(row, above, headings)
    if labelled is None and above and any(_is_whole(other) for other in above) and _is_torn(row, headings):
        for piece in pieces:
            piece.doubt("the cells of this row do not stand under their headings: left out")
        return None
    record, reference = _record(labelled or _labelled(row, headings), pieces)
    for piece in pieces:
        piece.about = int(reference.partition(".")[0]) if reference is not None else None
    return Numbered(record, reference)


def _record(labelled: list[tuple[Label, Piece]], pieces: list[Piece]) -> tuple[Record, str | None]:
    """The values of a row, and the one part that its numbers name."""
    record = Record()
    numbers: list[tuple[str, Piece]] = []
    for label, piece in labelled:
        number = part_number(piece.text) if label.role in {Role.NUMBER, Role.REQUIREMENT, Role.RECOMMENDATION} else None
        leading = NUMBERED.fullmatch(piece.text) if label.role is Role.REQUIREMENT else None
        if number is not None:
            numbers.append((number, piece))
        elif label.role is Role.NUMBER:
            piece.doubt("not the number of a part: left out")
        else:
            record.values.append((label, piece))
            if leading is not None:
                numbers.append((leading[1], piece))
    return record, _agreed(numbers, pieces)


def _is_whole(row: Row) -> bool:
    """Whether a row starts with a recommendation's number, without a point."""
    first = next(iter(distinct(row)), None)
    return first is not None and (part_number(first.text) or ".").isdigit()


def _labelled(row: Row, headings: Headings) -> list[tuple[Label, Piece]]:
    """Each piece once. A piece that reaches into columns of two roles has none."""
    found: list[tuple[Label, Piece]] = []
    for piece in distinct(row):
        labels = [headings.columns[index] for index, cell in enumerate(row) if cell is piece and index < len(headings.columns)]
        named = {label for label in labels if label is not None}
        if len(named) == 1:
            found.append((named.pop(), piece))
        elif not named:
            piece.doubt("under no heading that is known: left out")
        else:
            piece.doubt("merged across columns of different kinds: left out")
    return found


def _agreed(numbers: list[tuple[str, Piece]], pieces: list[Piece]) -> str | None:
    """The one part that the numbers of a row name: 7 and 7.1 agree, 7 and 10.1 do not."""
    exact = {number for number, _ in numbers if "." in number}
    whole = {number.partition(".")[0] for number, _ in numbers}
    if not numbers:
        return None
    if len(exact) > 1 or len(whole) > 1:
        for piece in pieces:
            piece.doubt(f"the row names several parts ({', '.join(number for number, _ in numbers)}): left out")
        return None
    for number, piece in numbers:
        piece.put(f"number {number}")
    return exact.pop() if exact else whole.pop()


def _broken(row: Row, above: list[Row], headings: Headings) -> list[tuple[Label, Piece]] | None:
    """A row that was torn off the one above it: its cells stand too far left. None for every other row.

    Above stand only a recommendation's number and text; here follow its requirement's number and one cell for each
    column from the requirements on, a body that owns it among them. Anything less is not taken for a torn row.
    """
    filled = [(index, piece) for index, piece in enumerate(row) if piece is not None]
    torn_from = [piece for piece in above[-1] if piece is not None] if above else []
    number = part_number(filled[0][1].text) if filled else None
    if len(torn_from) != 2 or number is None or number.partition(".")[0] != part_number(torn_from[0].text) or "." not in number:
        return None
    columns = [label for label in headings.columns if label is not None and label.role is not Role.NUMBER]
    start = next((place for place, label in enumerate(columns) if label.role is Role.REQUIREMENT), len(columns))
    labelled = list(zip(columns[start:], (piece for _, piece in filled[1:]), strict=False))
    is_run = [index for index, _ in filled] == list(range(filled[0][0], filled[0][0] + len(filled)))
    owned = any(label.role is Role.OWNER and read_bodies(piece.text) for label, piece in labelled)
    if not is_run or not owned or len(labelled) != len(columns) - start or len(labelled) != len(filled) - 1:
        return None
    filled[0][1].doubt("the row was torn off the one above it and stands too far left: read as moved to the right, check")
    return [(Label(Role.NUMBER), filled[0][1]), *labelled]


def _is_torn(row: Row, headings: Headings) -> bool:
    """A requirement's number where other rows have a recommendation's, with cells missing at the end: do not trust its columns."""
    roles = [label.role if label is not None else None for label in headings.columns]
    filled = [index for index, piece in enumerate(row) if piece is not None]
    if Role.REQUIREMENT not in roles or Role.RECOMMENDATION not in roles or not filled:
        return False
    first = row[filled[0]]
    last = max(index for index, role in enumerate(roles) if role is not None)
    return first is not None and filled[0] < roles.index(Role.REQUIREMENT) and "." in (part_number(first.text) or "") and filled[-1] < last
