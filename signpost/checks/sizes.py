"""Each page, with all that is needed to read and leave it, arrives in the first answer of the server.

14,336 bytes is what TCP sends before it waits for the reader (ten segments, RFC 6928). Scripts and the first view have limits too.
"""

import gzip

import brotli

from signpost.checks.files import asked_for
from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

MOST_BYTES = 14_336
MOST_SCRIPT = 4_096
MOST_FIRST_VIEW = 50_000
_QUICK = 2
_QUALITY = 5
"""Hosts compress on the fly at about this quality; a host that compresses better only makes pages smaller."""


def compressed_size(content: bytes) -> int:
    """Bytes on the line. Where a quicker compression is small enough already, nobody waits for the better one."""
    quick = len(brotli.compress(content, quality=_QUICK))
    return quick if quick <= MOST_BYTES else len(brotli.compress(content, quality=_QUALITY))


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    compressed: dict[str, int] = {}
    scripts: dict[bytes, int] = {}
    for page in pages:
        size = compressed_size(output[page.path])
        files = asked_for(page, output)
        for path in files:
            if path not in compressed:
                compressed[path] = compressed_size(output[path])
        needed = size + sum(compressed[path] for path in _styles(page, files))
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
        whole = size + sum(compressed[path] for path in files)
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
