"""Which headers an answer carries, by the path asked for: one map, written as `_headers`, which Netlify and Cloudflare
Pages read, and as the configuration of other servers (`servers.py`).

Must never hold two values for one header: hosts join them with a comma, and a browser then reads something else.
"""

from collections.abc import Mapping
from dataclasses import dataclass

EVERYWHERE = "/*"
HEADERS_FILE = "_headers"
REDIRECTS_FILE = "_redirects"
OPEN_TO_ALL = "Access-Control-Allow-Origin"
"""Cloudflare sends it with every file unless told not to. No other site has a reason to read this one in a browser."""
FOR_THE_HOST = (HEADERS_FILE, REDIRECTS_FILE)
"""Files of the output that a host reads and never shows."""


@dataclass(frozen=True)
class HeaderMap:
    """`general` is for every answer; `special` replaces some of it for one path, like `/contacts.json`."""

    general: Mapping[str, str]
    special: Mapping[str, Mapping[str, str]]

    def of(self, path: str) -> dict[str, str]:
        """The headers of the answer for a path, which starts with a slash."""
        return {**self.general, **self.special.get(path, {})}

    def as_text(self) -> str:
        """`_headers`. “! Name” takes a header off first: the general one, where Cloudflare would otherwise join the two
        values, and the one by which Cloudflare lets the scripts of every other site read this one."""
        lines = [EVERYWHERE, f"  ! {OPEN_TO_ALL}", *_lines(self.general)]
        for path, headers in self.special.items():
            lines += [path, *(f"  ! {name}" for name in headers if name in self.general), *_lines(headers)]
        return "\n".join(lines) + "\n"


def read_header_map(text: str) -> HeaderMap:
    """The map of a `_headers` that `as_text` made. Raises ValueError for any other."""
    rules: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        if line.startswith("/"):
            path = line
            rules[path] = {}
        elif not line.startswith("  ! "):
            name, colon, value = line.strip().partition(": ")
            if not colon or not path:
                raise ValueError(f"this is no line of ours: {line}")
            rules[path][name] = value
    return HeaderMap(rules.pop(EVERYWHERE, {}), rules)


def read_redirect_lines(text: str) -> list[tuple[str, str]]:
    """The old and the new address of each line of a `_redirects` of ours."""
    return [(old, new) for old, new, _ in (line.split() for line in text.splitlines())]


def _lines(headers: Mapping[str, str]) -> list[str]:
    return [f"  {name}: {value}" for name, value in headers.items()]
