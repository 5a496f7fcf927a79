"""What an editor meant to replace and forgot: TBC, “[insert name]”, a note to a colleague. Must never take an ordinary word for one."""

import re

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBC|TBD|FIXME|XXX+|lorem ipsum)\b|\[(?:insert|name of|add)\b[^\]\[]{0,200}\]|\?{3,}"
    r"|(?-i:\b(?:TO (?:BE )?(?:ADD|CHECK|CONFIRM|FOLLOW)(?:ED)?|I['’]W (?:GADARNHAU|GYFIEITHU))\b)",
    re.IGNORECASE,
)
_PLACEHOLDER_HINTS = ("todo", "tbc", "tbd", "fixme", "xxx", "lorem", "[", "???")
_PLACEHOLDER_CAPITALS = ("TO ", "I'W ", "I’W ")
"""One of these stands in every placeholder, in any letters or in capitals. They are found fast; most texts have none."""


def has_placeholder(text: str) -> str | None:
    """The placeholder left in a text ("TBC", "[insert …]"), or None."""
    low = text.lower()
    if not any(hint in low for hint in _PLACEHOLDER_HINTS) and not any(hint in text for hint in _PLACEHOLDER_CAPITALS):
        return None
    found = _PLACEHOLDER.search(text)
    return found.group(0) if found else None
