"""Small scripts: names inside are shortened, and nothing else is touched."""

import pytest

from signpost.look.scripts import short_names

SOURCE = """
const root = document.documentElement;
function leave(event, where) { if (event.key === "root") location.replace(where); }
addEventListener("leave", (event) => leave(event, root.leave));
"""


def test_names_of_its_own_are_shortened_and_texts_and_properties_stay() -> None:
    short = short_names(SOURCE, SOURCE, ())
    assert "const a = document.documentElement" in short
    assert 'function b(c, d) { if (c.key === "root") location.replace(d); }' in short
    assert 'addEventListener("leave", (c) => b(c, a.leave));' in short


def test_a_letter_that_is_in_use_is_not_taken() -> None:
    assert short_names("let one = a + b", "let one = a + b", ()) == "let c = a + b"


def test_what_is_kept_is_kept() -> None:
    assert short_names("let title = {title: 1}", "let title = {title: 1}", {"title"}) == "let title = {title: 1}"


@pytest.mark.parametrize("script", ["let one = {one:1}", "let one = 1, two = {a:1,one:2}", "let one = `a${two}`"])
def test_what_it_could_get_wrong_is_refused(script: str) -> None:
    with pytest.raises(ValueError, match="may not be shortened"):
        short_names(script, script, ())
