"""Dates as people say them, in English and Welsh (CLDR, through babel). Must never depend on the machine's own locale."""

from datetime import date
from functools import lru_cache

from babel.dates import format_date


@lru_cache(maxsize=4096)
def said(day: date, locale: str) -> str:
    """`23 November 2026`, `23 Tachwedd 2026`, with a space that does not break between day and month."""
    text = format_date(day, "d MMMM y", locale="en_GB" if locale == "en" else locale)
    return text.replace(" ", "\u00a0", 1)
