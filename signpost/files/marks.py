"""Marks of Markdown that stand for nothing where they are: readers would see them, and hear them said one by one.

Must never change a text, or take for a mark what belongs to a word (user_name) or to a telephone's keys (*67).
"""

import re

_HINTS = ("*", "_", "~~", "==", "[^")
_BOXES = ("[ ]", "[x]", "[X]")
_LINE_TO_WRITE_ON = re.compile(r"_{3,}")
_STRAY = re.compile(r"\*\*|__|(?<![\w*#])\*(?! ?\d|[*#])|(?<!\d)(?<!\d )\*(?![\w*#])|(?<!\w)_|_(?!\w)")
_ONE = "Write one directly before and one after the words to stress, or delete it."
_TWO = "Write two directly before and two after the bold words, or delete them."
_STANDS_ALONE = {
    "**": f"Two stars (**) stand alone here. {_TWO}",
    "__": f"Two underscores (__) stand alone here. {_TWO}",
    "*": f"A star (*) stands alone here. {_ONE}",
    "_": f"An underscore (_) stands alone here. {_ONE}",
}
_NOT_READ = re.compile(
    r"\*\*|__|~~|\[\[|\]\]|\]\(|`|^#{1,6}(?= )|(?<![\w*#])\*(?=[^\W\d_])|(?<!\w)_(?=\w)|</?[A-Za-z]+\s*/?>|&(?:[a-z]{2,8}|#x?\d+);"
)
_NOT_READ_HINTS = "*_~[]`#<&"


def stray_mark(text: str) -> str | None:
    """What is wrong with the marks left in one line of Markdown, as a sentence, once all that could be read have been read."""
    if not any(hint in text for hint in _HINTS):
        return _box(text)
    if _LINE_TO_WRITE_ON.search(text):
        return "A row of underscores is read out one by one, and nobody can write on it. Delete it, or say in words what belongs there."
    found = _STRAY.search(text)
    if found is not None:
        return _STANDS_ALONE[found[0]]
    if "~~" in text:
        return "Words cannot be struck out. Delete “~~”, and the words too if they no longer hold."
    if "==" in text:
        return "“==” marks nothing here. Write ** before and after words that matter most, or delete it."
    if "[^" in text:
        return "There are no footnotes. Say it in the sentence, or link to a page: [words](page.md)."
    return _box(text)


def _box(text: str) -> str | None:
    if text.lstrip().startswith(_BOXES):
        return "There are no boxes to tick. Write a plain list: “- …”."
    return None


def mark_not_read(text: str) -> str | None:
    """The first mark in a text in which none is read: a title, a line of contacts.yml. None when there is none."""
    if not any(sign in text for sign in _NOT_READ_HINTS):
        return None
    found = _NOT_READ.search(text)
    return found[0] if found is not None else None
