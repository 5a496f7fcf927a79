"""What breaks the keyboard and can be seen in bytes: a changed tab order, a taken key, a removed focus ring."""

from functools import lru_cache

from signpost.look.style_rules import StyleRule, style_rules
from signpost.output.page import Element, OutputPage
from signpost.problems import Problem
from signpost.site import Site

_FOCUSABLE = {"a", "button", "input", "select", "textarea", "summary"}
_RINGS = ("outline", "outline-style", "outline-width")
_KEPT = ("box-shadow", "border", "border-color", "background", "background-color", "text-decoration")


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        for element in dict.fromkeys(page.having("tabindex", "accesskey", "autofocus", "aria-hidden")):
            problems += [page.problem("keyboard", message) for message in _faults(element)]
        for style in page.tagged("style"):
            problems += [page.problem("focus-ring", message) for message in _removed_rings(style.text)]
    return problems


def _faults(element: Element) -> list[str]:
    attributes = element.attributes
    faults = []
    number = element.get("tabindex").strip()
    if number.lstrip("+").isdigit() and int(number) > 0:
        faults.append(f'<{element.tag} tabindex="{number}"> changes the order of the keyboard. Put the element where it belongs instead.')
    if "accesskey" in attributes or "autofocus" in attributes:
        faults.append(f"<{element.tag}> takes a key or the focus for itself (accesskey, autofocus). Leave both to the reader.")
    if element.tag in _FOCUSABLE and element.get("aria-hidden") == "true":
        faults.append(f"<{element.tag}> can be reached with the keyboard but is hidden from screen readers (aria-hidden).")
    elif element.get("aria-hidden") == "true" and element.node.css_first("a[href], button, input, select, textarea, summary") is not None:
        faults.append(f"<{element.tag} aria-hidden> holds something that can be reached with the keyboard.")
    if element.tag in {"a", "button"} and element.get("tabindex") == "-1":
        faults.append(f'<{element.tag}> cannot be reached with the keyboard (tabindex="-1").')
    return faults


@lru_cache(maxsize=16)
def _removed_rings(style: str) -> tuple[str, ...]:
    """The style of all pages is one text, read once."""
    return tuple(message for rule in style_rules(style) for message in _removed_ring(rule))


def _removed_ring(rule: StyleRule) -> list[str]:
    """`main` takes the focus from the skip link only, and the exit's sheet covers the whole page: neither needs a ring."""
    removed = any(rule.declarations.get(name, "").split()[:1] in (["0"], ["none"], ["0px"]) for name in _RINGS)
    if not removed or any(rule.declarations.get(name) not in {None, "none", "0"} for name in _KEPT):
        return []
    parts = [part.strip() for part in rule.selector.split(",")]
    if all(part.startswith(("main:focus", "main :target")) or "data-quick-exit" in rule.selector for part in parts):
        return []
    return [f"The style “{rule.selector}” takes the focus ring away. Say how focus is shown instead (WCAG 2.2, 2.4.7)."]
