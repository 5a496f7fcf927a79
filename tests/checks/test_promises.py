"""The site promises nothing that it cannot keep."""

import pytest

from signpost.build import Built
from signpost.checks import promises
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(promises, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("</main>", "<p>It leaves no trace.</p></main>", "leaves no trace"),
        ("</main>", "<p>It Leaves\n<b>No</b> Trace.</p></main>", "Leaves No Trace"),
        ("<title>", "<title>Leave no trace – ", "Leave no trace"),
        ("</main>", '<p><img src="a.png" alt="It is completely private"></p></main>', "completely private"),
        ("Who you can talk to", "Nobody will know who you can talk to", "Nobody will know"),
        ("</main>", "<p>It is completely safe.</p></main>", "completely safe"),
        ("</main>", "<p>Nid yw’n heb adael olion.</p></main>", "heb adael olion"),
        ("</main>", "<p>Mae’n hollol ddiogel.</p></main>", "hollol ddiogel"),
        ("</main>", "<p>This site stores nothing on your phone.</p></main>", "stores nothing on your"),
        ("</main>", "<p>Nid yw’n storio dim ar eich dyfais.</p></main>", "storio dim ar eich"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(promises, built, old, new)
    assert any(words in message for message in messages), messages


def test_a_promise_in_a_file_for_machines_is_found(built: Built) -> None:
    messages = found(promises, built, "Test Helpline", "Completely safe", path="contacts.json")
    assert any("Completely safe" in message for message in messages), messages


@pytest.mark.parametrize("words", promises.FORBIDDEN)
def test_each_promise_is_looked_for(words: str) -> None:
    """A page without any of the hints is not searched for promises."""
    assert any(hint in words for hint in promises.HINTS)
