"""A saved web page (.html) -> Paper: the main text, without menus, banners and scripts.

Must never fetch anything that the page names.
"""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from signpost.imports.paper import Block, Line, Paper, Piece, Row, Table, piece

_GONE = ("script", "style", "noscript", "template", "svg", "iframe", "select", "textarea")
_FRAME = ("nav", "header", "footer", "form", "aside", "dialog")
_BANNER = {"cookie", "cookies", "consent", "breadcrumb", "breadcrumbs", "skip", "exit", "quickexit", "feedback", "beta"}
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-z0-9_:.-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_WINDOWS_1252 = {"windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii", "ascii"}
"""All of them mean Windows-1252 (WHATWG Encoding, 4.2): Word declares it in the pages that it saves."""
_BLOCKS = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "summary",
    "caption",
    "figcaption",
    "address",
    "button",
}
_CONTAINERS = {"ul", "ol", "dl", "div", "section", "article", "main", "details", "table", "figure", "body"}


def read_web(path: Path) -> Paper:
    """Raises UnicodeDecodeError when the page is neither UTF-8 nor what it declares."""
    from bs4 import BeautifulSoup  # optional package: asked for only when a web page is read

    soup = BeautifulSoup(_decoded(path.read_bytes()), "html.parser")
    for element in soup.find_all(list(_GONE)):
        element.decompose()
    main = soup.find("main") or soup.find(role="main")
    root = main or soup.body or soup
    aside = [found for element in _frame(root) if (found := _beside(element)) is not None]
    return Paper(list(_Reader().blocks(root)), aside if main is not None else [])


def _decoded(raw: bytes) -> str:
    """By the mark at the start, or by what the page declares near its start; otherwise it must be UTF-8."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16")
    declared = _DECLARED.search(raw[:_DECLARED_WITHIN])
    name = declared[1].decode("ascii").lower() if declared is not None and not raw.startswith(codecs.BOM_UTF8) else "utf-8"
    return raw.decode("cp1252" if name in _WINDOWS_1252 else "utf-8-sig")


def _frame(root: Any) -> list[Any]:
    """Menus, forms and banners in `root`, the outermost of each. What is folded away (an accordion) is text like other text."""
    return [element for element in root.find_all(_is_frame) if not any(_is_frame(above) for above in element.parents if above is not root)]


def _is_frame(element: Any) -> bool:
    if element.name in {"main", "body", "html", "[document]"} or element.attrs is None or element.find("table") is not None:
        return False
    if element.get("aria-hidden") == "true" and not re.search(r"\w", element.get_text()):
        return True
    marks = " ".join([element.get("id") or "", *(element.get("class") or [])]).lower()
    return element.name in _FRAME or bool(_BANNER & set(re.split(r"[\s_-]+", marks)))


def _beside(element: Any) -> Piece | None:
    """Takes a part of the page's frame out and says so."""
    text = _words(element.extract())
    found = piece(text, "beside the text") if re.search(r"\w", text) else None
    if found is not None:
        found.doubt("in a menu, form or banner of the page: left out")
    return found


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
