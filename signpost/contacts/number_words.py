"""Telephone numbers said in words, in English and Welsh: “nine nine nine”, “oh eight oh eight, …”.

Must never take counting for a number: “one, two, three” is none.
"""

import re

_ENGLISH = dict(
    zip("0123456789", ["oh|o|zero|nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], strict=True)
)
_WELSH = dict(zip("0123456789", ["dim|sero", "un", "dau", "tri", "pedwar", "pump", "chwech", "saith", "wyth", "naw"], strict=True))
_TIMES = {"double": 2, "treble": 3, "triple": 3, "dwbl": 2}
_BETWEEN = "[ ,-]+"
_SAID_SHORT = ("999", "101", "111", "112", "105", "116123")
_FEWEST = 6
"""Digits of the shortest number that is said digit by digit and is not one of these."""


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
_ROW = re.compile(rf"\b{_DIGIT}(?:{_BETWEEN}{_DIGIT}){{3,}}\b", re.IGNORECASE)
_ZERO = re.compile(r"\b(?:oh|zero|nought|dim|sero)\b", re.IGNORECASE)
"""Every full number has one; counting has none."""
_FIRST_WORDS = (
    "triple", "treble", "double", "zero", "nought", "sero", "one one", "one oh", "one o ", "un un", "un dim", "e nine", "naw naw", "tri naw",
    "oh ", *(f"dim {_WELSH[digit]}" for digit in "12378"),
)  # fmt: skip
"""One of these stands in every number said in words, once single spaces part it. They are found fast; most texts have none."""


def said_in_words(text: str) -> list[tuple[int, int]]:
    """The places of the numbers."""
    low = text.lower().replace("-", " ").replace(",", " ").replace("  ", " ")
    if not any(words in low for words in _FIRST_WORDS):
        return []
    rows = _ROW.finditer(text) if _ZERO.search(text) else ()
    long = [row.span() for row in rows if _ZERO.search(row.group(0)) and len(_digits(row.group(0))) >= _FEWEST]
    short = (found.span() for found in _SHORT.finditer(text))
    return long + [(start, end) for start, end in short if not any(first <= start < last for first, last in long)]


def digits_said(text: str) -> str | None:
    """The digits of a number said in words; None when the text is not one."""
    said = text.strip()
    short = _SHORT.fullmatch(said)
    if short is not None:
        return re.sub(r"\D", "", short.lastgroup or "")
    return _digits(said) if _ROW.fullmatch(said) else None


def _digits(row: str) -> str:
    digits, times = "", 1
    for word in re.findall(r"\w+", row.casefold()):
        times = _TIMES.get(word, times)
        if word in _NAMES:
            digits, times = digits + _NAMES[word] * times, 1
    return digits
