"""The optional packages that read Word, Excel and web files: which are missing, and how they come into .venv.

Must never install what is not in the lock file with its hash, and nothing outside an environment of the project's own.
"""

import importlib
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

LOCK = "requirements-plan-import.lock"
"""Made from the extra `plan-import` of pyproject.toml; the versions of requirements.lock hold in it too."""
_NEEDED = {
    ".docx": ("docx", "python-docx"),
    ".xlsx": ("openpyxl", "openpyxl"),
    ".html": ("bs4", "beautifulsoup4"),
    ".htm": ("bs4", "beautifulsoup4"),
}
KINDS = (".docx", ".xlsx", ".csv", ".html", ".htm")


def missing_packages(file: Path) -> list[str]:
    """The names to install before `file` can be read; empty when all is there."""
    needed = _NEEDED.get(file.suffix.lower())
    return [needed[1]] if needed is not None and find_spec(needed[0]) is None else []


def install_packages(root: Path) -> bool:
    """Install the lock file of the project at `root` into the running environment. pip says on stderr what goes wrong."""
    if sys.prefix == sys.base_prefix:
        return False
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes"]
    done = subprocess.call([*command, "-r", str(root / LOCK)], stdout=subprocess.DEVNULL) == 0
    importlib.invalidate_caches()
    return done
