"""Words written in capitals to be loud: hard to read, and spelled out letter by letter by some screen readers.

Must never take a short form (MARAC, 999 BSL) for a loud word.
"""

import re

_WORD = re.compile(r"[^\W\d_]{2,}")
_RUN = re.compile(r"(?<![\w-])[^\W\d_a-z]{2,}(?:['’][A-Z]+)?(?:,? [^\W\d_a-z]{2,}(?:['’][A-Z]+)?){2,}(?![\w-])")
_LOUD_ALONE = 6
"""Letters of a word that is loud all by itself; short forms have fewer."""
_LOUD_TOGETHER = 4
"""Letters of the longest of several words."""


def is_loud(text: str) -> bool:
    """Whether a whole title or heading is in capitals."""
    if not text.isupper():
        return False
    longest, *others = sorted(map(len, _WORD.findall(text)), reverse=True) or [0]
    return longest >= (_LOUD_TOGETHER if others else _LOUD_ALONE)


def loud_runs(text: str) -> list[str]:
    """Three words or more in capitals beside each other in a sentence."""
    return [found[0] for found in _RUN.finditer(text) if found[0].isupper() and is_loud(found[0])]
