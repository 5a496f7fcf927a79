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


@dataclass(eq=False)
class Element:
    """One element, with its attributes and texts read once. Not frozen: a page has hundreds, and that takes as long again."""

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
    def text(self) -> str:
        """All of its text as it stands: of a script or style, its code."""
        return str(self.node.text())

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
    def _nodes(self) -> list[LexborNode]:
        """Every element, in the order of the page."""
        return self.tree.css("*")

    @cached_property
    def _elements(self) -> dict[LexborNode, Element]:
        return {}

    def element(self, node: LexborNode) -> Element:
        """The element of a node: the same one whenever it is asked for. Most nodes of a page are never asked for."""
        found = self._elements.get(node)
        if found is None:
            found = self._elements[node] = Element(node.tag or "", node.attributes, node)
        return found

    @cached_property
    def _by_tag(self) -> dict[str, list[LexborNode]]:
        found: dict[str, list[LexborNode]] = {}
        for node in self._nodes:
            found.setdefault(node.tag or "", []).append(node)
        return found

    def tagged(self, *tags: str) -> list[Element]:
        """The elements of these kinds; in the order of the page for each kind."""
        return [self.element(node) for tag in tags for node in self._by_tag.get(tag, ())]

    @cached_property
    def _by_attribute(self) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for node in self._nodes:
            for name in node.attributes:
                found.setdefault(name, []).append(self.element(node))
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
    def _texts(self) -> tuple[str, list[str]]:
        """The text of the body that a reader can meet, and the code and data in it that nobody is shown."""
        body = self.tree.body
        seen = str(body.text(separator=" ")) if body is not None else ""
        unseen = []
        for element in self.tagged(*UNSEEN):
            text = element.node.text(separator=" ")
            if text and text in seen:
                seen = seen.replace(text, " ", 1)
                unseen.append(text)
        return seen, unseen

    @property
    def seen(self) -> str:
        """All the text of the body that a reader can meet, with all the spaces that stand in and between its elements."""
        return self._texts[0]

    @property
    def unseen(self) -> list[str]:
        """The text of each script, style and template of the body."""
        return self._texts[1]

    @cached_property
    def words(self) -> str:
        """All the text of the body that a reader can meet, with single spaces; between elements too."""
        return " ".join(self.seen.split())

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
