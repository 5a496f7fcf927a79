"""The fields of one group of settings: each kind of value, right and wrong."""

from collections.abc import Callable
from datetime import date

import pytest

from signpost.files.fields import Fields
from signpost.files.yaml_text import read_yaml
from signpost.problems import Problems


def fields(text: str, what: str = "the page settings") -> Fields:
    problems = Problems()
    entries = read_yaml(text, "a.yml", problems)
    assert entries is not None, [problem.as_text() for problem in problems]
    return Fields(entries, "a.yml", problems, what)


def said(found: Fields) -> list[str]:
    return [problem.as_text().removeprefix("a.yml:") for problem in found.problems]


def test_a_text_has_its_spaces_folded() -> None:
    assert fields("a: >\n  one\n  two\n").text("a") == "one two"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("b: 1", "1: “a” is missing from the page settings. Write “a: …”."),
        ("b: 1\na:", "2: “a” is missing from the page settings. Write “a: …”."),
        ("b: 1\na: [x]", "2: “a” must be one text on one line: “a: …”."),
        ("a: 12345678901", "1: “a” has 11 characters; the most is 10. Shorten it."),
        ("a: TODO", "1: “TODO” is left over in “a”. Write the real text."),
    ],
)
def test_a_text_that_is_wrong(text: str, sentence: str) -> None:
    found = fields(text)
    found.text("a", most=10)
    assert said(found) == [sentence]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("27/03/2025", "“27/03/2025” is not a date for “a”. Write 2025-03-27."),
        ("1.2.25", "“1.2.25” is not a date for “a”. Write 2025-02-01."),
        ("31/02/2025", "“31/02/2025” is not a date for “a”. Write it like 2026-11-23."),
        ("tomorrow", "“tomorrow” is not a date for “a”. Write it like 2026-11-23."),
        ("2025-02-30", "There is no such day as 2025-02-30. Correct “a”."),
        ("2025-2-3", "“2025-2-3” is not a date for “a”. Write it like 2026-11-23."),
        ("20250203", "“20250203” is not a date for “a”. Write it like 2026-11-23."),
        ("２025-02-03", "“２025-02-03” is not a date for “a”. Write it like 2026-11-23."),
        ("2025-02-03T00:00", "“2025-02-03T00:00” is not a date for “a”. Write it like 2026-11-23."),
    ],
)
def test_a_date_that_is_wrong(value: str, sentence: str) -> None:
    found = fields(f"a: {value}")
    assert found.day("a") == date.min
    assert said(found) == [f"1: {sentence}"]


def test_dates() -> None:
    found = fields("a: 2028-02-29")
    assert found.day("a") == date(2028, 2, 29)
    assert found.optional_day("b") is None
    assert said(found) == []
    found.day("b")
    assert said(found) == ["1: “b” is missing from the page settings. Write “b: 2026-11-23”."]


def test_a_choice() -> None:
    found = fields("a: live\nb: lvie\nc:")
    options = ("alpha", "live")
    assert found.choice("a", options) == "live"
    assert found.choice("b", options) == "alpha"
    assert found.choice("c", options, "live") == "live"
    assert found.choice("d", options) == "alpha"
    assert said(found) == [
        "1: “d” is missing from the page settings. Write one of: alpha, live.",
        "2: “lvie” is not one of the values for “b”: alpha, live. Did you mean “live”?",
    ]


@pytest.mark.parametrize(("value", "expected"), [("yes", True), ("No", False), ("TRUE", True), ("false", False)])
def test_yes_and_no(value: str, expected: bool) -> None:
    assert fields(f"a: {value}").yes("a", not expected) is expected


@pytest.mark.parametrize("value", ["1", "on", "y", "ja"])
def test_no_other_answer(value: str) -> None:
    found = fields(f"a: {value}")
    assert found.yes("a", True)
    assert said(found) == [f"1: “{value}” is not an answer for “a”. Write yes or no."]


@pytest.mark.parametrize(("value", "expected"), [("1", 1), ("366", 366), ("007", 7)])
def test_whole_numbers(value: str, expected: int) -> None:
    assert fields(f"a: {value}").whole("a", 5, 1, 366) == expected


