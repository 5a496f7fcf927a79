"""What every test may ask for: the project's folder, a day, and a copy of a whole small site to break."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from signpost.problems import Problems
from tests.compiled import compile_once
from tests.figures import Figures
from tests.tiny_site import ROOT, TODAY, TinySite


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--figures", action="store_true", help="write what is found to tests/FIGURES.md")


def pytest_configure(config: pytest.Config) -> None:
    config.option.loadscopereorder = False  # files of few tests would come last, and the longest have few


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first, then browsers, so that two processes end at the same time; else the random order that there is."""
    items.sort(key=lambda item: next((place for place, name in enumerate(("long", "browser")) if item.get_closest_marker(name)), 2))


@pytest.fixture(scope="session", autouse=True)
def _templates_compiled_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        compile_once(patch)
        yield


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
