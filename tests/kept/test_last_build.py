"""The record of the last build says “nothing has changed” only when that is proved."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from signpost.kept import last_build
from signpost.kept.last_build import Ask, started, still_holds
from signpost.output.output import Output
from tests.tiny_site import ROOT, TinySite

OUTPUT = {"index.html": b"<p>page</p>", "en/help/index.html": b"<p>help</p>"}
ALWAYS = (0, 2**62)


class Project:
    """A folder with what a build reads and what it wrote."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "project"
        for name in ("assets", "quick_exit", "signpost", "templates", "content/en"):
            (self.root / name).mkdir(parents=True)
            (self.root / name / "file").write_text(f"of {name}")
        for name in ("build.py", "pyproject.toml", "requirements.lock"):
            (self.root / name).write_text(name)
        self.out = folder / "dist"
        for path, content in {**OUTPUT, "manifest.json": b"{}"}.items():
            (self.out / path).parent.mkdir(parents=True, exist_ok=True)
            (self.out / path).write_bytes(content)

    def ask(self, *arguments: str) -> Ask:
        return Ask(str(self.root), arguments, sys.prefix)

    def build(self, day: tuple[int, int] = ALWAYS, meanwhile: Callable[[], object] = lambda: None) -> None:
        begun = started(self.ask(), str(self.root / "content"))
        assert begun is not None
        meanwhile()
        begun.keep(str(self.out), Output(OUTPUT).digests(), "manifest.json", "Nothing has changed. Dim “byd” wedi newid.\n", day)

    def holds(self) -> bool:
        return still_holds(self.ask()) is not None

    def age(self) -> None:
        """As if the files had been there for an hour when they were looked at."""
        for path in [*self.root.rglob("*"), *self.out.rglob("*")]:
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 3600))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_what_was_said_is_said_again(project: Project) -> None:
    assert not project.holds()
    project.build()
    assert still_holds(project.ask()) == "Nothing has changed. Dim “byd” wedi newid.\n"


@pytest.mark.parametrize("place", ["content/en/file", "templates/file", "assets/file", "quick_exit/file", "signpost/file", "build.py"])
@pytest.mark.parametrize("how", ["edited", "same size and times", "deleted", "renamed", "another beside it", "a link", "other rights"])
def test_any_change_of_what_was_read_is_a_doubt(project: Project, place: str, how: str) -> None:
    project.build()
    change(project.root / place, how)
    assert project.holds() is (how == "another beside it" and place == "build.py")  # beside it stand .git and much else


@pytest.mark.parametrize("how", ["edited", "same size and times", "deleted", "renamed", "another beside it", "a link", "other rights"])
def test_any_change_of_what_was_written_is_a_doubt(project: Project, how: str) -> None:
    project.build()
    change(project.out / "en/help/index.html", how)
    assert not project.holds()


def change(path: Path, how: str) -> None:
    status = path.stat()
    if how == "edited":
        path.write_text("other, and longer than before")
    elif how == "same size and times":
        path.write_bytes(path.read_bytes()[::-1])
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    elif how == "deleted":
        path.unlink()
    elif how == "renamed":
        path.rename(path.with_name("other"))
    elif how == "another beside it":
        (path.parent / "another").write_text("")
    elif how == "a link":
        kept = path.rename(path.parent.parent.parent / "kept")
        path.symlink_to(kept)
    else:
        path.chmod(0o600)


def test_a_touched_file_with_the_same_bytes_is_no_change(project: Project) -> None:
    project.build()
    os.utime(project.root / "content/en/file")
    assert project.holds()


def test_a_change_while_the_build_runs_leaves_no_record(project: Project) -> None:
    project.build(meanwhile=lambda: (project.root / "content/en/file").write_text("new words"))
    assert not project.holds()


def test_what_was_built_and_is_not_what_stands_there_leaves_no_record(project: Project) -> None:
    (project.out / "index.html").write_bytes(b"<p>PAGE</p>")
    project.build()
    assert not project.holds()


def test_another_day_arguments_folder_variable_or_python_is_a_doubt(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    project.build(day=(0, 1))
    assert not project.holds()
    project.build()
    assert still_holds(project.ask("--out", "other")) is None
    assert still_holds(Ask(str(project.root), (), str(tmp_path))) is None
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    assert not project.holds()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert project.holds()
    monkeypatch.setattr(sys, "version", "3.99")
    assert not project.holds()
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    assert not project.holds()


def test_a_new_package_is_a_doubt(project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    packages = tmp_path / "site-packages"
    packages.mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(packages)])
    project.build()
    assert project.holds()
    (packages / "new").mkdir()
    os.utime(packages)
    assert not project.holds()


@pytest.mark.parametrize("damage", ["cut", "one byte", "empty", "none"])
def test_a_damaged_record_is_never_believed(project: Project, damage: str) -> None:
    project.build()
    record = Path(project.ask().record)
    content = record.read_bytes()
    if damage == "cut":
        record.write_bytes(content[: len(content) // 2])
    elif damage == "one byte":
        record.write_bytes(content[:-1] + b"x")
    elif damage == "empty":
        record.write_bytes(b"")
    else:
        record.unlink()
    assert not project.holds()


def test_old_files_are_known_by_their_times_and_fresh_ones_by_their_bytes(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    real = last_build._sha256
    monkeypatch.setattr(last_build, "_GRAIN", -(10**12))  # all are old
    project.build()

    def counted(path: str) -> str:
        read.append(path)
        return real(path)

    monkeypatch.setattr(last_build, "_sha256", counted)
    assert project.holds()
    assert read == []
    monkeypatch.setattr(last_build, "_GRAIN", 10**18)  # all are fresh
    project.build()
    read.clear()
    assert project.holds()
    assert len(read) == 11


def test_records_do_not_pile_up(project: Project) -> None:
    for number in range(last_build.MOST_RECORDS + 5):
        begun = started(project.ask(str(number)), str(project.root / "content"))
        assert begun is not None
        begun.keep(str(project.out), Output(OUTPUT).digests(), "manifest.json", "", ALWAYS)
    assert len(list((project.root / last_build.FOLDER).iterdir())) <= last_build.MOST_RECORDS + 1


def test_the_command_builds_once_and_then_says_so(tiny: TinySite, tmp_path: Path) -> None:
    def run(*more: str) -> str:
        command = [sys.executable, str(ROOT / "build.py"), "--content", str(tiny.content), "--out", str(tmp_path / "dist"), *more]
        done = subprocess.run(command, capture_output=True, check=True, timeout=120, cwd=tmp_path)
        assert done.stdout == b""
        return done.stderr.decode()

    day = ("--today", "2026-11-24")
    first, second = run(*day), run(*day)
    assert first.startswith("Built 6 pages")
    assert second.startswith("Nothing has changed")
    assert second.splitlines()[1:] == first.splitlines()[1:]  # warnings are not forgotten
    assert run("--today", "2026-11-25").startswith("Built")
    assert run("--today", "2026-11-25").startswith("Nothing")
    tiny.write("en/index.md", tiny.text("en/index.md").replace("It's not", "It is not"))
    assert run(*day).startswith("Built")
    assert b"It is not" in (tmp_path / "dist/en/index.html").read_bytes()


def test_other_rights_of_a_folder_are_a_doubt(project: Project) -> None:
    project.build()
    (project.out / "en").chmod(0o700)
    assert not project.holds()
    project.build()
    assert project.holds()
    (project.out / "empty").mkdir()
    assert not project.holds()
