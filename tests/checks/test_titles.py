"""Every title tells its page from the others."""

import pytest

from signpost.build import Built
from signpost.checks import titles
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(titles, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("<title>Help and support – Tiny Police</title>", "<title>Page</title>", "does not say what the page is about"),
        ("<title>Help and support – Tiny Police</title>", "<title>Other words – Tiny Police</title>", "does not hold the page"),
        ("<title>Help and support – Tiny Police</title>", "<title>Get help – Tiny Police</title>", "same title as"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(titles, built, old, new)
    assert any(words in message for message in messages), messages
