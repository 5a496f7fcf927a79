"""Finds telephone numbers where they must not stand: typed into prose, a title, the words of a template.

It looks for the shape of a number, so that one with a wrong or a missing digit is found too. Must never depend on
how an editor grouped the digits.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

_BEFORE = r"(?<![\w£$€.,/=&#%-])"
_GAP = r"[ ().-]{0,3}"
_LONG = re.compile(rf"{_BEFORE}(?:\+|\(?0(?=[ )]?\d))(?:{_GAP}\d){{7,16}}(?!\w)")
"""With the 0 or the + at its start. From eight digits on: 0800 1111 is a real one."""
_BARE = re.compile(rf"{_BEFORE}\d{{3,}}(?:[ -]{{0,2}}\d{{3,}})*(?!\w)")
"""Without the 0: groups of three digits or more, ten digits or more in all."""
_RELAY = re.compile(rf"{_BEFORE}1800[012](?:[ -]?\d{{2,}})*(?!\w)")
"""A prefix of Relay UK, with what is dialled after it."""
_FEWEST_BARE = 10
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_NUMBERED_PART = re.compile(
    r"(?:sections?|adran(?:nau)?|articles?|erthygl(?:au)?|regulations?|rheoliad(?:au)?|paragraphs?|paragraff(?:au)?"
    r"|pages?|tudalen(?:nau)?|chapters?|pennod(?:au)?|rules?|rheol(?:au)?) $",
    re.IGNORECASE,
)
"""“section 111” of an Act is no telephone number."""
_LONGEST_PART = 20
"""Letters of the longest of these words, and some to spare."""
_WELL_KNOWN = ("999", "101", "111", "112", "105", "116 123")
_IN_WORDS = {
    "999": re.compile(r"\b(?:nine[ ,-]+nine[ ,-]+nine|triple[ -]nine|naw[ ,-]+naw[ ,-]+naw)\b", re.IGNORECASE),
    "101": re.compile(r"\b(?:one[ ,-]+(?:oh|o|zero|nought)[ ,-]+one|un[ ,-]+(?:dim|sero)[ ,-]+un)\b", re.IGNORECASE),
}
_ODD_SIGN = re.compile(r"[^\x20-\x7e]")
"""Most signs of a page are plain already: only the others are looked at one by one."""
_OTHER_SIGN = re.compile(r"[^\x20-\x7e]")
_SHORTER_THAN = 8
"""Numbers with fewer digits have no shape of their own and are looked for one by one."""


def numbers_in_prose(text: str, known: Iterable[str]) -> list[str]:
    """Telephone numbers typed into a text: anything of the shape of one, and every short number that is known."""
    plain = _plain(text)
    spans = [*_long(plain), *_short(plain, known)]
    return [text[start:end].strip() for start, end in sorted(spans)]


def digits_of(text: str) -> str:
    """Only the digits, as ASCII; for a number said in words the number that is meant."""
    for digits, words in _IN_WORDS.items():
        if words.fullmatch(text.strip()):
            return digits
    return "".join(sign for sign in _plain(text) if sign.isdigit())


def _plain(text: str) -> str:
    """The same text with ASCII digits, hyphens and spaces, sign by sign, so that places stay the same."""
    return _OTHER_SIGN.sub(_plain_sign, text)


def _plain_sign(found: re.Match[str]) -> str:
    sign = found.group(0)
    if sign.isspace():
        return " "
    if unicodedata.category(sign) == "Pd" or sign == "\u2212":
        return "-"
    return str(unicodedata.digit(sign)) if sign.isdigit() else sign


def _long(plain: str) -> Iterator[tuple[int, int]]:
    for pattern in (_RELAY, _LONG):
        yield from _spans(pattern, plain)
        plain = pattern.sub(lambda found: "x" * len(found.group(0)), plain)
    for start, end in _spans(_BARE, plain):
        groups = re.findall(r"\d+", plain[start:end])
        if sum(map(len, groups)) >= _FEWEST_BARE and not any(map(_YEAR.fullmatch, groups)):
            yield start, end


def _spans(pattern: re.Pattern[str], plain: str) -> list[tuple[int, int]]:
    return [found.span() for found in pattern.finditer(plain)]


def _short(plain: str, known: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Short numbers written in one piece, in their own groups, or digit by digit; and those said in words."""
    for found in _short_pattern(frozenset(known)).finditer(plain):
        if not _NUMBERED_PART.search(plain[max(0, found.start() - _LONGEST_PART) : found.start()]):
            yield found.span()
    for words in _IN_WORDS.values():
        yield from _spans(words, plain)


@lru_cache(maxsize=64)
def _short_pattern(known: frozenset[str]) -> re.Pattern[str]:
    numbers = {number for number in (*known, *_WELL_KNOWN) if len(number.replace(" ", "")) < _SHORTER_THAN}
    shapes = {shape for number in numbers for shape in _shapes(number)}
    one_of = "|".join(sorted(shapes, key=lambda shape: (-len(shape), shape)))
    return re.compile(rf"{_BEFORE}(?<!\d )(?:{one_of})(?![\w%])(?![.,]\d)(?!-\d)(?! \d)(?! ?(?:offences|per cent|o droseddau|y cant))")


def _shapes(number: str) -> set[str]:
    digits = number.replace(" ", "")
    return {digits, number.replace(" ", "[ -]"), "[ -]".join(digits)}