@pytest.mark.parametrize("value", ["0", "367", "-1", "1.5", "ten", "９", "1e2", "99999999999999999999"])
def test_numbers_that_are_not_whole_or_out_of_range(value: str) -> None:
    found = fields(f"a: {value}")
    assert found.whole("a", 5, 1, 366) == 5
    assert said(found) == [f"1: “{value}” is not a number for “a”. Write a whole number from 1 to 366."]


@pytest.mark.parametrize("text", ["a: x, y", "a: [x, y]", "a:\n  - x\n  - y", "a: x,,y,"])
def test_words_as_a_line_or_a_list(text: str) -> None:
    assert fields(text).words("a") == ("x", "y")


def test_words_know_their_lines() -> None:
    found = fields("a:\n  - x\n  - y\nb: x, y")
    assert [found.line_of("a", "y"), found.line_of("b", "y"), found.line_of("a", "z")] == [3, 4, 1]


def test_words_that_are_wrong() -> None:
    found = fields("a: {b: c}\nd: x, z")
    assert found.words("a") == ()
    assert found.words_from("d", ("x", "y")) == ("x",)
    assert said(found) == [
        "1: “a” must be a list of short texts, one per line, each after “- ”.",
        "2: “z” is not one of the values for “d”: x, y.",
    ]


def test_an_address_field() -> None:
    found = fields("a: https://www.gov.uk/\nb: http://www.gov.uk/")
    assert found.address("a") == "https://www.gov.uk/"
    assert found.address("c") is None
    found.address("b")
    assert said(found) == ["2: “b” is not an address that can be used: “http://www.gov.uk/” does not start with https://."]


def test_a_text_in_each_language() -> None:
    found = fields("a:\n  en: It's\n  cy: Mae'n")
    assert found.in_each("a", ("en", "cy")) == {"en": "It’s", "cy": "Mae’n"}
    assert found.optional_in_each("b", ("en", "cy")) is None
    assert said(found) == []


def test_a_language_too_few_and_one_too_many() -> None:
    found = fields("a:\n  en: It\n  fr: Ça\nb: text")
    assert found.in_each("a", ("en", "cy")) == {"en": "It", "cy": ""}
    assert found.in_each("b", ("en",)) == {"en": ""}
    found.in_each("c", ("en", "cy"))
    assert said(found) == [
        "1: “c” is missing from the page settings. Write it with a line for each language (en, cy).",
        "2: “cy” is missing from “a”. Write “cy: …”.",
        "3: “fr” is not a setting of “a”. Delete the line, or move it to the left if it does not belong here.",
        "4: Under “b:” write lines like “en: …”, each two spaces to the right.",
    ]


def test_groups_in_a_list() -> None:
    found = fields("a:\n  - b: 1\n  - text\n  - b: 2\nc: text")
    assert [group.text("b") for group in found.groups("a", "the entry")] == ["1", "2"]
    assert found.groups("c", "the entry") == []
    assert found.groups("none", "the entry") == []
    assert said(found) == ["3: Each entry of “a” needs “name: value” lines.", "5: Under “c:” write a list; each entry starts with “- ”."]


def test_what_nobody_asked_for_is_refused() -> None:
    found = fields("title: x\nonwer: y\nzzz: 1")
    found.text("title")
    found.optional_text("owner")
    found.finish()
    assert said(found) == [
        "2: “onwer” is not a setting of the page settings. Did you mean “owner”?",
        "3: “zzz” is not a setting of the page settings. Delete the line.",
    ]


def test_names_that_the_editor_chooses_all_count_as_asked_for() -> None:
    found = fields("x: 1\ny: 2")
    assert found.names() == ("x", "y")
    found.finish()
    assert said(found) == []


@pytest.mark.parametrize("read", [Fields.exact, Fields.optional_text, Fields.address, Fields.optional_day])
def test_a_list_where_a_text_belongs_is_one_sentence(read: Callable[[Fields, str], object]) -> None:
    found = fields("a: [1]")
    assert read(found, "a") is None
    assert said(found) == ["1: “a” must be one text on one line: “a: …”."]


def test_exact_keeps_every_sign() -> None:
    assert fields('a: " 020  7946 "').exact("a") == " 020  7946 "
