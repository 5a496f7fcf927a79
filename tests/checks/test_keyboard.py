"""Nothing in the bytes breaks the keyboard."""

import pytest

from signpost.build import Built
from signpost.checks import keyboard
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(keyboard, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("</main>", '<a href="../" tabindex="2">First page</a></main>', "changes the order"),
        ("</main>", '<a href="../" accesskey="s">First page</a></main>', "takes a key"),
        ("</main>", "<input autofocus></main>", "takes a key"),
        ("</main>", '<a href="../" aria-hidden="true">First page</a></main>', "hidden from screen readers"),
        ("</main>", '<p aria-hidden="true"><a href="../">First page</a></p></main>', "reached with the keyboard"),
        ("</main>", '<button tabindex="-1">Press</button></main>', "cannot be reached"),
        ("</style>", "a:focus{outline:none}</style>", "takes the focus ring away"),
        ("</style>", "@media print{button:focus{outline-width:0}}</style>", "takes the focus ring away"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(keyboard, built, old, new)
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</main>", '<p tabindex="0">Scroll me</p></main>'),
        ("</style>", "a:focus{outline:0;box-shadow:0 0 0 3px}</style>"),
    ],
)
def test_what_is_right_is_let_through(built: Built, old: str, new: str) -> None:
    assert found(keyboard, built, old, new) == []
