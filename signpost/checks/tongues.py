"""Parts in another language say so (WCAG 2.2, 3.1.2): a Welsh sentence read aloud by an English voice cannot be understood.

Looks for different small words that only one of the two languages has, so that most names may stay as they are.
"""

from signpost.output.page import Element, OutputPage
from signpost.problems import Problem
from signpost.site import Site

_BLOCKS = ("p", "li", "dt", "dd", "th", "td", "caption", "summary", "figcaption", "legend", "label", "button", "h1", "h2", "h3", "h4", "h5", "h6", "title")  # fmt: skip
_ENGLISH = "the and of to is are you your with for not this that from they what who when how it have has was if our their"
_WELSH = "yn yr mae wedi eich sydd sy'n gyda neu gan chi nid ddim oes hyn hwn hon bod ond rhywun gallwch i'r o'r a'r ac eu ei os wrth pan beth sut pwy ydy yw ni"
_SMALL_WORDS = {"en": frozenset(_ENGLISH.split()), "cy": frozenset(_WELSH.split())}
FEWEST_WORDS = 4
FEWEST_SMALL_WORDS = 2
MOST_LINKS_TO_OTHERS = 2
"""The page itself and the link to its other language name a language everywhere."""
_BETWEEN = '.,;:!?()[]/“”"‘–—…'


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        if not _may_hold_others(page):
            continue
        parts = [element for element in page.having("lang") if element.tag != "html"]
        wrong = [(element, element.get("lang")) for element in parts if plainly(element.words) not in {None, element.get("lang")}]
        wrong += [
            (element, page.language)
            for element in page.tagged(*_BLOCKS)
            if plainly(element.words) not in {None, page.language} and not _is_marked(element)
        ]
        for element, said in wrong:
            text, marked = element.words[:70], f'lang="{plainly(element.words)}"'
            message = f"“{text}” is not in the language that the page says (“{said}”). Translate it; in a template, mark it with {marked}."
            problems.append(page.problem("language-of-parts", message, element.words))
    return problems


def _may_hold_others(page: OutputPage) -> bool:
    """Whether any other language has enough small words on the whole page. Most pages in English need no closer look."""
    titles = (title.words for title in page.tagged("title"))
    words = _words(" ".join([*titles, page.words]))
    return len(page.having("lang")) > MOST_LINKS_TO_OTHERS or any(
        len(small & words) >= FEWEST_SMALL_WORDS for code, small in _SMALL_WORDS.items() if code != page.language
    )


def plainly(text: str) -> str | None:
    """The language that a text is in, when its small words leave no doubt."""
    words = _words(text)
    if len(words) < FEWEST_WORDS:
        return None
    found = {code: len(small & words) for code, small in _SMALL_WORDS.items()}
    code = max(found, key=lambda item: found[item])
    return code if found[code] >= FEWEST_SMALL_WORDS and sum(found.values()) == found[code] else None


def _words(text: str) -> set[str]:
    """The words of a text in small letters. One sign after the other is quicker than a table of all of them."""
    text = text.lower().replace("’", "'")
    for sign in _BETWEEN:
        text = text.replace(sign, " ")
    return set(text.split())


def _is_marked(element: Element) -> bool:
    """Whether the element, something around it, or all of its words by themselves, name a language of their own."""
    if any(node.attributes.get("lang") for node in (element.node, *element.above()) if node.tag != "html"):
        return True
    text = str(element.node.text(separator=" "))
    for part in element.node.css("[lang]"):
        text = text.replace(part.text(separator=" "), " ", 1)
    return plainly(text) is None
