"""Finds telephone numbers where they must not stand: typed into prose, a title, the words of a template.

It looks for the shape of a number, so that one with a wrong or a missing digit is found too. Must never depend on
how an editor grouped the digits, or on the signs between the groups.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from signpost.contacts.number_words import digits_said, said_in_words
from signpost.figures import COUNTED, is_figure, without_figures

_STUCK = "".join(rf"|(?<=\b{word})" for word in ("tel", "ffôn", "phone", "call", "text", "rhif", "number", "no", "ffoniwch", "on", "ar"))
_BEFORE_LONG = rf"(?:(?<!\w){_STUCK})(?<!\d[.,-])"
_AFTER_LONG = r"(?!\w*\d)(?!\w{5})"
"""A letter or two may stick to the digits; a row of letters and digits is a code."""
_LONG = re.compile(rf"(?=[+(0]){_BEFORE_LONG}(?:\+|\(?0(?=[ )\]_]?\d))(?:[ ().\[\]_-]{{0,5}}\d){{7,16}}{_AFTER_LONG}", re.IGNORECASE)
"""With the 0 or the + at its start. From eight digits on: 0800 1111 is a real one."""
_PARTED = re.compile(rf"(?=0){_BEFORE_LONG}0\d{{2,4}}(?: {{0,2}}[,/·•|] {{0,2}}\d{{2,6}}){{1,3}}{_AFTER_LONG}", re.IGNORECASE)
"""With other signs between its groups, as in 0808/802/0300."""
_BARE = re.compile(r"(?=\d)(?<![\w£$€.,/=&#%-])(?:\d{2}[ -]\d{4}[ -]\d{4}|(?:1[ -])?\d{3,}+(?:[ -]{1,2}\d{3,}+)*)(?!\w)")
"""Without the 0: groups of three digits or more. A group keeps its digits (`+` after the count): to try each way of parting
a row of fifty that ends in a letter would take for ever."""
_RELAY = re.compile(rf"(?=1)(?<![\w£$€.,/=&#%-])180[ -]?0[012](?:\d{{2,}}+)?(?:(?: ?\+ ?|[ -])\d{{2,}}+)*(?!\w)(?!{COUNTED})")
"""A prefix of Relay UK, with what is dialled after it."""
_PARTED_DIGITS = (10, 11)
_BARE_DIGITS = (("", 10), ("1", 11), ("44", 12))
"""How many digits a number has that starts with these: without its 0, of North America, of this country from abroad."""
_TWO_DIGITS = re.compile(r"\d(?:[\W_]{0,5}\d|[OoIl]|[ -][Oo]|(?<=[OoIl]\d))")
"""Two digits that may be of one number, or a digit and a letter that looks like one. Every number has them: a digit alone,
as in “Part 1”, needs no closer look."""
_NOT_PLAIN = re.compile(r"[^ -~]")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WELL_KNOWN = ("999", "101", "111", "112", "105", "116 123")
_AROUND = 80
"""Signs before and after digits that can change what they are."""
_DIGITS = re.compile(rf"[0-9]+(?:[^0-9]{{1,{2 * _AROUND}}}+[0-9]+)*")
"""Digits, with others so near that they are looked at together."""
_LETTERED = re.compile(r"(?<![^\W_])(?=[OoIl]*\d)(?=\d*[OoIl])[OoIl\d]{3,}(?![^\W\d_])|(?<=\d[ -])[Oo]{2,4}(?![^\W\d_])")
"""Digits with a letter among them that looks like one: O8O8, 1l1."""
_MAY_BE_LETTERED = re.compile(r"\d(?:[OoIl]|[ -][Oo]|(?<=[OoIl]\d))")
"""Found fast, for it begins with a digit, and wherever the other is."""
_ANY_GAP = r"(?:[^\w]|_){0,3}"
_NOT_IN_A_ROW = r"(?<!\d )"
_AFTER_DATE = (
    r"(?:(?<=(?<!\w)(?<!\d )(?:19|20)\d\d )|(?<=(?:19|20)\d\d-\d\d-\d\d )|(?<=\d[./]\d\d[./]\d\d )|(?<=(?<!\w)\d[.:][0-5]\d )"
    r"|(?<=(?<!\w)[0-2]\d[.:][0-5]\d ))"
)
"""“Since 1 May 2026 101 …”: the digits before are no part of a number when they are those of a date or a clock."""
_MAY_BE_AFTER_DATE = re.compile(r"\d\d \d")
_SHORTER_THAN = 8
"""Numbers with fewer digits have no shape of their own and are looked for one by one."""


def numbers_in_prose(text: str, known: Iterable[str]) -> list[str]:
    """Telephone numbers typed into a text: anything of the shape of one, and every number that is known."""
    plain = _plain(text)
    spans = said_in_words(plain)
    for start, end in _near_digits(plain):
        if not _TWO_DIGITS.search(plain, start, end):
            continue
        part = _as_digits(plain[start:end])
        spans += ((start + first, start + last) for first, last in _in_digits(part, frozenset(known)))
    return [text[start:end].strip() for start, end in sorted(spans)]


@lru_cache(maxsize=1024)  # the same few on every page
def digits_of(text: str) -> str:
    """Only the digits, as ASCII; for a number said in words, or with letters that look like digits, what is meant."""
    plain = _as_digits(_plain(text))
    return digits_said(plain) or "".join(sign for sign in plain if sign.isdigit())


def _near_digits(plain: str) -> list[tuple[int, int]]:
    """The parts of a text that have digits, with what stands around them: most of a page has none, and is not searched."""
    parts: list[tuple[int, int]] = []
    for found in _DIGITS.finditer(plain):
        start = max(0, plain.rfind(" ", 0, max(0, found.start() - _AROUND)))
        if parts and start <= parts[-1][1]:
            start = parts.pop()[0]
        parts.append((start, found.end() + _AROUND))
    return parts


def _plain(text: str) -> str:
    """The same text with ASCII digits, hyphens and spaces, sign by sign, so that places stay the same."""
    if text.isascii() and text.isprintable():
        return text
    for sign in set(_NOT_PLAIN.findall(text)):
        plain = _plain_sign(sign)
        if plain != sign:
            text = text.replace(sign, plain)
    return text


@lru_cache(maxsize=4096)
def _plain_sign(sign: str) -> str:
    kind = unicodedata.category(sign)
    if sign.isspace() or kind in {"Mn", "Me"}:
        return " "  # the frame around a digit (9️⃣) too
    if kind == "Pd" or sign == "\u2212":
        return "-"
    return str(unicodedata.digit(sign)) if sign.isdigit() else sign


def _as_digits(plain: str) -> str:
    return _LETTERED.sub(_lettered, plain) if _MAY_BE_LETTERED.search(plain) else plain


def _lettered(found: re.Match[str]) -> str:
    """An l at the end is a litre."""
    signs = found.group(0).replace("O", "0").replace("o", "0")
    return signs[0] + signs[1:-1].replace("l", "1").replace("I", "1") + signs[-1]


def _in_digits(plain: str, known: frozenset[str]) -> list[tuple[int, int]]:
    """Whole numbers of the register first, for nothing makes a figure of one."""
    spans = [found.span() for found in _known_pattern(known).finditer(plain)] if known else []
    plain = _without(plain, spans)
    # Figures are looked for, which takes longest, only where there seems to be a number.
    rest = _of_any_shape(plain, known)
    bare = without_figures(plain) if rest else plain
    return [*spans, *(rest if bare == plain else _of_any_shape(bare, known))]


def _of_any_shape(plain: str, known: frozenset[str]) -> list[tuple[int, int]]:
    """Each pattern sees what those before it have left."""
    spans: list[tuple[int, int]] = []
    for find in (_relayed, lambda rest: _short(rest, known), _parted, _long, _bare, lambda rest: _after_date(rest, known)):
        found = list(find(plain))
        plain = _without(plain, found)
        spans += found
    return spans


def _without(plain: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        plain = plain[:start] + "x" * (end - start) + plain[end:]
    return plain


def _relayed(plain: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _RELAY.finditer(plain))


def _parted(plain: str) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _PARTED.finditer(plain) if len(re.sub(r"\D", "", found.group(0))) in _PARTED_DIGITS)


def _long(plain: str) -> Iterator[tuple[int, int]]:
    for found in _LONG.finditer(plain):
        groups = re.findall(r"\d+", found.group(0))
        # “0 5 10 15 20 25” is the foot of a chart.
        if groups[0] != "0" or found.group(0)[0] in "+(" or max(map(len, groups)) > 2 or len(groups) in _PARTED_DIGITS:
            yield found.span()


def _bare(plain: str) -> Iterator[tuple[int, int]]:
    for found in _BARE.finditer(plain):
        groups = re.findall(r"\d+", found.group(0))
        digits = "".join(groups)
        right = any(digits.startswith(start) and len(digits) == length for start, length in _BARE_DIGITS)
        if right and not any(map(_YEAR.fullmatch, groups)):
            yield found.span()


def _short(plain: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _short_pattern(known, _NOT_IN_A_ROW).finditer(plain) if not is_figure(plain, found.start()))


def _after_date(plain: str, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Last, for what is left: the digits before may be a longer number's too."""
    if _MAY_BE_AFTER_DATE.search(plain):
        for found in _short_pattern(known, _AFTER_DATE).finditer(plain):
            if not is_figure(plain, found.start()):
                yield found.span()


