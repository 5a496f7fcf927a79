"""A Word document (.docx) -> Paper. Text in merged cells, tracked insertions and content controls is read as shown.

Must never read text that somebody has deleted with “track changes”.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from signpost.imports.paper import Block, Line, Paper, Piece, Row, Table, piece

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{_W}del", f"{_W}moveFrom", _FALLBACK}


def read_word(path: Path) -> Paper:
    import docx  # optional package: asked for only when a Word file is read

    document = docx.Document(str(path))
    return Paper(list(_Reader(document).blocks()), list(_notes(document)))


def _notes(document: Any) -> Iterator[Piece]:
    """Footnotes and endnotes; those of the separating line have no text."""
    from docx.oxml import parse_xml  # optional package: without entities, so that a file cannot make it read others

    for kind in ("footnote", "endnote"):
        for part in document.part.package.iter_parts():
            if str(part.partname).endswith(f"/{kind}s.xml"):
                for number, note in enumerate(parse_xml(part.blob).iter(f"{_W}{kind}")):
                    found = piece(_text(note), f"{kind} {number}")
                    if found is not None:
                        found.doubt("a note below the text: left out; write it where it belongs")
                        yield found


class _Reader:
    def __init__(self, document: Any) -> None:
        self._document = document
        self._names = {style.style_id: style.name or "" for style in document.styles}
        self._paragraphs = 0
        self._tables = 0

    def blocks(self) -> Iterator[Block]:
        yield from self._inside(self._document.element.body)

    def _inside(self, parent: Any) -> Iterator[Block]:
        for element in parent:
            if element.tag == f"{_W}p":
                line = self._line(element)
                if line is not None:
                    yield line
            elif element.tag == f"{_W}tbl":
                self._tables += 1
                yield _table(element, f"table {self._tables}")
            elif element.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
                yield from self._inside(element)

    def _line(self, element: Any) -> Line | None:
        self._paragraphs += 1
        found = piece(_text(element), f"paragraph {self._paragraphs}")
        if found is None:
            return None
        style = element.find(f"{_W}pPr/{_W}pStyle")
        name = self._names.get(style.get(f"{_W}val"), "") if style is not None else ""
        level = 1 if name == "Title" else int(name[8:]) if name.startswith("Heading ") and name[8:].isdigit() else 0
        listed = name.startswith("List") or element.find(f"{_W}pPr/{_W}numPr") is not None
        return Line(found, level, listed)


def _text(element: Any) -> str:
    """The visible text below an element, in order."""
    pieces: list[str] = []
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"}:
            pieces.append(" ")
        elif child.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        else:
            pieces.append(_text(child))
            if child.tag == f"{_W}p":
                pieces.append(" ")
    return "".join(pieces)


def _table(table: Any, name: str) -> Table:
    """Cells that continue a merged cell (vMerge, gridSpan) are the same piece as the cell that starts it."""
    rows: list[Row] = []
    for number, element in enumerate(_rows(table), start=1):
        row: Row = []
        row += [None] * _number(element.find(f"{_W}trPr/{_W}gridBefore"))
        for cell in _cells(element):
            span = max(1, _number(cell.find(f"{_W}tcPr/{_W}gridSpan")))
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            above = rows[-1][len(row)] if rows and len(row) < len(rows[-1]) else None
            continues = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
            shown: Piece | None = above if continues else piece(_text(cell), f"{name}, row {number}, column {len(row) + 1}")
            row += [shown] * span
        rows.append(row)
    width = max((len(row) for row in rows), default=0)
    return Table([[*row, *([None] * (width - len(row)))] for row in rows])


def _rows(table: Any) -> Iterator[Any]:
    for element in table:
        if element.tag == f"{_W}tr":
            yield element
        elif element.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            yield from _rows(element)


def _cells(row: Any) -> Iterator[Any]:
    for element in row:
        if element.tag == f"{_W}tc":
            yield element
        elif element.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml"}:
            yield from _cells(element)


def _number(element: Any) -> int:
    value = element.get(f"{_W}val", "0") if element is not None else "0"
    return int(value) if value.isdigit() else 0
