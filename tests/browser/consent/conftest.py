"""Generated sites with a cookie choice, each built once, and a reader in each browser."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from tests.browser.conftest import KINDS, Running
from tests.browser.consent.reader import Reader
from tests.browser.generated import Pages, generated
from tests.browser.origins import Origins
from tests.consent_site import APPEARANCE, LANGUAGE, PAGE_COUNTS, ConsentSite

Sites = Callable[[str], Pages]
LISTS = {
    "preferences": APPEARANCE + LANGUAGE,
    "longer list": APPEARANCE + LANGUAGE + PAGE_COUNTS,
    "shorter list": LANGUAGE,
    "nothing": "",
}
"""What a site may declare, by the names that the tests give it."""


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory, origins: Origins) -> Sites:
    """A function that gives the pages of a site by the name of its list."""

    @cache
    def pages(name: str) -> Pages:
        return generated(ConsentSite(tmp_path_factory.mktemp("site"), LISTS[name]), origins)

    return pages


@pytest.fixture(params=sorted(KINDS))
def reader(request: pytest.FixtureRequest, running: Running, origins: Origins, sites: Sites) -> Reader:
    """A reader in each browser in turn, who has never been on the site."""
    origins.forget()
    return Reader(running.tidy(request.param), origins, sites("preferences"))
