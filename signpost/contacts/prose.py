"""What prose may not say of a service: its number, its hours, where it is. Only the register says that, so that it
changes everywhere at once (safety rule 3).

Looks at one page, or one setting, at a time and needs no other. Must never repair a text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from signpost.contacts.number_finder import digits_of, numbers_in_prose
from signpost.contacts.postal import postal_in_prose
from signpost.contacts.service_words import digits_to_dial, hours_in_prose
from signpost.model import ContactRoute, Page, SiteConfig
from signpost.pages.document import Paragraph
from signpost.problems import Problem, Problems

Contacts = Mapping[str, ContactRoute]

_COUNTS_TOO = ("101", "105", "111", "112")
_BETTER_WITHOUT = "Say it without the number: it would go out of date unseen."


@dataclass(frozen=True)
class ProseRule:
    """The register, made ready to be held against many pages."""

    known: dict[str, str]
    """Its numbers, each with what to write for it."""
    keys: dict[str, str]
    """The same by their digits alone."""
    pressed: dict[str, str]
    places: dict[str, str]

    @classmethod
    def of(cls, contacts: Contacts) -> "ProseRule":
        known = keys_by_number(contacts)
        pressed = {route.keypad: f"{route.id} keypad" for route in contacts.values() if route.keypad}
        return cls(known, {digits_of(number): key for number, key in known.items()}, pressed, keys_by_place(contacts))

    def found_in(self, page: Page) -> list[Problem]:
        """What is typed into a page and would go out of date unseen."""
        found: list[Problem] = []
        for name, text in (("title", page.title), ("description", page.description)):
            found += self.found_in_line(page.file, page.line(name), name, text)
        for paragraph in page.document.paragraphs:
            if "[[" not in paragraph.text and "]]" not in paragraph.text:  # a key that is not closed is a mistake already
                found += self._found_in_paragraph(page, paragraph)
        return found

    def found_in_line(self, file: str, line: int, name: str, text: str) -> Iterator[Problem]:
        """A title, a description or a setting: none of them can name a contact by its key."""
        for typed in _typed(text, self.known):
            yield Problem(file, line, f"The number “{typed}” is typed into “{name}”. {_BETTER_WITHOUT}", "number-in-prose")
        for typed in _hours_in(text):
            yield Problem(file, line, f"The hours “{typed}” are typed into “{name}”. Say it without them.", "hours-in-prose")
        for typed in postal_in_prose(text):
            message = f"“{typed}” of a postal address is typed into “{name}”. Say it without the address."
            yield Problem(file, line, message, "address-in-prose")

    def _found_in_paragraph(self, page: Page, paragraph: Paragraph) -> Iterator[Problem]:
        text = paragraph.text
        for typed in _typed(text, self.known):
            key = self.keys.get(digits_of(typed)) or self.pressed.get(typed)
            message = f"The number “{typed}” is typed into the text. {_instead(typed, key)}"
            yield Problem(page.file, paragraph.line_of(typed), message, "number-in-prose")
        for typed in _hours_in(text):
            message = f"The hours “{typed}” are typed into the text. Write [[its-key hours]], or leave them out."
            yield Problem(page.file, paragraph.line_of(typed), message, "hours-in-prose")
        yield from self._places_in(page, paragraph)

    def _places_in(self, page: Page, paragraph: Paragraph) -> Iterator[Problem]:
        """An address of the register that stands there whole, or parts of any."""
        text = words_only(paragraph.text) if self.places else ""
        whole = [key for place, key in self.places.items() if place in text]
        for key in whole:
            message = f"The address of “{key}” is typed into the text. Write [[{key} place]]."
            yield Problem(page.file, paragraph.lines[0].line, message, "address-in-prose")
        parts = postal_in_prose(paragraph.text) if not whole else []
        if parts:
            yield Problem(page.file, paragraph.line_of(parts[0]), self._no_place(parts), "address-in-prose")

    def _no_place(self, typed: Sequence[str]) -> str:
        key = next((key for part in typed for place, key in self.places.items() if words_only(part) in place), None)
        write = f"[[{key} place]]" if key else "it as “place” of the service in contacts.yml, then [[its-key place]] here"
        said = f"A postal address is typed into the text (“{', '.join(typed)}”). Write {write}."
        return f"{said} If it is an example, leave out the number and the postcode."


def check_prose(
    config: SiteConfig, pages: Iterable[Page], contacts: Contacts, problems: Problems, found: Mapping[str, Sequence[Problem]]
) -> None:
    """`found` is what a ProseRule has found already, by the file of the page."""
    rule = ProseRule.of(contacts)
    for page in pages:
        problems.extend(found[page.file] if page.file in found else rule.found_in(page))
    for name, texts in (("name", config.name), ("force", config.force), ("footer_note", config.footer_note)):
        for text in texts.values():
            problems.extend(rule.found_in_line(config.file, config.line(name), name, text))


def _instead(typed: str, key: str | None) -> str:
    """What to write. Nobody means a count by 999; 101 can be one."""
    write = f"Write [[{key}]]" if key else "Add the service to contacts.yml, then write [[its-key]]"
    return f"{write}. If it counts something, write it in words." if typed in _COUNTS_TOO else f"{write}."


def _typed(text: str, known: Iterable[str]) -> list[str]:
    """Numbers by their shape, then the digits that a sentence tells people to dial; each once."""
    return list(_typed_in(text, frozenset(known)))


@lru_cache(maxsize=8192)
def _hours_in(text: str) -> tuple[str, ...]:
    return tuple(hours_in_prose(text))


@lru_cache(maxsize=8192)  # the preview asks about the same paragraphs after every save
def _typed_in(text: str, known: frozenset[str]) -> tuple[str, ...]:
    shaped = numbers_in_prose(text, known)
    return (*shaped, *(digits for digits in digits_to_dial(text) if not any(digits in number for number in shaped)))


def keys_by_number(contacts: Contacts) -> dict[str, str]:
    """What to write for each number; the first contact that has it gives its key."""
    known: dict[str, str] = {}
    for route in contacts.values():
        if route.number and not any(sign.isalpha() for sign in route.number):
            known.setdefault(route.number, route.id)
    for route in contacts.values():
        if route.sms:
            known.setdefault(route.sms.number, f"{route.id} text")
        if route.relay:
            known.setdefault(route.relay, f"{route.id} relay")
    return known


def keys_by_place(contacts: Contacts) -> dict[str, str]:
    return {words_only(place): route.id for route in contacts.values() for place in (route.place or {}).values()}


def words_only(text: str) -> str:
    """A postal address without its commas, line breaks and capital letters, with a space at each end."""
    words = re.findall(r"\w+", text.casefold())
    return " ".join(["", *words, ""])
