"""Parts in another language say so (WCAG 2.2, 3.1.2): a Welsh sentence read aloud by an English voice cannot be understood.

Counts small words that only one of the two languages has. Names are not counted, so that a title may stay as it is.
"""

import re

from selectolax.lexbor import LexborNode

from signpost.output_page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

_BLOCKS = ("p", "li", "dt", "dd", "th", "td", "caption", "summary", "figcaption", "legend", "label", "button", "h1", "h2", "h3", "h4", "h5", "h6", "title", "a")
_SMALL_WORDS = {
    "en": frozenset("the and of to is are you your with for not this that from they what who when how it be have has was can if by we our".split()),
    "cy": frozenset(
        "yn yr mae wedi eich sydd sy'n gyda neu gan chi nid ddim oes hyn hwn hon bod ond rhywun gallwch i'r o'r a'r ac eu ei os wrth pan beth sut pwy ydy yw ni".split()
    ),
}
FEWEST_WORDS = 4
FEWEST_SMALL_WORDS = 2
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        for element in page.tagged(*_BLOCKS):
            said = next((node.attributes.get("lang") for node in (element.node, *element.above()) if node.attributes.get("lang")), "") or ""
            found = other_language(_own_words(element.node), said)
            if found is not None:
                words = element.words
                problems.append(page.problem("language-of-parts", f"“{words[:70]}” is not in the language that the page says (“{said}”). Mark it with lang=\"{found}\".", words))
    return problems


def other_language(text: str, said: str) -> str | None:
    """The language that a text is in, when it is plainly not the one that it says."""
    if said not in _SMALL_WORDS:
        return None
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    if len(words) < FEWEST_WORDS or any(word in _SMALL_WORDS[said] for word in words):
        return None
    for code, small in _SMALL_WORDS.items():
        if code != said and sum(word in small for word in words) >= FEWEST_SMALL_WORDS:
            return code
    return None


def _own_words(node: LexborNode) -> str:
    """The text of an element without the parts that name a language of their own."""
    text = str(node.text(separator=" "))
    for part in node.css("[lang]"):
        if part != node:
            text = text.replace(part.text(separator=" "), " ", 1)
    return text
