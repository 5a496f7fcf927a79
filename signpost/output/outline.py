"""What stays of a finished page for the gates that compare pages: its address, languages, titles, ids, links, order of help.

Small enough to be held for ten thousand pages at once. Must never be trusted for what stands in a page: gates of one
page read its bytes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from signpost.model import Page

if TYPE_CHECKING:
    from signpost.output.page import Element, OutputPage

_LEADING = ("a", "area", "link", "script", "form", "img")
_ADDRESSES = ("href", "src", "action")
_PARTS = {"quick-exit": "the exit", "skip": "the skip link", "emergency-bar": "the emergency panel"}
"""Parts that help, by class; the text and the footer by their own elements."""
_COMMON = ("language", "marked", "other_languages", "help_order", "footer")
"""What is the same on most pages."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Lists are kept as text, one item on a line, because a page has many of them and all are read once."""

    language: str
    title: str
    heading: str
    description: str
    canonical: tuple[str, ...]
    alternates: tuple[tuple[str, str], ...]
    """`hreflang` and address, as the page's head names them."""
    is_kept_out: bool
    """Whether it asks search engines to leave it out."""
    marked: tuple[tuple[str, str], ...]
    """Each kind of element that names a language of its own, with what it names."""
    other_languages: tuple[str, ...]
    """Languages in which it links to itself."""
    help_order: tuple[str, ...]
    footer: tuple[str, ...] | None
    """The words of the footer's links; None where there is no footer of the site."""
    id_lines: str
    link_lines: str

    @property
    def ids(self) -> set[str]:
        return set(self.id_lines.split("\n")) if self.id_lines else set()

    @property
    def links(self) -> list[str]:
        """Each address to which something on the page leads, once. One may be empty."""
        return self.link_lines.split("\n")[1:]

    def shared(self, known: dict[object, Any], page: Page | None) -> "Outline":
        """The same, with what its page or many outlines hold held once; `known` is what others before it hold."""
        own = {text: text for text in (*self.canonical, *((page.title, page.description) if page is not None else ()))}
        return replace(
            self,
            heading=own.get(self.heading, self.heading),
            description=own.get(self.description, self.description),
            alternates=tuple((known.setdefault(code, code), own.get(address, address)) for code, address in self.alternates),
            **{name: known.setdefault(value, value) for name in _COMMON for value in [getattr(self, name)]},
        )


def outline_of(page: "OutputPage") -> Outline:
    """Read what stays. Addresses never hold a tab or a line end: a browser would take them out too."""
    metas, heads = page.tagged("meta"), page.tagged("link")
    return Outline(
        language=page.language,
        title=next((item.words for item in page.tagged("title") if item.node.parent and item.node.parent.tag == "head"), ""),
        heading=next((item.words for item in page.tagged("h1")), ""),
        description=next((item.get("content") for item in metas if item.get("name") == "description"), ""),
        canonical=tuple(item.get("href") for item in heads if item.get("rel") == "canonical"),
        alternates=tuple(
            {item.get("hreflang"): item.get("href") for item in heads if item.get("rel") == "alternate" and item.get("hreflang")}.items()
        ),
        is_kept_out=any(item.get("name") == "robots" and "noindex" in item.get("content") for item in metas),
        marked=tuple(dict.fromkeys((item.tag, item.get("lang")) for item in page.having("lang"))),
        other_languages=tuple(sorted({item.get("hreflang") for item in page.having("hreflang") if item.tag == "a"})),
        help_order=_help_order(page),
        footer=_footer(page),
        id_lines="\n".join(page.ids),
        link_lines="".join(f"\n{target}" for target in dict.fromkeys(target for target, _ in _leading(page))),
    )


def words_leading_to(page: "OutputPage", target: str) -> str:
    """The words of the first element of a page that leads to an address."""
    return next((element.words for address, element in _leading(page) if address == target), "")


def _leading(page: "OutputPage") -> Iterator[tuple[str, "Element"]]:
    for element in page.tagged(*_LEADING):
        for name in _ADDRESSES:
            if name in element.attributes:
                yield element.get(name).translate(_NO_LINE_ENDS), element


_NO_LINE_ENDS = dict.fromkeys(map(ord, "\t\n\r"))


def _help_order(page: "OutputPage") -> tuple[str, ...]:
    names = []
    for node in page.nodes(", ".join(("main", "footer.site", *(f".{name}" for name in _PARTS)))):
        if node.tag == "main":
            names.append("the text")
        elif node.tag == "footer":
            names.append("the footer")
        else:
            names += [_PARTS[name] for name in (node.attributes.get("class") or "").split() if name in _PARTS]
    return tuple(names)


def _footer(page: "OutputPage") -> tuple[str, ...] | None:
    if not any("site" in footer.classes for footer in page.tagged("footer")):
        return None
    return tuple(" ".join(node.text().split()) for node in page.nodes("footer.site a"))
