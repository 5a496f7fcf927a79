"""A page arrives in the first answer of the server."""

from signpost.build import Built
from signpost.checks import sizes
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(sizes, built)


def test_a_page_that_does_not_fit_is_found(built: Built) -> None:
    noise = " ".join(str(number * 7919 % 99991) for number in range(20_000))
    messages = found(sizes, built, "</main>", f"<p>{noise}</p></main>")
    assert any("14,336" in message for message in messages), messages


def test_a_long_page_that_is_small_when_compressed_is_fine(built: Built) -> None:
    assert found(sizes, built, "</main>", f"<p>{'same words again ' * 5_000}</p></main>") == []
