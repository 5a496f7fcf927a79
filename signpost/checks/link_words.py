"""The words of links and buttons say where they lead (WCAG 2.2, 2.4.4, 2.5.3, 4.1.2): never none, vague, or a bare address."""

import re

from signpost.output.page import Element, OutputPage
from signpost.pages.links import VAGUE
from signpost.problems import Problem
from signpost.site import Site

_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        places: dict[str, str] = {}
        for element in page.tagged("a", "button", "summary"):
            name = spoken_name(page, element)
            problems += [page.problem("link-words", message, element.words) for message in _faults(element, name)]
            target = element.get("href")
            if not name or not target or target.startswith("#") or "data-quick-exit" in element.attributes:
                continue
            first = places.setdefault(name.lower(), target)
            if first != target:
                problems.append(
                    page.problem(
                        "link-words",
                        f"Two links say “{name}” and lead to different places ({first} and {target}). Say what sets them apart.",
                        element.words,
                    )
                )
    return problems


def spoken_name(page: OutputPage, element: Element) -> str:
    """What a screen reader says for an element, as far as bytes tell (Accessible Name and Description Computation 1.2)."""
    labelled = [page.by_id[name].words for name in element.get("aria-labelledby").split() if name in page.by_id]
    pictures = [node.attributes.get("alt") or "" for node in element.node.css("img")] if page.tagged("img") else []
    found = " ".join(labelled) or element.get("aria-label") or " ".join([element.words, *pictures]).strip() or element.get("title")
    return " ".join(found.split())


def _faults(element: Element, name: str) -> list[str]:
    what = "button" if element.tag == "button" else "link"
    if not name:
        return [f"A {what} has no words (<{element.tag} {element.get('href')}>). Write what it does."]
    plain = name.strip(" .…,!?:;›»→").lower()
    if plain in VAGUE:
        return [f"A {what} says “{name}”, which does not tell where it leads. Name the page or what is there."]
    if _ADDRESS.match(plain):
        return [f"A link shows the bare address “{name}”. Write where it leads in words."]
    if element.get("aria-label") and element.words and element.words.lower() not in name.lower():
        return [f"What is read aloud for a {what} (“{name}”) does not hold the words that it shows (“{element.words}”)."]
    return []
