"""What every test may ask for: the project's folder, a day, and a copy of a whole small site to break."""

from datetime import date
from pathlib import Path

import pytest

from signpost.problems import Problems
from tests.figures import Figures
from tests.tiny_site import ROOT, TODAY, TinySite


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--figures", action="store_true", help="write what is found to tests/FIGURES.md")


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Figures:
    """Where a test hands over a figure that it has found."""
    writes: bool = request.config.getoption("--figures")
    return Figures(request.node.nodeid.partition("[")[0], writes)


@pytest.fixture
def root() -> Path:
    return ROOT


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def tiny(tmp_path: Path) -> TinySite:
    return TinySite(tmp_path)


@pytest.fixture
def problems() -> Problems:
    return Problems()
