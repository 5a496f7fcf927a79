"""The colours of the theme as the pages carry them: every pair readable in light, dark and with more contrast."""

import re
from functools import lru_cache

from signpost.look.colours import ColourFault, theme_faults
from signpost.look.style_rules import StyleRule, style_rules
from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

_PAINTED = ("color", "background", "background-color", "border-color", "outline-color", "fill", "stroke")
_PLAIN = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(", re.IGNORECASE)
SHEET = "assets/site.css"


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for text in dict.fromkeys(style.text for page in pages for style in page.tagged("style")):
        for fault in _faults(text):
            of_force = fault.token == "--brand" or ("--brand" in fault.message and fault.token == "--on-brand")
            file, line = (site.config.file, site.config.line("brand_colour")) if of_force else (SHEET, 0)
            problems.append(Problem(file, line, fault.message, "contrast", safety=False))
    return problems


@lru_cache(maxsize=16)
def _faults(style: str) -> tuple[ColourFault, ...]:
    """The style of all pages is one text, read once."""
    rules = style_rules(style)
    return (*theme_faults(rules), *(fault for rule in rules for fault in _untold(rule)))


def _untold(rule: StyleRule) -> list[ColourFault]:
    """A colour outside the tokens escapes the check of pairs."""
    return [
        ColourFault(
            "", f"“{rule.selector}” names a colour of its own ({name}: {value}). Make it a token (--…) so that its contrast is checked."
        )
        for name, value in rule.declarations.items()
        if (name in _PAINTED or name.startswith("border")) and _PLAIN.search(re.sub(r"var\([^()]*\)", "", value))
    ]
