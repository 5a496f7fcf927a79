"""What an editor typed or pasted for something that another program would have made of it: lists, small pictures, letters.

Must never take the words of a sentence for one of these.
"""

import re

_NUMBER_STUCK = re.compile(r"(\d{1,2}[.)])(?=[^\W\d_])")
_NUMBER_IN_BRACKETS = re.compile(r"\((\d{1,2})\) ")
_PICTURE = re.compile(r"(?<![\w:/]):[a-z][a-z_]{2,20}:(?![\w:/])")
_SIGN_OF_HTML = re.compile(r"&(?:nbsp|amp|lt|gt|quot|apos|copy|pound|euro|hellip|[lr][ds]quo|[nm]dash)\b;?")
_ROOF = re.compile(r"([aeiouwyAEIOUWY])\^")
_ROOFED = {
    "a": "â", "e": "ê", "i": "î", "o": "ô", "u": "û", "w": "ŵ", "y": "ŷ", "A": "Â", "E": "Ê", "I": "Î", "O": "Ô", "U": "Û", "W": "Ŵ", "Y": "Ŷ",
}  # fmt: skip


def list_fault(text: str, goes_on: bool) -> str | None:
    """A line that was meant as an item of a list. `goes_on`: its paragraph began on a line before, so that a dash may be one."""
    stuck = _NUMBER_STUCK.match(text)
    if stuck is not None:
        return f"An item of a list needs a space after its number. Write “{stuck[1]} {text[stuck.end() :][:40]}”."
    numbered = _NUMBER_IN_BRACKETS.match(text)
    if numbered is not None:
        return f"“({numbered[1]})” makes no list. Write “{numbered[1]}. ” in its place."
    if not goes_on and text.startswith(("– ", "— ")):
        return f"“{text[0]}” is a dash and makes no list. Write “- ” (the key beside the 0) in its place."
    return None


def sign_fault(text: str) -> str | None:
    """Signs that stay as they were typed."""
    picture = _PICTURE.search(text) if ":" in text else None
    if picture is not None:
        return f"“{picture[0]}” makes no picture here. Say it in words, or delete it."
    code = _SIGN_OF_HTML.search(text) if "&" in text else None
    if code is not None:
        return f"Readers would see “{code[0]}” as it stands. Write the sign itself."
    roof = _ROOF.search(text) if "^" in text else None
    if roof is not None:
        return f"Readers would see “{roof[0]}” as it stands. Write “{_ROOFED[roof[1]]}”."
    return None
