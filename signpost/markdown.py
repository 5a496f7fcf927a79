"""Markdown of one page -> Document. markdown-it-py does the parsing; the rules that are ours stand here.

Raw HTML, images, code and unlabelled tables are refused with a sentence; links are taken apart with their line.
The result depends on the text, the locale and this file alone. Must never look at another file, the date or the network.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from signpost import typography
from signpost.blocks import CONTAINERS, TITLED, add_blocks
from signpost.document import Document, Heading, OutsideLink, Part, Slot, Words
from signpost.fields import has_placeholder
from signpost.links import read_link
from signpost.problems import Problems, did_you_mean
from signpost.references import read_leaf, read_named
from signpost.slugs import Slugs
from signpost.source import hidden_sign

_MARK = re.compile("\x02(\\d+)\x03")
_HTML = re.compile(
    r"<(?:[A-Za-z][A-Za-z0-9-]*(?=[\s/>])|(?:(?<=^<)|(?<=\s<))[A-Za-z][A-Za-z0-9-]*$|/[A-Za-z][A-Za-z0-9-]*|!--|![A-Za-z]+|\?)"
)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s)]+")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
MOST_HEADINGS = 200
"""No reader finds the way among more."""
MOST_DEPTH = 10
"""Levels of tags (a list has two) in which a text may stand; the parser passes over what stands deeper than 20."""
_REFUSED = {
    "fence": "Code blocks are not used here. Delete the lines with ``` or ~~~.",
    "code_block": "This line starts with four spaces or more, which would make it a code block. Move it to the left.",
    "code_inline": "Backticks (`) are not used here. Delete them, or use quotation marks.",
    "image": "Images are not used in text: say it in words.",
    "hr": "A line of dashes or stars is not used here. Write a heading (“## …”) instead.",
    "html_block": "HTML is not used here. Write plain Markdown.",
    "html_inline": "HTML is not used here. Write plain Markdown.",
}


@dataclass(frozen=True)
class Prose:
    """What to read: the Markdown text, where its first line stands in its file, and its language."""

    text: str
    file: str
    first_line: int
    locale: str


@dataclass
class _Gathered:
    """What has been found so far in one text."""

    prose: Prose
    problems: Problems
    slots: list[Slot] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    outside: list[OutsideLink] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    slugs: Slugs = field(default_factory=Slugs)
    unmatched: int = 0
    """Blocks already reported, whose closing lines are still to come."""

    def wrong(self, line: int, message: str, rule: str = "markdown") -> None:
        self.problems.add(rule, self.prose.file, line, message)

    def mark(self, slot: Slot) -> str:
        self.slots.append(slot)
        return f"\x02{len(self.slots) - 1}\x03"


class MarkdownReader:
    """Reads many texts with one parser. `labels` are the hidden words before panels, by locale and block name."""

    def __init__(self, labels: dict[str, dict[str, str]]) -> None:
        self._labels = labels
        self._parser = MarkdownIt("commonmark", {"html": False, "typographer": True})
        self._parser.enable(["table", "smartquotes"])
        self._parser.options["quotes"] = "“”‘’"
        add_blocks(self._parser)

    def read(self, prose: Prose, problems: Problems) -> Document:
        gathered = _Gathered(prose, problems)
        tokens = self._tokens(prose)
        _check_blocks(tokens, gathered)
        pieces = _Writer(gathered, self._labels[prose.locale]).write(tokens)
        return Document(
            _parts("".join(pieces), gathered.slots),
            tuple(gathered.headings),
            tuple(gathered.outside),
            tuple(gathered.words),
        )

    def _tokens(self, prose: Prose) -> list[Token]:
        """Parse with typographic care: what must come before the quotes, the quotes, what must come after."""
        text = typography.before_quotes(prose.text, prose.locale)
        tokens = self._parser.parse(text)
        for token in tokens:
            for child in token.children or ():
                if child.type == "text":
                    child.content = typography.after_quotes(child.content)
        return tokens


def _parts(html: str, slots: list[Slot]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for index, piece in enumerate(_MARK.split(html)):
        if index % 2:
            parts.append(slots[int(piece)])
        elif piece:
            parts.append(piece)
    return tuple(parts)


def _check_blocks(tokens: Sequence[Token], gathered: _Gathered) -> None:
    """Block rules that need no HTML: closed blocks, titles, refused kinds."""
    lines = gathered.prose.text.split("\n")
    for token in tokens:
        line = _line(token, gathered)
        if token.type in _REFUSED:
            gathered.wrong(line, _REFUSED[token.type])
        elif token.type.startswith("container_") and token.nesting == 1:
            name, title = _name_and_title(token)
            if not (token.map and token.map[1] < len(lines) and lines[token.map[1]].strip().startswith(":::")):
                gathered.wrong(line, f"The block “:::{name}” is not closed. Write “:::” on a line of its own after it.")
            if name in TITLED and not title:
                gathered.wrong(line, f"“:::{name}” needs {TITLED[name]} on the same line: “:::{name} …”.")
            if name not in TITLED and title:
                gathered.wrong(line, f"“:::{name}” takes no words on its line. Move “{title}” to the line below.")
        elif token.level == MOST_DEPTH and token.nesting == 1:
            gathered.wrong(line, "Lists and quotations stand too deep in one another here. Use fewer steps.")


def _name_and_title(token: Token) -> tuple[str, str]:
    name, _, title = token.info.strip().partition(" ")
    return name, title.strip()


def _line(token: Token, gathered: _Gathered) -> int:
    return (token.map[0] if token.map else 0) + gathered.prose.first_line


class _Writer:
    """Tokens -> HTML. Every text is escaped here; nothing of the editor's passes as mark-up."""

    def __init__(self, gathered: _Gathered, labels: dict[str, str]) -> None:
        self._gathered = gathered
        self._labels = labels
        self._level = 1
        self._open: list[str] = []
        self._caption: str | None = None
        self._column = 0
        self._in_head = False
        self._columns: list[str] = []

    def write(self, tokens: Sequence[Token]) -> list[str]:
        pieces: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "inline":
                pieces.append(self._inline(token))
                if self._in_head:
                    self._columns.append(_plain(token.children or []))
            elif token.type == "heading_open":
                pieces.append(self._heading(token, tokens[index + 1]))
            elif token.type == "leaf":
                slot = read_leaf(token.info, token.content, min(self._level + 1, 6), _line(token, self._gathered), self._gathered.wrong)
                pieces.append(self._gathered.mark(slot) if slot else "")
            elif token.type.startswith("container_"):
                pieces.append(self._container(token))
            elif token.type.startswith(("table", "thead", "tbody", "tr", "th", "td")):
                pieces.append(self._table(token))
            elif token.type in {"paragraph_open", "paragraph_close"}:
                pieces.append("" if token.hidden else f"<{'/' if token.nesting < 0 else ''}p>")
            elif token.nesting and token.tag:
                start = f' start="{int(str(token.attrs["start"]))}"' if "start" in token.attrs else ""
                pieces.append(f"<{token.tag}{start}>" if token.nesting > 0 else f"</{token.tag}>")
        return pieces

    def _heading(self, token: Token, inline: Token) -> str:
        level, line = int(token.tag[1]), _line(token, self._gathered)
        text = _plain(inline.children or [])
        if token.markup in {"=", "-"}:
            self._gathered.wrong(line, "A heading is written with ## before it, not with a line below it.", "heading")
        elif level == 1:
            self._gathered.wrong(line, "The page's title is its only first-level heading. Start this one with ##.", "heading")
        elif level > self._level + 1:
            self._gathered.wrong(line, f"The heading “{text}” skips a level. Start it with {'#' * (self._level + 1)}.", "heading")
        if not text:
            self._gathered.wrong(line, "The heading is empty. Write its words after the #, or delete it.", "heading")
        if any(child.type == "named" for child in inline.children or ()):
            self._gathered.wrong(line, "A heading may not hold [[…]]: say it in words.", "heading")
        self._level = max(level, 1)
        heading = Heading(level, text, self._gathered.slugs.of(text), line)
        self._gathered.headings.append(heading)
        if len(self._gathered.headings) == MOST_HEADINGS + 1:
            self._gathered.wrong(line, f"A page may have {MOST_HEADINGS} headings, and this is one more. Split the page.", "heading")
        return f'<{token.tag} id="{escape(heading.id)}">'

    def _container(self, token: Token) -> str:
        name = token.type.removeprefix("container_").rsplit("_", 1)[0]
        if token.nesting < 0:
            self._open.pop()
            self._close_table_block(name, token)
            return _CLOSING[name]
        if self._open:
            self._gathered.wrong(_line(token, self._gathered), f"“:::{name}” stands inside another block. Close that one first.")
            self._gathered.unmatched += 1
        self._open.append(name)
        title = _name_and_title(token)[1]
        if title:
            self._gathered.words.append(Words(title, _line(token, self._gathered)))
        if name == "table":
            self._caption = title
        label = escape(self._labels.get(name, ""))
        return _OPENING[name].format(title=escape(_quoted(title)), label=label)

    def _close_table_block(self, name: str, token: Token) -> None:
        if name == "table" and self._caption is not None:
            self._gathered.wrong(
                _line(token, self._gathered), "There is no table in this “:::table” block. Write one, or use another block."
            )
            self._caption = None

    def _table(self, token: Token) -> str:
        closing = token.nesting < 0
        if token.type == "table_open":
            return self._table_start(token)
        if token.type in {"thead_open", "thead_close"}:
            self._in_head = not closing
        if token.type == "tr_open":
            self._column = 0
            return "<tr>"
        if token.type in {"th_open", "td_open"}:
            self._column += 1
            return self._cell()
        if token.type == "td_close":
            return "</th>" if self._column == 1 else "</td>"
        return f"<{'/' if closing else ''}{token.tag}>"

    def _cell(self) -> str:
        """No roles: browsers keep HTML's own when a style stacks the cells on a phone, and HTML allows no others here."""
        if self._in_head:
            return '<th scope="col">'
        if self._column == 1:
            return '<th scope="row">'
        label = self._columns[self._column - 1] if self._column <= len(self._columns) else ""
        return f'<td data-label="{escape(label)}">'

    def _table_start(self, token: Token) -> str:
        if self._caption is None:
            self._gathered.wrong(
                _line(token, self._gathered),
                "A table needs a caption: put “:::table What the table shows” before it and “:::” after it.",
            )
            return "<table>"
        caption, self._caption = self._caption, None
        self._columns = []
        return f"<table><caption>{escape(_quoted(caption))}</caption>"

    def _inline(self, token: Token) -> str:
        return _InlineWriter(self._gathered, _line(token, self._gathered)).write(token.children or [])


