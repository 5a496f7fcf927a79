"""requirements.lock -> the software bill of materials that stands beside the site (CycloneDX 1.6, ECMA-424).

Made from the lock alone: it names what a build may install, file by file, and nothing that happens to be installed.
Must never hold a time or a number of its own: the same lock gives the same bytes.
"""

import json
import re
from pathlib import Path
from typing import Any

from signpost import __version__

PATH = "sbom.cdx.json"
LOCK = "requirements.lock"
_PACKAGE = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def parts_list(root: Path) -> bytes:
    """The list for the lock of the project at `root`."""
    parts = [_part(name, version, hashes) for name, version, hashes in locked_packages((root / LOCK).read_text(encoding="utf-8"))]
    references = [part["bom-ref"] for part in parts]
    content: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "signpost", "name": "signpost", "version": __version__}},
        "components": parts,
        "dependencies": [{"ref": "signpost", "dependsOn": references}, *({"ref": reference} for reference in references)],
    }
    return (json.dumps(content, separators=(",", ":")) + "\n").encode()


def locked_packages(lock: str) -> list[tuple[str, str, list[str]]]:
    """Name, version and the sha256 of each file that may be installed, in the order of the lock. Raises ValueError for a
    package without any: such a lock proves nothing."""
    found: list[tuple[str, str, list[str]]] = []
    for line in lock.splitlines():
        package = _PACKAGE.match(line)
        if package is not None:
            found.append((package[1].lower(), package[2], []))
        hashed = _HASH.search(line)
        if hashed is not None and found:
            found[-1][2].append(hashed[1])
    bare = [name for name, _, hashes in found if not hashes]
    if bare or not found:
        raise ValueError(f"{LOCK} holds no hash for {', '.join(bare) or 'anything'}")
    return found


def _part(name: str, version: str, hashes: list[str]) -> dict[str, Any]:
    address = f"pkg:pypi/{name}@{version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": name,
        "version": version,
        "purl": address,
        "hashes": [{"alg": "SHA-256", "content": content} for content in hashes],
    }
