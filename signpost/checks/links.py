"""Every link inside the site leads to a file of the output, and every fragment to an id in it."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from signpost.output.outline import Outline, words_leading_to
from signpost.output.page import OutputPage
from signpost.problems import Problem, did_you_mean
from signpost.site import Site

_PLAIN = re.compile(r"(?!//)[A-Za-z0-9_./#-]*")
"""Addresses that are a path and a fragment, and nothing else: nearly all. Taking them apart by the whole rules takes longer."""


def check(site: Site, pages: Sequence[OutputPage], output: Mapping[str, bytes]) -> list[Problem]:
    by_path = {page.path: page.outline for page in pages}
    base = urlsplit(site.config.base_url).path or "/"
    problems = []
    for page in pages:
        for target in page.outline.links:
            inside = _plain_parts(target) or _parts(target, site.config.base_url, base)
            fault = _fault(page.path, target, inside, base, by_path, output) if inside is not None else None
            if fault is not None:
                whole = OutputPage(page.path, output[page.path])
                problems.append(page.problem("link", fault, words_leading_to(whole, target), safety=True))
    return problems


def _plain_parts(target: str) -> tuple[str, str] | None:
    path, _, fragment = target.partition("#")
    return (path, fragment) if _PLAIN.fullmatch(target) else None


@lru_cache(maxsize=1024)  # most of these stand on many pages
def _parts(target: str, own: str, base: str) -> tuple[str, str] | None:
    """Path and fragment of a link inside the site; None for any other. `own` is the whole address of this site, and
    what begins with it is a link inside the site too."""
    parts = urlsplit(base + target.removeprefix(own) if target.startswith(own) else target)
    return None if parts.scheme or parts.netloc else (unquote(parts.path), unquote(parts.fragment))


def _fault(
    path: str, target: str, inside: tuple[str, str], base: str, pages: Mapping[str, Outline], output: Mapping[str, bytes]
) -> str | None:
    if not target:
        return "A link on this page leads nowhere: its address is empty."
    address, fragment = inside
    file = _file(path, address, base)
    if file not in output:
        return f"The link to “{target}” leads to no page.{did_you_mean(file, output)}"
    if fragment and file in pages and fragment not in (ids := pages[file].ids):
        return f"The link to “{target}” leads to no place on its page.{did_you_mean(fragment, ids)}"
    return None


def _file(path: str, address: str, base: str) -> str:
    """The file of the output to which an address on the page `path` leads."""
    if not address:
        return path
    folder = path.rpartition("/")[0]
    whole = address.removeprefix(base) if address.startswith(base) else f"{folder}/{address}"
    file = normpath(whole).removeprefix("./").lstrip("/")
    if address.endswith("/") or file in {".", ""}:
        return "index.html" if file in {".", ""} else f"{file}/index.html"
    return file
