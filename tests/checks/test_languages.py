"""Each page says its language and leads to itself in the others."""

import pytest

from signpost.build import Built
from signpost.checks import languages
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(languages, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('<html lang="en"', "<html", "its language"),
        ('<html lang="en"', '<html lang="fr"', "its language"),
        ('<html lang="en"', '<html lang="cy"', "stands under /en/"),
        ('hreflang="cy"', 'data-x="cy"', "no link to itself in: cy"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(languages, built, old, new)
    assert any(words in message for message in messages), messages
