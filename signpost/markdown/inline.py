"""The inside of one paragraph, heading or cell -> HTML, and what may not stand in its text.

Every text is escaped here; nothing of the editor's passes as mark-up.
"""

import re
from collections.abc import Sequence
from html import escape

from markdown_it.token import Token

from signpost.files.marks import stray_mark
from signpost.files.placeholders import has_placeholder
from signpost.files.source import hidden_sign
from signpost.markdown.blocks import CONTAINERS, LEAVES
from signpost.markdown.gathered import REFUSED, Gathered, plain
from signpost.markdown.pasted import list_fault, sign_fault
from signpost.pages.document import OutsideLink, Words
from signpost.pages.links import read_link
from signpost.pages.references import read_named
from signpost.problems import did_you_mean

_HTML = re.compile(
    r"<(?:[A-Za-z][A-Za-z0-9-]*(?=[\s/>])|(?:(?<=^<)|(?<=\s<))[A-Za-z][A-Za-z0-9-]*$|/[A-Za-z][A-Za-z0-9-]*|!--|![A-Za-z]+|\?)"
)
_STUCK_HEADING = re.compile(r"#{1,6}(?=[^#\s])|#{7,}")
_NO_HYPHEN_SPACE = re.compile(r"[-*](?=[^\W\d_])")
_FILE_NAME = re.compile(r"[\w-]\.md\b")
_LEAF_MISPLACED = re.compile(rf"(?:^:{{1,3}} *|:: ?)({'|'.join(LEAVES)})(?![\w-])")
_BULLET = re.compile(r"[\u2022\u00b7\u25aa\u25e6\u2023\u2219\u25cf\u25cb\u25a0\u2043](?=\s)|o(?=[ \t]{2,})|o(?=\t)")
"""What Word and web pages put before the items of a list, as it arrives when it is pasted."""
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s)]+")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


class InlineWriter:
    """The inside of one paragraph, heading or cell."""

    def __init__(self, gathered: Gathered, line: int, escaped: bool) -> None:
        """`escaped`: a star or a low line in this text stands behind a backslash, and is meant to be seen."""
        self._gathered = gathered
        self._escaped = escaped
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
            elif token.type in REFUSED:
                self._gathered.wrong(self._line, REFUSED[token.type])
            elif token.tag:
                pieces.append(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")
        return "".join(pieces)

    def _link(self, token: Token, rest: Sequence[Token]) -> str:
        until = next((place for place, later in enumerate(rest) if later.type == "link_close"), len(rest))
        text = plain(rest[:until])
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
        # A sign that stands in each of these patterns is found fast; most lines have none.
        misplaced = _LEAF_MISPLACED.search(text.strip()) if ":" in text else None
        if misplaced is not None:
            message = f"“::{misplaced[1]}” stands at the start of a line of its own, with two colons and no space after them."
            self._gathered.wrong(line, f"{message} Write “::{misplaced[1]} …”.", "block")
            return
        self._gathered.words.append(Words(text, line, goes_on))
        html = _HTML.search(text) if "<" in text else None
        if html is not None:
            self._gathered.wrong(line, f"“{html.group(0)}…” is HTML, which is not used here. Write plain Markdown.", "raw-html")
        hidden = hidden_sign(text)
        if hidden is not None:
            self._gathered.wrong(line, f"There is {hidden} in this line. Delete the line and type it again.", "invisible-character")
        if "](" in text or (".md" in outside_links and _FILE_NAME.search(outside_links)):
            self._gathered.wrong(line, "This link cannot be read. Write [words](page.md) or [words](https://…).", "link")
        elif ("://" in outside_links or "www." in outside_links) and _ADDRESS.search(outside_links):
            self._gathered.wrong(line, "An address stands bare in the text. Write where it leads in words: [words](https://…).", "link")
        if "@" in outside_links and _EMAIL.search(outside_links):
            self._gathered.wrong(line, "An email address stands in contacts.yml only. Name the contact: [[its-key email]].", "link")
        self._check_start(text.lstrip(), line, goes_on)
        if text.lstrip().startswith(":::"):
            self._check_block_line(text.strip(), line)
        if "[[" in text or "]]" in text:
            self._gathered.wrong(line, "[[ and ]] must stand on one line, with a key between them: [[101]].")
        left_over = has_placeholder(text)
        if left_over is not None:
            self._gathered.wrong(line, f"“{left_over}” is left over. Write the real text, or delete it.", "placeholder")

    def _check_start(self, text: str, line: int, goes_on: bool) -> None:
        """What was meant as a heading or a list, and would be shown as it stands."""
        stuck = _STUCK_HEADING.match(text)
        if stuck is not None and len(stuck[0]) > 6:
            self._gathered.wrong(line, "A heading starts with two to six #. Write fewer.", "heading")
        elif stuck is not None:
            self._gathered.wrong(line, f"A heading needs a space after its #. Write “{stuck[0]} {text[len(stuck[0]) :][:40]}”.", "heading")
        if _NO_HYPHEN_SPACE.match(text):
            self._gathered.wrong(line, f"An item of a list needs a space after its mark. Write “{text[0]} {text[1:41]}”.", "list")
        listed = list_fault(text, goes_on) if text[0] in "(–—0123456789" else None
        if listed is not None:
            self._gathered.wrong(line, listed, "list")
        stray = (None if self._escaped else stray_mark(text)) or sign_fault(text)
        if stray is not None:
            self._gathered.wrong(line, stray, "bold")
        bullet = _BULLET.match(text)
        if bullet is not None:
            self._gathered.wrong(line, f"“{bullet[0]}” was pasted from another program and makes no list. Write “- ” in its place.", "list")

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
