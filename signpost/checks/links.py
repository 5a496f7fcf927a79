"""Every link inside the site leads to a file of the output, and every fragment to an id in it."""

from collections.abc import Mapping, Sequence
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from signpost.outline import Outline
from signpost.output_page import OutputPage
from signpost.problems import Problem, did_you_mean
from signpost.site import Site


def check(site: Site, pages: Sequence[OutputPage], output: Mapping[str, bytes]) -> list[Problem]:
    by_path = {page.path: page.outline for page in pages}
    problems = []
    for page in pages:
        for target, words in page.outline.links:
            fault = _fault(page.path, target, site.config.base_url, by_path, output)
            if fault is not None:
                problems.append(page.problem("link", fault, words, safety=True))
    return problems


def _fault(path: str, target: str, own: str, pages: Mapping[str, Outline], output: Mapping[str, bytes]) -> str | None:
    """`own` is the address of this site: a whole address below it is a link inside the site too."""
    base = urlsplit(own).path or "/"
    parts = urlsplit(base + target.removeprefix(own) if target.startswith(own) else target)
    if parts.scheme or parts.netloc:
        return None
    if not target:
        return "A link on this page leads nowhere: its address is empty."
    file = _file(path, unquote(parts.path), base)
    if file not in output:
        return f"The link to “{target}” leads to no page.{did_you_mean(file, output)}"
    if parts.fragment and file in pages and unquote(parts.fragment) not in (ids := pages[file].ids):
        return f"The link to “{target}” leads to no place on its page.{did_you_mean(unquote(parts.fragment), ids)}"
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
