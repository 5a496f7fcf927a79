"""The program of the editing page: nothing is unpacked that is not the locked package, and only its finished files."""

import base64
import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from signpost.editing import program
from signpost.editing.program import Locked, ProgramMissing, program_folder

FILES = {
    "package/dist/decap-cms.js": b"script",
    "package/dist/12.decap-cms.js": b"part",
    "package/dist/decap-cms.js.map": b"map",
    "package/package.json": b"{}",
    "package/dist/../../evil.js": b"evil",
}


def archive(path: Path) -> str:
    """Write the package and return its hash."""
    with tarfile.open(path, "w:gz") as package:
        for name, content in FILES.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            package.addfile(member, io.BytesIO(content))
    return "sha512-" + base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / ".signpost").mkdir()
    return tmp_path


def test_only_the_finished_files_of_the_right_package_are_unpacked(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    integrity = archive(place / ".signpost" / "decap-cms-1.2.3.tgz")
    monkeypatch.setattr(program, "locked", lambda: Locked("decap-cms", "1.2.3", integrity))
    folder = program_folder(place)
    assert sorted(path.name for path in folder.iterdir()) == ["12.decap-cms.js", "decap-cms.js"]
    assert not list(place.rglob("evil.js"))
    (place / ".signpost" / "decap-cms-1.2.3.tgz").unlink()
    assert program_folder(place) == folder, "it is not fetched again"


def test_another_package_is_not_used(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive(place / ".signpost" / "decap-cms-1.2.3.tgz")
    monkeypatch.setattr(program, "locked", lambda: Locked("decap-cms", "1.2.3", "sha512-other"))
    with pytest.raises(ProgramMissing, match="is not the file that was checked"):
        program_folder(place)
    assert not list(place.rglob("*.js"))


def test_without_npm_it_says_what_to_do(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program.shutil, "which", lambda _: None)  # type: ignore[attr-defined]  # the module's own import
    with pytest.raises(ProgramMissing, match=r"Ask your IT support for Node\.js\. Or put the file decap-cms-3\.16\.3\.tgz"):
        program_folder(place)
