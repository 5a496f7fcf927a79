"""Every link inside the site leads to a file of the output, and every fragment to an id in it. No id stands twice."""

from collections import Counter
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from signpost.output_page import OutputPage
from signpost.problems import Problem, did_you_mean
from signpost.site import Site


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    ids = {page.path: set(page.ids) for page in pages}
    base = urlsplit(site.config.base_url).path or "/"
    problems = []
    for page in pages:
        for name, count in Counter(page.ids).items():
            if count > 1 or not name or any(sign.isspace() for sign in name):
                problems.append(Problem(page.path, 0, f"The id “{name}” stands {count} times on this page; it must be one of its kind.", "id"))
        for node in page.nodes("a[href], link[href], script[src], form[action]"):
            target = node.attributes.get("href") or node.attributes.get("src") or node.attributes.get("action") or ""
            fault = _fault(page.path, target, base, ids, output)
            if fault is not None:
                problems.append(Problem(page.path, 0, fault, "link"))
    return problems


def _fault(path: str, target: str, base: str, ids: dict[str, set[str]], output: dict[str, bytes]) -> str | None:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None
    if not target:
        return "A link on this page leads nowhere: its address is empty."
    address = unquote(parts.path)
    if not address:
        file = path
    else:
        folder = path.rpartition("/")[0]
        whole = address.removeprefix(base) if address.startswith(base) else f"{folder}/{address}"
        file = normpath(whole).removeprefix("./").lstrip("/")
        if address.endswith("/") or file in {".", ""}:
            file = "index.html" if file in {".", ""} else f"{file}/index.html"
    if file not in output:
        return f"The link to “{target}” leads to no page.{did_you_mean(file, output)}"
    if parts.fragment and file in ids and unquote(parts.fragment) not in ids[file]:
        return f"The link to “{target}” leads to no place on its page."
    return None
