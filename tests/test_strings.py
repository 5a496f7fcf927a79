"""The words of the templates in each language."""

import re
import string
from pathlib import Path

import pytest

from signpost.strings import read_locales

ROOT = Path(__file__).resolve().parent.parent


def words(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name.replace('_', '.')}.yml").write_text(text, encoding="utf-8")
    return folder


def test_the_files_of_a_language_are_read_together(tmp_path: Path) -> None:
    found = read_locales(words(tmp_path, en="language_name: English\na: It's\n", plan_en="b: 1\n", cy="language_name: C\n"), ["en"])
    assert dict(found["en"].strings) == {"language_name": "English", "a": "It’s", "b": "1"}
    assert found["en"].name == "English"


def test_a_word_in_one_language_only_is_a_bug(tmp_path: Path) -> None:
    words(tmp_path, en="language_name: English\na: 1\n", cy="language_name: Cymraeg\nb: 1\n")
    with pytest.raises(ValueError, match=r"differ between languages: \['a', 'b'\]"):
        read_locales(tmp_path, ["en", "cy"])


def test_a_file_that_cannot_be_read_is_a_bug(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"en\.yml:2"):
        read_locales(words(tmp_path, en="a: 1\na: 2\n"), ["en"])


def test_both_languages_have_the_same_gaps() -> None:
    found = read_locales(ROOT / "templates" / "strings", ["en", "cy"])
    for name, text in found["en"].strings.items():
        gaps = [sorted({field for _, field, _, _ in string.Formatter().parse(each) if field}) for each in (text, found["cy"].strings[name])]
        assert gaps[0] == gaps[1], name


def test_every_word_that_a_template_names_is_there() -> None:
    found = read_locales(ROOT / "templates" / "strings", ["en", "cy"])["en"].strings
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
    for name in read_locales(ROOT / "templates" / "strings", ["en", "cy"])["en"].strings:
        if not name.startswith("plan_"):
            assert name in named or name.startswith(beginnings), name
