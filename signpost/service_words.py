"""Finds what a sentence says of a service that only the register may say: digits to call, to text or to press that have
not the shape of a number, and opening hours.

It reads English and Welsh. Must never take a figure, a date or the time of an incident for one of these: both kinds
need a word of calling or of opening beside them.
"""

import re

_CALL = r"(?:call(?:ing)?|dial(?:ling)?|ring(?:ing)?|phon(?:e|ing)|ffoni(?:wch|o)|galw(?:ch)?|deial(?:wch|u))"
_TEXT = r"(?:text(?:ing)?|send(?:ing)?|tecsti(?:wch|o)|anfon(?:wch)?)"
_PRESS = r"(?:press(?:ing)?|phwys(?:wch|o)|pwys(?:wch|o))"
_BETWEEN = r"(?: (?:us|them|the|number|on|ni|nhw|y|rhif|ar|hwn))*"
_KEYS = r"(?: (?:the|key|keys|number|y|bysell|bysellau|rhif))*"
_SENTENCE_GOES_ON = (
    "for", "to", "if", "when", "while", "and", "or", "now", "free", "at", "then", "i", "os", "pan", "neu", "a", "ac", "am", "yn", "nawr",
)  # fmt: skip
_END = rf"(?![\w%/-])(?![.,:]\d)(?=\s*(?:$|[^\w\s]|(?:{'|'.join(_SENTENCE_GOES_ON)})\b))"
"""“call 300 for help”, not “call 300 people”."""
_DIGITS = re.compile(
    rf"\b(?:{_CALL}{_BETWEEN} (?P<called>\d{{3,6}})|{_TEXT}(?: \S+){{1,4}}? (?:to|i|at) (?P<texted>\d{{3,6}})"
    rf"|{_PRESS}{_KEYS} (?P<pressed>[\d*#]{{1,4}})){_END}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")

_HOUR = r"(?:[01]?\d|2[0-4])"
_HALF = r" ?(?:[ap]m\b|[ap]\.m\.|yb\b|yh\b|o'r gloch|y bore|y prynhawn|yr hwyr|y nos)"
_WORD = r"(?:midnight|midday|noon|hanner nos|hanner dydd|canol dydd)"
_CLOCK = rf"(?:{_HOUR}[:.][0-5]\d(?:{_HALF})?|{_HOUR}{_HALF}|{_WORD})"
_UNTIL = r" ?(?:to|until|till|tan|hyd at|hyd|i|-|–) ?"
_HOURS = re.compile(
    rf"(?<![\w:.])(?:{_CLOCK}{_UNTIL}{_CLOCK}|{_HOUR}{_UNTIL}{_HOUR}{_HALF}"
    r"|24/7|24[ -]?hours?(?: a day|,? (?:7|seven) days)?|24[ -]awr(?: y dydd)?)(?!\w)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:open|opens|opening|closed|closes|hours|lines?|helplines?|staffed|available|call|phone|ring"
    r"|ar agor|agor|ar gau|oriau|llinell(?:au)?|ffoni(?:wch|o)|ar gael)\b",
    re.IGNORECASE,
)


def digits_to_dial(text: str) -> list[str]:
    """Digits that a sentence tells people to call, to text or to press, however few."""
    found = (next(filter(None, match.groups())) for match in _DIGITS.finditer(text))
    return [digits for digits in found if not _YEAR.fullmatch(digits)]


def hours_in_prose(text: str) -> list[str]:
    """Opening hours. Only in a sentence that speaks of opening or of calling."""
    return [match.group(0).strip() for match in _HOURS.finditer(text) if _OPENING.search(_sentence(text, *match.span()))]


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a place, without what stands there."""
    before = re.split(r"[.!?](?=\s)", text[:start])[-1]
    after = re.split(r"[.!?](?=\s)", text[end:], maxsplit=1)[0]
    return f"{before} … {after}"
