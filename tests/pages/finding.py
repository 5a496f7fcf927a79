"""What a tool found on a page, said the same way for every tool: `page: selector: rule: what to do`.

Where it can be told, the page is named by the line of Markdown or of a template that must change. Must never hide what
a tool said.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from signpost.addresses import output_file
from signpost.output.page import source_line
from signpost.site import Site


@dataclass(frozen=True, order=True)
class Finding:
    """`page` is the file in the output, `snippet` the start of the element's HTML, `state` how the page was shown."""

    page: str
    selector: str
    rule: str
    message: str
    tool: str = ""
    state: str = ""
    snippet: str = ""
    place: str = ""
    """File and line of what must change, where they can be told."""

    def __str__(self) -> str:
        state = f" [{self.state}]" if self.state else ""
        page = f"{self.page} ({self.place})" if self.place else self.page
        return f"{page}: {self.selector}: {self.rule}: {self.message} ({self.tool}){state}"


def located(finding: Finding, site: Site, root: Path) -> Finding:
    """The same finding with the file and line that must change, where they can be told."""
    fragment = LexborHTMLParser(finding.snippet)
    words = " ".join((fragment.body.text(separator=" ") if fragment.body else "").split())
    source = next((page for page in site.pages if output_file(page.path) == finding.page and page.document.parts), None)
    if source is not None and words:
        line = source_line(source, words[:200])
        if line:
            return replace(finding, place=f"{source.file}:{line}")
    return replace(finding, place=template_line(finding.snippet, root) or (source.file if source else ""))


def template_line(snippet: str, root: Path) -> str | None:
    """The line of a template in which the element of a snippet starts, by its id or class."""
    tag = re.match(r"\s*<[^>]+", snippet)
    mark = re.search(r'(?:id|class)="[^"{]+"', tag.group(0)) if tag else None
    if mark is None:
        return None
    for file in sorted([*(root / "templates").rglob("*.html"), *(root / "quick_exit").glob("*.html")]):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
            if mark.group(0) in line:
                return f"{file.relative_to(root).as_posix()}:{number}"
    return None
