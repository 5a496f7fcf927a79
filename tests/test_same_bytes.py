"""The same files and the same day give the same bytes, wherever and however they are built."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.tiny_site import ROOT

_RUN = """
import sys
from datetime import date
from pathlib import Path
from signpost.build import build
from signpost.problems import Problems
from signpost.manifest import manifest
place, day = Path(sys.argv[1]), date(2026, 11, 24)
problems = Problems()
built = build(place / "content", "content", place, day, problems)
said = "".join(problem.as_text() + "\\n" for problem in problems)
sys.stdout.buffer.write(said.encode() + (manifest(built.output) if built is not None else b""))
"""


def built(folder: Path, backwards: bool, **environment: str) -> bytes:
    """The manifest and the problems of a build of the real content, copied into a folder of its own."""
    for name in ("content", "templates", "assets", "quick_exit"):
        files = sorted((path for path in (ROOT / name).rglob("*") if path.is_file()), reverse=backwards)
        for path in files:  # another order on the disk
            target = folder / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    command = [sys.executable, "-c", _RUN, str(folder)]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, check=True, timeout=120).stdout


def test_folder_zone_language_and_hash_seed_change_nothing(tmp_path: Path) -> None:
    here = built(tmp_path / "here", False, TZ="UTC", LANG="C", LC_ALL="C", PYTHONHASHSEED="1", PYTHONUTF8="0")
    there = built(
        tmp_path / "another place", True, TZ="Pacific/Kiritimati", LANG="cy_GB.UTF-8", LC_ALL="C.UTF-8", PYTHONHASHSEED="77", PYTHONUTF8="1"
    )
    assert here.decode() == there.decode()
    assert b'"sha256"' in here, here.decode()
