"""How hard a page is to read: the length of its sentences and, in English, the reading age.

The age is the Flesch–Kincaid grade (Kincaid and others, 1975) plus the five years that a child has at grade 0. Counting
syllables by their letters is an estimate. No such formula has been tested on Welsh, so none is used there. Must never
be taken for a measure of whether a page is understood.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signpost.words.running_text import Passage, words_in

MOST_WORDS = 25
"""Words of a sentence, after which it gets a remark: GOV.UK's own limit."""
LEAST_SENTENCES = 5
"""A page with fewer says nothing about its writer's sentences."""
AGE = 12
"""Reading age in years, above which a page gets a remark."""

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouydt]ed$|[^aeiouysxzcgl]es$")
_HEARD_APART = re.compile(r"i[ao](?!us|n|u)|iet|ea$|[ei]o$|[ey]ing|creat")


@dataclass(frozen=True)
class Measure:
    """Of one page. `age` in years; None in Welsh and on a page with hardly any sentence."""

    sentences: int
    words: int
    longest: int
    age: float | None

    @property
    def mean(self) -> float:
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def in_words(self) -> str:
        age = f"reading age about {self.age:.0f}; " if self.age is not None else ""
        return f"{age}{self.mean:.0f} words in a sentence, {self.longest} in the longest"


def syllables(word: str) -> int:
    """An estimate: groups of vowels, less an e that is not heard, more where two vowels are heard apart. At least one."""
    lower = re.sub(r"[^a-z]", "", word.lower())
    count = len(_VOWELS.findall(lower)) + len(_HEARD_APART.findall(lower))
    return max(count - len(_SILENT.findall(lower)), 1)


def measure(passages: Sequence[Passage], locale: str) -> Measure:
    """Sentences of paragraphs and list items."""
    sentences = [words_in(sentence) for passage in passages for sentence in passage.sentences]
    words = [word for sentence in sentences for word in sentence]
    age = None
    if locale == "en" and len(sentences) >= LEAST_SENTENCES:
        age = 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59 + 5
    return Measure(len(sentences), len(words), max(map(len, sentences), default=0), age)
