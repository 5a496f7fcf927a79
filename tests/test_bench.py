"""What the measurements stand on: the same content for everybody, templates made from our pages, cases that change something."""

import argparse
import sys
import time
from pathlib import Path

import pytest

from signpost.build import build
from signpost.commands import bench
from signpost.problems import Problems
from tests.bench import govuk
from tests.bench.build import CASES, prepare_case, report
from tests.bench.content import drafts, write_own
from tests.bench.measuring import BuildFailed, cost_of
from tests.bench.one_run import OneRun
from tests.bench.page import kinds, lighthouse
from tests.bench.peers import NUMBER, PEERS, Eleventy, Hugo, MkDocs, Peer, shell_of
from tests.bench.slow_line import weight
from tests.pages.tools import need
from tests.tiny_site import ROOT, TODAY, TinySite


def test_every_bench_is_there() -> None:
    for name in bench.BENCHES:
        assert (ROOT / "tests" / "bench" / f"{name}.py").exists(), name


def test_a_bench_gets_its_own_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []

    def noted(root: Path, arguments: list[str], tell: object) -> int:
        given.append(arguments)
        return 7

    monkeypatch.setattr("tests.bench.page.run", noted)
    assert bench.run(argparse.Namespace(bench="page", arguments=["line"])) == 7
    assert given == [["line"]]


def test_the_same_seed_gives_the_same_pages_with_titles_of_their_own() -> None:
    pages = list(drafts(200))
    assert pages == list(drafts(200))
    assert len({(page.locale, page.title) for page in pages}) == len(pages) == 200
    assert {page.key for page in pages if page.locale == "en"} == {page.key for page in pages if page.locale == "cy"}


def test_our_own_site_of_the_measurements_is_without_a_fault(tmp_path: Path) -> None:
    """With mistakes in it, what is measured would be something else."""
    write_own(tmp_path / "content", 40)
    problems = Problems()
    assert build(tmp_path / "content", "content", ROOT, TODAY, problems) is not None, [problem.as_text() for problem in problems]
    plain = Problems()
    build(ROOT / "tests/sites/tiny", "content", ROOT, TODAY, plain)
    assert list(problems) == list(plain)


SHELL = f'<title>@T</title><style>a{{{{b</style><h1>@T</h1><p>Text</p><section class="card">{NUMBER}</section><p>{NUMBER}</p>'


@pytest.mark.parametrize("kind", PEERS)
def test_the_template_of_a_peer_is_our_page_with_gaps(kind: type[Peer], tmp_path: Path) -> None:
    draft = next(drafts(2))
    shell = shell_of(SHELL.replace("@T", draft.title), draft)
    assert draft.title not in shell.html
    assert NUMBER not in shell.html
    peer = kind(tmp_path, tmp_path / "site")
    peer.write_settings([shell])
    peer.write_page(draft)
    template = (peer.site / peer.template).read_text(encoding="utf-8")
    assert "@" not in template
    assert template.count("{{") >= 5
    assert NUMBER in (peer.site / peer.data).read_text(encoding="utf-8")
    assert "##" in (peer.site / peer.page.format(locale=draft.locale, key=draft.key)).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [Hugo, Eleventy, MkDocs])
def test_each_case_changes_the_site_in_each_turn(kind: type[Peer], tmp_path: Path) -> None:
    peer = kind(tmp_path, tmp_path / "site")
    all_drafts = [draft for draft in drafts(14) if draft.locale == "en"]
    peer.write_settings([shell_of(f"<body>{SHELL.replace('@T', all_drafts[0].title)}</body>", all_drafts[0])])
    for draft in all_drafts:
        peer.write_page(draft)

    def state() -> dict[str, str]:
        return {path.as_posix(): path.read_text(encoding="utf-8") for path in peer.site.rglob("*") if path.is_file()}

    for turn in range(3):
        for case in CASES[2:]:
            before = state()
            prepare_case(peer, case, turn)
            assert sum(before[path] != text for path, text in state().items()) == 1, (case, turn)


def test_a_build_is_weighed_with_what_it_starts(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "page").write_bytes(b"x" * 1234)
    child = "import time; block = b'y' * 40_000_000; end = time.time() + 0.5\nwhile time.time() < end: pass"
    command = [sys.executable, "-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"]
    started = time.perf_counter()
    cost = cost_of(command, tmp_path, tmp_path / "out")
    assert 0 < cost.wall <= time.perf_counter() - started
    assert cost.processor > 0
    assert cost.memory > 40_000_000
    assert cost.output == 1234
    with pytest.raises(BuildFailed, match="a reason"):
        cost_of([sys.executable, "-c", "raise SystemExit('a reason')"], tmp_path, tmp_path)
    with pytest.raises(BuildFailed, match="longer than 0 s"):
        cost_of([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, tmp_path, 0.2)


def test_the_table_has_a_row_for_each_generator_and_says_what_is_missing(tmp_path: Path) -> None:
    cost = {"processor": 1.0, "wall": 2.0, "memory": 3e6, "output": 4e6}
    this = OneRun(tmp_path / "run.json", {"commit": "abc", "machine": "a machine", "python": "3"}, go_on=False)
    this.begin_part()
    this.note((100, 0, "cold", "Hugo"), cost)
    this.note((100, 0, "no change", "Hugo"), None, "longer than 60 s")
    text = "\n".join(report(this, {"Hugo": "v1"}))
    assert "| Hugo | 1.00 / 2.00 / 3 | longer than 60 s | not measured |" in text
    assert "## 100 pages, 1 turn\n" in text
    assert "1,000 pages" not in text


def test_a_run_that_was_stopped_goes_on_where_it_was_and_only_if_all_is_as_it_was(tmp_path: Path) -> None:
    store, step = tmp_path / "run.json", (100, 0, "cold", "Hugo")
    first = OneRun(store, {"commit": "abc"}, go_on=False)
    first.begin_part()
    first.note(step, {"processor": 1.0})
    again = OneRun(store, {"commit": "abc"}, go_on=True)
    assert again.is_done(step)
    assert again.costs(100, "Hugo") == {"cold": [{"processor": 1.0}]}
    assert not again.is_done((100, 1, "cold", "Hugo"))
    for other in (OneRun(store, {"commit": "def"}, go_on=True), OneRun(store, {"commit": "abc"}, go_on=False)):
        assert not other.is_done(step)
        assert other.costs(100, "Hugo") == {}


def test_weight_is_what_a_host_sends() -> None:
    found = weight([b"a" * 10_000, b"b" * 10_000])
    assert found.raw == 20_000
    assert 0 < found.brotli < found.gzip < 200


def test_the_framework_gets_our_text_and_its_own_classes(tiny: TinySite) -> None:
    built = tiny.good()
    page = govuk.page(built.output["en/help/index.html"], built.site.config.exit.address).decode()
    assert '<h1 class="govuk-heading-l">' in page
    assert "govuk-exit-this-page" in page
    assert built.site.config.exit.address in page
    assert "quick-exit__" not in page
    assert {kind.name for kind in kinds(built)} >= {"way in", "home", "contacts", "not found"}


def test_lighthouse_finds_nothing_to_mend(tiny: TinySite) -> None:
    """Its score for speed is for `bench page` on a quiet machine; the other three do not depend on the machine."""
    need("node", "chromium", module="lighthouse")
    built = tiny.good()
    (result,) = lighthouse(ROOT, built, ["cy/cymorth/index.html"], "--without-speed")
    assert result["scores"] == {"accessibility": 100, "best-practices": 100, "seo": 100}, result["lowered"]
