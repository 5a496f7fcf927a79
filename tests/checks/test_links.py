"""Every link inside the site leads somewhere."""

import pytest

from signpost.build import Built
from signpost.checks import links
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(links, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("</main>", '<a href="../nowhere/">x</a></main>', "../nowhere/"),
        ("</main>", '<a href="/nowhere/">x</a></main>', "/nowhere/"),
        ("</main>", '<a href="#nowhere">x</a></main>', "leads to no place"),
        ("</main>", '<a href="../#nowhere">x</a></main>', "leads to no place"),
        ("</main>", '<a href="">x</a></main>', "its address is empty"),
        ("</main>", '<script src="gone.js"></script></main>', "gone.js"),
        ("</main>", '<form action="../gone/"></form></main>', "../gone/"),
        ("</main>", '<a href="https://tiny.example/en/gone/">x</a></main>', "leads to no page"),
        ("</main>", '<a href="https://tiny.example/en/#gone">x</a></main>', "leads to no place"),
        ("</main>", '<a href="../hepl/">x</a></main>', "Did you mean “en/help/index.html”?"),
        ("</main>", '<a href="#the-lwa">x</a></main>', "Did you mean “the-law”?"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(links, built, old, new)
    assert any(words in message for message in messages), messages
