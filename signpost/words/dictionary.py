"""Whether a dictionary knows a word: reads the .aff and .dic files that LibreOffice and Firefox use (man 5 hunspell).

Reads what the two dictionaries of this folder need: prefixes, suffixes, suffixes on suffixes, forms that need an affix.
Compounds are not read. Must never refuse a word only because of how it is written with capitals at the start of a
sentence, and never take longer to load than an editor notices.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "dictionaries"

_LETTERS = "abcdefghijklmnopqrstuvwxyzâêîôûŵŷ'"


@dataclass(frozen=True)
class Affix:
    """One rule: take `strip` off the stem, put `add` on, where `condition` fits the stem. `then` are the flags of the result."""

    flag: str
    strip: str
    add: str
    condition: re.Pattern[str]
    then: frozenset[str]


class Dictionary:
    """`stems` has the flags of each stem; `bare` holds the stems that are words by themselves."""

    def __init__(self, affixes: str, stems: str) -> None:
        self._needs_affix = ""
        self._never = ""
        self._prefixes: dict[str, list[Affix]] = defaultdict(list)
        self._suffixes: dict[str, list[Affix]] = defaultdict(list)
        self._read_affixes(affixes)
        self._flags: dict[str, str] = {}
        self._bare: set[str] = set()
        self._read_stems(stems)

    def _read_affixes(self, text: str) -> None:
        for line in text.split("\n"):
            parts = line.split()
            is_head = len(parts) == 4 and parts[3].isdigit()  # how many rules of the flag follow
            if len(parts) >= 4 and parts[0] in {"PFX", "SFX"} and not is_head:
                self._add_affix(parts)
            elif len(parts) == 2 and parts[0] == "NEEDAFFIX":
                self._needs_affix = parts[1]
            elif len(parts) == 2 and parts[0] == "ONLYINCOMPOUND":
                self._never = parts[1]

    def _add_affix(self, parts: list[str]) -> None:
        kind, flag, strip, ending, condition = (*parts, ".")[:5]
        add, _, then = ending.partition("/")
        strip, add = ("" if strip == "0" else strip), ("" if add == "0" else add)
        pattern = re.compile(f"{condition}$" if kind == "SFX" else condition)
        affix = Affix(flag, strip, add, pattern, frozenset(then))
        if kind == "SFX":
            self._suffixes[add[-1:]].append(affix)
        else:
            self._prefixes[add[:1]].append(affix)

    def _read_stems(self, text: str) -> None:
        for line in text.split("\n")[1:]:
            stem, _, flags = line.strip().partition("/")
            if not stem or (self._never and self._never in flags):
                continue
            self._flags[stem] = self._flags.get(stem, "") + flags
            if not self._needs_affix or self._needs_affix not in flags:
                self._bare.add(stem)

    def knows(self, word: str) -> bool:
        """Whether the word is one, as it stands or as it would stand without capitals."""
        word = word.replace("’", "'")
        forms = [word, word.lower()]
        if word.isupper():
            forms.append(word.capitalize())
        return any(self._accepts(form) for form in dict.fromkeys(forms))

    def near(self, word: str) -> str | None:
        """A word that is one letter away, for a hint; None when there is none."""
        lower = word.lower().replace("’", "'")
        return next((form for form in _one_away(lower) if self._accepts(form)), None)

    def _accepts(self, form: str) -> bool:
        if form in self._bare or self._has_suffix(form, None):
            return True
        return any(
            prefix.flag in self._flags.get(middle, "") or self._has_suffix(middle, prefix) for prefix, middle in self._without_prefix(form)
        )

    def _has_suffix(self, form: str, prefix: Affix | None) -> bool:
        """Whether the form is a stem with one or two suffixes, to which the prefix may be put."""
        for outer, base in self._without_suffix(form):
            flags = self._flags.get(base)
            if flags is not None and outer.flag in flags and self._is_whole(outer, prefix, flags):
                return True
            for inner, stem in self._without_suffix(base):
                flags = self._flags.get(stem)
                if flags is None or inner.flag not in flags or outer.flag not in inner.then:
                    continue
                if prefix is None or prefix.flag in flags or prefix.flag in inner.then | outer.then:
                    return True
        return False

    def _is_whole(self, suffix: Affix, prefix: Affix | None, flags: str) -> bool:
        if prefix is None:
            return not self._needs_affix or self._needs_affix not in suffix.then
        return prefix.flag in flags or prefix.flag in suffix.then

    def _without_suffix(self, form: str) -> Iterator[tuple[Affix, str]]:
        for affix in (*self._suffixes.get(form[-1:], ()), *self._suffixes.get("", ())):
            if form.endswith(affix.add):
                stem = form[: len(form) - len(affix.add)] + affix.strip
                if affix.condition.search(stem):
                    yield affix, stem

    def _without_prefix(self, form: str) -> Iterator[tuple[Affix, str]]:
        for affix in (*self._prefixes.get(form[:1], ()), *self._prefixes.get("", ())):
            if form.startswith(affix.add):
                stem = affix.strip + form[len(affix.add) :]
                if affix.condition.match(stem):
                    yield affix, stem


def _one_away(word: str) -> Iterator[str]:
    """Two letters the other way round, one letter other, one too many, one missing; what is mistyped most comes first."""
    splits = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    yield from (left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1)
    yield from (left + right[1:] for left, right in splits if right and len(word) > 3)
    yield from (left + letter + right[1:] for left, right in splits if right for letter in _LETTERS)
    yield from (left + letter + right for left, right in splits for letter in _LETTERS)


@cache
def dictionary(locale: str) -> Dictionary:
    """The dictionary of one language, read when it is first needed."""
    texts = [(FOLDER / f"{locale}{ending}").read_text(encoding="utf-8") for ending in (".aff", ".dic")]
    return Dictionary(*texts)
