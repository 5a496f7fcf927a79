"""What could be written better on one page: words with care, short forms, spelling, long sentences, reading age.

Every remark is advice: it stops nothing, and a writer may know better. Must never be part of a build.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from signpost.model import LocaleCode
from signpost.problems import Level, Problem
from signpost.words.capitals import loud_runs
from signpost.words.dictionary import Dictionary, dictionary
from signpost.words.running_text import Passage, passages, words_in
from signpost.words.sentences import AGE, MOST_WORDS, Measure, measure
from signpost.words.word_list import WordList, pattern_of

MOST_REMARKS = 12
"""Long sentences and unknown words named one by one on one page. Beyond that the page as a whole is said to need a look."""

_SHORT_FORM = re.compile(r"(?<![\w-])[A-Z]{2,}s?(?![\w-])")
_TWICE = re.compile(r"\b(?!(?:had|that|bob|yn|ie|na)\b)([^\W\d_]{2,}) \1\b", re.IGNORECASE)
_ENDINGS = {"n", "r", "i", "u", "w", "ch", "th", "m", "ll", "s"}
"""What may stand after an apostrophe (a'r, mae'n, i'ch)."""


@dataclass(frozen=True)
class Advised:
    """The remarks on one page, in the order of the file, and how hard it is to read."""

    remarks: tuple[Problem, ...]
    measure: Measure


class Adviser:
    """Gives advice with one word list. `names` are words of the site's own settings and contacts: they are spelled right."""

    def __init__(self, words: WordList, names: Mapping[LocaleCode, frozenset[str]]) -> None:
        self._words = words
        self._names = names
        self._known: dict[tuple[str, str], bool] = {}
        self._kept: dict[tuple[str, str], tuple[str, Advised]] = {}

    def advise(self, path: Path, file: str, locale: LocaleCode) -> Advised:
        """`file` is the page as sentences name it. What was said of the same text is said again at once."""
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return Advised((), Measure(0, 0, 0, None))
        kept = self._kept.get((file, locale))
        if kept is None or kept[0] != text:
            kept = self._kept[file, locale] = (text, self._advised(text, file, locale))
        return kept[1]

    def _advised(self, text: str, file: str, locale: LocaleCode) -> Advised:
        found = passages(text)
        measured = measure(found, locale)
        remarks = [
            *self._care(found, file, locale),
            *_capitals(found, file),
            *_twice(found, file),
            *self._short_forms(found, file, locale),
            *_few(list(self._spelling(found, file, locale)), file, "words that no dictionary knows"),
            *_few(list(_long_sentences(found, file)), file, "long sentences"),
        ]
        if measured.age is not None and measured.age > AGE:
            remarks.append(_remark(file, 0, _age(measured.age), "words-reading-age"))
        return Advised(tuple(sorted(remarks)), measured)

    def _care(self, found: Sequence[Passage], file: str, locale: LocaleCode) -> Iterator[Problem]:
        for care in self._words.care.get(locale, ()):
            pattern = pattern_of(care.words, locale)
            for passage in found:
                for match in pattern.finditer(passage.text):
                    message = f"“{match[0]}”. Better: {care.write}. {care.why}"
                    yield _remark(file, passage.line, message, "words-care")

    def _short_forms(self, found: Sequence[Passage], file: str, locale: LocaleCode) -> Iterator[Problem]:
        """Each once. Explained is one that stands in brackets after its long form, or before its long form in brackets."""
        whole = "\n".join(passage.text for passage in found)
        long = self._words.abbreviations.get(locale, {})
        seen = set(self._words.everyday)
        for passage in found:
            loud = " ".join(loud_runs(passage.text))
            for match in _SHORT_FORM.finditer(passage.text):
                name = match[0]
                if name in loud or name in seen or name.removesuffix("s") in seen:
                    continue
                seen.add(name)
                if not re.search(rf"\w \({name}\)|{name} \(\w+ \w+", whole):
                    write = f"Write {long[name]}." if name in long else "Write what it stands for, with the short form in brackets."
                    message = f"“{name}” is not explained on this page. {write} If every reader knows it, add it to words.yml."
                    yield _remark(file, passage.line, message, "words-abbreviation")

    def _spelling(self, found: Sequence[Passage], file: str, locale: LocaleCode) -> Iterator[Problem]:
        seen: set[str] = set()
        for passage in found:
            for word in words_in(passage.text):
                if word in seen or self._is_right(word, locale):
                    continue
                seen.add(word)
                near = dictionary(locale).near(word) if word.islower() else None
                hint = f" Did you mean “{near}”?" if near else ""
                yield _remark(
                    file, passage.line, f"“{word}” is in no dictionary.{hint} If it is right, add it to words.yml.", "words-spelling"
                )

    def _is_right(self, word: str, locale: LocaleCode) -> bool:
        known = self._known.get((word, locale))
        if known is None:
            known = self._known[word, locale] = self._looked_up(word.replace("’", "'"), locale)
        return known

    def _looked_up(self, word: str, locale: LocaleCode) -> bool:
        stem, _, ending = word.rpartition("'")
        if stem and ending.lower() in _ENDINGS and self._looked_up(stem, locale):
            return True
        if len(word) == 1 or _SHORT_FORM.fullmatch(word) or self._is_listed(word, locale) or dictionary(locale).knows(word):
            return True
        # In a Welsh text an English word with a capital is a name: Stalking Protection Act, Victim Support.
        return locale == "cy" and word[0].isupper() and _english().knows(word)

    def _is_listed(self, word: str, locale: LocaleCode) -> bool:
        lists = (self._words.spelling.get(locale, frozenset()), self._names.get(locale, frozenset()))
        return any(word in listed or word.lower() in listed for listed in lists)


def _english() -> Dictionary:
    return dictionary("en")


def _capitals(found: Sequence[Passage], file: str) -> Iterator[Problem]:
    for passage in found:
        for run in loud_runs(passage.text):
            message = f"“{run[:60]}” is in capitals, which are hard to read and may be spelled out. Better: small letters, in bold (**) if it matters."
            yield _remark(file, passage.line, message, "words-capitals")


def _twice(found: Sequence[Passage], file: str) -> Iterator[Problem]:
    for passage in found:
        for match in _TWICE.finditer(passage.text):
            yield _remark(file, passage.line, f"“{match[0]}”: the word stands there twice. Delete one of them.", "words-twice")


def _long_sentences(found: Sequence[Passage], file: str) -> Iterator[Problem]:
    for passage in found:
        for sentence in passage.sentences:
            words = words_in(sentence)
            if len(words) > MOST_WORDS:
                start = " ".join(sentence.split()[:5])
                message = f"The sentence “{start} …” has {len(words)} words. More than {MOST_WORDS} are hard to follow: make two of it."
                yield _remark(file, passage.line, message, "words-sentence")


def _few(remarks: list[Problem], file: str, what: str) -> list[Problem]:
    if len(remarks) <= MOST_REMARKS:
        return remarks
    return [*remarks[:MOST_REMARKS], _remark(file, 0, f"… and {len(remarks) - MOST_REMARKS} more {what}.", remarks[0].rule)]


def _age(age: float) -> str:
    return (
        f"The reading age is about {age:.0f}; try for {AGE} or less. "
        "Shorter sentences and shorter words bring it down. (An estimate from lengths: it does not know what words mean.)"
    )


def _remark(file: str, line: int, message: str, rule: str) -> Problem:
    return Problem(file, line, message, rule, Level.ADVICE, safety=False)
