"""Every page can be printed."""

import pytest

from signpost.build import Built
from signpost.checks import printing
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(printing, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('media="print"', 'media="speech"', "has no print style"),
        ("@media print", "@media tty", "exit must not be printed"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(printing, built, old, new)
    assert any(words in message for message in messages), messages
