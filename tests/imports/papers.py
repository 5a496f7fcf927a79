"""Plans as forces publish them, in six layouts, as data; and the same data written as Word, Excel, CSV and web files.

The wording is our own. The oddities are real ones: a misspelt heading, a row that broke in two, headings one column too
far left, a date in a heading, mixed forms of dates.
"""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import docx
import openpyxl

ACROSS, UP = "→", "↑"
"""A cell that continues the one to its left, or the one above."""


@dataclass(frozen=True)
class Text:
    words: str
    level: int = 0
    listed: bool = False


@dataclass(frozen=True)
class Grid:
    rows: tuple[tuple[str, ...], ...]


Layout = Sequence[Text | Grid]

SEARCHABLE = "make stalking that is not the main crime on a record easy to record and to find."

LABEL_VALUE: Layout = (
    Text("Operational lead: Head of Public Protection"),
    Text(f"By 27 March 2025, {SEARCHABLE}", 2),
    Grid(
        (
            ("Recommendation:", "7.1"),
            ("Evidence requirements of progress:", "Staff use the recording feature as intended."),
            ("Recommendation owner:", "Chief constables"),
            ("Force update:", "The records system already finds crimes that are listed second. A sample is checked each month."),
            ("Date:", "Nov-24"),
            ("Status:", "Action complete"),
            ("Supporting documents:", "None"),
        )
    ),
    Grid(
        (
            ("Recommendation:", "7.2"),
            ("Evidence requirements of progress:", "Use a stopgap until the system is changed."),
            ("Recommendation owner:", "Chief constables"),
            ("Force update:", "Officers add an intelligence report to each record."),
            ("Date:", "Mar-25"),
            ("Status:", "Ongoing"),
            ("Supporting documents:", "Guidance note 4"),
        )
    ),
)

WIDE_BROKEN: Layout = (
    Text("Strategic / Executive Lead: Head of Crime"),
    Grid(
        (
            ("Rec No.", "Recomendation", "Sub recommendation/", "Rec. Owner", "Initial action plan response", "March 2026 update", ""),
            (
                "7", f"By 27/03/25, {SEARCHABLE}", "7.1", "Staff use the feature.", "Chief Constables",
                "Needs a change to a records system that we share. March 2026 at the earliest.",
                "Still waiting on the shared system; no date can be given.",
            ),
            ("10", "By 27/03/25, review the training on stalking.", "", "", "", "", ""),
            (
                "10.1", "Training meets the national outcomes.", "Chief Constables",
                "The package was rolled out from January 2025.", "Done; a refresher is given each April.", "", "",
            ),
        )
    ),
)  # fmt: skip

WIDE_TORN: Layout = (
    Text("Strategic / Executive Lead: Head of Crime"),
    Grid(
        (
            WIDE_BROKEN[1].rows[0],  # type: ignore[union-attr]
            ("7", f"By 27/03/25, {SEARCHABLE}", "", "", "", "", ""),
            (*WIDE_BROKEN[1].rows[1][2:], "", ""),  # type: ignore[union-attr]
            *WIDE_BROKEN[1].rows[2:],  # type: ignore[union-attr]
        )
    ),
)

WIDE_MERGED: Layout = (
    Text("Strategic / Executive Lead: Head of Crime"),
    Grid(
        (
            ("Rec No.", "Recomendation", "Sub recommendation/", ACROSS, "Rec. Owner", "Initial action plan response", "March 2026 update"),
            (
                "7", f"By 27/03/25, {SEARCHABLE}", "7.1", "Staff use the feature.", "Chief Constables",
                "Needs a change to a records system that we share. March 2026 at the earliest.",
                "Still waiting on the shared system; no date can be given.",
            ),
            (UP, UP, "7.2", "Use a stopgap until then.", "Chief Constables", "Officers add a report that can be searched.", "No change."),
            (
                "10", "By 27/03/25, review the training on stalking.", "10.1", "Training meets the national outcomes.", "Chief Constables",
                "The package was rolled out from January 2025.", "Done; a refresher is given each April.",
            ),
        )
    ),
)  # fmt: skip

THREE_COLUMNS: Layout = (
    Grid(
        (
            ("No.", "Recommendation", "Initial Constabulary Response 21st November 2024"),
            ("7", f"By 27 March 2025, {SEARCHABLE}", "We accept this. We partially comply: training is done, the system change is not."),
            ("10", "By 27 March 2025, review the training on stalking.", "We accept this. We comply with most of it."),
            ("16", "With the commissioner, review the support that is paid for.", "We do not accept this as worded."),
        )
    ),
)

_TEMPLATE = ("Recommendation number", "Evidence requirements of progress/completion", "Force update", "Status")
TEMPLATE: Layout = (
    Text("The force uses the national framework."),
    Text(f"By 27 March 2025, {SEARCHABLE}"),
    Grid(
        (
            _TEMPLATE,
            ("7.1", "Staff use the feature.", "Samples show that nine in ten records are right.", "Complete"),
            ("7.2", "Use a stopgap meanwhile.", "Not needed.", "N/A"),
        )
    ),
    Text("By 27 March 2025, review the training on stalking."),
    Grid((_TEMPLATE, ("10.1", "Meets the national outcomes.", "", "In progress"))),
)

