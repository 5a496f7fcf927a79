"""Fields have labels and can be filled in by the browser."""

import pytest

from signpost.build import Built
from signpost.checks import forms
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(forms, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("</main>", '<input name="colour"></main>', "has no label"),
        ("</main>", '<input name="colour" placeholder="Colour" title="Colour"></main>', "has no label"),
        ("</main>", '<label for="c"></label><select id="c" name="colour"></select></main>', "has no label"),
        ("</main>", '<label>Your name <input name="name"></label></main>', 'autocomplete="name"'),
        ("</main>", '<label>Email <input type="email" name="reply"></label></main>', 'autocomplete="email"'),
        ("</main>", '<label>Email <input type="email" name="reply" autocomplete="off"></label></main>', 'autocomplete="email"'),
        ("</main>", '<label>Colour <input name="colour" onpaste="return false"></label></main>', "Let readers paste"),
        (
            "</main>",
            '<label><input type="radio" name="a" value="1"> One</label><label><input type="radio" name="a" value="2"> Two</label></main>',
            "need a <fieldset>",
        ),
        (
            "</main>",
            '<fieldset><label><input type="radio" name="a" value="1"> One</label><label><input type="radio" name="a" value="2"> Two</label></fieldset></main>',
            "need a <fieldset>",
        ),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(forms, built, old, new)
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</main>", '<label>Colour <input name="colour"></label></main>'),
        ("</main>", '<label for="c">Colour</label><input id="c" name="colour"></main>'),
        ("</main>", '<input type="hidden" name="form"></main>'),
        (
            "</main>",
            '<fieldset><legend>How many?</legend><label><input type="radio" name="a" value="1"> One</label><label><input type="radio" name="a" value="2"> Two</label></fieldset></main>',
        ),
        ("</main>", '<label>Email <input type="email" name="reply" autocomplete="email"></label></main>'),
    ],
)
def test_what_is_right_is_let_through(built: Built, old: str, new: str) -> None:
    assert found(forms, built, old, new) == []
