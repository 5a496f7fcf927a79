"""A style sheet read as rules, and its custom properties (tokens) worked out for each way of showing the page.

Reads the plain CSS that this project writes: rules, @media and @supports blocks, one in another; no nested rules.
Must never be taken for a browser: what depends on the page is checked in a real one.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*(?:\([^()]*\)[^()]*)*))?\)")
_MOST_STEPS = 8
"""Deepest that one token may name another."""


@dataclass(frozen=True)
class StyleRule:
    """`conditions` are the texts of the @ blocks around it, the outermost first."""

    conditions: tuple[str, ...]
    selector: str
    declarations: dict[str, str]


@lru_cache(maxsize=16)
def style_rules(style: str) -> tuple[StyleRule, ...]:
    """The style of all pages is one text, and several gates read it."""
    return tuple(_rules(_COMMENT.sub(" ", style), ()))


def _rules(text: str, around: tuple[str, ...]) -> Iterable[StyleRule]:
    place = 0
    while (opening := text.find("{", place)) >= 0:
        head = text[place:opening].rpartition(";")[2].strip()
        closing = _closing(text, opening)
        inside = text[opening + 1 : closing]
        if "{" in inside:
            yield from _rules(inside, (*around, head))
        else:
            yield StyleRule(around, head, _declarations(inside))
        place = closing + 1


def _closing(text: str, opening: int) -> int:
    depth = 0
    for found in re.finditer(r"[{}]", text[opening:]):
        depth += 1 if found.group() == "{" else -1
        if depth == 0:
            return opening + found.start()
    return len(text)


def _declarations(text: str) -> dict[str, str]:
    pairs = (piece.partition(":") for piece in re.split(r";(?![^(]*\))", text) if ":" in piece)
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}


def tokens(rules: Iterable[StyleRule], *conditions: str) -> dict[str, str]:
    """The custom properties of `:root` where each of `conditions` holds, as written; later rules win."""
    found: dict[str, str] = {}
    for rule in rules:
        if rule.selector == ":root" and all(any(wanted in condition for wanted in conditions) for condition in rule.conditions):
            found |= {name: value for name, value in rule.declarations.items() if name.startswith("--")}
    return found


def resolved(value: str, known: Mapping[str, str]) -> str:
    """A value with its var() filled in; what is not known falls back, or stays."""
    for _ in range(_MOST_STEPS):
        filled = _VARIABLE.sub(lambda found: known.get(found[1], (found[2] or found[0]).strip()), value)
        if filled == value:
            break
        value = filled
    return value
