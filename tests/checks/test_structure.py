"""What every page has once."""

import pytest

from signpost.build import Built
from signpost.checks import structure
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(structure, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("<h1>", "<h1>Another</h1><h1>", "first-level heading"),
        ("<h1>Help and support</h1>", "", "first-level heading"),
        ("<title>", "<title>Other</title><title>", "title"),
        ('<main id="main"', '<main id="other"></main><main id="main"', "main part"),
        ('<h2 id="the-law">', '<h5 id="the-law">', "skips a level"),
        ("</main>", "<h2> </h2></main>", "heading is empty"),
        ('<a href="tel:999" aria-label="Call 999, 9 9 9">', '<a href="tel:101" aria-label="Call 999, 9 9 9">', "does not call 999"),
        ('<header class="site">', "<header>", "no header of the site"),
        (' aria-label="You are here"', "", "same name, or none"),
        (' aria-label="About this site"', ' aria-label="You are here"', "same name, or none"),
        ('<section class="card"', '<section class="card" aria-labelledby="nowhere"', "which is not on the page"),
        ('class="skip" href="#main"', 'class="skip" href="#the-law"', "skips to the main part"),
        ("emergency-bar", "other-bar", "emergency panel is missing"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(structure, built, old, new)
    assert any(words in message for message in messages), messages
