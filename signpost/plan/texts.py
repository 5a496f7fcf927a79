"""Texts of the plan in every language, read and checked.

A text stands in all languages. “none yet” in place of a translation is allowed while people work on it: a build
shows the first language and says so, publishing stops. Must never let a telephone number or a placeholder through,
or two languages that name different dates.
"""

import re
from collections.abc import Sequence

from signpost.contacts.number_finder import numbers_in_prose
from signpost.contacts.service_words import digits_to_dial
from signpost.files.fields import Fields
from signpost.plan.model import Texts
from signpost.problems import Level

NOT_TRANSLATED = "none yet"
MOST_CHARACTERS = 6000

MONTH_NAMES = {
    "en": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"),
    "cy": (
        "Ionawr", "Chwefror", "[MF]awrth", "Ebrill", "[MF]ai", "[MF]ehefin",
        "G?[Oo]rffennaf", "Awst", "[MF]edi", "Hydref", "(?:T|D|Th)achwedd", "Rh?agfyr",
    ),
}  # fmt: skip
_ORDINAL = {"en": "st|nd|rd|th", "cy": "af|ail|il|ydd|ed|eg|ain|fed"}


def read_texts(fields: Fields, name: str, locales: Sequence[str], most: int = MOST_CHARACTERS) -> Texts:
    """A text that must be there, by language."""
    found = read_optional_texts(fields, name, locales, most)
    if found is None:
        if not fields.has(name):
            lines = ", ".join(f"“{code}: …”" for code in locales)
            fields.wrong(name, f"“{name}” is missing from {fields.what}. Write it with a line for each language: {lines}.", "missing-field")
        return dict.fromkeys(locales, "")
    return found


def read_optional_texts(fields: Fields, name: str, locales: Sequence[str], most: int = MOST_CHARACTERS) -> Texts | None:
    group = fields.group(name, f"“{name}”", f"{locales[0]}: …")
    if group is None:
        return None
    return _texts(group, locales, most)


def read_paragraphs(fields: Fields, name: str, locales: Sequence[str]) -> tuple[Texts, ...]:
    """A list of texts; nothing when the field is missing."""
    return tuple(_texts(group, locales, MOST_CHARACTERS) for group in fields.groups(name, f"“{name}”"))


def _texts(group: Fields, locales: Sequence[str], most: int) -> Texts:
    found: dict[str, str] = {}
    for code in locales:
        text = _text(group, code, most)
        if text == NOT_TRANSLATED and code == locales[0]:
            group.wrong(
                code, f"“{NOT_TRANSLATED}” stands for a translation. Write the text itself in the language “{code}”.", "placeholder"
            )
        elif text == NOT_TRANSLATED:
            _not_translated(group, code)
        else:
            found[code] = text
            _check_numbers(group, code, text)
    group.finish()
    _check_dates(group, found)
    return found


def _text(group: Fields, code: str, most: int) -> str:
    if not group.has(code):
        group.wrong(
            code,
            f"“{code}” is missing from {group.what}: everything in the plan stands in each language. "
            f"Write “{code}: …”, or “{code}: {NOT_TRANSLATED}” until it is translated.",
            "missing-translation",
        )
    return group.unmarked(code, group.optional_text(code, most) or "")


def _not_translated(group: Fields, code: str) -> None:
    group.problems.add(
        "plan-translation",
        group.file,
        group.line(code),
        f"This text is not translated yet. Write it in the language “{code}” in place of “{NOT_TRANSLATED}”.",
        Level.WARNING,
        safety=False,
    )


def _check_numbers(group: Fields, code: str, text: str) -> None:
    for typed in (*numbers_in_prose(text, ()), *digits_to_dial(text)):
        group.wrong(
            code,
            f"“{typed}” looks like a telephone number. Numbers stand in contacts.yml only: name the service in words instead.",
            "number-in-prose",
        )


def _check_dates(group: Fields, texts: Texts) -> None:
    """A reader must find the same dates whichever language she reads."""
    if set(texts) != {"en", "cy"}:
        return
    english, welsh = (_dates_named(texts[code], code) for code in ("en", "cy"))
    if english != welsh:
        differing = sorted(english ^ welsh)
        said = ", ".join(_date_said(item) for item in differing)
        group.wrong(
            "cy", f"The two languages do not name the same dates: {said} stands in one of them only. Correct one.", "languages-differ"
        )


def _dates_named(text: str, code: str) -> set[tuple[int, int, int]]:
    """Day (0 for none), month, year (0 for none) of every date with a month's name."""
    found = set()
    for number, name in enumerate(MONTH_NAMES[code], start=1):
        day = rf"(?:\b(\d{{1,2}})(?:{_ORDINAL[code]})?\s+(?:of?\s+)?)?"
        for match in re.finditer(rf"{day}\b{name}\b(?:\s+(\d{{4}}))?", text):
            if match[1] or match[2]:  # “May” alone is not a date for certain
                found.add((int(match[1] or 0), number, int(match[2] or 0)))
    return found


def _date_said(item: tuple[int, int, int]) -> str:
    day, month, year = item
    return " ".join(str(part) for part in (day, MONTH_NAMES["en"][month - 1], year) if part)
