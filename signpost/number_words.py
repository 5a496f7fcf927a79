"""Telephone numbers said in words, in English and Welsh: “nine nine nine”, “oh eight oh eight, …”.

Must never take counting for a number: “one, two, three” is none.
"""

import re

_ENGLISH = {"0": "oh|o|zero|nought", "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine"}
_WELSH = {"0": "dim|sero", "1": "un", "2": "dau", "3": "tri", "4": "pedwar", "5": "pump", "6": "chwech", "7": "saith", "8": "wyth", "9": "naw"}
_TIMES = {"double": 2, "treble": 3, "triple": 3, "dwbl": 2}
_BETWEEN = "[ ,-]+"
_SAID_SHORT = ("999", "101", "111", "112", "105", "116123")
_FEWEST = 6


def _row(digits: str, names: dict[str, str]) -> str:
    return _BETWEEN.join(f"(?:{names[digit]})" for digit in digits)


_SHORT = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<{name}{digits}>{_row(digits, names)})" for name, names in (("en", _ENGLISH), ("cy", _WELSH)) for digits in _SAID_SHORT)
    + r"|(?P<times999>(?:triple|treble)[ -](?:nine|9)|nine[ -]double[ -]nine|double[ -]nine[ -]nine|three nines|tri naw))\b",
    re.IGNORECASE,
)
_NAMES = {name: digit for names in (_ENGLISH, _WELSH) for digit, words in names.items() for name in words.split("|")}
_DIGIT = rf"(?:(?:{'|'.join(_TIMES)})[ -]+)?(?:{'|'.join(_NAMES)})"
_LONG = re.compile(rf"\b{_DIGIT}(?:{_BETWEEN}{_DIGIT}){{{_FEWEST - 1},}}\b", re.IGNORECASE)
_ZERO = re.compile(r"\b(?:oh|zero|nought|dim|sero)\b", re.IGNORECASE)
"""Every full number has one; counting has none."""


def said_in_words(text: str) -> list[tuple[int, int]]:
    """The places of the numbers."""
    long = [found.span() for found in _LONG.finditer(text) if _ZERO.search(found.group(0))] if _ZERO.search(text) else []
    short = (found.span() for found in _SHORT.finditer(text))
    return long + [(start, end) for start, end in short if not any(first <= start < last for first, last in long)]


def digits_said(text: str) -> str | None:
    """The digits of a number said in words; None when the text is not one."""
    said = text.strip()
    short = _SHORT.fullmatch(said)
    if short is not None:
        return re.sub(r"\D", "", short.lastgroup or "")
    if not _LONG.fullmatch(said):
        return None
    digits, times = "", 1
    for word in re.findall(r"\w+", said.casefold()):
        times = _TIMES.get(word, times)
        if word in _NAMES:
            digits, times = digits + _NAMES[word] * times, 1
    return digits
