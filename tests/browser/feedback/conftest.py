"""Generated sites with a feedback form, each built once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from signpost.feedback import FeedbackSettings
from tests.browser.conftest import KINDS, Running
from tests.browser.consent.reader import Reader
from tests.browser.generated import Pages, generated
from tests.browser.origins import Origins
from tests.consent_site import ConsentSite

SERVICE = "/forms/feedback"
"""The address of the other service, on an origin of its own."""

Forms = Callable[[str], Pages]


@pytest.fixture(scope="session")
def forms(tmp_path_factory: pytest.TempPathFactory, origins: Origins) -> Forms:
    """A function that gives the pages of a site by where its form goes: netlify or address."""

    @cache
    def pages(kind: str) -> Pages:
        tiny = ConsentSite(tmp_path_factory.mktemp("form"), cookies="")
        settings = FeedbackSettings(kind, origins.start.address + SERVICE if kind == "address" else None)
        return generated(tiny, origins, lambda config: replace(config, feedback=settings))

    return pages


@pytest.fixture(params=sorted(KINDS))
def writer(request: pytest.FixtureRequest, running: Running, origins: Origins, forms: Forms) -> Reader:
    """A reader in each browser in turn, on a site whose form goes to the host."""
    origins.forget()
    return Reader(running.tidy(request.param), origins, forms("netlify"))
