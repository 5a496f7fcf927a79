"""Links and buttons say where they lead."""

import pytest

from signpost.build import Built
from signpost.checks import link_words
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(link_words, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("</main>", '<a href="../">click here</a></main>', "does not tell where it leads"),
        ("</main>", '<a href="../">Read more…</a></main>', "does not tell where it leads"),
        ("</main>", '<a href="../" lang="cy">Cliciwch yma</a></main>', "does not tell where it leads"),
        ("</main>", '<a href="../">https://tiny.example/en/</a></main>', "bare address"),
        ("</main>", '<a href="../">www.tiny.example</a></main>', "bare address"),
        ("</main>", '<a href="../"></a></main>', "has no words"),
        ("</main>", '<a href="../"><img src="a.png" alt=""></a></main>', "has no words"),
        ("</main>", "<button></button></main>", "button has no words"),
        ("</main>", '<a href="../">The 1997 Act</a></main>', "lead to different places"),
        ("</main>", '<a href="../" aria-label="Start">First page</a></main>', "does not hold the words"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(link_words, built, old, new)
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</main>", '<a href="../"><img src="a.png" alt="First page of this site"></a></main>'),
        ("</main>", '<a href="../" aria-label="First page of Tiny Police">First page</a></main>'),
        ("</main>", '<a href="#the-law">The law</a></main>'),
    ],
)
def test_what_is_right_is_let_through(built: Built, old: str, new: str) -> None:
    assert found(link_words, built, old, new) == []
