"""Calendar files (RFC 5545): whole days, no alarms, nothing that blocks time.

Must never look at the clock: the same entries give the same bytes.
"""

from collections.abc import Iterable
from datetime import date, timedelta

MOST_OCTETS = 75
"""Longest line (RFC 5545, 3.1)."""


def calendar_file(product: str, title: str, lines: Iterable[str]) -> bytes:
    """The lines of `event`s as one file. `product` says what made it."""
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//signpost//{product}//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_escaped(title)}",
        f"X-WR-CALNAME:{_escaped(title)}",
    ]
    return "".join(_folded(line) + "\r\n" for line in (*head, *lines, "END:VCALENDAR")).encode("utf-8")


def event(name: str, stamp: str, day: date, summary: str, description: str, address: str | None = None) -> list[str]:
    """The lines of one whole day. `name` is its id for ever, `stamp` when the entry was made, as 20261123T000000Z."""
    return [
        "BEGIN:VEVENT",
        f"UID:{name}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(summary)}",
        f"DESCRIPTION:{_escaped(description)}",
        *([f"URL:{address}"] if address else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """No line over 75 octets, and no letter cut in two."""
    pieces, piece, octets = [], "", 0
    for sign in line:
        size = len(sign.encode("utf-8"))
        if octets + size > MOST_OCTETS:
            pieces.append(piece)
            piece, octets = "", 1
        piece += sign
        octets += size
    return "\r\n ".join([*pieces, piece])
