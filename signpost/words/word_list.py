"""Words with care and their better wording: our own lists, and the editors' list in content/words.yml.

Must never hold an entry without its better wording and its reason.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from signpost.files.fields import Fields
from signpost.files.source import read_source
from signpost.files.yaml_text import read_yaml
from signpost.problems import Problems

FILE = "words.yml"
LOCALES = ("en", "cy")

_MUTATIONS = (
    ("ll", ("l",)), ("rh", ("r",)), ("c", ("g", "ngh", "ch")), ("p", ("b", "mh", "ph")), ("t", ("d", "nh", "th")),
    ("g", ("", "ng")), ("b", ("f", "m")), ("d", ("dd", "n")), ("m", ("f",)),
)  # fmt: skip
"""How the first letters of a Welsh word change; no change of letters that are two already (ch, dd, th)."""


@dataclass(frozen=True)
class Care:
    """Some words, what to write instead, and why."""

    words: tuple[str, ...]
    write: str
    why: str


@dataclass(frozen=True)
class WordList:
    """What is known of words, by language. `spelling` are words that are right although no dictionary has them."""

    spelling: Mapping[str, frozenset[str]] = field(default_factory=dict)
    care: Mapping[str, tuple[Care, ...]] = field(default_factory=dict)
    abbreviations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    everyday: frozenset[str] = frozenset()
    """Short forms that every reader knows."""


def read_word_list(content: Path, label: str, problems: Problems) -> WordList:
    """The editors' list on top of our own. Without the file, our own alone."""
    return with_own(read_editors_list(content, label, problems))


def read_editors_list(content: Path, label: str, problems: Problems) -> WordList:
    """content/words.yml, which every build checks, without our own list, which no build needs."""
    name, path = f"{label}/{FILE}", content / FILE
    source = read_source(path, name, problems) if path.exists() else None
    entries = read_yaml(source.text, name, problems) if source is not None else None
    return read_list(Fields(entries, name, problems, FILE)) if entries is not None else WordList()


def read_list(fields: Fields) -> WordList:
    """`spelling` by language, `abbreviations` as a list, and `care` as a list of entries with their language."""
    spelling = fields.group("spelling", "“spelling”")
    words = {code: frozenset(spelling.words(code)) for code in LOCALES} if spelling is not None else {}
    if spelling is not None:
        spelling.finish()
    care: dict[str, tuple[Care, ...]] = {}
    for group in fields.groups("care", "the entry of “care”"):
        language = group.choice("language", LOCALES)
        care[language] = (*care.get(language, ()), _care(group))
    everyday = frozenset(fields.words("abbreviations"))
    fields.finish()
    return WordList(words, care, {}, everyday)


def _care(fields: Fields) -> Care:
    words = fields.words("words")
    if not words:
        fields.wrong("words", "“words” is missing from the entry. Write the words, with commas between them.", "missing-field")
    care = Care(words, fields.text("write", 200, "what to write instead"), fields.text("why", 300, "the reason"))
    fields.finish()
    return care


def with_own(added: WordList) -> WordList:
    own = own_list()
    return WordList(
        {code: frozenset(form for word in words for form in _forms(word, code)) for code, words in added.spelling.items()},
        {code: (*added.care.get(code, ()), *own.care[code]) for code in LOCALES},
        own.abbreviations,
        added.everyday | own.everyday,
    )


@cache
def own_list() -> WordList:
    """Raises ValueError when one of the generator's own files has a mistake."""
    care, abbreviations = {}, {}
    for code in LOCALES:
        path = Path(__file__).resolve().parent / f"care.{code}.yml"
        problems = Problems()
        entries = read_yaml(path.read_text(encoding="utf-8"), path.name, problems)
        fields = Fields(entries, path.name, problems, path.name) if entries is not None else None
        if fields is not None:
            care[code] = tuple(_care(group) for group in fields.groups("care", "the entry"))
            long = fields.group("abbreviations", "“abbreviations”")
            abbreviations[code] = {name: long.text(name) for name in long.names()} if long is not None else {}
            fields.finish()
        if len(problems):
            raise ValueError("; ".join(problem.as_text() for problem in problems))
    return WordList({}, care, abbreviations)


@cache
def pattern_of(words: tuple[str, ...], locale: str) -> re.Pattern[str]:
    """Finds the words whole, with straight and curly apostrophes, capitals or not, and in Welsh mutated too."""
    forms = sorted({form for word in words for form in _forms(word, locale)}, key=len, reverse=True)
    choices = "|".join(re.escape(form).replace("'", "['’]").replace(r"\ ", r"\s+") for form in forms)
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])", re.IGNORECASE)


def _forms(word: str, locale: str) -> Iterable[str]:
    yield word
    lower = word.lower()
    if locale != "cy" or lower.startswith(("ch", "ph", "th", "dd", "ng")):
        return
    start, changed = next(((start, changed) for start, changed in _MUTATIONS if lower.startswith(start)), ("", ()))
    yield from (other + word[len(start) :] for other in changed)
