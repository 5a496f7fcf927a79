"""Mozilla's HTTP Observatory, pinned: every page of the real site, and the one for “not found”, passes every test of it."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from signpost.build import build
from signpost.hosting.header_map import HEADERS_FILE, read_header_map
from signpost.hosting.servers import Served, caddy
from signpost.problems import Problems
from signpost.publishing.write import write_output
from tests.browser.authority import Authority
from tests.figures import Figures
from tests.hosts.running import running
from tests.ports import free_port
from tests.tiny_site import ROOT

pytestmark = pytest.mark.browser  # real programs, which other systems do not have

BEST = {"listed": 140, "not-listed": 135}
"""The most that a site without cookies can get: 145 is for those that set one, the last 5 before it for a place in the
list that browsers are shipped with."""


@dataclass(frozen=True)
class Secure:
    """The real site at https://localhost, with plain http leading to it."""

    http: int
    https: int
    authority: Path
    pages: tuple[str, ...]

    def scanned(self, listed: str, paths: tuple[str, ...]) -> dict[str, Any]:
        command = ["node", str(Path(__file__).with_name("observatory.mjs")), str(self.http), str(self.https), listed]
        environment = {"NODE_EXTRA_CA_CERTS": str(self.authority), "PATH": "/usr/bin:/usr/local/bin:/bin"}
        ended = subprocess.run(command, input=json.dumps(paths), capture_output=True, text=True, check=False, timeout=120, env=environment)
        assert ended.returncode == 0, ended.stderr[-2000:]
        found: dict[str, Any] = json.loads(ended.stdout)
        return found


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secure]:
    place = tmp_path_factory.mktemp("secure")
    problems = Problems()
    built = build(ROOT / "content", "content", ROOT, date(2026, 11, 25), problems)
    assert built is not None, [problem.as_text() for problem in problems]
    write_output(built.output, place / "dist")
    Authority(place, ["DNS:localhost"])
    http, https = free_port(), free_port()
    site = Served(read_header_map(built.output[HEADERS_FILE].decode()), (), str(place / "dist"), f"https://localhost:{https}")
    lines = caddy(site).replace(" {\n", f" {{\n    bind 127.0.0.1\n    tls {place}/leaf.pem {place}/key.pem\n", 1)
    plain = f"http://localhost:{http} {{\n    bind 127.0.0.1\n    redir https://localhost:{https}{{uri}} permanent\n}}\n"
    (place / "Caddyfile").write_text("{\n    admin off\n    auto_https off\n}\n" + plain + lines, encoding="utf-8")
    pages = tuple(f"/{path.removesuffix('index.html')}" for path in sorted(built.output) if path.endswith("index.html"))
    with running(["caddy", "run", "--config", str(place / "Caddyfile"), "--adapter", "caddyfile"], http, place):
        yield Secure(http, https, place / "authority.pem", (*pages, "/nothing/here/"))


@pytest.mark.parametrize("listed", sorted(BEST))
def test_every_page_passes_everything_with_the_best_score(listed: str, secure: Secure, figures: Figures) -> None:
    found = secure.scanned(listed, secure.pages)
    assert len(found) > 40
    assert found["/nothing/here/"]["status"] == 404
    for path, page in found.items():
        assert {name: test for name, test in page["tests"].items() if not test["pass"]} == {}, path
        assert (page["score"], page["grade"]) == (BEST[listed], "A+"), (path, page["tests"])
    words = "host in the list of preloaded names" if listed == "listed" else "host not in that list"
    figures.holds("Mozilla Observatory", f"score of every page and of “not found”, {words}", f"{BEST[listed]}, A+, every test passed")
    figures.at_least("Mozilla Observatory", "pages scanned", len(found))
