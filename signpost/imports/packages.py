"""Which optional packages a kind of file needs, and which of them are missing. Must never install anything itself."""

from importlib.util import find_spec
from pathlib import Path

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
