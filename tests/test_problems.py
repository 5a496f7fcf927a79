"""A mistake as a value: its order, its forms, its suggestion."""

import json

import pytest

from signpost.problems import Level, Problem, Problems, did_you_mean, formatted


def test_problems_come_by_file_and_line_and_once() -> None:
    problems = Problems()
    problems.add("b", "z.md", 1, "last")
    problems.add("a", "a.md", 10, "third")
    problems.add("a", "a.md", 2, "second")
    problems.add("a", "a.md", 2, "first")
    problems.extend([Problem("a.md", 2, "first", "other-rule")])
    assert [problem.message for problem in problems] == ["first", "second", "third", "last"]
    assert len(problems) == 4


@pytest.mark.parametrize("order", [1, -1])
def test_what_two_steps_have_found_is_as_grave_as_the_graver_says(order: int) -> None:
    found = [Problem("a.md", 2, "Same.", "one", Level.WARNING, safety=True), Problem("a.md", 2, "Same.", "two", Level.ERROR, safety=False)]
    problems = Problems(found[::order])
    assert [(problem.level, problem.safety) for problem in problems] == [(Level.ERROR, True)]
    assert len(problems.errors) == 1 and not problems.warnings


def test_errors_and_warnings_are_told_apart() -> None:
    problems = Problems()
    for level in Level:
        problems.add("rule", "a.md", 1, f"{level} sentence", level)
    assert [problem.message for problem in problems.errors] == ["error sentence"]
    assert [problem.message for problem in problems.warnings] == ["warning sentence"]
    assert len(problems) == 3


def test_a_problem_is_about_safety_unless_it_says_otherwise() -> None:
    assert Problem("a.md", 1, "text", "rule").safety


@pytest.mark.parametrize(("line", "text"), [(0, "a.md: Text."), (7, "a.md:7: Text.")])
def test_as_text(line: int, text: str) -> None:
    assert Problem("a.md", line, "Text.", "rule").as_text() == text


@pytest.mark.parametrize(
    ("problem", "annotation"),
    [
        (Problem("a.md", 0, "Text.", "r"), "::error file=a.md,line=1::Text."),
        (Problem("a,b:c.md", 4, "100% of:\r\nthis, that", "r"), "::error file=a%2Cb%3Ac.md,line=4::100%25 of:%0D%0Athis, that"),
        (Problem("a.md", 4, "Late.", "r", Level.WARNING), "::warning file=a.md,line=4::Late."),
        (Problem("a.md", 4, "Note.", "r", Level.ADVICE), "::warning file=a.md,line=4::Note."),
    ],
)
def test_as_annotation_escapes_what_the_documentation_of_github_names(problem: Problem, annotation: str) -> None:
    assert problem.as_annotation() == annotation


def test_formatted_as_json_holds_every_field_and_keeps_letters() -> None:
    found = json.loads(text := formatted([Problem("cy/a.md", 3, "Tŷ “x”", "rule", Level.WARNING, safety=False)], "json"))
    assert found == [{"file": "cy/a.md", "line": 3, "level": "warning", "rule": "rule", "message": "Tŷ “x”", "safety": False}]
    assert "Tŷ" in text


def test_formatted_with_nothing_wrong() -> None:
    assert formatted([], "json") == "[]"
    assert formatted([], "text") == formatted([], "github") == ""


def test_formatted_as_text_and_for_github_has_one_line_each() -> None:
    two = [Problem("a.md", 1, "One.", "r"), Problem("b.md", 0, "Two.", "r")]
    assert formatted(two, "text") == "a.md:1: One.\nb.md: Two."
    assert formatted(two, "github").count("\n") == 1


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [("tittle", " Did you mean “title”?"), ("title", " Did you mean “title”?"), ("xyz", ""), ("", "")],
)
def test_did_you_mean_names_the_nearest_or_nothing(word: str, suggestion: str) -> None:
    assert did_you_mean(word, {"title", "owner", "parent"}) == suggestion


def test_did_you_mean_does_not_depend_on_the_order_of_a_set() -> None:
    assert did_you_mean("ab", ["abc", "abd"]) == did_you_mean("ab", ["abd", "abc"])
