"""The same files and the same day give the same bytes, wherever, however and by whichever Python they are built."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.figures import Figures
from tests.tiny_site import ROOT

SECTION = "The same bytes"
EXAMPLE = ROOT / "tests" / "sites" / "plan-example"
DAY = "2026-11-24"
PYTHONS = ("3.11", "3.12", "3.13")
MADE = ROOT / ".signpost" / "pythons"
"""Environments of the other Pythons, made once for each content of the lock."""
_RUN = """
import os, sys
from datetime import date
from pathlib import Path
from signpost.build import build
from signpost.publishing.manifest import faults, files_in
from signpost.problems import Problems
from signpost.publishing.write import write_output
place, day = Path(sys.argv[1]), date.fromisoformat(sys.argv[2])
os.umask(int(sys.argv[3], 8))
problems = Problems()
built = build(place / "content", "content", place, day, problems)
sys.stdout.buffer.write("".join(problem.as_text() + "\\n" for problem in problems).encode())
if built is not None:
    write_output(built.output, place / "dist")
    assert faults(place / "dist") == []
    sys.stdout.buffer.write((place / "dist" / "manifest.json").read_bytes())
    sys.stdout.buffer.write(repr([(name, (place / "dist" / name).stat().st_mode) for name in files_in(place / "dist")]).encode())
"""
_ENVIRONMENTS: dict[str, tuple[bool, str, dict[str, str]]] = {
    "another folder, files in another order on the disk": (True, "022", {}),
    "the farthest time zone, east": (False, "022", {"TZ": "Pacific/Kiritimati"}),
    "the farthest time zone, west": (False, "022", {"TZ": "Etc/GMT+12"}),
    "Welsh": (False, "022", {"LANG": "cy_GB.UTF-8", "LC_ALL": "cy_GB.UTF-8"}),
    "Turkish, where I is no capital of i": (False, "022", {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}),
    "no language, no UTF-8": (False, "022", {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "a umask that lets nobody read": (False, "077", {}),
    "a umask that lets everybody write": (False, "000", {}),
    "another hash seed": (True, "022", {"PYTHONHASHSEED": "77"}),
    "no random hashes": (False, "022", {"PYTHONHASHSEED": "0"}),
    "optimised": (False, "022", {"PYTHONOPTIMIZE": "2"}),
    "development mode": (False, "022", {"PYTHONDEVMODE": "1"}),
}
"""Order of the files, umask (octal), variables."""


def laid_out(folder: Path, backwards: bool, content: Path = ROOT / "content") -> Path:
    """A site and all that a build reads, copied in one order or the other."""
    places = {"content": content, **{name: ROOT / name for name in ("templates", "assets", "quick_exit", "requirements.lock")}}
    for name, place in places.items():
        files = sorted((path for path in place.rglob("*") if path.is_file()), reverse=backwards) if place.is_dir() else [place]
        for path in files:
            target = folder / name / path.relative_to(place)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return folder


def built(folder: Path, backwards: bool = False, umask: str = "022", python: str = sys.executable, **environment: str) -> str:
    """The problems, the manifest and the rights of the files of one build of the real content."""
    return made_of(laid_out(folder, backwards), umask, python, environment)


def made_of(place: Path, umask: str, python: str, environment: Mapping[str, str]) -> str:
    command = [python, "-c", _RUN, str(place), DAY, umask]
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG", "TZ"))}
    ended = subprocess.run(command, cwd=ROOT, env={**variables, **environment}, capture_output=True, check=False, timeout=300)
    assert ended.returncode == 0, ended.stderr.decode(errors="replace")[-2000:]
    return ended.stdout.decode()


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> str:
    made = built(tmp_path_factory.mktemp("here"))
    assert '"sha256"' in made, made
    return made


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> str:
    return made_of(laid_out(tmp_path_factory.mktemp("small"), False, EXAMPLE), "022", sys.executable, {})


@pytest.mark.parametrize("name", _ENVIRONMENTS)
def test_the_environment_changes_nothing(name: str, small: str, tmp_path: Path) -> None:
    backwards, umask, variables = _ENVIRONMENTS[name]
    place = laid_out(tmp_path / "another place, with spaces and ŵ", backwards, EXAMPLE)
    assert made_of(place, umask, sys.executable, variables) == small


def test_all_of_it_at_once_changes_nothing_of_the_real_site(here: str, tmp_path: Path) -> None:
    assert built(tmp_path / "ŵ", True, "077", TZ="Pacific/Kiritimati", LC_ALL="tr_TR.UTF-8", PYTHONHASHSEED="77", PYTHONUTF8="0") == here


def test_another_word_is_noticed(small: str, tmp_path: Path) -> None:
    """The comparison itself can fail."""
    place = laid_out(tmp_path / "other", False, EXAMPLE)
    page = place / "content/en/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nOne more.\n", encoding="utf-8")
    assert made_of(place, "022", sys.executable, {}) != small


def test_source_date_epoch_decides_the_day(tmp_path: Path) -> None:
    """Half past eleven in the evening, UTC, is the next day in London's summer; where the build stands does not matter."""
    made = {}
    for name, variables, option in (
        ("named", {}, ["--today", "2027-07-24"]),
        ("epoch", {"SOURCE_DATE_EPOCH": "1816385400", "TZ": "Pacific/Kiritimati"}, []),
        ("a day before", {"SOURCE_DATE_EPOCH": "1816299000"}, []),
    ):
        command = [sys.executable, str(ROOT / "build.py"), "--content", str(EXAMPLE), "--out", str(tmp_path / name), *option]
        kept = {key: value for key, value in os.environ.items() if key not in {"SOURCE_DATE_EPOCH", "TZ"}}
        environment = {**kept, "SIGNPOST_IN_VENV": "1", **variables}
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)
        assert ended.returncode == 0, ended.stdout + ended.stderr
        made[name] = (tmp_path / name / "manifest.json").read_bytes()
    assert made["named"] == made["epoch"]
    assert made["named"] != made["a day before"]


