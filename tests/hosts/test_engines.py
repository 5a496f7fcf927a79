"""The programs with which Cloudflare and Netlify show a site on a computer: every answer as the map says, but what is named."""

from pathlib import Path

import pytest

from tests.figures import Figures
from tests.hosts.asking import Ways, differences
from tests.hosts.conftest import Hosted
from tests.hosts.running import cloudflare_engine, netlify_server

pytestmark = pytest.mark.browser  # real programs, which other systems do not have

CLOUDFLARE = Ways(shows_its_files=True)  # asked for them, the engine fails inside (502) instead of answering 404
NETLIFY = Ways(frozenset({"Cache-Control"}), redirects_have_headers=False, shows_its_files=True, guesses_folders=True)


def test_every_answer_of_cloudflares_engine(hosted: Hosted, tmp_path: Path, figures: Figures) -> None:
    with cloudflare_engine(hosted.folder, tmp_path) as base:
        asked, found = differences(base, hosted.output, ways=CLOUDFLARE)
    assert found == []
    assert asked > 20
    figures.holds("Hosts", "answers compared with the map: Cloudflare’s engine (workerd, by wrangler)", asked)


def test_every_answer_of_netlifys_server(hosted: Hosted, tmp_path: Path, figures: Figures) -> None:
    with netlify_server(hosted.folder, tmp_path) as base:
        asked, found = differences(base, hosted.output, ways=NETLIFY)
    assert found == []
    assert asked > 20
    figures.holds("Hosts", "answers compared with the map: Netlify’s local server (netlify dev)", asked)
