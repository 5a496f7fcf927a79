"""Markdown of one page -> Document. markdown-it-py does the parsing; the rules that are ours stand here.

Raw HTML, images, code and unlabelled tables are refused with a sentence; links are taken apart with their line.
The result depends on the text, the locale and this file alone. Must never look at another file, the date or the network.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from signpost.markdown.blocks import TITLED, add_blocks
from signpost.markdown.gathered import REFUSED, Gathered, Prose, line_of, name_and_title
from signpost.markdown.writer import BlockWriter
from signpost.pages import typography
from signpost.pages.document import Document, Part, Slot
from signpost.problems import Problems

_MARK = re.compile("\x02(\\d+)\x03")
MOST_DEPTH = 10
"""Levels of tags (a list has two) in which a text may stand; the parser passes over what stands deeper than 20."""


class MarkdownReader:
    """Reads many texts with one parser. `labels` are the hidden words before panels, by locale and block name."""

    def __init__(self, labels: dict[str, dict[str, str]]) -> None:
        self._labels = labels
        self._parser = MarkdownIt("commonmark", {"html": False, "typographer": True})
        self._parser.enable(["table", "smartquotes"])
        self._parser.options["quotes"] = "“”‘’"
        add_blocks(self._parser)

    def read(self, prose: Prose, problems: Problems) -> Document:
        gathered = Gathered(prose, problems)
        tokens = self._tokens(prose)
        _check_blocks(tokens, gathered)
        pieces = BlockWriter(gathered, self._labels[prose.locale]).write(tokens)
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


def _check_blocks(tokens: Sequence[Token], gathered: Gathered) -> None:
    """Block rules that need no HTML: closed blocks, titles, refused kinds."""
    lines = gathered.prose.text.split("\n")
    for token in tokens:
        line = line_of(token, gathered)
        if token.type in REFUSED:
            gathered.wrong(line, REFUSED[token.type])
        elif token.type == "container_block_open":
            name, title = name_and_title(token)
            is_closed = token.map and token.map[1] < len(lines) and lines[token.map[1]].strip().startswith(":::")
            if not is_closed and len(token.markup) > 3:
                gathered.wrong(line, f"A block starts with three colons and ends with three. Write “:::{name}”.")
                gathered.unmatched += 1  # its last line has fewer colons, and is not a second mistake
            elif not is_closed:
                gathered.wrong(line, f"The block “:::{name}” is not closed. Write “:::” on a line of its own after it.")
            if name in TITLED and not title:
                gathered.wrong(line, f"“:::{name}” needs {TITLED[name]} on the same line: “:::{name} …”.")
            if name not in TITLED and title:
                gathered.wrong(line, f"“:::{name}” takes no words on its line. Move “{title}” to the line below.")
        elif token.level == MOST_DEPTH and token.nesting == 1:
            gathered.wrong(line, "Lists and quotations stand too deep in one another here. Use fewer steps.")