@lru_cache(maxsize=64)
def _known_pattern(known: frozenset[str]) -> re.Pattern[str]:
    """Whole numbers of the register, in groups of any kind, with their 0 or without."""
    numbers = (_dialled(number) for number in known)
    shapes = (re.sub("^0", "0?", _ANY_GAP.join(digits)) for digits in numbers if len(digits) >= _SHORTER_THAN)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(_longest_first(shapes)) or '(?!)'})(?!\d)")


@lru_cache(maxsize=64)
def _short_pattern(known: frozenset[str], after: str) -> re.Pattern[str]:
    """`after` says what may stand before a number, as a pattern that takes no signs."""
    numbers = {_dialled(number) for number in (*known, *_WELL_KNOWN)} - {""}
    shapes = [_shapes(digits) for digits in numbers if len(digits) < _SHORTER_THAN]
    return re.compile(
        rf"(?=\d)(?<![\w£$€#=&%])(?<!\d[.,/-]){after}(?<![A-Z][/-])(?:{'|'.join(_longest_first(shapes))}|118[ -]?\d{{3}})(?!(?!s\b)\w)"
        rf"(?! ?%)(?!\.\d)(?!,\d{{3}}(?!\d))(?!-\d)(?! \d{{3}}(?!\d))(?!{COUNTED})"
    )


def _dialled(number: str) -> str:
    """What cannot be dialled is refused where it is read; here it is only left out."""
    return re.sub(r"[^0-9]", "", number)


def _longest_first(shapes: Iterable[str]) -> list[str]:
    return sorted(shapes, key=lambda shape: (-len(shape), shape))


def _shapes(digits: str) -> str:
    """Five digits and more may be parted anywhere; “1 01” is no number."""
    if len(digits) > 4:
        return "[ .-]{0,3}".join(digits)
    apart = "[ -]{1,3}".join(digits) + r"(?! \d)"
    return rf"(?:{digits}|{apart}|9[./]9[./]9)" if digits == "999" else rf"(?:{digits}|{apart})"
