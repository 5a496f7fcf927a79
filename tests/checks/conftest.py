"""The tiny site, built once for all gates: they read it and change nothing."""

import pytest

from signpost.build import Built
from tests.tiny_site import TinySite


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return TinySite(tmp_path_factory.mktemp("gates")).good()
