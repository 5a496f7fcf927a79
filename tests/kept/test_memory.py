"""By which keys things are kept: all that decides about a value is in its key, and what changed while it was made is not kept."""

import shutil
import sys
from datetime import date, timedelta
from pathlib import Path
from unittest import mock

import pytest

import signpost.load
from signpost import cli
from signpost.build import build
from signpost.commands import build as command
from signpost.kept.memory import Memory, code_of
from signpost.kept.store import Kept
from signpost.problems import Level, Problems
from signpost.telling import PROBLEMS
from tests.tiny_site import ROOT, SITES, TODAY, TinySite


class Project:
    """A copy of the generator's looks and a tiny site, built with a memory."""

    def __init__(self, tiny: TinySite) -> None:
        self.root = tiny.content.parent / "project"
        self.tiny = tiny
        self.found = Problems()
        for name in ("templates", "assets", "quick_exit"):
            shutil.copytree(ROOT / name, self.root / name)
        for name in ("requirements.lock", "pyproject.toml"):
            shutil.copyfile(ROOT / name, self.root / name)

    def build(self, today: date = TODAY) -> dict[str, bytes]:
        kept = Kept(self.root / "kept")
        self.found = Problems()
        memory = Memory(kept, self.root, self.tiny.content, today, False, self.root / "dist")
        built = build(self.tiny.content, "content", self.root, today, self.found, memory=memory)
        kept.close()
        assert built is not None, [problem.as_text() for problem in self.found.errors]
        for path, content in built.output.items():
            (self.root / "dist" / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / "dist" / path).write_bytes(content)
        return built.output

    def fresh(self, today: date = TODAY) -> dict[str, bytes]:
        built = build(self.tiny.content, "content", self.root, today, Problems())
        assert built is not None
        return built.output


@pytest.mark.parametrize("name", ["templates/base.html", "assets/site.css", "quick_exit/quick_exit.js"])
def test_another_look_makes_every_page_again(tiny: TinySite, name: str) -> None:
    project = Project(tiny)
    first = project.build()
    path = project.root / name
    before = path.read_text(encoding="utf-8")
    changed = {".html": before.replace("<h1", "<h1 data-new", 1), ".css": f"{before}\n.new {{ color: black; }}\n"}
    path.write_text(changed.get(path.suffix, before.replace("BBC Weather", "Weather")), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != before
    assert project.build() == project.fresh()
    path.write_text(before, encoding="utf-8")
    assert project.build() == first


def test_another_day_makes_again_what_depends_on_it(tiny: TinySite) -> None:
    shutil.rmtree(tiny.content)
    shutil.copytree(SITES / "plan-example", tiny.content)
    project = Project(tiny)
    later = TODAY + timedelta(days=150)
    first = project.build()
    assert project.build(later) == project.fresh(later) != first
    assert project.build() == first


def test_what_is_excused_on_a_page_is_said_by_every_build(tiny: TinySite) -> None:
    """A page with advice of a gate is made again each time: what is kept of a page says nothing."""
    tiny.write("en/help.md", tiny.text("en/help.md") + "\n[The start](index.md), [the start](https://www.legislation.gov.uk/).\n")
    waiver = "waivers:\n  - rule: link-words\n    page: content/en/help.md\n    reason: Soon mended.\n    until: 2026-12-24\n"
    tiny.write("site.yml", tiny.text("site.yml") + waiver)
    project = Project(tiny)
    for _ in range(3):
        project.build()
        assert [(each.level, each.file) for each in project.found if each.rule == "link-words"] == [(Level.ADVICE, "content/en/help.md")]


MOMENTS = [
    ("templates/strings/en.yml", "label_warning: Warning", "label_warning: Attention", (signpost.load, "read_locales")),
    ("templates/base.html", "<h1", "<h1 data-new", (sys.modules["signpost.build"], "make_assets")),
    ("assets/site.css", "}", "} .new { color: black; }", (sys.modules["signpost.build"], "make_assets")),
]


@pytest.mark.parametrize(("file", "old", "new", "moment"), MOMENTS, ids=lambda value: value if isinstance(value, str) else "")
def test_what_is_made_while_the_generator_changes_is_not_kept(
    tiny: TinySite, file: str, old: str, new: str, moment: tuple[object, str]
) -> None:
    """A template that is saved during a build, and taken back afterwards."""
    project = Project(tiny)
    path = project.root / file
    before = path.read_text(encoding="utf-8")
    assert old in before
    real = getattr(*moment)

    def saved(*arguments: object, **named: object) -> object:
        path.write_text(before.replace(old, new, 1), encoding="utf-8")
        return real(*arguments, **named)

    with mock.patch.object(moment[0], moment[1], saved):
        project.build()
    path.write_text(before, encoding="utf-8")
    assert project.build() == project.fresh()


def test_another_version_of_a_package_is_another_generator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = tmp_path / "site-packages"
    (packages / "markdown_it_py-1.0.dist-info").mkdir(parents=True)
    before = code_of(ROOT)
    monkeypatch.setattr(sys, "path", [*sys.path, str(packages)])
    with_package = code_of(ROOT)
    (packages / "markdown_it_py-1.0.dist-info").rename(packages / "markdown_it_py-1.1.dist-info")
    assert len({before, with_package, code_of(ROOT)}) == 3


def test_a_page_that_changes_while_nothing_can_be_kept_gets_a_sentence(
    tiny: TinySite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Project(tiny)
    monkeypatch.chdir(tiny.content.parent)
    monkeypatch.setattr(command, "ROOT", project.root)
    real = getattr(signpost.load, "read_bank_holidays")  # noqa: B009  it is not for others

    def saved(*arguments: object) -> object:
        tiny.write("en/help.md", tiny.text("en/help.md") + "\nMore.\n")
        return real(*arguments)

    monkeypatch.setattr(signpost.load, "read_bank_holidays", saved)
    monkeypatch.setattr(Kept, "put", lambda _kept, _values: None)
    assert cli.main(["--content", "content", "--out", "dist", "--today", TODAY.isoformat()]) == PROBLEMS
    assert "content/en/help.md was changed while the site was built. Build it again." in capsys.readouterr().err
    assert not (tiny.content.parent / "dist").exists()
