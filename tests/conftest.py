"""What every test may ask for: the project's folder, a day, and a copy of a whole small site to break."""

from datetime import date
from pathlib import Path

import pytest

from signpost.problems import Problems
from tests.tiny_site import ROOT, TODAY, TinySite


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
