"""The dictionaries: which words they know, in Welsh with its mutations, and that they are the locked ones, unchanged."""

import subprocess
import sys

import pytest

from signpost.words.dictionary import FOLDER, Dictionary, dictionary
from tests.tiny_site import ROOT

AFFIXES = """
NEEDAFFIX X
PFX M Y 2
PFX M c g c[^h]
PFX M g 0 g
SFX v Y 1
SFX v 0 ra/aX .
SFX a Y 1
SFX a 0 som .
SFX B Y 1
SFX B 0 au
"""
STEMS = "4\ncath/MB\ngardd/M\nstem/v\nneeds/XB\n"


@pytest.fixture(scope="module")
def small() -> Dictionary:
    return Dictionary(AFFIXES, STEMS)


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("cath", True), ("gath", True), ("cathau", True), ("gathau", True), ("Cath", True), ("CATH", True), ("cat", False),
        ("ardd", True), ("gardd", True), ("arddau", False),
        ("stemra", False), ("stemrasom", True), ("stemsom", False),
        ("needs", False), ("needsau", True),
    ],
)  # fmt: skip
def test_prefixes_suffixes_and_forms_that_need_one(small: Dictionary, word: str, known: bool) -> None:
    assert small.knows(word) is known


@pytest.mark.parametrize(
    ("locale", "right", "wrong"),
    [
        ("en", "stalking behaviour organise colour police's don’t evidence Scotland", "stalkng behavior organize color recieve definately"),
        ("cy", "stelcian heddlu wefan pethau bethau gwasanaethau wasanaethau Nghymru ffoniwch rhybudd", "stelcain heddul wefna gwasaneth pethua"),
    ],
)  # fmt: skip
def test_british_english_and_welsh(locale: str, right: str, wrong: str) -> None:
    words = dictionary(locale)
    assert [word for word in right.split() if not words.knows(word)] == []
    assert [word for word in wrong.split() if words.knows(word)] == []


def test_a_word_that_is_near_is_named() -> None:
    assert dictionary("en").near("recieve") == "receive"
    assert dictionary("en").near("xqzvwk") is None


@pytest.mark.parametrize(("locale", "package"), [("en", "dictionary-en-gb"), ("cy", "dictionary-cy")])
def test_the_files_are_those_of_the_locked_packages(locale: str, package: str) -> None:
    locked = ROOT / "tests" / "node_modules" / package
    for ours, theirs in ((f"{locale}.aff", "index.aff"), (f"{locale}.dic", "index.dic"), (f"{locale}.licence.txt", "license")):
        assert (FOLDER / ours).read_bytes() == (locked / theirs).read_bytes(), ours


def test_no_build_loads_a_dictionary_or_our_own_lists() -> None:
    script = (
        "import sys; from signpost import cli; code = cli.main(['check', '--content', 'tests/sites/tiny', '--today', '2026-11-20']);"
        "sys.exit(code or any(name in sys.modules for name in ('signpost.words.dictionary', 'signpost.words.advice')))"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False).returncode == 0
