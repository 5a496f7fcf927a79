"""Rules that hold for the generator as a whole, read from its own code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tiny_site import ROOT

MODULES = sorted((ROOT / "signpost").rglob("*.py"))
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time"), ("time", "localtime"), ("time", "gmtime")}  # fmt: skip


def tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def named(module: Path) -> Iterator[tuple[str, str]]:
    """Every `something.name` of a module."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Attribute):
            owner = node.value
            yield (owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""), node.attr


@pytest.mark.parametrize(
    "module", [module for module in MODULES if module.name not in {"options.py", "last_build.py"}], ids=lambda path: path.stem
)
def test_no_module_but_the_command_line_looks_at_the_clock(module: Path) -> None:
    assert not CLOCKS & set(named(module))


@pytest.mark.parametrize(
    "module", [module for module in MODULES if module.name not in {"cli.py", "telling.py"}], ids=lambda path: path.stem
)
def test_no_module_but_the_command_line_prints(module: Path) -> None:
    calls = {node.func.id for node in ast.walk(tree(module)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not calls & {"print", "input", "breakpoint"}
    assert not {("sys", "stdout"), ("sys", "stderr")} & set(named(module))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_every_module_says_what_it_is_for(module: Path) -> None:
    assert ast.get_docstring(tree(module))


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_module_is_random_or_executes_text(module: Path) -> None:
    imported = {name.name for node in ast.walk(tree(module)) if isinstance(node, ast.Import) for name in node.names}
    own_pipe = {"pickle"} if module.name == "spread.py" else set()  # between a process and its own copy, never from a file
    assert not imported & {"random", "uuid", "secrets", "pickle", "marshal"} - own_pipe
    calls = {node.func.id for node in ast.walk(tree(module)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not calls & {"eval", "exec", "__import__"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_files_are_opened_with_their_encoding_named(module: Path) -> None:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"read_text", "write_text"}:
            assert any(word.arg == "encoding" for word in node.keywords), f"{module.name}:{node.lineno}"


def test_the_folder_packages_are_all_in_the_distribution() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for folder in {module.parent for module in MODULES}:
        assert f'"{folder.relative_to(ROOT).as_posix().replace("/", ".")}"' in text
