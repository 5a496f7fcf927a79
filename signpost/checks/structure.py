"""What every page has once: a title, a first heading, a main part; and headings that do not skip a level."""

from signpost.output_page import OutputPage
from signpost.problems import Problem
from signpost.site import Site


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        problems += [Problem(page.path, 0, message, "structure") for message in _faults(page)]
    return problems


def _faults(page: OutputPage) -> list[str]:
    faults = []
    for selector, what in (("title", "title"), ("h1", "first-level heading"), ("main", "main part")):
        count = len(page.nodes(f"head > {selector}" if selector == "title" else selector))
        if count != 1:
            faults.append(f"The page has {count} of what it must have once: {what}.")
    level = 0
    for node in page.nodes("h1, h2, h3, h4, h5, h6"):
        found = int((node.tag or "h1")[1])
        if level and found > level + 1:
            faults.append(f"The heading “{' '.join(node.text().split())}” skips a level (from {level} to {found}).")
        if not node.text().strip():
            faults.append("A heading is empty.")
        level = found
    for node in page.nodes("body a"):
        if not node.text().strip() and not node.attributes.get("aria-label"):
            faults.append(f"The link to “{node.attributes.get('href')}” has no words.")
    if not page.nodes(".emergency-bar"):
        faults.append("The emergency panel is missing. Every page must have it.")
    return faults
