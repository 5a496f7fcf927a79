"""The words of the templates in each language."""

import pickle
import re
import string
from collections.abc import Iterable
from pathlib import Path

import pytest

from signpost import load, strings
from signpost.model import Locale
from signpost.problems import Problems
from signpost.strings import MissingWord, Words, read_locales
from tests.tiny_site import TinySite

ROOT = Path(__file__).resolve().parent.parent


def words(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name.replace('_', '.')}.yml").write_text(text, encoding="utf-8")
    return folder


def read(folder: Path, *codes: str) -> tuple[dict[str, Locale], list[str]]:
    problems = Problems()
    found = read_locales(folder, codes, problems)
    return found, [problem.as_text() for problem in problems]


def test_the_files_of_a_language_are_read_together(tmp_path: Path) -> None:
    found, said = read(words(tmp_path, en="language_name: English\na: It's\n", plan_en="b: 1\n", cy="language_name: C\n"), "en")
    assert dict(found["en"].strings) == {"language_name": "English", "a": "It’s", "b": "1"}
    assert found["en"].name == "English"
    assert said == []


def test_a_word_in_one_language_only_is_a_sentence(tmp_path: Path) -> None:
    words(tmp_path, en="language_name: English\na: One\nc:\n", cy="language_name: Cymraeg\nc: Tri\n", plan_en="", plan_cy="b: Dau\n")
    (tmp_path / "plan.en.yml").write_text("d: 4\n")
    assert read(tmp_path, "en", "cy")[1] == [
        "templates/strings/cy.yml: “a” is missing, which templates/strings/en.yml has in line 2 (“One”). Write “a: …” here.",
        "templates/strings/en.yml: “c” is missing, which templates/strings/cy.yml has in line 2 (“Tri”). Write “c: …” here.",
        "templates/strings/plan.cy.yml: “d” is missing, which templates/strings/plan.en.yml has in line 1 (“4”). Write “d: …” here.",
        "templates/strings/plan.en.yml: “b” is missing, which templates/strings/plan.cy.yml has in line 1 (“Dau”). Write “b: …” here.",
    ]


def test_a_gap_in_one_language_only_is_a_sentence(tmp_path: Path) -> None:
    words(tmp_path, en="language_name: English\na: Call {number}\n", cy="language_name: Cymraeg\na: Ffoniwch {rhif}\n")
    assert read(tmp_path, "en", "cy")[1] == [
        "templates/strings/cy.yml:2: “{rhif}” in “a” is not in the same word of templates/strings/en.yml (line 2). Write what is right in both.",
        "templates/strings/en.yml:2: “{number}” in “a” is not in the same word of templates/strings/cy.yml (line 2). Write what is right in both.",
    ]


def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    assert read(words(tmp_path, en="a: 1\na: 2\n"), "en")[1] == [
        "templates/strings/en.yml:2: “a” is written twice (first in line 1). Keep one of the two."
    ]
    assert read(tmp_path, "cy")[1] == ["templates/strings/cy.yml: This file is missing. Put it back, or copy it from the example site."]


def test_a_word_that_no_file_has_says_where_to_write_it(tmp_path: Path) -> None:
    strings = read(words(tmp_path, en="language_name: English\n"), "en")[0]["en"].strings
    for asked in (strings, pickle.loads(pickle.dumps(strings))):
        with pytest.raises(MissingWord) as missing:
            asked["a"]
        there = pickle.loads(pickle.dumps(missing.value))
        assert there.problem.as_text() == (
            "templates/strings/en.yml: The templates need the word “a”, which is not here. "
            "Write “a: …” here and in the file of each other language."
        )


def test_a_template_that_names_a_missing_word_stops_the_build(tiny: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    real = strings.read_locales

    def without(folder: Path, codes: Iterable[str], problems: Problems) -> dict[str, Locale]:
        found = real(folder, codes, problems)
        for locale in found.values():
            assert isinstance(locale.strings, Words)
            del locale.strings["skip_link"]
        return found

    monkeypatch.setattr(load, "read_locales", without)
    tried = tiny.build()
    assert tried.built is None
    assert tried.lines == [
        "templates/strings/en.yml: The templates need the word “skip_link”, which is not here. "
        "Write “skip_link: …” here and in the file of each other language."
    ]


def test_both_languages_have_the_same_gaps() -> None:
    found = read(ROOT / "templates" / "strings", "en", "cy")[0]
    for name, text in found["en"].strings.items():
        gaps = [sorted({field for _, field, _, _ in string.Formatter().parse(each) if field}) for each in (text, found["cy"].strings[name])]
        assert gaps[0] == gaps[1], name


def test_every_word_that_a_template_names_is_there() -> None:
    found = read(ROOT / "templates" / "strings", "en", "cy")[0]["en"].strings
    for template in sorted((ROOT / "templates").rglob("*.html")):
        for name in re.findall(r"\bt\.([a-z_0-9]+)", template.read_text(encoding="utf-8")):
            assert name in found, (template.name, name)


def test_every_word_is_said_somewhere() -> None:
    """A word that no template and no module names is one that a reader was meant to see and does not."""
    sources = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "signpost").rglob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    named = set(re.findall(r"[a-z_0-9]+", text))
    # A name that is put together from two parts: its beginning stands in quotation marks, and what follows comes from the content.
    beginnings = ("feedback_leaves_", *(found for found in re.findall(r"[\"']([a-z_]+_)[\"'{]", text) if found != "plan_"))
    for name in read(ROOT / "templates" / "strings", "en", "cy")[0]["en"].strings:
        if not name.startswith("plan_"):
            assert name in named or name.startswith(beginnings), name
