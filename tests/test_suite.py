"""The command that sets up and runs all tests: what can be tried without installing anything."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from signpost import suite


class Machine:
    """Stands for the programs of a computer: which are there, and what was called."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
        self.here = {*suite.PROGRAMS, "npm", "node"}
        self.called: list[list[str]] = []
        self.environment: dict[str, str] = {}
        self.codes: dict[str, int] = {}
        self.said: list[str] = []
        self.installs = False
        self.root = root
        for folder in suite.NPM_FOLDERS:
            (root / folder / "node_modules").mkdir(parents=True)
            (root / folder / "package-lock.json").write_text("{}")
        monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if name in self.here else None)
        monkeypatch.setattr(subprocess, "call", self._call)

    def _call(self, command: list[str], **options: object) -> int:
        self.called.append(command)
        environment = options.get("env")
        self.environment = dict(environment) if isinstance(environment, dict) else {}
        if command[:2] == ["apt-get", "install"] and self.installs:
            self.here |= set(suite.PROGRAMS)
        return next((code for word, code in self.codes.items() if word in command), 0)

    def run(self, *arguments: str) -> int:
        return suite.run_suite(self.root, list(arguments), self.said.append)

    @property
    def names(self) -> list[str]:
        return [" ".join(command[1:4]) if command[0] == sys.executable else Path(command[0]).name for command in self.called]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Machine:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv(suite.MISSING, raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return Machine(monkeypatch, tmp_path)


def test_everything_runs_in_order(machine: Machine) -> None:
    assert machine.run("-k", "a") == 0
    assert machine.names == ["npm", "npm", "-m ruff check", "-m ruff format", "-m mypy", "node", "-m pytest -k"]
    assert machine.said[-1] == "— tests"
    assert suite.MISSING not in machine.environment


def test_without_arguments_every_test_runs_and_none_twice(machine: Machine) -> None:
    assert machine.run() == 0
    assert [command[3:] for command in machine.called if "pytest" in command] == [["-n", "2", "--dist", "loadfile"]]


def test_a_failed_test_fails_the_command(machine: Machine) -> None:
    machine.codes["-n"] = 1
    assert machine.run() == 1


def test_only_the_whole_run_is_recorded_for_the_statement(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(suite.RECORD, raising=False)
    machine.run()
    assert machine.environment[suite.RECORD] == "1"
    machine.run("-k", "a")
    assert suite.RECORD not in machine.environment


def test_the_first_failure_ends_it_with_its_code(machine: Machine) -> None:
    machine.codes["mypy"] = 3
    assert machine.run() == 3
    assert machine.names[-1] == "-m mypy"
    assert machine.said[-1] == "mypy failed."


def test_npm_installs_once_for_each_lock_and_runs_no_scripts(machine: Machine) -> None:
    machine.run()
    machine.run()
    assert machine.names.count("npm") == 2  # one for each of two locks
    assert machine.called[0][1:3] == machine.called[1][1:3] == ["ci", "--ignore-scripts"]
    (machine.root / "tests" / "package-lock.json").write_text('{"a": 1}')
    machine.run()
    assert machine.names.count("npm") == 3


def test_an_installation_that_failed_is_tried_again(machine: Machine) -> None:
    machine.codes["ci"] = 1
    assert machine.run() == 1
    assert machine.said[-1] == "The npm tools could not be installed. Check that this computer is connected."
    assert machine.run() == 1
    assert machine.names == ["npm", "npm"]


def test_without_npm_it_says_what_to_install(machine: Machine) -> None:
    machine.here.remove("npm")
    assert machine.run() == 1
    assert machine.said == ["npm is missing. Install node (20 or newer) with npm, then run the tests again."]


def test_a_missing_browser_is_named_with_the_command_and_handed_on(machine: Machine) -> None:
    machine.here -= {"chromium", "certutil", "apt-get"}
    assert machine.run() == 0
    assert machine.said[0] == (
        "Not installed: chromium, certutil. On Debian: sudo apt-get install --yes --no-install-recommends chromium libnss3-tools."
        " Tests that need them are left out."
    )
    assert machine.environment[suite.MISSING] == "chromium,certutil"


def test_under_ci_a_missing_browser_is_a_failure(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    machine.here.remove("chromium")
    assert machine.run() == 1
    assert machine.said[-1] == "Under CI every test must run, and these programs are missing: chromium."
    assert machine.called == []


@pytest.mark.parametrize("works", [True, False])
def test_root_installs_what_is_missing(machine: Machine, monkeypatch: pytest.MonkeyPatch, works: bool) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("CI", "true")
    machine.here -= {"chromium"}
    machine.here |= {"apt-get"}
    machine.installs = works
    assert machine.run() == (0 if works else 1)
    assert machine.names[:2] == ["apt-get", "apt-get"]
    assert machine.called[1][-1] == "chromium"
