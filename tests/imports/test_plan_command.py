"""`plan import FILE` as an editor uses it, and `--published` as a pipeline does."""

import io
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from signpost import cli
from signpost.imports import packages
from signpost.telling import GOOD, PROBLEMS, WRONG_USE
from tests.imports.papers import LAYOUTS, WRITERS
from tests.plan.site import EXAMPLE

TODAY = ("--today", "2026-11-23")


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the site, and the editor stands beside it."""
    shutil.copytree(EXAMPLE, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "content"


def run(*arguments: str) -> int:
    return cli.main([*arguments, "--content", "content", *TODAY])


@pytest.mark.parametrize("kind", WRITERS)
def test_what_is_imported_can_be_moved_in_and_builds_a_whole_site(
    content: Path, kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    WRITERS[kind](LAYOUTS["template"], tmp_path / f"Our plan{kind}")
    assert run("plan", "import", f"Our plan{kind}") == GOOD
    said = capsys.readouterr()
    assert said.out.splitlines()[-1].startswith("100.0 % of the text found a place")
    assert "Written to Our plan-imported/action-plan/: plan.yml, recommendation-10.yml, recommendation-7.yml, updates.yml." in said.err
    assert "It builds." in said.err
    shutil.rmtree(content / "action-plan")
    (tmp_path / "Our plan-imported" / "action-plan").rename(content / "action-plan")
    assert run("--out", "dist") == GOOD
    page = (tmp_path / "dist" / "en" / "action-plan" / "7" / "index.html").read_text(encoding="utf-8")
    assert "Samples show that nine in ten records are right." in page


def test_warnings_are_results_with_their_position(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    WRITERS[".docx"](LAYOUTS["template"], tmp_path / "plan.docx")
    assert run("plan", "import", "plan.docx", "--to", "new", "--format", "json") == GOOD
    records = json.loads(capsys.readouterr().out)
    assert any(record["message"].startswith("table 1, row 2, column 4: a status without a date") for record in records)
    assert (tmp_path / "new" / "check.html").exists()


def test_a_mistake_is_a_sentence(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("plan", "import", "plan.docx") == PROBLEMS
    said = capsys.readouterr()
    assert said.out.startswith("plan.docx: There is no such file.")
    assert "Nothing was written." in said.err


@pytest.mark.parametrize("arguments", [("plan",), ("plan", "import"), ("plan", "export", "x.csv")])
def test_half_a_command_is_wrong_use(content: Path, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*arguments)
    assert ended.value.code == WRONG_USE


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "arguments", "code", "installed"),
    [
        ("y\n", (), GOOD, 1),
        ("n\n", (), WRONG_USE, 0),
        ("\n", (), WRONG_USE, 0),
        ("", (), WRONG_USE, 0),
        (None, (), WRONG_USE, 0),
        (None, ("--install",), GOOD, 1),
    ],
)
def test_packages_are_offered_and_never_installed_unasked(
    content: Path, tmp_path: Path, typed: str | None, arguments: tuple[str, ...], code: int, installed: int, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    WRITERS[".xlsx"](LAYOUTS["template"], tmp_path / "our plan.xlsx")
    missing, calls = ["openpyxl"], []

    def install(root: Path) -> bool:
        calls.append(root)
        missing.clear()
        return True

    monkeypatch.setattr(packages, "missing_packages", lambda _: list(missing))
    monkeypatch.setattr(packages, "install_packages", install)
    monkeypatch.setattr(sys, "stdin", _Terminal(typed) if typed is not None else io.StringIO("y\n"))
    assert run("plan", "import", *arguments, "our plan.xlsx") == code
    said = capsys.readouterr().err
    assert len(calls) == installed
    assert "must be installed into .venv: openpyxl." in said
    if not installed:
        assert 'python3 build.py plan import --install "our plan.xlsx"' in said
        assert not (tmp_path / "our plan-imported").exists()


# --published


@pytest.fixture
def published(content: Path, tmp_path: Path) -> Path:
    assert run("--out", "dist") == GOOD
    return Path(shutil.copy(tmp_path / "dist" / "action-plan-data" / "plan.json", tmp_path / "plan.json"))


def _rewrite(content: Path) -> None:
    path = content / "action-plan" / "updates.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Half of the records have the note.", "All of the records have the note."), encoding="utf-8")


def test_history_that_was_rewritten_stops_check_and_build(
    content: Path, published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "--published", published.name) == GOOD
    _rewrite(content)
    page = tmp_path / "dist" / "en" / "action-plan" / "7" / "index.html"
    before = page.read_bytes()
    capsys.readouterr()
    for command in ((), ("build",), ("check",)):
        assert run(*command, "--out", "dist", "--published", published.name) == PROBLEMS
        assert "content/action-plan/updates.yml:53: This update was published otherwise (changed: text)." in capsys.readouterr().out
    assert page.read_bytes() == before
    assert run("check") == GOOD, "without the published plan nobody can know"


def _publishing(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    run("check", "--publish", "--format", "json", *arguments)
    records: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return [record for record in records if record["rule"] == "plan-history"]


def test_nobody_publishes_without_comparing_unless_it_is_the_first_time(
    content: Path, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    found = _publishing(capsys)
    assert len(found) == 1 and found[0]["level"] == "warning"
    assert "Add “--published https://marram.example/action-plan-data/plan.json” to the command" in found[0]["message"]
    assert _publishing(capsys, "--published", "none") == []
    assert _publishing(capsys, "--published", published.name) == []


@pytest.mark.parametrize(
    "where", ["nowhere.json", "content", "content/site.yml", "http://marram.example/plan.json", "https://localhost:9/plan.json"]
)
def test_a_published_plan_that_cannot_be_read_is_no_empty_one(content: Path, where: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--published", where) == PROBLEMS
    said = capsys.readouterr().out
    assert said.count(f"{where}: ") == 1 and "Traceback" not in said
