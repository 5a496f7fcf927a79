"""Tables: each has a caption, and headers that say what their rows and columns hold (WCAG 2.2, 1.3.1)."""

from signpost.output.page import Element, OutputPage
from signpost.problems import Problem
from signpost.site import Site


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    return [
        page.problem("table", message, _caption(table)) for page in pages for table in page.tagged("table") for message in _faults(table)
    ]


def _caption(table: Element) -> str:
    caption = table.node.css_first("caption")
    return caption.text() if caption is not None else ""


def _faults(table: Element) -> list[str]:
    name = " ".join(_caption(table).split())
    faults = []
    if not name:
        faults.append("A table has no caption. Say in one line what it shows.")
    headers = table.node.css("th")
    if not headers:
        faults.append(f"The table “{name}” has no headers. Mark them with <th>.")
    if any(header.attributes.get("scope") not in {"row", "col", "rowgroup", "colgroup"} for header in headers):
        faults.append(f'A header of the table “{name}” does not say what it is for: scope="col" or scope="row".')
    if any(not header.text().strip() for header in headers):
        faults.append(f"A header of the table “{name}” is empty.")
    if table.node.css_first("table table") is not None:
        faults.append(f"The table “{name}” holds another table.")
    return faults
