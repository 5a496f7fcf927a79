"""The blocks that editors may use beside plain Markdown, as rules for markdown-it-py.

`:::name …` opens a block and `:::` closes it; `::name …` is a block on one line; `[[key]]` names a contact route
or a part of the plan. Must never let an editor write HTML, and never decide what a contact's number is.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.container import container_plugin

CONTAINERS = {
    "warning": "something that can cause harm if missed",
    "emergency": "what to do in danger",
    "inset": "a remark that matters",
    "steps": "a numbered list of steps",
    "details": "text that opens when asked for",
    "statement": "what somebody said, in other words",
    "quotation": "somebody's own words",
    "table": "a table with its caption",
}
TITLED = {"details": "the words to press", "statement": "who says it", "quotation": "who says it", "table": "the caption"}
SITE_PARTS = ("cookie-table", "cookie-choices", "feedback-form", "accessibility-tests")
LEAVES = ("contact", "contacts", "pages", "diary-sheet", "practise-exit", *SITE_PARTS)
CONTACT_FORMS = ("number", "name", "website", "text", "relay", "chat", "email", "hours", "cost", "keypad", "place")

ESCAPED = "escaped"
"""Marks a text in which a star or a low line stands behind a backslash: it is meant to be seen."""

_LEAF = re.compile(r"::([A-Za-z][A-Za-z-]*)(?:[ \t]+(.*?))?[ \t]*$")
_NAMED = re.compile(r"\[\[([^\[\]\n]{1,80})\]\]")


def add_blocks(markdown: MarkdownIt) -> None:
    """Teach a parser the blocks. Their HTML is made in `signpost.markdown.writer`."""
    markdown.use(container_plugin, "block", validate=_is_block)
    markdown.block.ruler.before("fence", "leaf", _leaf, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    markdown.inline.ruler.before("link", "named", _named)
    markdown.core.ruler.before("text_join", "escaped", _escaped)


def _escaped(state: StateCore) -> None:
    if "\\" in state.src:
        for token in state.tokens:
            if any(child.type == "text_special" and child.content in {"*", "_"} for child in token.children or ()):
                token.meta[ESCAPED] = True


def _is_block(parameters: str, *_markup: str) -> bool:
    """One rule for all of them: a rule for each would be tried at every line of a page."""
    return block_name(parameters) in CONTAINERS


def block_name(parameters: str) -> str:
    """What stands first after the colons; empty when nothing does."""
    return next(iter(parameters.split(maxsplit=1)), "")


def _leaf(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    if state.is_code_block(start):
        return False
    line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    found = _LEAF.fullmatch(line)
    if found is None:
        return False
    if silent:
        return True
    token = state.push("leaf", "", 0)
    token.info = found.group(1)
    token.content = (found.group(2) or "").strip()
    token.map = [start, start + 1]
    token.block = True
    state.line = start + 1
    return True


def _named(state: StateInline, silent: bool) -> bool:
    found = _NAMED.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("named", "", 0)
        token.content = found.group(1).strip()
    state.pos = found.end()
    return True
