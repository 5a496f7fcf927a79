"""build.py: what happens before the generator itself can run."""

import ast
import importlib.util
import os
import re
import subprocess
import sys
import venv
from pathlib import Path
from types import ModuleType

import pytest

from tests.tiny_site import ROOT

BUILD = ROOT / "build.py"
SOURCE = BUILD.read_text(encoding="utf-8")
OLD = sorted(path for path in (Path.home() / ".pyenv" / "versions").glob("*/bin/python") if not re.match(r"3\.1[1-9]", path.parts[-3]))


@pytest.fixture
def door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """build.py as a module whose project folder is an empty one."""
    spec = importlib.util.spec_from_file_location("front_door", BUILD)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", str(tmp_path))
    monkeypatch.setattr(module, "VENV", str(tmp_path / ".venv"))
    monkeypatch.delenv("SIGNPOST_IN_VENV", raising=False)
    for lock in ("requirements.lock", "requirements-test.lock"):
        (tmp_path / lock).write_text("package==1\n")
    return module


def test_an_old_python_can_read_it() -> None:
    tree = ast.parse(SOURCE, feature_version=(3, 4))
    for node in ast.walk(tree):
        assert not isinstance(node, ast.JoinedStr | ast.AnnAssign | ast.NamedExpr | ast.AsyncFunctionDef), ast.dump(node)
        assert not (isinstance(node, ast.FunctionDef) and (node.returns or any(argument.annotation for argument in node.args.args)))


def test_before_the_version_is_looked_at_only_what_every_python_has_is_imported() -> None:
    names = [name.name for node in ast.parse(SOURCE).body if isinstance(node, ast.Import | ast.ImportFrom) for name in node.names]
    assert set(names) == {"hashlib", "os", "sys"}
    assert SOURCE.isascii()  # Python 2 refuses anything else without a line that says so


@pytest.mark.parametrize("python", OLD, ids=lambda path: path.parts[-3])
def test_an_old_python_gets_a_sentence(python: Path) -> None:
    done = subprocess.run([str(python), str(BUILD), "check"], capture_output=True, check=False, timeout=60)
    assert done.returncode == 2
    lines = done.stderr.decode().splitlines()
    assert re.fullmatch(r"This needs Python 3\.11 or newer, and this is Python \d\.\d+\.", lines[0])
    assert len(lines) == 2
    assert done.stdout == b""


def test_the_version_in_the_sentence_is_that_of_the_package() -> None:
    assert 'requires-python = ">=3.11"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert "OLDEST = (3, 11)" in SOURCE


def test_an_environment_that_has_the_packages_is_used(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sys.prefix != sys.base_prefix
    assert door.is_ready()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "jinja2" else name)
    assert not door.is_ready()


def test_neither_the_systems_python_nor_our_own_environment_is_taken_as_ready(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "VENV", sys.prefix)
    assert not door.is_ready()  # ours must be looked at: the locked packages may have changed
    monkeypatch.setattr(door, "VENV", "/elsewhere")
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    assert not door.is_ready()
    monkeypatch.setenv("SIGNPOST_IN_VENV", "1")
    assert door.is_ready()


def test_every_package_that_the_generator_needs_is_asked_for() -> None:
    wanted = re.findall(
        r'^    "([a-z-]+)>=', (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[project.optional")[0], re.MULTILINE
    )
    assert len(wanted) > 5
    modules = {"markdown-it-py": "markdown_it", "pyyaml": "yaml"}
    for package in wanted:
        assert f'"{modules.get(package, package.replace("-", "_"))}"' in SOURCE, package


def calls(door: ModuleType, monkeypatch: pytest.MonkeyPatch, code: int = 0) -> list[list[str]]:
    made: list[list[str]] = []

    def call(command: list[str], **_options: object) -> int:
        made.append(command)
        return code

    def create(_builder: object, folder: str) -> None:
        python = Path(folder) / "bin" / "python"
        python.parent.mkdir(parents=True, exist_ok=True)
        python.write_text("")

    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(venv.EnvBuilder, "create", create)
    return made


def inner_python(door: ModuleType) -> str:
    return str(Path(door.VENV) / "bin" / "python")


def test_set_up_installs_from_the_lock_once(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    made = calls(door, monkeypatch)
    python = inner_python(door)
    for _ in range(2):
        assert door.prepare(python, "requirements.lock") is None
    assert len(made) == 1
    assert "--require-hashes" in made[0]
    Path(door.ROOT, "requirements.lock").write_text("package==2\n")
    assert door.prepare(python, "requirements.lock") is None
    assert len(made) == 2


def test_what_the_tests_need_holds_what_a_build_needs(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    made = calls(door, monkeypatch)
    python = inner_python(door)
    assert door.prepare(python, "requirements-test.lock") is None
    assert door.prepare(python, "requirements.lock") is None
    assert len(made) == 1


def test_the_locks_hold_the_same_versions() -> None:
    def versions(name: str) -> set[str]:
        return set(re.findall(r"^([\w-]+==\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))

    assert versions("requirements.lock") <= versions("requirements-plan-import.lock") <= versions("requirements-test.lock")


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-plan-import.lock", "requirements-test.lock"])
def test_every_package_is_locked_by_its_hash(name: str) -> None:
    entries = re.split(r"\n(?=[\w-]+==)", (ROOT / name).read_text(encoding="utf-8"))
    assert len(entries) > 10
    for entry in entries:
        assert "==" not in entry.partition("\n")[0] or "--hash=sha256:" in entry, entry[:60]


def test_packages_that_cannot_be_had_are_a_sentence(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    calls(door, monkeypatch, code=1)
    python = inner_python(door)
    assert "Check that this computer is connected" in door.prepare(python, "requirements.lock")
    assert not Path(door.VENV, "requirements.lock.installed").exists()


def test_an_environment_that_cannot_be_made_is_a_sentence(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def create(_builder: object, folder: str) -> None:
        raise subprocess.CalledProcessError(1, ["ensurepip"])

    monkeypatch.setattr(venv.EnvBuilder, "create", create)
    assert "sudo apt-get install python3-venv" in door.prepare(inner_python(door), "requirements.lock")


@pytest.mark.parametrize(
    ("arguments", "answer"), [(["test"], True), (["bench"], True), ([], False), (["serve"], False), (["--publish"], False)]
)
def test_only_tests_need_the_packages_for_tests(door: ModuleType, arguments: list[str], answer: bool) -> None:
    assert door.wants_tests(arguments) is answer


def test_it_runs_from_anywhere(tmp_path: Path) -> None:
    environment = {**os.environ, "SIGNPOST_IN_VENV": "1"}
    command = [sys.executable, str(BUILD), "check", "--content", str(ROOT / "tests/sites/tiny"), "--today", "2026-11-20"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    assert list(tmp_path.iterdir()) == []
