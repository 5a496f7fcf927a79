"""Pictures have words."""

import pytest

from signpost.build import Built
from signpost.checks import images
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(images, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("</main>", '<img src="a.png"></main>', "has no “alt”"),
        ("</main>", '<img src="a.png" alt="IMG_1234.jpg"></main>', "does not say what the picture shows"),
        ("</main>", '<img src="a.png" alt="image 3"></main>', "does not say what the picture shows"),
        ("</main>", '<input type="image" src="a.png"></main>', "has no “alt”"),
        ("</main>", '<svg><path d="M0 0"/></svg></main>', "drawing"),
        ("</main>", '<svg role="img"><path d="M0 0"/></svg></main>', "drawing"),
        ("</main>", '<svg role="img" aria-labelledby="gone"><path d="M0 0"/></svg></main>', "drawing"),
        ("</main>", '<video src="a.mp4"></video></main>', "is not used here"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(images, built, old, new)
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</main>", '<img src="a.png" alt=""></main>'),
        ("</main>", '<img src="a.png" alt="The front of the police station"></main>'),
        ("</main>", '<svg aria-hidden="true"><path d="M0 0"/></svg></main>'),
        ("</main>", '<svg role="img" aria-label="Two of three"><path d="M0 0"/></svg></main>'),
        ("</main>", '<svg role="img" aria-labelledby="the-law"><path d="M0 0"/></svg></main>'),
    ],
)
def test_what_is_right_is_let_through(built: Built, old: str, new: str) -> None:
    assert found(images, built, old, new) == []
