"""YAML as text with lines: nothing is turned into anything, nothing is guessed, nothing raises."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from signpost.files.yaml_text import Entries, Items, Text, Value, read_yaml
from signpost.problems import Problems


def read(text: str, first_line: int = 1) -> Entries:
    problems = Problems()
    entries = read_yaml(text, "a.yml", problems, first_line)
    assert entries is not None, [problem.as_text() for problem in problems]
    assert not len(problems)
    return entries


def refused(text: str) -> list[str]:
    problems = Problems()
    read_yaml(text, "a.yml", problems)
    return [problem.as_text() for problem in problems]


@pytest.mark.parametrize(
    "value", ["03301234567", "020 7946 0000", "no", "yes", "9:30", "2026-11-23", "0x1F", "1e3", "1_000", "999", ".inf", "<<", "=", "+44"]
)
def test_a_value_stays_what_was_typed(value: str) -> None:
    assert read(f"name: {value}").values == {"name": Text(value, 1)}


@pytest.mark.parametrize("value", ["", "~", "null", "Null", "NULL", " # a remark"])
def test_nothing_after_the_colon_is_missing(value: str) -> None:
    found = read(f"name: {value}\nnext: x").values["name"]
    assert isinstance(found, Text)
    assert found.missing


@pytest.mark.parametrize("value", ['""', "''", '"null"', "'~'", "nullify"])
def test_what_stands_between_quotation_marks_is_there(value: str) -> None:
    found = read(f"name: {value}").values["name"]
    assert isinstance(found, Text)
    assert not found.missing


def test_every_value_has_its_line() -> None:
    entries = read("a: 1\n\nb:\n  c: 2\n  d:\n    - x\n    - y: 3\n", first_line=10)
    assert entries.lines == {"a": 10, "b": 12}
    group = entries.values["b"]
    assert isinstance(group, Entries)
    assert group.lines == {"c": 13, "d": 14}
    items = group.values["d"]
    assert isinstance(items, Items)
    assert [item.line for item in items.values] == [15, 16]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: 2\na: 3", 3, "“a” is written twice (first in line 1)"),
        ("a: &x 1", 1, "“&x” is not used here"),
        ("a: *x", 1, "“*x” is not used here"),
        ("a: !!python/object:os.system x", 1, "exclamation mark"),
        ("a: !x y", 1, "exclamation mark"),
        ("\ta: 1", 1, "starts with a tab"),
        ("a:\n  \tb: 1", 2, "starts with a tab"),
        ("a: 1\n---\nb: 2", 2, "A second “---” starts here"),
        ("a: 1\n...\nb: 2", 3, "Compare it with a line"),
        ("%YAML 1.2\n---\na: 1", 1, "start with %"),
        ("- a\n- b", 1, "Write “name: value” lines here."),
        ("word", 1, "Write “name: value” lines here."),
        ("", 1, "Nothing is written here"),
        ("# only a remark", 1, "Nothing is written here"),
        ("? [a]\n: b", 1, "A name must stand before the colon."),
        (": b", 1, "does not fit"),
        ("a:\n- b\n c: 1", 3, "Move it to the left."),
        ("a: {b", 1, "A bracket is opened and never closed"),
        ("a: - b", 1, "A list starts on the line below its name."),
        ("a: }", 1, "special character"),
        ("a: &", 1, "special character"),
        ("a: b: c", 1, "second colon"),
        ("a: 1\nb: 'x\nc: 2\n", 2, "never closed"),
        ('a: 1\nb: "x\nc: 2\n', 2, "never closed"),
        ("a: [1, 2\nb: 3", 1, "A bracket is opened and never closed"),
        ("a: @x", 1, "special character"),
        ("a: `x`", 1, "special character"),
        ("a: 1\nb\nc: 2", 2, "A colon is missing"),
        ("a: 1\n  b: 2", 2, "Move it to the left."),
        ("  a: 1\n b: 2", 2, "does not fit"),
        ("a: 'it's x'", 1, "starts with a single quote"),
        ("a: “x: y”", 1, "quotation marks are curly"),
        ("a:x\nb: 2", 1, "A space is missing after the colon"),
        ("b: 2\na:\u00a0x\nc: 3", 2, "special one"),
        ("\u00a0a: 1", 1, "special spaces"),
        ('a: "x\nb: "y"', 1, "opened in this line"),
        ("a:\n  - b: 1\n    c: 2\n   d: 3", 4, "does not fit"),
        ("a: 1\nb: 2\nc: 3\na: 4\nb: 5\nc: 6", 4, "From here on 3 settings are written a second time"),
        ('a: "x" y', 1, "ends at its second quotation mark"),
        ('a: "\\q"', 1, "a backslash needs a second one"),
        ('a: "\\u202e"', 1, "a hidden mark that turns text round"),
        ('a: "\\0"', 1, "a control character"),
        ("a: " + "[" * 5000, 1, "12 steps"),
        ("a: " + "{b: " * 14 + "c" + "}" * 14, 1, "12 steps"),
    ],
)
def test_each_mistake_is_one_sentence_at_its_line(text: str, line: int, words: str) -> None:
    found = refused(text)
    assert len(found) == 1, found
    assert found[0].startswith(f"a.yml:{line}: ")
    assert words in found[0]


def test_every_tab_is_reported() -> None:
    assert len(refused("\ta: 1\nb: 2\n\tc: 3")) == 2


def test_the_sentences_do_not_depend_on_whether_libyaml_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["a: b: c", "a: 1\nb: 'x\nc", 'a: "x" y', "a: @x", "a: 1\nb\nc: 2", "  a: 1\n b: 2", "a:", "a: [1", "a: {b", "- x: 'y"]
    texts += [
        ": b",
        "a: 1\n  b: 2",
        'a: "\\q"',
        'a: "\\xq"',
        "a:\n- b\n c: 1",
        "a: 1\n- b",
        "a: - b",
        "a: [b]]",
        "a: }",
        "a: ,",
        "a: >x\n b",
    ]
    texts += ["a: &", "a: *", "a: %x", "a: !<x", "a: 1\n...\nb: 2"]
    fast = [refused(text) for text in texts]
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert [refused(text) for text in texts] == fast


def depth(value: Value) -> int:
    if isinstance(value, Text):
        return 0
    inner = value.values.values() if isinstance(value, Entries) else value.values
    return 1 + max((depth(item) for item in inner), default=0)


@given(st.text(alphabet=st.sampled_from("ab:-?[]{}\"'&*!%@`#|>,\\ \n\t~<0"), max_size=60))
def test_no_text_makes_it_raise(text: str) -> None:
    problems = Problems()
    entries = read_yaml(text, "a.yml", problems)
    assert (entries is None) <= (len(problems) > 0)
    assert entries is None or depth(entries) <= 13
    for problem in problems:
        assert 1 <= problem.line <= text.count("\n") + 1


@given(st.text(max_size=40))
def test_no_letters_make_it_raise(text: str) -> None:
    problems = Problems()
    assert read_yaml(f"a: {text}", "a.yml", problems) is not None or len(problems) > 0
