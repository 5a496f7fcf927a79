"""Publishing and the way back on a real server, asked all the time: each answer is a whole page of one site or the other."""

import threading
from pathlib import Path

import pytest

from signpost import cli
from signpost.hosting.live import Answer, LiveSite
from signpost.hosting.servers import Served
from tests.figures import Figures
from tests.hosts.asking import ask
from tests.hosts.conftest import Hosted
from tests.hosts.test_servers import Start, start
from tests.tiny_site import TinySite

__all__ = ["start"]
pytestmark = pytest.mark.browser  # real programs, which other systems do not have
TIMES = 20
"""Exchanges while a reader asks."""


class Reader(threading.Thread):
    """Asks for one page again and again, and keeps what is no page of either site."""

    def __init__(self, base: str, pages: set[bytes]) -> None:
        super().__init__()
        self._base, self._pages = base, pages
        self.ended = threading.Event()
        self.asked = 0
        self.seen: set[bytes] = set()
        self.strange: list[str] = []

    def run(self) -> None:
        while not self.ended.is_set():
            answer = ask(self._base, "/en/help/")
            self.asked += 1
            self.seen.add(answer.body)
            if answer.status != 200 or answer.body not in self._pages or not answer.all("Content-Security-Policy"):
                self.strange.append(f"{answer.status}: {answer.body[:80]!r}")


class OneMore(TinySite):
    """The same site with one more sentence."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        for name, words in (("en/help.md", "One more."), ("cy/help.md", "Un arall.")):
            self.write(name, f"{self.text(name)}\n{words}\n")


@pytest.fixture
def second(tmp_path: Path) -> Hosted:
    return Hosted(tmp_path / "second", "/", OneMore)


def test_back_to_the_site_before_by_one_command_while_readers_ask(
    start: Start, hosted: Hosted, second: Hosted, tmp_path: Path, figures: Figures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LiveSite, "elsewhere", lambda live, address: Answer(200))  # no test asks the internet
    shown = tmp_path / "www"
    newer = second.output["en/help/index.html"]
    pages = {hosted.output["en/help/index.html"], newer}
    assert len(pages) == 2
    assert cli.main(["publish", "--out", str(hosted.folder), "--to", str(shown)]) == 0
    with start(Served(hosted.served.headers, hosted.served.redirects, str(shown), "tiny.example", "/"), tmp_path) as base:
        first_is_shown, second_is_shown = (
            ["verify", base, "--content", str(site.place / "content"), "--today", "2026-11-20"] for site in (hosted, second)
        )
        assert cli.main(first_is_shown) == 0
        reader = Reader(base, pages)
        reader.start()
        try:
            assert cli.main(["publish", "--out", str(second.folder), "--to", str(shown)]) == 0
            assert cli.main(second_is_shown) == 0
            for _ in range(TIMES):
                assert cli.main(["publish", "--to", str(shown), "--back"]) == 0
        finally:
            reader.ended.set()
            reader.join()
        assert cli.main(second_is_shown) == 0
        assert cli.main(first_is_shown) == 1
        assert cli.main(["publish", "--to", str(shown), "--back"]) == 0
        assert cli.main(first_is_shown) == 0
    assert reader.strange == []
    assert reader.seen == pages
    figures.holds("Verify", "exchanges by “publish --back” below a running nginx and Caddy, every answer whole, then verified", TIMES + 2)
