"""Whatever happens while a site is written: what stands is wholly the old site or wholly the new one."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from signpost.publishing import write
from signpost.publishing.exchange import Places
from signpost.publishing.lock import locked
from signpost.publishing.manifest import faults
from signpost.publishing.write import WriteRefused, put_back, write_output
from tests.figures import Figures
from tests.publish.tiny_outputs import left_over, output, version_in
from tests.tiny_site import ROOT

HERE = Path(__file__).parent
WAYS = {
    "one-step": "exchange in one step",
    "two-steps": "in two steps with a journal",
    "many": "exchange in one step, many files",
}
EXCHANGES = ("one-step", "two-steps")
STEPS = tuple(WAYS)
SECTION = "Whole or not at all"
KILLS = 500
"""In each way of exchanging folders: a thousand together."""


def child(script: str, *arguments: object) -> dict[str, int]:
    """Run a script of this folder and return what it found; what it asserts fails the test."""
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert ended.returncode == 0, ended.stderr[-3000:]
    found: dict[str, int] = json.loads(ended.stdout)
    return found


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder that is kept in memory where the system has one: here processes die, never the disk."""
    shared = Path("/dev/shm")
    if not os.access(shared, os.W_OK):
        yield tmp_path
        return
    with TemporaryDirectory(dir=shared) as folder:
        yield Path(folder)


@pytest.mark.parametrize("steps", STEPS)
def test_a_crash_at_every_call_to_the_file_system(steps: str, memory: Path, figures: Figures) -> None:
    found = child("crashes.py", memory, steps, "crash")
    figures.at_least(SECTION, f"calls to the file system of one write, {WAYS[steps]}: a crash at each, the next run whole", found["calls"])
    assert found["calls"] > 180
    assert found["left something beside"] > 100
    assert ("crashed between the two steps" in found) == (steps == "two-steps")


@pytest.mark.parametrize("steps", STEPS)
def test_every_call_to_the_file_system_fails_once_for_each_reason(steps: str, memory: Path, figures: Figures) -> None:
    found = child("crashes.py", memory, steps, "error")
    figures.at_least(SECTION, f"calls made to fail (disk full, broken, read-only, forbidden), {WAYS[steps]}", found["failures"])
    assert found["failures"] > 400
    assert found["refused"] > 200


@pytest.mark.parametrize("steps", EXCHANGES)
def test_a_crash_at_every_call_on_the_way_back(steps: str, memory: Path, figures: Figures) -> None:
    found = child("crashes.py", memory, steps, "back")
    assert found["calls"] > 30
    figures.at_least(SECTION, f"calls on the way back to the site before, {WAYS[steps]}: a crash at each", found["calls"])


@pytest.mark.parametrize("steps", EXCHANGES)
def test_builders_killed_at_random_moments(steps: str, memory: Path, figures: Figures) -> None:
    seed = time.time_ns() % 1_000_000  # said when it fails
    found = child("kills.py", memory, KILLS, seed, steps)
    assert found["kills"] == KILLS
    figures.holds(SECTION, f"builders killed (SIGKILL) at a random moment, {WAYS[steps]}: the site whole each time", KILLS)
    assert found["killed while something stood beside the site"] > KILLS / 4
    assert found["killed after a new site stood"] > KILLS / 20


@pytest.mark.parametrize(
    ("code", "refused"), [("ENOSYS", 0), ("EINVAL", 0), ("ENOTSUP", 0), ("EPERM", 0), ("EACCES", 1), ("EBUSY", 1), ("EIO", 1)]
)
def test_a_kernel_that_answers_the_exchange_with_an_error(code: str, refused: int, memory: Path) -> None:
    """Where the exchange is not known, two steps do it, forward and back; where it is and fails, the old site stands."""
    found = child("old_kernel.py", memory, code)
    if found.get("cannot be tried here"):
        pytest.skip("this system cannot refuse a call of its own")
    assert found == {"refused": refused, "stands": 0, "before": -1 if refused else 1, "left over": 0}


def test_without_one_call_for_the_whole_disk_each_of_many_files_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "MOST_SINGLY", 0)
    monkeypatch.setattr(write, "keep_all", lambda folder: False)
    waited: list[str] = []
    monkeypatch.setattr(write, "_keep_file", lambda path: waited.append(Path(path).relative_to(tmp_path / ".site.new").as_posix()))
    write_output(output(0), tmp_path / "site")
    assert sorted(waited) == sorted([*output(0), "manifest.json"])


