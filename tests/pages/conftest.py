"""The published site, built and served once for all tools."""

from collections.abc import Iterator

import pytest

from signpost.build import build
from signpost.options import today_in_london
from signpost.problems import Problems
from tests.pages.inspected import Inspected
from tests.pages.server import served
from tests.tiny_site import ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inspected]:
    problems = Problems()
    built = build(ROOT / "content", "content", ROOT, today_in_london(), problems)
    assert built is not None, [problem.as_text() for problem in problems.errors]
    with served(built.output) as address:
        yield Inspected(built, address, tmp_path_factory.mktemp("pages"))
