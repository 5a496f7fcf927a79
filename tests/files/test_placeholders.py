"""What was meant to be replaced, and words that only look like it."""

import pytest

from signpost.files.placeholders import has_placeholder


@pytest.mark.parametrize("text", ["TBC", "tbd soon", "[insert name]", "[Name of force]", "Lorem ipsum dolor", "XXX", "XXXX", "FIXME:"])
def test_placeholders(text: str) -> None:
    assert has_placeholder(text) is not None


@pytest.mark.parametrize("text", ["Todos los días", "[the Act](a.md)", "xx", "A tbcx", "Add your name"])
def test_no_placeholders(text: str) -> None:
    assert has_placeholder(text) is None
