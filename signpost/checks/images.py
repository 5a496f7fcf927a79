"""Pictures: each says in words what it shows, or says that it is only decoration (WCAG 2.2, 1.1.1)."""

import re

from signpost.output.page import Element, OutputPage
from signpost.problems import Problem
from signpost.site import Site

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif)$|^(?:img|dsc|image|picture|photo|graphic|icon)[\s_-]*\d*$", re.IGNORECASE)
_NEEDS_ALT = {"img", "area"}


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        for element in page.tagged("img", "area", "input", "svg", "canvas", "video", "audio"):
            fault = _fault(page, element)
            if fault is not None:
                problems.append(page.problem("alt-text", fault))
    return problems


def _fault(page: OutputPage, element: Element) -> str | None:
    if element.tag in _NEEDS_ALT or (element.tag == "input" and element.get("type") == "image"):
        if "alt" not in element.attributes:
            return f'<{element.tag}> has no “alt”: say what it shows, or alt="" if it is decoration.'
        if _FILE_NAME.search(element.get("alt").strip()):
            return f"“{element.get('alt')}” does not say what the picture shows."
        return None
    if element.tag == "svg":
        named = element.get("aria-label") or any(name in page.by_id for name in element.get("aria-labelledby").split())
        if element.get("aria-hidden") == "true" or (element.get("role") == "img" and named):
            return None
        return 'A drawing (<svg>) must be named (role="img" with a label) or marked as decoration (aria-hidden="true").'
    if element.tag in {"video", "audio", "canvas"}:
        return f"<{element.tag}> is not used here: its words would be missing for people who cannot see or hear it."
    return None
