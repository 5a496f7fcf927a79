"""Small typographic care: what is changed, and what never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.pages import typography


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("neu'r rhif", "neu'r rhif"),
        ("'r heddlu", "’r heddlu"),
        ("('na fe)", "(’na fe)"),
        ("'Na fe", "’Na fe"),
        ("'rheddlu'", "'rheddlu'"),
    ],
)
def test_welsh_words_that_begin_with_an_apostrophe(text: str, expected: str) -> None:
    assert typography.before_quotes(text, "cy") == expected


def test_english_is_left_to_the_quotes() -> None:
    assert typography.before_quotes("'n roll", "en") == "'n roll"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wait...", "wait…"),
        ("one - two", "one\u00a0– two"),
        ("one -- two", "one\u00a0– two"),
        ("a-b", "a-b"),
        ("10 November 2026", "10\u00a0November 2026"),
        ("3 Tachwedd", "3\u00a0Tachwedd"),
        ("3 Novembers", "3 Novembers"),
        ("Section 10 Mayor", "Section 10 Mayor"),
        ("2 million", "2\u00a0million"),
        ("5 miliwn", "5\u00a0miliwn"),
        ("0808 802 0300", "0808 802 0300"),
        ("", ""),
    ],
)
def test_dashes_ellipses_and_days_with_their_month(text: str, expected: str) -> None:
    assert typography.after_quotes(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("it's", "it’s"), ("i'w wneud", "i’w wneud"), ("'x'", "'x'"), ("5'", "5'")])
def test_apostrophes_inside_words(text: str, expected: str) -> None:
    assert typography.curled(text) == expected


@given(st.text(alphabet="abc 0123456789'\"-.\n"))
def test_no_letter_or_digit_is_changed(text: str) -> None:
    done = typography.after_quotes(typography.curled(typography.before_quotes(text, "cy")))
    assert [sign for sign in done if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
    assert typography.after_quotes(done) == done
