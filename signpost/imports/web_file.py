"""A saved web page (.html) -> Paper: the main text, without menus, banners and scripts.

Must never fetch anything that the page names.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from signpost.imports.paper import Block, Line, Paper, Piece, Row, Table, piece

_GONE = ("script", "style", "noscript", "template", "nav", "header", "footer", "form", "button", "svg", "iframe", "aside", "dialog")
_BANNER = re.compile(r"cookie|consent|breadcrumb|skip-link|quick-?exit|feedback|beta", re.IGNORECASE)
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "blockquote", "pre", "summary", "caption", "figcaption", "address"}
_CONTAINERS = {"ul", "ol", "dl", "div", "section", "article", "main", "details", "table", "figure", "body"}


def read_web(path: Path) -> Paper:
    """Raises UnicodeDecodeError when the page is not saved as UTF-8."""
    from bs4 import BeautifulSoup  # optional package: asked for only when a web page is read

    soup = BeautifulSoup(path.read_bytes().decode("utf-8-sig"), "html.parser")
    for element in soup.find_all(list(_GONE)):
        element.decompose()
    for element in soup.find_all(_is_banner):
        element.decompose()
    root = soup.find("main") or soup.find(role="main") or soup.body or soup
    return Paper(list(_Reader().blocks(root)))


def _is_banner(element: Any) -> bool:
    if element.name in {"main", "body", "html"} or element.attrs is None:
        return False
    if element.has_attr("hidden") or element.get("aria-hidden") == "true":
        return True
    marks = " ".join([element.get("id") or "", *(element.get("class") or [])])
    return bool(_BANNER.search(marks)) and element.find("table") is None


class _Reader:
    def __init__(self) -> None:
        self._lines = 0
        self._tables = 0

    def blocks(self, parent: Any) -> Iterator[Block]:
        """Text that stands between blocks counts as a line of its own."""
        loose: list[str] = []
        for child in parent.children:
            name = getattr(child, "name", None)
            if name is None:
                loose.append("" if type(child).__name__ in {"Comment", "Doctype"} else str(child))
            elif name in _BLOCKS | _CONTAINERS:
                yield from self._loose(loose)
                loose = []
                yield from self._block(child)
            else:
                loose.append(_words(child))
        yield from self._loose(loose)

    def _loose(self, texts: list[str]) -> Iterator[Block]:
        if "".join(texts).strip():
            yield from self._line("".join(texts))

    def _block(self, element: Any) -> Iterator[Block]:
        name = element.name
        if name == "table":
            self._tables += 1
            if element.caption is not None:
                yield from self._line(_words(element.caption.extract()))
            yield _table(element, f"table {self._tables}")
        elif element.find(sorted(_BLOCKS | _CONTAINERS)) is not None:
            yield from self.blocks(element)
        else:
            level = int(name[1]) if re.fullmatch(r"h[1-6]", name) else 0
            yield from self._line(_words(element), level, name == "li")

    def _line(self, text: str, level: int = 0, listed: bool = False) -> Iterator[Block]:
        self._lines += 1
        found = piece(text, f"text {self._lines}")
        if found is not None:
            yield Line(found, level, listed)


def _table(table: Any, name: str) -> Table:
    """rowspan and colspan laid out as a browser does (HTML Living Standard, forming a table)."""
    grid: dict[tuple[int, int], Piece | None] = {}
    rows = [row for row in table.find_all("tr") if row.find_parent("table") is table]
    for down, row in enumerate(rows):
        across = 0
        for cell in row.find_all(["td", "th"], recursive=False):
            while (down, across) in grid:
                across += 1
            found = piece(_words(cell), f"{name}, row {down + 1}, column {across + 1}")
            for below in range(_span(cell, "rowspan", len(rows) - down)):
                for beside in range(_span(cell, "colspan", 100)):
                    grid[down + below, across + beside] = found
            across += _span(cell, "colspan", 100)
    width = max((column for _, column in grid), default=-1) + 1
    laid: list[Row] = [[grid.get((down, across)) for across in range(width)] for down in range(len(rows))]
    return Table(laid)


def _words(element: Any) -> str:
    """The text of an element: blocks stand apart, “21<sup>st</sup>” stays one word."""
    if element.name == "br":
        return " "
    texts = []
    for child in element.children:
        if getattr(child, "name", None) is not None:
            texts.append(_words(child))
        elif type(child).__name__ == "NavigableString":
            texts.append(str(child))
    inside = "".join(texts)
    return f" {inside} " if element.name in _BLOCKS | _CONTAINERS | {"td", "th", "tr"} else inside


def _span(cell: Any, name: str, most: int) -> int:
    value = str(cell.get(name, "1"))
    return min(most, max(1, int(value))) if value.isdigit() and len(value) < 5 else 1
