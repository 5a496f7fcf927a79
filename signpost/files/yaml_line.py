"""One value as an editor would type it in YAML: plain where that is read as it stands, between double quotes elsewhere."""

import json
import re

_PLAIN = re.compile(r"[A-Za-zÀ-ÿŴŵŶŷ0-9(£][^\n]*")
_SPECIAL = {"yes", "no", "null", "true", "false", "none", "~"}


def scalar(text: str, special: frozenset[str] = frozenset()) -> str:
    """`special` are words that mean something else than themselves in the field."""
    plain = (
        _PLAIN.fullmatch(text)
        and ": " not in text
        and " #" not in text
        and not text.endswith((":", " "))
        and text.lower() not in _SPECIAL | special
    )
    return text if plain else json.dumps(text, ensure_ascii=False)
