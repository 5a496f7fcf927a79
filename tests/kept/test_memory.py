"""By which keys things are kept: all that decides about a value is in its key, and what changed while it was made is not kept."""

import shutil
import sys
from pathlib import Path
from unittest import mock

import pytest

import signpost.load
from signpost import cli
from signpost.build import build
from signpost.commands import build as command
from signpost.kept.memory import Memory, code_of
from signpost.kept.store import Kept
from signpost.problems import Problems
from signpost.telling import PROBLEMS
from tests.tiny_site import ROOT, TODAY, TinySite


class Project:
    """A copy of the generator's looks and a tiny site, built with a memory."""

    def __init__(self, tiny: TinySite) -> None:
        self.root = tiny.content.parent / "project"
        self.tiny = tiny
        for name in ("templates", "assets", "quick_exit"):
            shutil.copytree(ROOT / name, self.root / name)
        for name in ("requirements.lock", "pyproject.toml"):
            shutil.copyfile(ROOT / name, self.root / name)

    def build(self) -> dict[str, bytes]:
        kept = Kept(self.root / "kept")
        memory = Memory(kept, self.root, self.tiny.content, TODAY, False, self.root / "dist")
        built = build(self.tiny.content, "content", self.root, TODAY, Problems(), memory=memory)
        kept.close()
        assert built is not None
        for path, content in built.output.items():
            (self.root / "dist" / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / "dist" / path).write_bytes(content)
        return built.output

    def fresh(self) -> dict[str, bytes]:
        built = build(self.tiny.content, "content", self.root, TODAY, Problems())
        assert built is not None
        return built.output


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
    real = getattr(signpost.load, "read_contacts")  # noqa: B009  it is not for others

    def saved(*arguments: object) -> object:
        tiny.write("en/help.md", tiny.text("en/help.md") + "\nMore.\n")
        return real(*arguments)

    monkeypatch.setattr(signpost.load, "read_contacts", saved)
    monkeypatch.setattr(Kept, "put", lambda _kept, _values: None)
    assert cli.main(["--content", "content", "--out", "dist", "--today", TODAY.isoformat()]) == PROBLEMS
    assert "content/en/help.md was changed while the site was built. Build it again." in capsys.readouterr().err
    assert not (tiny.content.parent / "dist").exists()
