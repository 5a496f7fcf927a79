"""Every pair of colours can be read, in each scheme."""

import pytest

from signpost.build import Built
from signpost.checks import contrast
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(contrast, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("--muted:#", "--muted:#aaaaaa;--was:#", "light) has a contrast of"),
        ("</style>", "@media (prefers-color-scheme:dark){:root{--text:#555555}}</style>", "dark) has a contrast of"),
        ("</style>", "@media (prefers-contrast:more){:root{--link:#0b66c3}}</style>", "light, with more contrast) has a contrast of"),
        ("</style>", ":root{--new:#123456}</style>", "stands in no pair"),
        ("</style>", "p{color:#777}</style>", "a colour of its own"),
        ("</style>", "p{border-left:2px solid rgb(1 2 3)}</style>", "a colour of its own"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(contrast, built, old, new)
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</style>", "p{color:var(--muted)}</style>"),
        ("</style>", "p{color:CanvasText}</style>"),
    ],
)
def test_what_is_right_is_let_through(built: Built, old: str, new: str) -> None:
    assert found(contrast, built, old, new) == []