_OPENING = {
    "warning": '<div class="panel warning"><p class="label">{label}</p>',
    "emergency": '<div class="panel emergency"><p class="label">{label}</p>',
    "inset": '<div class="inset">',
    "steps": '<div class="steps">',
    "details": "<details><summary>{title}</summary><div>",
    "statement": '<figure class="statement"><figcaption>{title}</figcaption><div>',
    "quotation": '<figure class="quotation"><figcaption>{title}</figcaption><blockquote>',
    "table": '<div class="table">',
}
_CLOSING = {
    "warning": "</div>",
    "emergency": "</div>",
    "inset": "</div>",
    "steps": "</div>",
    "details": "</div></details>",
    "statement": "</div></figure>",
    "quotation": "</blockquote></figure>",
    "table": "</div>",
}


def _quoted(text: str) -> str:
    """For the words on a block's first line, which the parser does not see."""
    return typography.after_quotes(typography.curled(text))


def _plain(children: Sequence[Token]) -> str:
    return "".join(child.content if child.type == "text" else " " if "break" in child.type else "" for child in children).strip()


class _InlineWriter:
    """The inside of one paragraph, heading or cell."""

    def __init__(self, gathered: _Gathered, line: int) -> None:
        self._gathered = gathered
        self._line = line

    def write(self, children: Sequence[Token]) -> str:
        pieces: list[str] = []
        self._check_text(children)
        for index, token in enumerate(children):
            if token.type == "text":
                pieces.append(escape(token.content, quote=False))
            elif token.type in {"softbreak", "hardbreak"}:
                pieces.append("\n" if token.type == "softbreak" else "<br>\n")
                self._line += 1
            elif token.type == "link_open":
                pieces.append(self._link(token, children[index + 1 :]))
            elif token.type == "named":
                slot = read_named(token.content, self._line, self._gathered.wrong)
                pieces.append(self._gathered.mark(slot) if slot else "")
            elif token.type in _REFUSED:
                self._gathered.wrong(self._line, _REFUSED[token.type])
            elif token.tag:
                pieces.append(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")
        return "".join(pieces)

    def _link(self, token: Token, rest: Sequence[Token]) -> str:
        until = next((place for place, later in enumerate(rest) if later.type == "link_close"), len(rest))
        text = _plain(rest[:until])
        if any(child.type == "named" for child in rest[:until]):
            self._gathered.wrong(self._line, "The words of a link may not hold [[…]]: say it in words.", "link")
        link = read_link(str(token.attrs.get("href", "")), text, self._line, self._gathered.wrong)
        if isinstance(link, OutsideLink):
            self._gathered.outside.append(link)
            return f'<a href="{escape(link.address)}" rel="noreferrer external">'
        return f'<a href="{self._gathered.mark(link)}">' if link else "<a>"

    def _check_text(self, children: Sequence[Token]) -> None:
        line = self._line
        text = outside_links = ""
        in_link = goes_on = False
        for token in [*children, None]:
            if token is None or token.type in {"softbreak", "hardbreak"}:
                self._check_line(text, outside_links, line, goes_on)
                text, outside_links, line, goes_on = "", "", line + 1, True
            elif token.type in {"link_open", "link_close"}:
                in_link = token.nesting > 0
            elif token.type == "text":
                text += token.content
                outside_links += "" if in_link else token.content
            elif token.type == "named":
                text += " "

    def _check_line(self, text: str, outside_links: str, line: int, goes_on: bool) -> None:
        if not text.strip():
            return
        self._gathered.words.append(Words(text, line, goes_on))
        html = _HTML.search(text)
        if html is not None:
            self._gathered.wrong(line, f"“{html.group(0)}…” is HTML, which is not used here. Write plain Markdown.", "raw-html")
        hidden = hidden_sign(text)
        if hidden is not None:
            self._gathered.wrong(line, f"There is {hidden} in this line. Delete the line and type it again.", "invisible-character")
        if "](" in text:
            self._gathered.wrong(line, "This link cannot be read. Write [words](page.md) or [words](https://…).", "link")
        elif _ADDRESS.search(outside_links):
            self._gathered.wrong(line, "An address stands bare in the text. Write where it leads in words: [words](https://…).", "link")
        if _EMAIL.search(outside_links):
            self._gathered.wrong(line, "An email address stands in contacts.yml only. Name the contact: [[its-key email]].", "link")
        if text.lstrip().startswith(":::"):
            self._check_block_line(text.strip(), line)
        if "[[" in text or "]]" in text:
            self._gathered.wrong(line, "[[ and ]] must stand on one line, with a key between them: [[101]].")
        left_over = has_placeholder(text)
        if left_over is not None:
            self._gathered.wrong(line, f"“{left_over}” is left over. Write the real text, or delete it.", "placeholder")

    def _check_block_line(self, text: str, line: int) -> None:
        """A line of a block that the parser did not take. The one that closes an unknown block is not a second mistake."""
        if text.strip(":"):
            self._gathered.unmatched += 1
        elif self._gathered.unmatched:
            self._gathered.unmatched -= 1
            return
        self._gathered.wrong(line, _unknown_block(text))


def _unknown_block(text: str) -> str:
    name = text.lstrip(":").strip().partition(" ")[0]
    if not name:
        return "This “:::” closes nothing: no block is open here. Delete the line."
    return f"There is no block “:::{name}”. The blocks are: {', '.join(CONTAINERS)}.{did_you_mean(name, CONTAINERS)}"
