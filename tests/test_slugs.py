"""Words -> the part of an address."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.slugs import Slugs, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What to do now", "what-to-do-now"),
        ("Beth i’w wneud nawr", "beth-iw-wneud-nawr"),
        ("Tŷ, gŵr & môr", "ty-gwr-mor"),
        ("Who’s there?", "whos-there"),
        ("  --  ", "section"),
        ("中文", "section"),
        ("№ 5", "no-5"),
        ("ﬁre", "fire"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_each_heading_of_a_page_has_its_own() -> None:
    slugs = Slugs()
    assert [slugs.of(text) for text in ("A", "A", "A 2", "a", "A-2-2")] == ["a", "a-2", "a-2-2", "a-3", "a-2-2-2"]


@given(st.text())
def test_every_slug_is_an_address_and_stays_itself(text: str) -> None:
    found = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", found)
    assert slug(found) == found


@given(st.lists(st.text(max_size=3), max_size=30))
def test_none_stands_twice(texts: list[str]) -> None:
    slugs = Slugs()
    found = [slugs.of(text) for text in texts]
    assert len(set(found)) == len(found)
