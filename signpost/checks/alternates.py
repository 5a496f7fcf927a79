"""Canonical address, languages and sitemap say the same of every page, and nothing that is not published is named."""

import re
from collections.abc import Mapping, Sequence

from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import ANY_LANGUAGE, Site

SITEMAP = "sitemap.xml"


def check(site: Site, pages: Sequence[OutputPage], output: Mapping[str, bytes]) -> list[Problem]:
    base = site.config.base_url
    addresses = {base + re.sub(r"(^|/)index\.html$", r"\1", page.path): page for page in pages}
    listed = _listed(output)
    named = {address: dict(page.outline.alternates) for address, page in addresses.items()}
    problems = []
    for address, page in addresses.items():
        if page.outline.is_kept_out:
            if address in listed:
                problems.append(page.problem("addresses", "The sitemap names this page, and the page asks not to be found (noindex)."))
            continue
        canonical = page.outline.canonical
        if canonical != (address,):
            problems.append(
                page.problem("addresses", f"The canonical address is {', '.join(canonical) or 'missing'}; it must be {address}.")
            )
        if address not in listed:
            problems.append(page.problem("addresses", "The sitemap does not name this page."))
        elif listed[address] != named[address]:
            problems.append(page.problem("addresses", "The sitemap and the page name different addresses in other languages (hreflang)."))
        problems += [page.problem("addresses", message) for message in _one_way(address, page, named)]
    problems += [
        Problem(SITEMAP, 0, f"The sitemap names {address}, which is not published.", "addresses", safety=False)
        for address in listed
        if address not in addresses
    ]
    return problems


def _one_way(address: str, page: OutputPage, named: dict[str, dict[str, str]]) -> list[str]:
    """A language that the page names must exist, and must name this page back."""
    faults = []
    for code, other in named[address].items():
        if other not in named:
            faults.append(f"The page names {other} as itself in “{code}”, which is not published.")
        elif address not in named[other].values():
            faults.append(f"The page names {other} as itself in “{code}”, but that page does not name this one.")
    code = ANY_LANGUAGE if page.path == "index.html" else page.outline.language  # the root of a site in several languages
    if named[address] and named[address].get(code) != address:
        faults.append("The page does not name itself among its languages (hreflang).")
    return faults


def _listed(output: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    """The sitemap as address -> language -> address. It is our own plain XML, so no parser has to be trusted with it."""
    text = output.get(SITEMAP, b"").decode()
    found = {}
    for entry in re.findall(r"<url>(.*?)</url>", text, re.DOTALL):
        address = re.search(r"<loc>(.*?)</loc>", entry)
        if address is not None:
            found[address[1]] = dict(re.findall(r'hreflang="([^"]+)" href="([^"]+)"', entry))
    return found