def installed(version: str) -> str | None:
    """A Python of this version: on the path, or kept by pyenv."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    places = [shutil.which(f"python{version}"), *sorted(str(path) for path in kept.glob(f"{version}.*/bin/python3"))]
    return next((place for place in places if place and _is_version(place, version)), None)


def _is_version(place: str, version: str) -> bool:
    asked = [place, "-c", "import sys, venv; print('%d.%d' % sys.version_info[:2])"]
    ended = subprocess.run(asked, capture_output=True, text=True, check=False, timeout=60)
    return ended.returncode == 0 and ended.stdout.strip() == version


def with_packages(version: str, place: str) -> str:
    """An environment of another Python, with the locked packages."""
    folder, lock = MADE / version, ROOT / "requirements.lock"
    python, stamp = folder / "bin" / "python", folder / "lock"
    if not stamp.exists() or stamp.read_bytes() != lock.read_bytes():
        subprocess.run([place, "-m", "venv", "--clear", "--without-pip", str(folder)], check=True, capture_output=True, timeout=300)
        pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
        install = [*pip, "install", "--quiet", "--no-compile", "--require-hashes", "-r", str(lock)]
        subprocess.run(install, check=True, capture_output=True, timeout=600)
        stamp.write_bytes(lock.read_bytes())
    return str(python)


@pytest.mark.browser  # needs programs that are not there on every computer
@pytest.mark.parametrize("version", PYTHONS)
def test_every_python_makes_the_same(version: str, here: str, tmp_path: Path) -> None:
    if sys.version_info[:2] == tuple(map(int, version.split("."))):
        return
    place = installed(version)
    if place is None:
        pytest.skip(f"Python {version} is not installed here")
    assert built(tmp_path / "there", python=with_packages(version, place)) == here


def test_the_figures(figures: Figures) -> None:
    figures.holds(SECTION, "environments compared (folders, orders, time zones, languages, umasks, hash seeds, modes)", len(_ENVIRONMENTS))
    figures.holds(SECTION, "versions of Python compared, where they are installed", ", ".join(PYTHONS))
