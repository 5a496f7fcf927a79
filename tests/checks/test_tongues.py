"""Parts in another language say so."""

import pytest

from signpost.build import Built
from signpost.checks import tongues
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(tongues, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("</main>", "<p>Mae’r heddlu yma i helpu chi, ac nid oes rhaid i chi fod yn siŵr.</p></main>", 'lang="cy"'),
        ("</main>", '<p lang="cy">You can call the police from this phone.</p></main>', 'lang="en"'),
        ("</main>", "<ul><li>Ffoniwch yr heddlu os oes rhywun yn eich dilyn chi</li></ul></main>", 'lang="cy"'),
        ("<title>Help and support", "<title>Cymorth i chi gan yr heddlu sydd yn agos", 'lang="cy"'),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(tongues, built, old, new)
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</main>", '<p lang="cy">Mae’r heddlu yma i helpu chi, ac nid oes rhaid i chi fod yn siŵr.</p></main>'),
        ("</main>", "<p>Heddlu De Cymru and Llywodraeth Cymru work together.</p></main>"),
        ("</main>", '<p><span lang="cy">Mae’r heddlu yma i helpu chi yn eich iaith</span>.</p></main>'),
    ],
)
def test_what_is_right_is_let_through(built: Built, old: str, new: str) -> None:
    assert found(tongues, built, old, new) == []
