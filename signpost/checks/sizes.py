"""Each page, with all that is needed to read and leave it, arrives in the first answer of the server.

14,336 bytes is what TCP sends before it waits for the reader (ten segments, RFC 6928). Scripts and the first view have limits too.
"""

import gzip
from collections.abc import Iterable, Mapping

import brotli

from signpost.checks.files import asked_for
from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

MOST_BYTES = 14_336
MOST_SCRIPT = 4_096
MOST_FIRST_VIEW = 50_000
_QUICK = 0
_QUALITY = 5
"""Hosts compress on the fly at about this quality; a host that compresses better only makes pages smaller."""


class _Line:
    """The files of an output as they are on the line."""

    def __init__(self, output: Mapping[str, bytes]) -> None:
        self._output = output
        self._sizes: dict[tuple[str, int], int] = {}

    def size(self, paths: Iterable[str], most: int) -> int:
        """Bytes of some files together. Compressed quickly they are more; where even that is not too much, nobody waits for better."""
        paths = list(paths)
        quick = sum(self._size(path, _QUICK) for path in paths)
        return quick if quick <= most else sum(self._size(path, _QUALITY) for path in paths)

    def _size(self, path: str, quality: int) -> int:
        if (path, quality) not in self._sizes:
            self._sizes[path, quality] = len(brotli.compress(self._output[path], quality=quality))
        return self._sizes[path, quality]


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    line = _Line(output)
    scripts: dict[bytes, int] = {}
    for page in pages:
        files = asked_for(page, output)
        needed = line.size([page.path, *_styles(page, files)], MOST_BYTES)
        if needed > MOST_BYTES:
            problems.append(
                page.problem(
                    "page-size",
                    f"The page with the styles that it needs has {needed:,} bytes when compressed; the most is {MOST_BYTES:,}. Split it.",
                )
            )
        script = b"\n".join(
            [element.text.encode() for element in page.tagged("script") if not element.get("src") and "json" not in element.get("type")]
            + [output[path] for path in files if path.endswith(".js")]
        )
        if script not in scripts:
            scripts[script] = len(gzip.compress(script, mtime=0))
        if scripts[script] > MOST_SCRIPT:
            problems.append(
                page.problem(
                    "script-size", f"The page's scripts have {scripts[script]:,} bytes when compressed; the most is {MOST_SCRIPT:,}."
                )
            )
        whole = line.size([page.path, *files], MOST_FIRST_VIEW)
        if whole > MOST_FIRST_VIEW:
            problems.append(
                page.problem("first-view", f"The page with all that it asks for has {whole:,} bytes; the most is {MOST_FIRST_VIEW:,}.")
            )
    return problems


def _styles(page: OutputPage, files: list[str]) -> set[str]:
    """The style sheets without which the page cannot be read on a screen."""
    names = {
        link.get("href").rpartition("/")[2]
        for link in page.tagged("link")
        if link.get("rel") == "stylesheet" and link.get("media") not in {"print", "speech"}
    }
    return {path for path in files if path.rpartition("/")[2] in names}
