"""The words of the templates in each language, from templates/strings/.

Must never publish a word of another language in place of one that is missing: with a gap in either there is no site.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import TemplateRuntimeError

from signpost.files.source import read_source
from signpost.files.yaml_text import Text, read_yaml
from signpost.model import Locale, LocaleCode
from signpost.pages.typography import curled
from signpost.problems import Problem, Problems

FOLDER = "templates/strings"
NAME = "language_name"
_GAP = re.compile(r"\{[^{}]*\}")


class MissingWord(TemplateRuntimeError):
    """A template or a module names a word that stands in no file."""

    def __init__(self, name: str, code: LocaleCode) -> None:
        super().__init__(f"no word “{name}”")
        self.args = (name, code)  # so that it comes whole from another process
        self.problem = Problem(
            f"{FOLDER}/{code}.yml", 0,
            f"The templates need the word “{name}”, which is not here. Write “{name}: …” here and in the file of each other language.",
            "template-word",
        )  # fmt: skip


class Words(dict[str, str]):
    """The words of one language by their names."""

    def __init__(self, code: LocaleCode, words: Iterable[tuple[str, str]]) -> None:
        super().__init__(words)
        self._code = code

    def __missing__(self, name: str) -> str:
        raise MissingWord(name, self._code)

    def __reduce__(self) -> tuple[type["Words"], tuple[LocaleCode, list[tuple[str, str]]]]:
        return Words, (self._code, list(self.items()))


@dataclass(frozen=True)
class _Word:
    text: str
    file: str
    line: int


def read_locales(folder: Path, codes: Iterable[LocaleCode], problems: Problems) -> dict[LocaleCode, Locale]:
    """Locale by code. A word that stands in another language only is a mistake, and is borrowed so that reading can go on."""
    before = len(problems.errors)
    found = {code: _read(folder, code, problems) for code in codes}
    if len(problems.errors) == before:
        for code, words in found.items():
            _check_against(code, words, [other for other in found if other != code], found, problems)
    everything = {name: word for words in found.values() for name, word in words.items()}
    return {code: _locale(code, everything | words) for code, words in found.items()}


def _locale(code: LocaleCode, words: dict[str, _Word]) -> Locale:
    texts = Words(code, ((name, word.text) for name, word in words.items()))
    return Locale(code, texts.get(NAME, code), texts)


def _read(folder: Path, code: LocaleCode, problems: Problems) -> dict[str, _Word]:
    words: dict[str, _Word] = {}
    for path in [folder / f"{code}.yml", *sorted(folder.glob(f"*.{code}.yml"))]:
        name = f"{FOLDER}/{path.name}"
        source = read_source(path, name, problems)
        entries = read_yaml(source.text, name, problems) if source is not None else None
        for key, value in entries.values.items() if entries is not None else ():
            if isinstance(value, Text) and not value.missing:
                words[key] = _Word(curled(value.value), name, value.line)
    return words


def _check_against(
    code: LocaleCode, words: dict[str, _Word], others: Sequence[LocaleCode], found: dict[LocaleCode, dict[str, _Word]], problems: Problems
) -> None:
    """Every word of the other languages is here, with the same gaps for what is filled in."""
    for other in others:
        for name, there in found[other].items():
            here = words.get(name)
            if here is None:
                file = there.file.removesuffix(f"{other}.yml") + f"{code}.yml"
                message = f"“{name}” is missing, which {there.file} has in line {there.line} (“{there.text[:60]}”). Write “{name}: …” here."
                problems.add("template-word", file, 0, message)
            elif "{" in here.text and (strange := sorted({*_GAP.findall(here.text)} - {*_GAP.findall(there.text)})):
                message = (
                    f"“{strange[0]}” in “{name}” is not in the same word of {there.file} (line {there.line}). Write what is right in both."
                )
                problems.add("template-word", here.file, here.line, message)
