"""Files of text beside the pages are read by the gates that read what people read."""

from types import ModuleType

import pytest

from signpost.build import Built
from signpost.checks import numbers, promises
from signpost.checks.files import TEXTS
from signpost.hosting.servers import TYPES


def test_every_ending_that_is_published_is_a_page_or_a_text_or_for_the_browser() -> None:
    assert {f".{ending}" for ending in TYPES} - {".html", ".css", ".js", ".svg"} == set(TEXTS)


@pytest.mark.parametrize("ending", TEXTS)
@pytest.mark.parametrize(
    ("gate", "text", "words"), [(numbers, "Call 020 7946 0999.", "020 7946 0999"), (promises, "It leaves no trace.", "no trace")]
)
def test_what_stands_in_one_is_found(gate: ModuleType, text: str, words: str, ending: str, built: Built) -> None:
    problems = gate.check(built.site, [], {f"a{ending}": text.encode()})
    assert any(words in problem.message for problem in problems), problems
