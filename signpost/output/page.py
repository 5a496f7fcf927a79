"""A page of the output, read once and shared by every gate. Must never read the templates or the content instead.

What a page was made from is known only to name the editor's own file and line in a problem.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from signpost.addresses import output_file
from signpost.model import Page
from signpost.output.outline import Outline, outline_of
from signpost.problems import Level, Problem

UNSEEN = ("script", "style", "template")
"""Elements whose text is not shown to a reader."""


@dataclass(frozen=True, eq=False)
class Element:
    """One element, with its attributes read once."""

    tag: str
    attributes: dict[str, str | None]
    node: LexborNode

    def get(self, name: str) -> str:
        """The value of an attribute; empty when it is not there."""
        return self.attributes.get(name) or ""

    @property
    def classes(self) -> list[str]:
        return self.get("class").split()

    @cached_property
    def words(self) -> str:
        """All of its text, with single spaces."""
        return " ".join(self.node.text(separator=" ").split())

    def above(self) -> Iterable[LexborNode]:
        """The elements around it, the nearest first."""
        node = self.node.parent
        while node is not None and node.tag != "-undef":
            yield node
            node = node.parent


class OutputPage:
    """`path` is the file in the output; `tree` is what a browser makes of its bytes (HTML Living Standard)."""

    def __init__(self, path: str, content: bytes | None, source: Page | None = None, outline: Outline | None = None) -> None:
        """`content` is None for a page of which only the outline is known."""
        self.path = path
        self.source = source
        if content is not None:
            self.text = content.decode("utf-8")
        if outline is not None:
            self.outline = outline

    @cached_property
    def outline(self) -> Outline:
        return outline_of(self)

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.text)

    @cached_property
    def elements(self) -> list[Element]:
        """Every element, in the order of the page."""
        return [Element(node.tag or "", node.attributes, node) for node in self.tree.css("*")]

    @cached_property
    def _by_tag(self) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for element in self.elements:
            found.setdefault(element.tag, []).append(element)
        return found

    def tagged(self, *tags: str) -> list[Element]:
        """The elements of these kinds; in the order of the page for each kind."""
        return [element for tag in tags for element in self._by_tag.get(tag, ())]

    @cached_property
    def _by_attribute(self) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for element in self.elements:
            for name in element.attributes:
                found.setdefault(name, []).append(element)
        return found

    def having(self, *names: str) -> list[Element]:
        """The elements with any of these attributes; in the order of the page for each attribute."""
        return [element for name in names for element in self._by_attribute.get(name, ())]

    @property
    def attribute_names(self) -> Iterable[str]:
        return self._by_attribute

    @cached_property
    def by_id(self) -> dict[str, Element]:
        return {element.get("id"): element for element in reversed(self.having("id"))}

    @cached_property
    def ids(self) -> list[str]:
        return [element.get("id") for element in self.having("id")]

    @cached_property
    def words(self) -> str:
        """All the text of the body that a reader can meet, with single spaces; between elements too."""
        body = self.tree.body
        text = str(body.text(separator=" ")) if body is not None else ""
        for element in self.tagged(*UNSEEN):
            text = text.replace(element.node.text(separator=" ") or " ", " ", 1)
        return " ".join(text.split())

    @cached_property
    def language(self) -> str:
        html = self.tagged("html")
        return html[0].get("lang") if html else ""

    def nodes(self, selector: str) -> list[LexborNode]:
        return self.tree.css(selector)

    def problem(self, rule: str, message: str, near: str = "", level: Level = Level.ERROR, safety: bool = False) -> Problem:
        """A problem of this page, at the line of the editor's file where the words of `near` stand, if they stand there."""
        if self.source is None:
            return Problem(self.path, 0, message, rule, level, safety)
        return Problem(self.source.file, source_line(self.source, near), message, rule, level, safety)


def source_line(page: Page, near: str) -> int:
    """The line of a page's file that holds some words, a link's target or an address; 0 when none does."""
    wanted = " ".join(near.split())
    if not wanted:
        return 0
    document = page.document
    for link in document.outside_links:
        if wanted in (link.address, link.text):
            return link.line
    for heading in document.headings:
        if wanted in (heading.text, heading.id):
            return heading.line
    if wanted in (page.title, page.description):
        return page.line("title" if wanted == page.title else "description")
    for run in document.words:
        if wanted in run.text or (len(run.text) > 20 and run.text in wanted):
            return run.line
    return 0


def output_pages(output: dict[str, bytes], pages: Iterable[Page] = ()) -> list[OutputPage]:
    """The pages of an output. `pages` are those of the content; what the generator adds to them has no source."""
    sources = {output_file(page.path): page for page in pages if page.document.parts}
    return [OutputPage(path, content, sources.get(path)) for path, content in output.items() if path.endswith(".html")]
