"""Tables say what they show."""

import pytest

from signpost.build import Built
from signpost.checks import tables
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(tables, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("<caption>What the law says</caption>", "", "has no caption"),
        ("<caption>What the law says</caption>", "<caption> </caption>", "has no caption"),
        ('<th scope="col"', "<th", "does not say what it is for"),
        (">Offence</th>", "></th>", "is empty"),
        ("</main>", "<table><caption>Days</caption><tr><td>Monday</td></tr></table></main>", "has no headers"),
        (
            "</main>",
            '<table><caption>Days</caption><tr><th scope="row">Monday</th><td><table><caption>Times</caption><tr><th scope="row">9</th></tr></table></td></tr></table></main>',
            "holds another table",
        ),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(tables, built, old, new)
    assert any(words in message for message in messages), messages
