"""Blocks of one text -> HTML. Every text is escaped here; nothing of the editor's passes as mark-up."""

from collections.abc import Sequence
from html import escape

from markdown_it.token import Token

from signpost.files.marks import mark_not_read
from signpost.markdown.blocks import CONTAINERS, ESCAPED, block_name
from signpost.markdown.gathered import Gathered, line_of, name_and_title, plain
from signpost.markdown.inline import InlineWriter
from signpost.markdown.tables import check_rows, no_table
from signpost.pages import typography
from signpost.pages.document import Heading, Words
from signpost.pages.references import read_leaf
from signpost.words.capitals import is_loud

MOST_HEADINGS = 200
"""No reader finds the way among more."""

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


class BlockWriter:
    """Tokens -> HTML. Every text is escaped here; nothing of the editor's passes as mark-up."""

    def __init__(self, gathered: Gathered, labels: dict[str, str]) -> None:
        self._gathered = gathered
        self._labels = labels
        self._level = 1
        self._open: list[str] = []
        self._caption: str | None = None
        self._table_block: Token | None = None
        self._column = 0
        self._in_head = False
        self._columns: list[str] = []

    def write(self, tokens: Sequence[Token]) -> list[str]:
        pieces: list[str] = []
        for index, token in enumerate(tokens):
            if token.type == "inline":
                self._check_bold(token, tokens[index - 1])
                pieces.append(self._inline(token))
                if self._in_head:
                    self._columns.append(plain(token.children or []))
            elif token.type == "heading_open":
                before = self._gathered.faults
                pieces.append(self._heading(token, tokens[index + 1]))
                if self._gathered.faults == before and len(self._gathered.headings) <= MOST_HEADINGS:  # one mistake is one sentence
                    self._check_below(token, tokens[index + 3 : index + 4])
            elif token.type == "leaf":
                self._gathered.unmatched += token.info in CONTAINERS  # its closing line is not a second mistake
                slot = read_leaf(token.info, token.content, min(self._level + 1, 6), line_of(token, self._gathered), self._gathered.wrong)
                pieces.append(self._gathered.mark(slot) if slot else "")
            elif token.type in {"container_block_open", "container_block_close"}:
                pieces.append(self._container(token))
                if token.nesting > 0:
                    self._check_inside(token, tokens[index + 1].type)
            elif token.type.startswith(("table", "thead", "tbody", "tr", "th", "td")):
                pieces.append(self._table(token))
            elif token.type in {"paragraph_open", "paragraph_close"}:
                pieces.append("" if token.hidden else f"<{'/' if token.nesting < 0 else ''}p>")
            elif token.nesting and token.tag:
                if token.type == "list_item_open" and tokens[index + 1].type == "list_item_close":
                    self._gathered.wrong(
                        line_of(token, self._gathered), "This item of the list is empty. Write its words, or delete it.", "list"
                    )
                start = f' start="{int(str(token.attrs["start"]))}"' if "start" in token.attrs else ""
                pieces.append(f"<{token.tag}{start}>" if token.nesting > 0 else f"</{token.tag}>")
        return pieces

    def _heading(self, token: Token, inline: Token) -> str:
        level, line = int(token.tag[1]), line_of(token, self._gathered)
        text = plain(inline.children or [])
        if token.markup in {"=", "-"}:
            self._gathered.wrong(line, "A heading is written with ## before it, not with a line below it.", "heading")
        elif level == 1:
            self._gathered.wrong(line, "The page's title is its only first-level heading. Start this one with ##.", "heading")
        elif level > self._level + 1:
            self._gathered.wrong(line, f"The heading “{text}” skips a level. Start it with {'#' * (self._level + 1)}.", "heading")
        if not text:
            self._gathered.wrong(line, "The heading is empty. Write its words after the #, or delete it.", "heading")
        if text.endswith("."):
            self._gathered.wrong(line, "A heading has no full stop at its end. Delete it.", "heading")
        if is_loud(text):
            self._gathered.wrong(line, f"The heading “{text[:40]}” is in capitals, which are hard to read. Write small letters.", "heading")
        if any(child.type == "named" for child in inline.children or ()):
            self._gathered.wrong(line, "A heading may not hold [[…]]: say it in words.", "heading")
        self._level = max(level, 1)
        heading = Heading(level, text, self._gathered.slugs.of(text), line)
        self._gathered.headings.append(heading)
        if len(self._gathered.headings) == MOST_HEADINGS + 1:
            self._gathered.wrong(line, f"A page may have {MOST_HEADINGS} headings, and this is one more. Split the page.", "heading")
        return f'<{token.tag} id="{escape(heading.id)}">'

    def _check_below(self, heading: Token, below: Sequence[Token]) -> None:
        """A heading promises a text (WCAG 2.4.6); a smaller heading below it is one."""
        is_last = not below or below[0].type == "container_block_close"
        if is_last or (below[0].type == "heading_open" and below[0].tag <= heading.tag):
            self._gathered.wrong(
                line_of(heading, self._gathered), "No text stands below this heading. Write it, or delete the heading.", "heading"
            )

    def _check_inside(self, block: Token, first: str) -> None:
        name = block_name(block.info)
        if first == "container_block_close" and name != "table":
            self._gathered.wrong(line_of(block, self._gathered), f"The block “:::{name}” is empty. Write its text, or delete it.", "block")
        elif name == "steps" and first != "ordered_list_open":
            message = "“:::steps” starts with a numbered list: “1. …”. Write one, or use another block."
            self._gathered.wrong(line_of(block, self._gathered), message, "block")

    def _check_bold(self, token: Token, before: Token) -> None:
        """Bold words alone on a line look like a heading, and no screen reader finds them as one (WCAG 2.2, 1.3.1)."""
        kinds = [child.type for child in token.children or () if child.type != "text" or child.content]
        alone = kinds[:1] == ["strong_open"] and kinds.index("strong_close") == len(kinds) - 1 if "strong_close" in kinds else False
        text = plain(token.children or [])
        if before.type == "paragraph_open" and not before.hidden and alone and text[-1:] not in set(".!?:;…”"):
            marks = "#" * max(self._level, 2)
            message = f"Bold words on a line of their own are no heading to a screen reader. Write “{marks} {text[:40]}”."
            self._gathered.wrong(line_of(token, self._gathered), message, "heading")

    def _container(self, token: Token) -> str:
        if token.nesting < 0:
            name = self._open.pop()
            self._close_table_block(name)
            return _CLOSING[name]
        name = block_name(token.info)
        if self._open:
            self._gathered.wrong(line_of(token, self._gathered), f"“:::{name}” stands inside another block. Close that one first.")
            self._gathered.unmatched += 1
        self._open.append(name)
        title = name_and_title(token)[1]
        if title:
            self._gathered.words.append(Words(title, line_of(token, self._gathered)))
            mark = mark_not_read(title)
            if mark is not None:
                message = f"Readers would see “{mark}” as it stands. Write plain words after “:::{name}”, without it."
                self._gathered.wrong(line_of(token, self._gathered), message, "mark")
        if name == "table":
            self._caption = title
            self._table_block = token
        label = escape(self._labels.get(name, ""))
        return _OPENING[name].format(title=escape(_quoted(title)), label=label)

    def _close_table_block(self, name: str) -> None:
        if name == "table" and self._caption is not None and self._table_block is not None:
            self._gathered.wrong(*no_table(self._table_block, self._gathered))
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
        check_rows(token, self._gathered)
        if self._caption is None:
            self._gathered.wrong(
                line_of(token, self._gathered),
                "A table needs a caption: put “:::table What the table shows” before it and “:::” after it.",
            )
            return "<table>"
        caption, self._caption = self._caption, None
        self._columns = []
        return f"<table><caption>{escape(_quoted(caption))}</caption>"

    def _inline(self, token: Token) -> str:
        return InlineWriter(self._gathered, line_of(token, self._gathered), ESCAPED in token.meta).write(token.children or [])


def _quoted(text: str) -> str:
    """For the words on a block's first line, which the parser does not see."""
    return typography.after_quotes(typography.curled(text))
