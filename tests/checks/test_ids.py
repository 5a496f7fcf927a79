"""An id is one of its kind, and takes nothing's place."""

import pytest

from signpost.build import Built
from signpost.checks import ids
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(ids, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("</main>", '<p id="the-law">Law</p></main>', "stands 2 times"),
        ("</main>", '<p id="">Law</p></main>', "stands 1 times"),
        ("</main>", '<p id="two words">Law</p></main>', "two words"),
        ("</main>", '<p id="location">Law</p></main>', "takes the place"),
        ("</main>", '<form action="./" name="cookie"></form></main>', "takes the place"),
        ("</main>", '<form action="./"><input name="submit"></form></main>', "takes the place"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(ids, built, old, new)
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</main>", '<form action="./"><input name="message"></form></main>'),
        ("</main>", '<p id="self-help">Law</p></main>'),
    ],
)
def test_what_is_right_is_let_through(built: Built, old: str, new: str) -> None:
    assert found(ids, built, old, new) == []