@pytest.mark.parametrize("how", ["full disk", "longest file", "read-only"])
def test_a_disk_that_takes_no_more(how: str, tmp_path: Path, figures: Figures) -> None:
    found = child("disks.py", tmp_path, how)
    if found.get("cannot be tried here"):
        pytest.skip("this system lets nobody mount a small disk; the same failure is made at each call above")
    assert found["refused"] == 1
    assert found["recovered"] == 1
    figures.holds(SECTION, f"a real disk: {how}", "old site whole, next run recovers")


def test_two_builds_at_once_write_one_after_the_other(memory: Path, figures: Figures) -> None:
    folder = memory / "site"
    code = "import sys; from pathlib import Path; from signpost.publishing.write import write_output; from tests.publish.tiny_outputs import output\n"
    code += "for version in range(int(sys.argv[2]), int(sys.argv[2]) + 200, 2): write_output(output(version), Path(sys.argv[1]))"
    builds = [subprocess.Popen([sys.executable, "-c", code, str(folder), str(first)], cwd=ROOT) for first in (0, 1)]
    seen = set()
    while any(build.poll() is None for build in builds):
        if folder.exists():
            seen.add((folder / "version").read_bytes())
    assert [build.returncode for build in builds] == [0, 0]
    assert len(seen) > 10
    assert version_in(folder) in {198, 199}
    figures.holds(SECTION, "sites written to one folder by two builds at once, watched all the time", 200)
    assert left_over(folder) == []


def test_a_build_that_waits_in_vain_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_output(output(0), folder)
    with locked(Places(folder).lock), pytest.raises(WriteRefused, match="Another build is writing to"):
        write_output(output(1), folder, wait=0.05)
    assert version_in(folder) == 0


def test_the_way_back_and_forward_again(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_output(output(0), folder)
    with pytest.raises(WriteRefused, match="No earlier site is kept"):
        put_back(folder)
    write_output(output(1), folder)
    write_output(output(1), folder)  # the same once more: still the way back to 0
    put_back(folder)
    assert version_in(folder) == 0
    put_back(folder)
    assert version_in(folder) == 1
    (Places(folder).before / "index.html").write_bytes(b"changed")
    with pytest.raises(WriteRefused, match=r"not whole, so it was not put back: index\.html is not as it was built"):
        put_back(folder)
    assert version_in(folder) == 1


def test_what_has_not_changed_is_not_touched(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_output(output(0), folder)
    before = {path: path.stat().st_ino for path in folder.rglob("*")}
    write_output(output(0), folder)
    assert {path: path.stat().st_ino for path in folder.rglob("*")} == before
    write_output(output(2), folder)
    same = folder / "same.css"
    assert same.stat().st_ino == before[same]


@pytest.mark.parametrize("harm", ["changed", "longer", "missing", "added", "manifest"])
def test_the_manifest_finds_every_harm(harm: str, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    write_output(output(0), folder)
    assert faults(folder) == []
    page = folder / "en" / "index.html"
    content = page.read_bytes()
    harms: dict[str, Callable[[], object]] = {
        "changed": lambda: page.write_bytes(bytes([content[0] ^ 1]) + content[1:]),
        "longer": lambda: page.write_bytes(content + b"\n"),
        "missing": page.unlink,
        "added": lambda: (folder / "en" / "more.html").write_bytes(b""),
        "manifest": lambda: (folder / "manifest.json").write_bytes(b"{}"),
    }
    harms[harm]()
    assert len(faults(folder)) == 1


@pytest.mark.skipif(os.name != "posix", reason="rights of this kind are POSIX's")
@pytest.mark.parametrize("harm", ["a folder that nobody may look into", "an empty folder", "a file that nobody may read"])
def test_a_site_that_stands_is_open_for_everybody(harm: str, tmp_path: Path) -> None:
    site = tmp_path / "dist"
    write_output(output(0), site)
    folder = next(path for path in sorted(site.rglob("*")) if path.is_dir())
    if harm == "an empty folder":
        (folder / "empty").mkdir()
    else:
        (folder if "folder" in harm else site / "manifest.json").chmod(0o700)
    write_output(output(0), site)
    assert not (folder / "empty").exists()
    for path in [site, *site.rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


def test_every_file_may_be_read_by_a_server_whatever_the_umask(tmp_path: Path) -> None:
    earlier = os.umask(0o077)
    try:
        write_output(output(0), tmp_path / "site")
    finally:
        os.umask(earlier)
    for path in [tmp_path / "site", *(tmp_path / "site").rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path
