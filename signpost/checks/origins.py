"""No request goes to another origin before the reader follows a link (safety rule 2)."""

import re

from signpost.output_page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

_LOADING = {"src", "srcset", "poster", "data", "background", "ping", "manifest", "formaction", "action", "cite", "longdesc", "profile", "codebase"}
_FOREIGN = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:)?//|^\s*(?:https?|wss?|ftp|blob|file):", re.IGNORECASE)
_IN_STYLE = re.compile(r"(?:url\(\s*|@import\s+)['\"]?\s*(?!data:,)([^'\")\s]+)", re.IGNORECASE)
_REQUESTING_LINKS = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "prerender", "manifest", "apple-touch-icon"}


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        problems += [Problem(page.path, 0, message, "foreign-origin") for message in _faults(site, page)]
    for path, content in output.items():
        if path.endswith(".css"):
            problems += [
                Problem(path, 0, f"The style sheet asks for “{address}”. Nothing may be loaded from elsewhere.", "foreign-origin")
                for address in _IN_STYLE.findall(content.decode())
            ]
    return problems


def _faults(site: Site, page: OutputPage) -> list[str]:
    faults = []
    for node in page.nodes("*"):
        tag = node.tag or ""
        for name, value in node.attributes.items():
            if name in _LOADING and value and _FOREIGN.match(value):
                faults.append(f"<{tag} {name}> asks for “{value}”. Nothing may be loaded from or sent to another site.")
            if name == "style" or name.startswith("on"):
                faults.append(f"<{tag} {name}> holds style or script of its own, which the policy does not allow.")
        if tag == "link" and set((node.attributes.get("rel") or "").split()) & _REQUESTING_LINKS:
            address = node.attributes.get("href") or ""
            if _FOREIGN.match(address) or (address.startswith("data:") and address != "data:,"):
                faults.append(f"<link> asks for “{address}”. Nothing may be loaded from another site.")
        if tag == "style":
            faults += [f"The page's style asks for “{address}”. Nothing may be loaded from elsewhere." for address in _IN_STYLE.findall(node.text())]
        if tag in {"iframe", "object", "embed", "base"} or (tag == "meta" and (node.attributes.get("http-equiv") or "").lower() == "refresh"):
            faults.append(f"<{tag}> may not stand in a page: it can bring in or lead to another site.")
        if tag == "a" and (node.attributes.get("href") or "").startswith(("http:", "https:")) and "noreferrer" not in (node.attributes.get("rel") or "").split():
            faults.append(f"The link to “{node.attributes.get('href')}” must carry rel=\"noreferrer\".")
    return faults
