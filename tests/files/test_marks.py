"""Marks of Markdown that readers would see, and signs that only look like them."""

import re

import pytest

from signpost.files.marks import mark_not_read, stray_mark


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Keep _every message", "underscore (_)"),
        ("Keep every message_ today", "underscore (_)"),
        ("_", "underscore (_)"),
        ("Keep *every message", "star (*)"),
        ("Keep every* message", "star (*)"),
        ("Calls are free.*", "star (*)"),
        ("* Calls are free", "star (*)"),
        ("Keep __every message", "underscores (__)"),
        ("Keep ** every ** message", "stars (**)"),
        ("Name: ____", "row of underscores"),
        ("~~Old~~ new", "struck out"),
        ("Keep ==every== message", "“==”"),
        ("Keep a diary[^1]", "footnotes"),
        ("[ ] Keep a diary", "boxes"),
        ("[X] Keep a diary*", "star (*)"),
    ],
)
def test_marks_left_in_markdown(text: str, words: str) -> None:
    assert words in (stray_mark(text) or "")


@pytest.mark.parametrize(
    "text", ["Press *67 first", "Press *#06#", "Press # or 5*", "user_name", "ysgrif_1 a 2", "sh*t", "A ~ B", "a = b", "[a] box", ""]
)
def test_signs_that_may_stand(text: str) -> None:
    assert stray_mark(text) is None


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Help **now**", "**"),
        ("Help __now__", "__"),
        ("_Help_ now", "_"),
        ("Help *now*", "*"),
        ("Help ~~now~~", "~~"),
        ("Call [[101]]", "[["),
        ("[Help](help.md)", "]("),
        ("## Help", "##"),
        ("victim`s", "`"),
        ("Help<br/>now", "<br/>"),
        ("Help &amp; support", "&amp;"),
        ("It&#39;s", "&#39;"),
    ],
)
def test_marks_that_nothing_reads(text: str, mark: str) -> None:
    assert mark_not_read(text) == mark


@pytest.mark.parametrize(
    "text", ["Complete*", "Press *67 or #", "user_name", "A & B; C", "[the force]", "a < b > c", "5 * 5", "Action #7", "R&D", "name_"]
)
def test_signs_of_a_plain_text(text: str) -> None:
    assert mark_not_read(text) is None


def test_every_sentence_says_what_to_do() -> None:
    for text in ("_a", "*a", "__a", "**a", "____", "~~a", "==a", "a[^1]", "[x] a"):
        assert re.search(r"(?:Write|Delete|Say)", stray_mark(text) or ""), text
