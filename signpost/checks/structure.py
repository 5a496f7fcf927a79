"""What every page has once: a title, a first heading, a main part, its landmarks; and headings that skip no level."""

from signpost.contacts.numbers import tel_address
from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        problems += [page.problem("structure", message, near) for message, near in (*_counts(page), *_headings(page), *_landmarks(page))]
        fault = _panel_fault(site, page)
        if fault is not None:
            problems.append(page.problem("emergency", fault, safety=True))
    return problems


def _panel_fault(site: Site, page: OutputPage) -> str | None:
    """The panel is there and holds the link that calls. Where it stands is for `help_order`."""
    call = site.contacts.get(site.config.emergency.get("call", ""))
    wanted = tel_address(call.number) if call is not None and call.number else ""
    panels = page.nodes(".emergency-bar")
    if not panels:
        return "The emergency panel is missing. Every page must have it."
    if wanted and not all(any(link.attributes.get("href") == wanted for link in panel.css("a")) for panel in panels):
        return f"The emergency panel does not call {call.number if call else ''}. Put the link to {wanted} into it."
    return None


def _counts(page: OutputPage) -> list[tuple[str, str]]:
    faults = []
    for tag, what in (("title", "title"), ("h1", "first-level heading"), ("main", "main part")):
        found = [element for element in page.tagged(tag) if tag != "title" or (element.node.parent and element.node.parent.tag == "head")]
        if len(found) != 1:
            faults.append((f"The page has {len(found)} of what it must have once: {what}.", ""))
    return faults


def _headings(page: OutputPage) -> list[tuple[str, str]]:
    faults = []
    level = 0
    for element in map(page.element, page.nodes(", ".join(_HEADINGS))):
        found = int(element.tag[1])
        if level and found > level + 1:
            faults.append((f"The heading “{element.words}” skips a level (from {level} to {found}).", element.words))
        if not element.words:
            faults.append(("A heading is empty.", ""))
        level = found
    return faults


def _landmarks(page: OutputPage) -> list[tuple[str, str]]:
    """Parts by which screen readers find their way (ARIA Authoring Practices, “Landmark Regions”)."""
    faults = []
    if not any("site" in element.classes for element in page.tagged("header")):
        faults.append(("The page has no header of the site.", ""))
    navigations = page.tagged("nav")
    names = [element.get("aria-label") or element.get("aria-labelledby") for element in navigations]
    if len(navigations) > 1 and (len(set(names)) < len(names) or not all(names)):
        faults.append(("Two lists of links (<nav>) have the same name, or none. Name each with aria-label.", ""))
    for element in page.having("aria-labelledby", "aria-describedby", "aria-controls"):
        labels = element.get("aria-labelledby").split() + element.get("aria-describedby").split() + element.get("aria-controls").split()
        faults += [(f"<{element.tag}> is named by “{name}”, which is not on the page.", "") for name in labels if name not in page.by_id]
    skip = next((element.get("href") for element in page.tagged("a") if "skip" in element.classes), "")
    if not skip.startswith("#") or skip[1:] not in page.by_id or page.by_id[skip[1:]].tag != "main":
        faults.append(("The link that skips to the main part is missing or leads elsewhere.", ""))
    return faults
