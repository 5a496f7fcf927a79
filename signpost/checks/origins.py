"""No request goes to another origin before the reader follows a link (safety rule 2)."""

import re
from collections.abc import Callable
from functools import lru_cache

from signpost.output.page import Element, OutputPage
from signpost.problems import Problem
from signpost.site import Site

_LOADING = frozenset({
    "src", "srcset", "imagesrcset", "poster", "data", "background", "ping", "manifest", "formaction", "action", "cite", "longdesc",
    "profile", "codebase", "archive", "xlink:href", "attributionsrc",
})  # fmt: skip
"""Attributes whose address a browser may ask for by itself (HTML Living Standard, and those of older browsers)."""
_LISTS = frozenset({"srcset", "imagesrcset", "attributionsrc"})
_FOREIGN = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:)?//|^\s*(?:https?|wss?|ftp|blob|file):", re.IGNORECASE)
_IN_STYLE = re.compile(
    r"(?:url\(\s*|@import\s+)['\"]?\s*(?!data:,)([^'\")\s]+)|['\"]\s*((?:[a-z][a-z0-9+.-]*:)?//[^'\"\s]+)['\"]", re.IGNORECASE
)
"""An address in url() or @import, and any string that is one: image-set() takes bare strings."""
_IN_SCRIPT = re.compile(r"(?:https?|wss?):(?:\\?/){2}[^\s\"'`<>\\]+", re.IGNORECASE)
_REQUESTING_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "modulepreload",
    "prerender",
    "manifest",
    "apple-touch-icon",
}


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        problems += [page.problem("foreign-origin", message, safety=True) for message in _faults(site, page)]
    for path, content in output.items():
        if path.endswith(".css"):
            problems += [
                Problem(path, 0, f"The style sheet asks for “{address}”. Nothing may be loaded from elsewhere.", "foreign-origin")
                for address in _asked_by(content.decode())
            ]
    return problems


def _faults(site: Site, page: OutputPage) -> list[str]:
    faults = []
    for name in page.attribute_names:
        is_own_code = name == "style" or name.startswith("on")
        for element in page.having(name) if is_own_code or name in _LOADING else ():
            value = element.get(name)
            if name == "action" and value == site.config.feedback.address:
                continue  # the one service that site.yml names for the feedback form
            if name in _LOADING and any(map(_FOREIGN.match, value.split(",") if name in _LISTS else (value,))):
                faults.append(f"<{element.tag} {name}> asks for “{value}”. Nothing may be loaded from or sent to another site.")
            elif is_own_code:
                faults.append(f"<{element.tag} {name}> holds style or script of its own, which the policy does not allow.")
    for tag, read in _BY_TAG.items():
        for element in page.tagged(tag):
            faults += read(site, element)
    leading = [meta for meta in page.tagged("meta") if meta.get("http-equiv").lower() == "refresh"]
    for element in (*page.tagged("iframe", "object", "embed", "base"), *leading):
        faults.append(f"<{element.tag}> may not stand in a page: it can bring in or lead to another site.")
    return faults


def _link(site: Site, element: Element) -> list[str]:
    address = element.get("href")
    if not set(element.get("rel").lower().split()) & _REQUESTING_LINKS:
        return []
    if _FOREIGN.match(address) or (address.startswith("data:") and address != "data:,"):
        return [f"<link> asks for “{address}”. Nothing may be loaded from another site."]
    return []


@lru_cache(maxsize=32)
def _asked_by(style: str) -> tuple[str, ...]:
    """The style of all pages is one text, read once."""
    return tuple(address or text for address, text in _IN_STYLE.findall(style))


def _style(site: Site, element: Element) -> list[str]:
    return [f"The page's style asks for “{address}”. Nothing may be loaded from elsewhere." for address in _asked_by(element.text)]


def _anchor(site: Site, element: Element) -> list[str]:
    address = element.get("href")
    if address.startswith(("http:", "https:")) and "noreferrer" not in element.get("rel").split():
        return [f'The link to “{address}” must carry rel="noreferrer".']
    return []


def _drawing(site: Site, element: Element) -> list[str]:
    """Parts of an SVG drawing load what their href names."""
    address = element.get("href")
    return [f"<{element.tag}> asks for “{address}”. Nothing may be loaded from another site."] if _FOREIGN.match(address) else []


@lru_cache(maxsize=64)
def _named_by(script: str) -> tuple[str, ...]:
    """The scripts of most pages are the same."""
    return tuple(_IN_SCRIPT.findall(script))


def _script(site: Site, element: Element) -> list[str]:
    """A script may know the exit's address only; data for machines (JSON-LD), which loads nothing, the register's too."""
    allowed: tuple[str, ...] = (site.config.exit.address, site.config.base_url)
    if "json" in element.get("type"):
        known = (address for route in site.contacts.values() for address in (route.website, route.web_chat) if address)
        allowed = (*allowed, "https://schema.org", *known)
    return [
        f"A script names “{address}”. No script may know another site than the one that the exit leads to."
        for address in _named_by(element.text)
        if not address.startswith(allowed)
    ]


_BY_TAG: dict[str, Callable[[Site, Element], list[str]]] = {"link": _link, "style": _style, "a": _anchor, "script": _script}
_BY_TAG |= dict.fromkeys(("use", "image", "feimage"), _drawing)
