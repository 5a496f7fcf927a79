"""A CSV file -> Paper. Must never guess an encoding: UTF-8, or UTF-16 with its mark."""

import csv
import io
from pathlib import Path

from signpost.imports.paper import Paper, Row, blocks_of_grid, piece


def read_csv(path: Path) -> Paper:
    """Raises UnicodeDecodeError for other encodings."""
    raw = path.read_bytes()
    text = raw.decode("utf-16") if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else raw.decode("utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    rows: list[Row] = []
    for number, cells in enumerate(reader, start=1):
        rows.append([piece(cell, f"row {number}, column {column}") for column, cell in enumerate(cells, start=1)])
    return Paper(list(blocks_of_grid(rows)))


def _delimiter(text: str) -> str:
    """The sign of the three that splits the most rows; a comma when none does."""
    lines = text.split("\n")[:50]
    return max((",", ";", "\t"), key=lambda sign: (sum(sign in line for line in lines), text.count(sign), sign == ","))
