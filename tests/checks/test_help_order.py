"""Help stands in the same place everywhere."""

import pytest

from signpost.build import Built
from signpost.checks import help_order
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(help_order, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('<li><a href="./">Help and support</a></li>', "", "footer's links differs"),
        ('class="emergency-bar"', 'class="emergency-strip"', "order of the parts differs"),
        ('<a class="skip" href="#main">Skip to the main text</a>', "", "order of the parts differs"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(help_order, built, old, new)
    assert any(words in message for message in messages), messages
