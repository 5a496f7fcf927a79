"""The rows of a table, as they stand in the file: the parser drops a cell too many, and adds one that is missing.

Must never let words of an editor's go without a sentence.
"""

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from signpost.markdown.gathered import Gathered, line_of


def check_rows(table: Token, gathered: Gathered) -> None:
    """Each row has as many cells as the table has columns. `table` is the token that opens it."""
    first, last = table.map or (0, 0)
    lines = gathered.prose.text.split("\n")[first:last]
    columns = _cells(lines[0]) if lines else 0
    for number, line in enumerate(lines[2:], start=line_of(table, gathered) + 2):
        cells = _cells(line)
        if "|" in line and cells != columns:
            message = (
                f"This row has {_counted(cells)}, and the table has {columns} columns. Give each row as many; a cell may be empty: | |."
            )
            gathered.wrong(number, message, "table")


def no_table(block: Token, gathered: Gathered) -> tuple[int, str]:
    """Where a “:::table” block holds no table: the line and what to write."""
    first, last = block.map or (0, 0)
    lines = gathered.prose.text.split("\n")
    rows = [number for number in range(first + 1, min(last + 1, len(lines))) if lines[number].lstrip().startswith("|")]
    if not rows:
        return line_of(block, gathered), "There is no table in this “:::table” block. Write one, or use another block."
    dashes = "| --- " * _cells(lines[rows[0]]) + "|"
    below = rows[0] + 1 + gathered.prose.first_line
    return below, f"The line below a table's headers has dashes for each column. Write “{dashes}” here."


def _cells(line: str) -> int:
    """Cells of one row, counted as the parser does: the outer bars do not count, nor those after a backslash."""
    parts = escapedSplit(line.strip())
    inner = parts[1 if parts and not parts[0] else 0 : -1 if len(parts) > 1 and not parts[-1] else None]
    return len(inner)


def _counted(cells: int) -> str:
    return "1 cell" if cells == 1 else f"{cells} cells"
