"""A page of the output, read once and shared by every gate. Must never read the templates or the content instead."""

from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode


class OutputPage:
    """`path` is the file in the output; `tree` is what a browser makes of its bytes (HTML Living Standard)."""

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        self.text = content.decode("utf-8")

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.text)

    @cached_property
    def ids(self) -> list[str]:
        return [node.attributes.get("id") or "" for node in self.tree.css("[id]")]

    def nodes(self, selector: str) -> list[LexborNode]:
        return self.tree.css(selector)


def output_pages(output: dict[str, bytes]) -> list[OutputPage]:
    return [OutputPage(path, content) for path, content in output.items() if path.endswith(".html")]