HEADINGS: Layout = (
    Text("Crime recording (recommendation 7)", 2),
    Text("Recommendation received", 3),
    Text(f"M{SEARCHABLE[1:]}", listed=True),
    Text("Use a stopgap meanwhile.", listed=True),
    Text("Our current process", 3),
    Text("The counting rule changed on 1 June 2023 and we follow it."),
    Text("Changes we will make", 3),
    Text("We will add a search screen by summer 2025."),
    Text("Training (recommendation 10)", 2),
    Text("Recommendation received", 3),
    Text("Review the training on stalking.", listed=True),
    Text("Our current process", 3),
    Text("All new recruits meet a stalking advocate."),
    Text("Changes we will make", 3),
    Text("None."),
)

UNHEADED_SHIFTED: Layout = (
    Grid(
        (
            ("Recommendation:", "Force Update:", "Action", ""),
            (
                f"By 27 March 2025 {SEARCHABLE}", "7.1", "Recording is good. One unit checks every report.",
                "ACTION: The crime registrar will test a sample by June.",
            ),
            ("By 27 March 2025 review the training on stalking.", "10.1", "A course of two days.", "ACTION: none"),
        )
    ),
)  # fmt: skip

UNHEADED: Layout = (
    Grid(
        (
            ("Recommendation:", "", "Force Update:", "Action"),
            *UNHEADED_SHIFTED[0].rows[1:],  # type: ignore[union-attr]
        )
    ),
)

LAYOUTS: dict[str, Layout] = {
    "label-value": LABEL_VALUE,
    "wide-broken": WIDE_BROKEN,
    "wide-torn": WIDE_TORN,
    "wide-merged": WIDE_MERGED,
    "three-columns": THREE_COLUMNS,
    "template": TEMPLATE,
    "headings": HEADINGS,
    "unheaded-shifted": UNHEADED_SHIFTED,
    "unheaded": UNHEADED,
}


def word(layout: Layout, path: Path) -> None:
    document = docx.Document()
    for block in layout:
        if isinstance(block, Text):
            style = f"Heading {block.level}" if block.level else "List Number" if block.listed else None
            document.add_paragraph(block.words, style=style)
        else:
            _word_table(document, block)
    document.save(str(path))


def _word_table(document: Any, grid: Grid) -> None:
    table = document.add_table(len(grid.rows), len(grid.rows[0]))
    for down, row in enumerate(grid.rows):
        for across, words in enumerate(row):
            cell = table.cell(down, across)
            if words == ACROSS:
                table.cell(down, across - 1).merge(cell)
            elif words == UP:
                table.cell(down - 1, across).merge(cell)
            else:
                cell.text = words


def excel(layout: Layout, path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    place = 1
    for block in layout:
        rows = ((block.words,),) if isinstance(block, Text) else block.rows
        for row in rows:
            for across, words in enumerate(row, start=1):
                if words == ACROSS:
                    sheet.merge_cells(start_row=place, end_row=place, start_column=across - 1, end_column=across)
                elif words == UP:
                    sheet.merge_cells(start_row=place - 1, end_row=place, start_column=across, end_column=across)
                elif words:
                    sheet.cell(place, across, words)
            place += 1
        place += isinstance(block, Grid)
    workbook.save(str(path))


def comma_separated(layout: Layout, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        for block in layout:
            rows = ((block.words,),) if isinstance(block, Text) else block.rows
            for row in rows:
                writer.writerow("" if words in {ACROSS, UP} else words for words in row)
            if isinstance(block, Grid):
                writer.writerow([])


_BEFORE = """<!DOCTYPE html><html lang="en"><head><title>Stalking action plan</title><script>var a = "7.1";</script></head><body>
<div id="cookie-banner"><p>We use some essential cookies to make our website work.</p></div>
<header><a href="/">The force</a></header><nav><ul><li>About us</li></ul></nav><main>"""
_AFTER = "</main><footer><p>Copyright of the force</p></footer></body></html>"


def web_page(layout: Layout, path: Path) -> None:
    pieces = [_BEFORE]
    for block in layout:
        if isinstance(block, Text):
            name = f"h{block.level}" if block.level else "li" if block.listed else "p"
            inside = f"<{name}>{escape(block.words)}</{name}>"
            pieces.append(f"<ol>{inside}</ol>" if block.listed else inside)
        else:
            pieces.append(_web_table(block))
    path.write_text("\n".join([*pieces, _AFTER]), encoding="utf-8")


def _web_table(grid: Grid) -> str:
    rows = []
    for down, row in enumerate(grid.rows):
        cells = []
        for across, words in enumerate(row):
            if words in {ACROSS, UP}:
                continue
            beside = _run([item == ACROSS for item in row[across + 1 :]])
            below = _run([len(item) > across and item[across] == UP for item in grid.rows[down + 1 :]])
            cells.append(f'<td colspan="{beside}" rowspan="{below}">{escape(words)}</td>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(rows)}</table>"


def _run(flags: Sequence[bool]) -> int:
    return next((count for count, flag in enumerate(flags, start=1) if not flag), len(flags) + 1)


WRITERS: dict[str, Callable[[Layout, Path], None]] = {".docx": word, ".xlsx": excel, ".csv": comma_separated, ".html": web_page}
