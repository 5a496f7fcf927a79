"""A site with everything that a host can get wrong: redirects, security.txt, two languages, files with fingerprints."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from signpost.build import Built, build
from signpost.hosting.header_map import HEADERS_FILE, REDIRECTS_FILE, read_header_map, read_redirect_lines
from signpost.hosting.servers import Served
from signpost.problems import Problems
from signpost.publishing.write import write_output
from tests.consent_site import ConsentSite
from tests.tiny_site import ROOT, SITES, TinySite

SECURITY = "security:\n  contact: https://www.police.example/security\n  expires: 2027-06-01\n"
REDIRECTS = (
    "redirects:\n  - old: /old-help/\n    new: /en/help/\n  - old: /cymorth-hen\n    new: /cy/cymorth/\n  - old: /page.php\n    new: /en/\n"
)


class PlanSite(ConsentSite):
    """A site with files of every kind: an action plan in all its forms, a cookie choice, a form of Netlify's."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        example = SITES / "plan-example"
        shutil.copytree(example / "action-plan", self.content / "action-plan")
        for code in ("en", "cy"):
            for page in (example / code).iterdir():
                if not (self.content / code / page.name).exists():
                    shutil.copyfile(page, self.content / code / page.name)


class Hosted:
    """A built site in a folder, below a path of its host."""

    def __init__(self, place: Path, prefix: str, kind: type[TinySite] = TinySite) -> None:
        self.place = place
        self.prefix = prefix
        tiny = kind(place)
        tiny.write("site.yml", tiny.text("site.yml").replace("https://tiny.example/", f"https://tiny.example{prefix}") + SECURITY)
        tiny.write("redirects.yml", REDIRECTS)
        problems = Problems()
        built: Built | None = build(tiny.content, "content", ROOT, date(2026, 11, 20), problems, ready=True)
        assert built is not None, [problem.as_text() for problem in problems]
        self.site = built.site
        self.output = built.output
        self.folder = place / "dist"
        write_output(self.output, self.folder, ready=True)

    @property
    def served(self) -> Served:
        headers = read_header_map(self.output[HEADERS_FILE].decode())
        redirects = read_redirect_lines(self.output[REDIRECTS_FILE].decode())
        return Served(headers, tuple(redirects), str(self.folder), "tiny.example", self.prefix)


@pytest.fixture(scope="session")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Hosted:
    return Hosted(tmp_path_factory.mktemp("hosted"), "/")


@pytest.fixture(scope="session")
def below(tmp_path_factory: pytest.TempPathFactory) -> Hosted:
    """The same site below a path."""
    return Hosted(tmp_path_factory.mktemp("below"), "/help/stalking/")


@pytest.fixture(scope="session")
def with_form(tmp_path_factory: pytest.TempPathFactory) -> Hosted:
    """A site with a form, whose page alone may be kept by the browser for Back."""
    return Hosted(tmp_path_factory.mktemp("form"), "/help/stalking/", ConsentSite)


@pytest.fixture(scope="session")
def of_every_kind(tmp_path_factory: pytest.TempPathFactory) -> Hosted:
    """A site with files of every kind that a build can make."""
    return Hosted(tmp_path_factory.mktemp("kinds"), "/", PlanSite)
