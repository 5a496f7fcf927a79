"""Each page, with all that is needed to read and leave it, arrives in the first answer of the server.

14,336 bytes is what TCP sends before it waits for the reader (ten segments, RFC 6928).
"""

import brotli

from signpost.output_page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

MOST_BYTES = 14_336
_QUALITY = 5
"""Hosts compress on the fly at about this quality; a host that compresses better only makes pages smaller."""


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        if len(output[page.path]) <= MOST_BYTES:
            continue
        size = len(brotli.compress(output[page.path], quality=_QUALITY))
        if size > MOST_BYTES:
            problems.append(Problem(page.path, 0, f"The page has {size:,} bytes when compressed; the most is {MOST_BYTES:,}. Split it.", "page-size", safety=False))
    return problems
