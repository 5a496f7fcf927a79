"""nginx and Caddy, started for real with the configuration that is printed for them: every answer as the map says."""

import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from signpost import cli
from signpost.hosting.servers import SERVERS, Served
from signpost.suite import MISSING
from tests.figures import Figures
from tests.hosts.asking import ask, differences
from tests.hosts.conftest import Hosted
from tests.hosts.running import caddy_server, nginx_server

Start = Callable[[Served, Path], AbstractContextManager[str]]
STARTS: dict[str, Start] = {"nginx": nginx_server, "caddy": caddy_server}
NAMES: dict[Start, str] = {nginx_server: "nginx", caddy_server: "Caddy"}
pytestmark = pytest.mark.browser  # real programs, which other systems do not have


@pytest.fixture(params=sorted(STARTS))
def start(request: pytest.FixtureRequest) -> Start:
    name = request.param
    if shutil.which(name) is None:
        assert name in os.environ.get(MISSING, ""), f"{name} is not installed"
        pytest.skip(f"{name} is not installed here")
    return STARTS[name]


def test_every_answer_at_the_root_of_a_host(start: Start, hosted: Hosted, tmp_path: Path, figures: Figures) -> None:
    with start(hosted.served, tmp_path) as base:
        asked, found = differences(base, hosted.output)
    assert found == []
    assert asked > 30
    figures.holds("Hosts", f"answers compared with the map: {NAMES[start]}", asked)


def test_every_answer_below_a_path(start: Start, below: Hosted, tmp_path: Path, figures: Figures) -> None:
    with start(below.served, tmp_path) as base:
        asked, found = differences(base + below.prefix.rstrip("/"), below.output, below.prefix.rstrip("/"))
        assert found == []
        assert asked > 30
        page = ask(base + below.prefix.rstrip("/"), "/en/nothing/at/all/").body.decode()
        assert f'href="{below.prefix}en/"' in page  # the one page whose links cannot be relative
        assert ask(base, "/").status == 404
    figures.holds("Hosts", f"answers compared with the map: {NAMES[start]}, site below a path", asked)


def test_the_page_of_the_form_is_kept_for_back(start: Start, with_form: Hosted, tmp_path: Path) -> None:
    """Without “no-store”, so that browsers give back what was typed; every other page with it."""
    below = with_form.prefix.rstrip("/")
    with start(with_form.served, tmp_path) as base:
        assert differences(base + below, with_form.output, below)[1] == []
        kept = {path: ask(base + below, path).all("Cache-Control") for path in ("/en/feedback/", "/cy/adborth/", "/en/feedback/thanks/")}
    assert kept == {"/en/feedback/": ["private, no-cache"], "/cy/adborth/": ["private, no-cache"], "/en/feedback/thanks/": ["no-store"]}


def test_the_same_bytes_whatever_the_path_but_where_an_address_is_whole(hosted: Hosted, below: Hosted) -> None:
    for path, content in hosted.output.items():
        other = below.output[path].replace(below.prefix.encode(), b"/")
        assert other == content, path


def test_a_site_of_the_wrong_headers_is_noticed(start: Start, hosted: Hosted, tmp_path: Path) -> None:
    """The comparison itself can fail."""
    wrong = {**hosted.output, "_headers": hosted.output["_headers"].replace(b"no-referrer", b"origin"), "robots.txt": b"other"}
    with start(hosted.served, tmp_path) as base:
        _, found = differences(base, wrong)
    assert "/robots.txt: other bytes than robots.txt" in found
    assert "/en/: Referrer-Policy: ['no-referrer']" in found


@pytest.mark.parametrize("server", sorted(SERVERS))
def test_the_command_prints_what_fits_the_built_folder(server: str, hosted: Hosted, capsys: pytest.CaptureFixture[str]) -> None:
    content = str(hosted.place / "content")
    assert cli.main(["host", server, "--out", str(hosted.folder), "--content", content, "--folder", "/srv/www/site"]) == 0
    printed = capsys.readouterr().out
    assert "/srv/www/site" in printed
    assert "Made by “build.py host" in printed
    assert ("tiny.example {" in printed) == (server == "caddy")
    assert cli.main(["host", server, "--out", str(hosted.place / "nothing"), "--content", content]) == 1
    assert "Build it first" in capsys.readouterr().err
    assert cli.main(["host", server, "--out", str(hosted.folder), "--content", content, "--folder", "/srv/$site"]) == 1


def test_settings_with_a_mistake_make_no_configuration(hosted: Hosted, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistaken address is replaced by an example while the rest is read: a server must not get that for its name."""
    settings = (hosted.place / "content" / "site.yml").read_text(encoding="utf-8")
    (tmp_path / "site.yml").write_text(settings.replace("base_url: https://", "base_url: htp://"), encoding="utf-8")
    assert cli.main(["host", "caddy", "--out", str(hosted.folder), "--content", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "base_url" in said
    assert "Made by" not in said
