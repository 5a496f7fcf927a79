"""Canonical address, languages and sitemap agree."""

import pytest

from signpost.build import Built
from signpost.checks import alternates
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(alternates, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            'rel="canonical" href="https://tiny.example/en/help/"',
            'rel="canonical" href="https://tiny.example/en/"',
            "must be https://tiny.example/en/help/",
        ),
        ('<link rel="canonical" href="https://tiny.example/en/help/">', "", "canonical address is missing"),
        (
            'hreflang="cy" href="https://tiny.example/cy/cymorth/"',
            'hreflang="cy" href="https://tiny.example/cy/help/"',
            "which is not published",
        ),
        (
            'hreflang="cy" href="https://tiny.example/cy/cymorth/"',
            'hreflang="cy" href="https://tiny.example/cy/"',
            "does not name this one",
        ),
        (
            'hreflang="en" href="https://tiny.example/en/help/"',
            'hreflang="x-en" href="https://tiny.example/en/help/"',
            "does not name itself",
        ),
        ('<meta name="referrer"', '<meta name="robots" content="noindex"><meta name="referrer"', "asks not to be found"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(alternates, built, old, new)
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('hreflang="x-default"', 'hreflang="x-other"', "does not name itself"),
        ('<link rel="alternate" hreflang="cy" href="https://tiny.example/cy/">', "", "name different addresses"),
    ],
)
def test_the_root_and_the_home_pages_name_each_other(built: Built, old: str, new: str, words: str) -> None:
    messages = found(alternates, built, old, new, path="index.html")
    assert any(words in message for message in messages), messages
