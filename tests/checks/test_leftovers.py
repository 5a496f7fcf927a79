"""Nothing half-made is published."""

import pytest

from signpost.build import Built
from signpost.checks import leftovers
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(leftovers, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("</main>", "<p>{{ page.title }}</p></main>", "{{"),
        ("</main>", "<p>{% if %}</p></main>", "{%"),
        ("</main>", "<p>[[999]]</p></main>", "[["),
        ("</main>", "<p>:::warning</p></main>", ":::"),
        ("</main>", "<p>a\x02b</p></main>", "left over"),
        ("</main>", "<p>TBC</p></main>", "TBC"),
        ("</main>", "<p>[insert name]</p></main>", "[insert name]"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(leftovers, built, old, new)
    assert any(words in message for message in messages), messages
