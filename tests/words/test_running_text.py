"""What counts as text that a reader reads, with its lines, and how hard it is."""

import pytest

from signpost.words.running_text import FILLED, passages, words_in
from signpost.words.sentences import measure, syllables

PAGE = """---
title: "Find help"
description: Who can help you.
owner: Communications team
---

First line of a paragraph,
which goes on. Call [[999]] now. See [the safety page](staying-safe.md#x(y)) at www.example.org.

## A heading

- One **bold** thing
- [Another](https://www.example.org/a_b)

:::warning
Take care.
:::

:::details More about it
| Name | What |
| --- | --- |
| Order | It *stops* somebody |
:::

::contact 999
"""


def test_passages_have_their_lines_and_no_marks() -> None:
    found = [(passage.line, passage.text) for passage in passages(PAGE)]
    assert found == [
        (2, "Find help"),
        (3, "Who can help you."),
        (7, f"First line of a paragraph, which goes on. Call {FILLED} now. See the safety page at"),
        (10, "A heading"),
        (12, "One bold thing"),
        (13, "Another"),
        (16, "Take care."),
        (19, "More about it"),
        (20, "Name"),
        (20, "What"),
        (22, "Order"),
        (22, "It stops somebody"),
    ]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert passages("\ufeff" + PAGE.replace("\n", "\r\n")) == passages(PAGE)


def test_sentences_end_where_they_end() -> None:
    found = next(passage for passage in passages(PAGE) if passage.line == 7)
    assert [len(words_in(sentence)) for sentence in found.sentences] == [8, 2, 5]
    assert next(passage for passage in passages(PAGE) if passage.line == 10).sentences == []


@pytest.mark.parametrize(
    ("word", "count"),
    [("the", 1), ("police", 2), ("stalking", 2), ("evidence", 3), ("called", 1), ("wanted", 2), ("table", 2), ("area", 3)],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_hard_words_and_long_sentences_raise_the_age_and_welsh_has_none() -> None:
    plain = passages("\n\n".join(["We can help you. You can call us at any time."] * 5))
    hard = passages("\n\n".join(["Organisational considerations necessitate multidisciplinary collaboration across jurisdictions."] * 5))
    easy_age, hard_age = measure(plain, "en").age, measure(hard, "en").age
    assert easy_age is not None
    assert hard_age is not None
    assert easy_age < 8
    assert hard_age > 20
    assert measure(plain, "cy").age is None
    assert measure(plain[:1], "en").age is None
