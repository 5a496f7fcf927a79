"""The exit's component as npm packs it, unpacked again."""

import subprocess
import tarfile
from pathlib import Path

from signpost.exit.component import COMPONENT

FILES = {
    "LICENSE", "README.md", "embed.mjs", "package.json", "quick_exit.css", "quick_exit.html", "quick_exit.js", "strings.yml",
    "examples/plain.html", "examples/write_page.mjs",
}  # fmt: skip


def packed(folder: Path) -> Path:
    """Pack the component as `npm publish` would, and return the folder of what is in it."""
    command = ["npm", "pack", str(COMPONENT), "--pack-destination", str(folder), "--offline", "--ignore-scripts", "--loglevel=error"]
    subprocess.run(command, check=True, capture_output=True, cwd=folder, timeout=60)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"
