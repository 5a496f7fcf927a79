"""Contrast of the force's own colour with the text on it (WCAG 2.2, 1.4.3 and 1.4.11). Must never let a brand outweigh a reader."""

from signpost.model import SiteConfig
from signpost.problems import Problems

LEAST_FOR_TEXT = 4.5
ON_BRAND = "#ffffff"


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
