"""A workbook (.xlsx) -> Paper. Must never run a formula: what was last shown is what is read."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

from signpost.imports.paper import Block, Paper, Piece, Row, blocks_of_grid, piece

MOST_ROWS, MOST_COLUMNS = 20_000, 200


def read_excel(path: Path) -> Paper:
    import openpyxl  # optional package: asked for only when a workbook is read

    workbook = openpyxl.load_workbook(str(path), data_only=True)
    blocks: list[Block] = []
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            blocks += blocks_of_grid(_rows(sheet))
    return Paper(blocks)


def _rows(sheet: Any) -> list[Row]:
    origin: dict[tuple[int, int], tuple[int, int]] = {}
    for merged in sheet.merged_cells.ranges:
        for down in range(merged.min_row, merged.max_row + 1):
            for across in range(merged.min_col, merged.max_col + 1):
                origin[down, across] = (merged.min_row, merged.min_col)
    pieces: dict[tuple[int, int], Piece | None] = {}
    rows: list[Row] = []
    for cells in sheet.iter_rows(max_row=min(sheet.max_row, MOST_ROWS), max_col=min(sheet.max_column, MOST_COLUMNS)):
        row: Row = []
        for cell in cells:
            place = origin.get((cell.row, cell.column), (cell.row, cell.column))
            if place not in pieces:
                pieces[place] = piece(_shown(cell.value, cell.number_format), f"sheet {sheet.title}, cell {cell.coordinate}")
            row.append(pieces[place])
        rows.append(row)
    return rows


def _shown(value: object, form: str) -> str:
    """What a reader of the workbook sees in the cell."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return _date(value, form)
    if isinstance(value, float):
        return _number(value, form)
    return str(value)


def _date(value: datetime | date, form: str) -> str:
    """As exactly as the cell shows it: a day, a month, or a year only. `form` is as in “[$-809]d mmmm yyyy”."""
    shown = re.sub(r'\[[^\]]*\]|"[^"]*"|\\.', " ", form.lower())
    if "d" in shown:
        return f"{value:%Y-%m-%d}"
    return f"{value:%Y-%m}" if "m" in shown and "y" in shown else f"{value:%Y}" if "y" in shown else f"{value:%H:%M}"


def _number(value: float, form: str) -> str:
    """“7.10” kept as a number is 7.1 with the format 0.00: what was shown counts."""
    places = form.partition(".")[2]
    if places and set(places) == {"0"}:
        return f"{value:.{len(places)}f}"
    return str(int(value)) if value.is_integer() else repr(value)
