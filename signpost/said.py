"""Dates as people say them, in English and Welsh. Must never depend on the machine's own locale.

The names of the months are CLDR's (test_said.py compares them with babel's); loading babel for twelve words took a tenth
of a small build.
"""

from datetime import date

MONTHS = {
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ),
    "cy": (
        "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr",
    ),
}  # fmt: skip


def said(day: date, locale: str) -> str:
    """`23 November 2026`, `23 Tachwedd 2026`, with a space that does not break between day and month."""
    return f"{day.day}\u00a0{month_said(day, locale)}"


def month_said(day: date, locale: str) -> str:
    """`November 2026`, `Tachwedd 2026`."""
    return f"{MONTHS[locale][day.month - 1]} {day.year}"
