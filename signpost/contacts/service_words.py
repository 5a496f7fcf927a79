"""Finds what a sentence says of a service that only the register may say: digits to call, to text or to press that have
not the shape of a number, and opening hours.

It reads English and Welsh. Must never take a figure, a date or the time of an incident for one of these: both kinds
need a word of calling or of opening beside them.
"""

import re

_CALL = r"(?:call(?:ing)?|dial(?:ling)?|ring(?:ing)?|phon(?:e|ing)|ffoni(?:wch|o)|galw(?:ch)?|deial(?:wch|u))"
_LINE = r"(?:tel(?:ephone)?|ph(?:one)?|mob(?:ile)?|ext(?:ension)?|ffôn|ffon|symudol|estyniad)"
_TEXT = r"(?:text(?:ing)?|send(?:ing)?|tecsti(?:wch|o)|anfon(?:wch)?)"
_PRESS = r"(?:press(?:ing)?|tap(?:ping)?|hit(?:ting)?|key(?:ing)? in|ph?wys(?:wch|o)|g?wasg(?:wch|u))"
_BETWEEN = r"(?: (?:us|them|the|number|on|ni|nhw|y|rhif|ar|hwn))*"
_KEYS = r"(?: (?:the|key|keys|number|y|bysell|bysellau|rhif))*"
_LOCAL = r"\d{3,8}(?:[ -]\d{3,4}){0,2}"
"""A number without its code too: 655 555."""
_SENTENCE_GOES_ON = (
    "for", "to", "if", "when", "while", "and", "or", "now", "free", "at", "then", "before", "first", "from", "with", "straight", "as",
    "instead", "any", "i", "os", "pan", "neu", "a", "ac", "am", "yn", "nawr", "cyn", "gyntaf", "gyda", "ar", "unrhyw",
)  # fmt: skip
_END = rf"(?![\w%/-])(?![.,:]\d)(?=\s*(?:$|[^\w\s]|(?:{'|'.join(_SENTENCE_GOES_ON)})\b))"
"""“call 300 for help”, not “call 300 people”."""
_DIGITS = re.compile(
    rf"\b(?:{_CALL}{_BETWEEN}:? ?(?P<called>{_LOCAL})|{_CALL}(?-i: [A-Z][a-z]+) (?P<place>\d{{5,8}}|\d{{3}} \d{{3}})"
    rf"|{_LINE}\.?(?: (?:number|no\.?|rhif))?:? ?(?P<line>{_LOCAL})"
    rf"|{_TEXT}(?:(?: \S+){{0,4}}? (?:to|i|at|on|ar))? (?P<texted>\d{{5,6}})|{_PRESS}{_KEYS} (?P<pressed>[\d*#]{{1,4}})){_END}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")

_HOUR = r"(?:[01]?\d|2[0-4])"
_HALF = r" ?(?:[ap]m\b|[ap]\.m\.|yb\b|yh\b|o'r gloch|y bore|y prynhawn|yr hwyr|y nos)"
_WORD = r"(?:midnight|midday|noon|hanner nos|hanner dydd|canol dydd)"
_CLOCK = rf"(?:{_HOUR}[:.][0-5]\d(?:{_HALF})?|{_HOUR}{_HALF}|{_WORD})"
_UNTIL = r" ?(?:to|until|till|and|tan|hyd at|hyd|i|a|-|–) ?"
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?|(?:dydd )?(?:llun|mawrth|mercher|iau|gwener|sadwrn|sul))"
_NO_HOURS = r"(?<!within )(?<!for )(?<!after )(?<!every )(?<!last )(?<!next )(?<!o fewn )(?<!am )(?<!wedi )"
_HOURS = re.compile(
    rf"(?<![\w:.])(?:{_CLOCK}{_UNTIL}(?:{_CLOCK}|{_HOUR})|{_HOUR}{_UNTIL}{_HOUR}{_HALF}"
    r"|24/7|24[ -]?(?:hours?|hrs?) a day|24[ -]?(?:hours?|hrs?),? (?:7|seven) days|24[ -]awr y dydd"
    rf"|{_NO_HOURS}24[ -]?(?:hours?|hrs?|awr)(?! (?:later|after|before|of|yn ddiweddarach|ar ôl|cyn))"
    r"|all day,? every day|a?round the clock|day (?:and|or) night|ddydd a nos|ddydd neu nos)(?!\w)",
    re.IGNORECASE,
)
_SPEAKS_OF_OPENING = re.compile(
    r"\b(?:open|opens|opening|closed|closes|hours(?! you)|lines?|helplines?|staffed|available|call|(?<!your )(?<!the )(?<!my )(?<!a )phone|ring"
    rf"|ar agor|agor|ar gau|oriau|llinell(?:au)?|ffoni(?:wch|o)|ar gael|weekdays|{_DAY} ?(?:to|[-–]|tan|hyd|i) ?{_DAY})\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\b(?:open(?:s|ing)?|clos(?:es|ed|ing)|agor|cau|gau)(?: on \w+)?,? (?:(?:at|from|until|till|between|am|tan|hyd|o|rhwng) )?"
    rf"(?P<time>(?:(?:{_CLOCK}|{_HOUR}){_UNTIL})?{_CLOCK}|{_HOUR} ?(?:to|until|tan|[-–]) ?{_HOUR}(?= ?(?:$|[^\w\s]|on|every|ar|bob)))(?!\w)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[\d*#]")
_HOURS_IN_WORDS = ("midnight", "midday", "noon", "hanner", "canol", "all day", "clock", "night", "nos")
"""Hours without a figure have one of these. Both are found fast; most texts have neither."""


def digits_to_dial(text: str) -> list[str]:
    """Digits that a sentence tells people to call, to text or to press, however few."""
    if not _FIGURE.search(text):
        return []
    found = (next(filter(None, match.groups())) for match in _DIGITS.finditer(text))
    return [digits for digits in found if not _YEAR.fullmatch(digits)]


def hours_in_prose(text: str) -> list[str]:
    """Opening hours. Only in a sentence that speaks of opening or of calling."""
    if not _FIGURE.search(text):
        low = text.lower()
        if not any(words in low for words in _HOURS_IN_WORDS):
            return []
    spans = [match.span() for match in _HOURS.finditer(text) if _SPEAKS_OF_OPENING.search(_sentence(text, *match.span()))]
    for match in _OPENS.finditer(text):
        start, end = match.span("time")
        if not any(first < end and start < last for first, last in spans):
            spans.append((start, end))
    return [text[start:end].strip() for start, end in sorted(spans)]


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a place, without what stands there."""
    before = re.split(r"[.!?](?=\s)", text[:start])[-1]
    after = re.split(r"[.!?](?=\s)", text[end:], maxsplit=1)[0]
    return f"{before} … {after}"
