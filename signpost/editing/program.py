"""Brings the program of the editing page onto this computer: one package of npm, held against its hash, without what it names.

Only its finished script and licence are kept, in .signpost/, which git leaves alone. Must never unpack a byte of a
package whose hash is not the locked one, and never run anything that came with it.
"""

import base64
import hashlib
import json
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

LOCK = Path(__file__).resolve().parent / "locked.json"

_WANTED = re.compile(r"package/dist/((?:\d+\.)?decap-cms\.js|decap-cms\.js\.LICENSE\.txt|[0-9a-f]{16,}\.wasm)")
_PATIENCE = 300
"""Seconds that npm may take."""


class ProgramMissing(Exception):
    """The program is not here and cannot be brought; the message says what to do."""


@dataclass(frozen=True)
class Locked:
    """Name, version and hash (Subresource Integrity's form) of the package."""

    name: str
    version: str
    integrity: str

    @property
    def file_name(self) -> str:
        return f"{self.name}-{self.version}.tgz"


def locked() -> Locked:
    return Locked(**json.loads(LOCK.read_text(encoding="utf-8")))


def program_folder(root: Path, tell: Callable[[str], None] = lambda _: None) -> Path:
    """The folder that holds the program's files, brought there if need be, which `tell` is told. Raises ProgramMissing."""
    package = locked()
    folder = root / ".signpost" / f"{package.name}-{package.version}"
    if (folder / f"{package.name}.js").exists():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    archive = folder.parent / package.file_name
    if archive.exists():
        _unpack(archive, package, folder)
        return folder
    tell("Fetching the program of the editing page (16 MB, only the first time) ...")
    with tempfile.TemporaryDirectory() as place:
        _unpack(_fetched(package, Path(place), archive), package, folder)
    return folder


def _fetched(package: Locked, place: Path, archive: Path) -> Path:
    npm = shutil.which("npm")
    by_hand = f"Or put the file {package.file_name} of npm's package “{package.name}” at {archive} yourself."
    if npm is None:
        raise ProgramMissing(f"The editing page needs npm once, to fetch its program. Ask your IT support for Node.js. {by_hand}")
    command = [npm, "pack", f"{package.name}@{package.version}", "--loglevel=error", "--no-update-notifier"]
    try:
        code = subprocess.call(command, cwd=place, stdout=subprocess.DEVNULL, timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        code = 1
    if code != 0 or not (place / package.file_name).exists():
        raise ProgramMissing(f"The program of the editing page could not be fetched. Check that this computer is connected. {by_hand}")
    return place / package.file_name


def _unpack(archive: Path, package: Locked, folder: Path) -> None:
    """Into a folder beside first, so that a stop half-way leaves nothing that looks whole."""
    content = archive.read_bytes()
    hashed = "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()
    if hashed != package.integrity:
        raise ProgramMissing(f"{archive.name} is not the file that was checked for this project, so it is not used. Delete it.")
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        whole = Path(place) / "whole"
        whole.mkdir()
        with tarfile.open(archive) as package_file:
            for member in package_file:
                wanted = _WANTED.fullmatch(member.name)
                inner = package_file.extractfile(member) if wanted is not None and member.isfile() else None
                if wanted is not None and inner is not None:
                    (whole / wanted[1]).write_bytes(inner.read())
        whole.replace(folder)
