"""What a built folder must hold: the path, size and sha256 of every file, kept beside them as manifest.json.

Must never say that a folder holds when one byte of it differs, is missing, or is there and should not be.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from signpost.output.output import Output

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Entry:
    path: str
    size: int
    sha256: str

    def is_of(self, content: bytes) -> bool:
        return len(content) == self.size and hashlib.sha256(content).hexdigest() == self.sha256


def manifest(output: Mapping[str, bytes], ready: bool = False) -> bytes:
    """The manifest of these files, in the order of their paths. `ready`: they were checked for publishing."""
    files = [_line(output, path) for path in sorted(output)]  # one content at a time: together they may not fit into memory
    return "\n".join((f'{{"ready to publish": {json.dumps(ready)}, "files": [', ",\n".join(files), "]}", "")).encode()


def _line(output: Mapping[str, bytes], path: str) -> str:
    if isinstance(output, Output):
        size, sha256 = output.size(path), output.sha256(path)
    else:
        size, sha256 = len(output[path]), hashlib.sha256(output[path]).hexdigest()
    return json.dumps({"path": path, "size": size, "sha256": sha256})


def read_manifest(content: bytes) -> tuple[Entry, ...] | None:
    """The entries, or None when this is not one of our manifests (a web app's has the same name)."""
    try:
        files = json.loads(content)["files"]
        entries = tuple(Entry(item["path"], item["size"], item["sha256"]) for item in files)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    good = all(isinstance(entry.path, str) and isinstance(entry.size, int) and isinstance(entry.sha256, str) for entry in entries)
    return entries if good else None


def is_ready(content: bytes) -> bool:
    """Whether this manifest says that its files were checked for publishing. `content` must be one of ours."""
    return json.loads(content).get("ready to publish") is True


def folder_manifest(folder: Path) -> tuple[Entry, ...] | None:
    """The manifest of a folder; None when there is none, or it is not ours."""
    try:
        return read_manifest((folder / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def faults(folder: Path) -> list[str]:
    """Each file that is not as the manifest says, as a sentence; empty when all of the folder holds."""
    entries = folder_manifest(folder)
    if entries is None:
        return [f"{MANIFEST} is missing or broken."]
    found = []
    for entry in entries:
        try:
            if not entry.is_of((folder / entry.path).read_bytes()):
                found.append(f"{entry.path} is not as it was built.")
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            found.append(f"{entry.path} is missing.")
    known = {MANIFEST, *(entry.path for entry in entries)}
    found += [f"{path} was not made by the build." for path in files_in(folder) if path not in known]
    return found


def files_in(folder: Path) -> list[str]:
    """The path of every file of a folder, in their order."""
    start = len(os.path.join(folder, ""))  # noqa: PTH118  a Path for each of thousands of files takes longer than reading them
    return sorted(f"{place}{os.sep}{name}"[start:].replace(os.sep, "/") for place, _, names in os.walk(folder) for name in names)
