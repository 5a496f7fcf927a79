"""Sizes of what a finger presses, as far as the style sheets' own figures tell (WCAG 2.2, 2.5.8; the exit and 999 more).

A browser measures each target in the tests; this gate keeps a changed token from getting that far.
"""

import re
from functools import lru_cache

from signpost.look.style_rules import resolved, style_rules, tokens
from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

LEAST_PIXELS = 24
LEAST_TO_LEAVE = 44
_ROOT_PIXELS = 16
_SHEET = "assets/site.css"


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    sheets = {style.text for page in pages for style in page.tagged("style")}
    return [Problem(_SHEET, 0, message, "target-size", safety=False) for text in sorted(sheets) for message in _faults(text)]


@lru_cache(maxsize=16)
def _faults(style: str) -> tuple[str, ...]:
    """The style of all pages is one text, read once."""
    rules = style_rules(style)
    faults = []
    for conditions in ((), ("max-width: 40rem", "max-width:40rem")):
        height = resolved("var(--quick-exit-height)", tokens(rules, *conditions))
        found = pixels(height)
        if found is not None and found < LEAST_TO_LEAVE:
            faults.append(f"The exit is {found:g} pixels high (--quick-exit-height: {height}); the least is {LEAST_TO_LEAVE}.")
    for rule in rules:
        font = re.match(r"([\d.]+)rem/([\d.]+)", rule.declarations.get("font", "")) if rule.selector == "html" else None
        if font is not None and float(font[1]) * _ROOT_PIXELS * float(font[2]) < LEAST_PIXELS:
            faults.append(
                f"A line of text is less than {LEAST_PIXELS} pixels high (font: {rule.declarations['font']}): links in it are too small to press."
            )
        for name in ("block-size", "inline-size", "min-block-size", "height", "width"):
            size = pixels(rule.declarations.get(name, ""))
            if (
                size is not None
                and size < LEAST_PIXELS
                and re.search(r"\b(?:a|button|summary|input|select|textarea)(?:$|[\s,:.\[])", rule.selector)
            ):
                faults.append(f"“{rule.selector}” is {size:g} pixels ({name}); the least for what is pressed is {LEAST_PIXELS}.")
    return tuple(faults)


def pixels(value: str) -> float | None:
    """The least number of pixels that a length stands for; None when it is no plain length."""
    value = re.sub(r"\+\s*env\([^()]*\)", "", value)
    lengths = [float(number) * (1 if unit == "px" else _ROOT_PIXELS) for number, unit in re.findall(r"([\d.]+)(px|rem)", value)]
    return max(lengths) if lengths and re.fullmatch(r"(?:calc|max|[\d.\s,()]|px|rem)+", value) else None
