"""What is pressed is large enough."""

import pytest

from signpost.build import Built
from signpost.checks import targets
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(targets, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("--quick-exit-height:max(3rem,48px)", "--quick-exit-height:max(1rem,20px)", "exit is 20 pixels high"),
        ("</style>", "button{min-block-size:20px}</style>", "button” is 20 pixels"),
        ("</style>", ".row a:hover{height:1rem}</style>", "is 16 pixels"),
        ("</style>", "html{font:1rem/1.2 sans-serif}</style>", "line of text is less than"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(targets, built, old, new)
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</style>", "button{min-block-size:44px}</style>"),
        ("</style>", ".row span{height:2px}</style>"),
    ],
)
def test_what_is_right_is_let_through(built: Built, old: str, new: str) -> None:
    assert found(targets, built, old, new) == []
