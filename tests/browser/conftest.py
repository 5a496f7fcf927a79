"""Fixtures of the tests in real browsers. Each browser is started once and gets a fresh tab for each test."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from signpost.build import build
from signpost.exit.component import Key, script_hash
from signpost.problems import Problems
from tests.browser.browser import DEFAULTS, Browser, BrowserMissing, Refusal, Settings
from tests.browser.chromium import Chromium
from tests.browser.firefox import Firefox
from tests.browser.origins import Origins
from tests.browser.patience import TooLate
from tests.browser.site import MakeSite, Site
from tests.browser.webkit import WebKit
from tests.tiny_site import ROOT

KINDS: dict[str, type[Browser]] = {"chromium": Chromium, "firefox": Firefox, "webkit": WebKit}


def pytest_configure(config: pytest.Config) -> None:
    """The marker of every test here."""
    config.addinivalue_line("markers", "browser: needs real browsers and an X server of its own")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Running:
    """The browsers that are open, by kind and by whether scripts run in them."""

    def __init__(self, folder: Path, origins: Origins) -> None:
        self._folder, self._origins = folder, origins
        self._open: dict[tuple[str, bool], Browser] = {}
        self._tidy: set[str] = set()
        self._count = 0

    def start(self, kind: str, scripts: bool = True, settings: Settings = DEFAULTS) -> Browser:
        """A browser of its own, for whoever wants to end it."""
        self._count += 1
        try:
            return KINDS[kind](self._folder / f"{kind}-{self._count}", self._origins, scripts, settings)
        except (BrowserMissing, FileNotFoundError) as missing:
            if os.environ.get("CI"):
                pytest.fail(f"{missing}; in CI every browser must be there")
            pytest.skip(str(missing))

    def fresh(self, kind: str, scripts: bool = True) -> Browser:
        """The open browser of a kind with one fresh tab, or a new one if the old one is not well; the origins know of no request yet."""
        browser = self._open.get((kind, scripts))
        self._tidy.discard(kind)
        if browser:
            try:
                browser.only_tab()
                self._origins.forget()
                return browser
            except (Refusal, TooLate):
                browser.close()
        # The first tab of a browser that has just started has its focus in the address bar.
        self._open[kind, scripts] = browser = self.start(kind, scripts)
        browser.only_tab()
        self._origins.forget()
        return browser

    def tidy(self, kind: str) -> Browser:
        """The open browser of a kind, for tests which leave one tab behind and never mind what was read before in it."""
        if kind not in self._tidy or not self._open[kind, True].try_evaluate("1"):
            self.fresh(kind)
            self._tidy.add(kind)
        return self._open[kind, True]

    def close(self) -> None:
        """End them all."""
        for browser in self._open.values():
            browser.close()


@pytest.fixture(scope="session")
def origins(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Origins]:
    """The three origins, for the whole run."""
    origins = Origins(tmp_path_factory.mktemp("origins"))
    yield origins
    origins.close()


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory, origins: Origins) -> Iterator[Running]:
    """The open browsers of the run."""
    running = Running(tmp_path_factory.mktemp("browsers"), origins)
    yield running
    running.close()


@pytest.fixture
def make_site(tmp_path: Path, origins: Origins) -> MakeSite:
    """A function that makes the small site with given settings and serves it."""

    def make(address: str | None = None, key: Key = "escape", discreet: bool = True) -> Site:
        site = Site(address or f"{origins.exit.address}/weather", key, discreet, f"{origins.start.address}/other")
        origins.folder = site.write(tmp_path / f"site-{time.monotonic_ns()}")
        return site

    return make


@pytest.fixture
def site_folder(make_site: MakeSite, origins: Origins) -> Path:
    """The folder that is served: the small site, or the output of the generator if SITE_FOLDER names one.

    An output used here must have been built with this exit address, or its exits lead out of the tests.
    """
    given = os.environ.get("SITE_FOLDER")
    if given:
        origins.folder = Path(given)
    else:
        make_site()
    assert origins.folder
    return origins.folder


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, origins: Origins) -> Path:
    """The site of content/, with nothing changed but where the exit leads: to the host that the tests can see."""
    problems = Problems()
    built = build(ROOT / "content", "content", ROOT, date(2026, 11, 25), problems)
    assert built is not None, [problem.as_text() for problem in problems.errors]
    folder = tmp_path_factory.mktemp("built")
    address, there = built.site.config.exit.address, f"{origins.exit.address}/weather"
    for name, content in built.output.items():
        if name.endswith(".html"):
            text = content.decode()
            script = text[text.index("<script>") + len("<script>") : text.index("</script>")]
            moved = script.replace(address, there)
            text = text.replace(script_hash(script), script_hash(moved)).replace(address, there)
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(params=sorted(KINDS))
def browser(request: pytest.FixtureRequest, running: Running) -> Browser:
    """Each browser in turn, with one fresh tab."""
    return running.fresh(request.param)


@pytest.fixture
def chromium(running: Running) -> Chromium:
    """Chromium, for what only Chromium can pretend."""
    browser = running.fresh("chromium")
    assert isinstance(browser, Chromium)
    return browser


@pytest.fixture(params=sorted(KINDS))
def scriptless(request: pytest.FixtureRequest, running: Running) -> Browser:
    """Each browser in turn with scripts switched off."""
    return running.fresh(request.param, scripts=False)


@pytest.fixture(params=["chromium", "firefox"])
def own_browser(request: pytest.FixtureRequest, running: Running, origins: Origins) -> Iterator[Browser]:
    """A browser started for one test, which may quit it and read its history. WebKit's writes none."""
    origins.forget()
    browser = running.start(request.param)
    yield browser
    browser.close()
