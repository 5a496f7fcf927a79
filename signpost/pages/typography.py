"""Small typographic care for English and Welsh, done to the text of a paragraph and never to a number or a link.

Must never change what is said: only quotation marks, apostrophes, dashes, the ellipsis and spaces that should not break.
"""

import re

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr"
)
_DAY_AND_MONTH = re.compile(rf"\b(\d{{1,2}}) (?=(?:{_MONTHS})\b)")
_AMOUNT = re.compile(r"(?<=\d) (?=(?:million|miliwn|o filiynau|billion|biliwn|%)\b)")
_SPACED_HYPHEN = re.compile(r"(?<=\S) -{1,2} (?=\S)")
_WELSH_LEADING_APOSTROPHE = re.compile(r"(?<![^\s(])'(?=(?:r|n|i|u|w|m|th|ch|na|ma|da|dyn|dw|dy|sdim|steddfod)\b)", re.IGNORECASE)

_FIGURE = re.compile(r"\d")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")

NO_BREAK_SPACE = "\u00a0"


def before_quotes(text: str, locale: str) -> str:
    """What must be settled before straight quotes are turned: Welsh words that begin with an apostrophe."""
    return _WELSH_LEADING_APOSTROPHE.sub("’", text) if locale == "cy" and "'" in text else text


def after_quotes(text: str) -> str:
    """Dashes, ellipsis, and a day kept with its month. Most texts have neither a hyphen between spaces nor a figure."""
    text = text.replace("...", "…")
    if " -" in text:
        text = _SPACED_HYPHEN.sub(f"{NO_BREAK_SPACE}– ", text)
    if _FIGURE.search(text) is None:
        return text
    text = _DAY_AND_MONTH.sub(rf"\1{NO_BREAK_SPACE}", text)
    return _AMOUNT.sub(NO_BREAK_SPACE, text)


def curled(text: str) -> str:
    """Curly apostrophes inside words, for short texts that are not Markdown: titles, names, the words of templates."""
    return _APOSTROPHE.sub("’", text)
