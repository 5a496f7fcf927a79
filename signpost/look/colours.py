"""Contrast of every pair of colours that the pages show together (WCAG 2.2, 1.4.3 and 1.4.11), in every scheme.

The pairs stand here; the colours are read from the style sheets themselves. Must never let a brand outweigh a reader.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signpost.look.style_rules import StyleRule, resolved, tokens
from signpost.model import SiteConfig
from signpost.problems import Problems

LEAST_FOR_TEXT = 4.5
LEAST_FOR_SHAPES = 3.0
LEAST_FOR_MORE = 7.0
"""For text, where the reader has asked for more contrast (1.4.6)."""
ON_BRAND = "#ffffff"

_DARK, _MORE = "prefers-color-scheme: dark", "prefers-contrast: more"
SCHEMES: dict[str, tuple[str, ...]] = {
    "light": (),
    "dark": (_DARK, _DARK.replace(": ", ":")),
    "light, with more contrast": (_MORE, _MORE.replace(": ", ":")),
    "dark, with more contrast": (_DARK, _DARK.replace(": ", ":"), _MORE, _MORE.replace(": ", ":")),
}
_SURFACES = ("--background", "--panel", "--danger-panel", "--warning-panel")
TEXT_PAIRS = (
    *((text, surface) for text in ("--text", "--link", "--muted") for surface in _SURFACES),
    ("--on-brand", "--brand"),
    ("--on-danger", "--danger"),
    ("--on-focus", "--focus"),
    ("--quick-exit-colour", "--quick-exit-background"),
)
SHAPE_PAIRS = (
    ("--border", "--background"),
    ("--warning", "--warning-panel"),
    ("--warning", "--background"),
    ("--field-border", "--background"),
    ("--on-brand", "--brand"),
)
"""Lines that say where something begins, and the edge of a field."""
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


@dataclass(frozen=True)
class ColourFault:
    token: str
    message: str


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2 definition)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def check_colours(config: SiteConfig, problems: Problems) -> None:
    ratio = contrast(config.brand_colour, ON_BRAND)
    if ratio < LEAST_FOR_TEXT:
        problems.add(
            "contrast",
            config.file,
            config.line("brand_colour"),
            f"White text on “brand_colour” {config.brand_colour} has a contrast of {ratio:.1f} to 1; it needs {LEAST_FOR_TEXT}. Choose a darker colour.",
        )


def theme_faults(rules: Sequence[StyleRule]) -> Iterator[ColourFault]:
    """Every pair that is too faint in some scheme, and every colour that stands in no pair."""
    paired = {name for pair in (*TEXT_PAIRS, *SHAPE_PAIRS) for name in pair}
    for name, value in tokens(rules).items():
        if _hexadecimal(value) and name not in paired:
            yield ColourFault(name, f"The colour {name} stands in no pair. Add its pairs to signpost/look/colours.py.")
    for scheme, conditions in SCHEMES.items():
        known = tokens(rules, *conditions)
        least = LEAST_FOR_MORE if _MORE in conditions else LEAST_FOR_TEXT
        yield from _faint(known, scheme, TEXT_PAIRS, least)
        yield from _faint(known, scheme, SHAPE_PAIRS, LEAST_FOR_SHAPES)


def _faint(known: dict[str, str], scheme: str, pairs: tuple[tuple[str, str], ...], least: float) -> Iterator[ColourFault]:
    for front, back in pairs:
        first, second = (_hexadecimal(resolved(f"var({name})", known)) for name in (front, back))
        if first is None or second is None:
            continue  # a token that this site's sheets do not have
        ratio = contrast(first, second)
        if ratio < least:
            yield ColourFault(
                front, f"{front} on {back} ({first} on {second}, {scheme}) has a contrast of {ratio:.2f} to 1; it needs {least:g}."
            )


def _hexadecimal(value: str) -> str | None:
    """`#abc` and `#aabbcc` as the latter; None for what is no plain colour."""
    value = value.strip()
    if not _COLOUR.fullmatch(value):
        return None
    return value if len(value) == 7 else "#" + "".join(sign * 2 for sign in value[1:])
