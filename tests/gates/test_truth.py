"""Every gate, check and tool finds the defects that it is there for, and nothing on the page without one."""

import pytest

from tests.gates.truth import SEEDS, TABLE, Truth
from tests.pages.tools import need

pytestmark = [pytest.mark.browser, pytest.mark.long]


@pytest.fixture(scope="session")
def truth(tmp_path_factory: pytest.TempPathFactory) -> Truth:
    need("chromium", "node", module="pa11y-ci")
    need("java", module="vnu-jar")
    need("lynx", "w3m")
    return Truth(tmp_path_factory.mktemp("truth"))


def test_no_tool_finds_anything_on_the_page_without_a_defect(truth: Truth) -> None:
    assert [str(finding) for finding in truth.on_clean] == []


def test_every_defect_is_found_by_what_is_there_for_it(truth: Truth) -> None:
    assert truth.missed() == []


def test_every_defect_that_no_engine_saw_is_found_by_ours(truth: Truth) -> None:
    unseen = [seed for seed in SEEDS if seed.unseen]
    assert [seed.name for seed in unseen if not truth.rules[seed.name]] == []


def test_the_published_table_is_what_the_tools_say(truth: Truth) -> None:
    assert TABLE.read_text(encoding="utf-8") == truth.as_text(), "The table has changed: python -m tests.gates.truth writes it."
