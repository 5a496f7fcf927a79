"""Addresses inside the site. Links are relative, so that the same files work at the root of a host and below a path.

The page for a missing address is the exception: a host shows it at any depth, so its links start at the root.
"""

from posixpath import relpath
from urllib.parse import urlsplit


class Addresses:
    """Makes links from one page. `path` is where that page is published, without a leading slash."""

    def __init__(self, path: str, base_url: str, anywhere: bool = False) -> None:
        self._folder = path.rpartition("/")[0]
        self._root = (urlsplit(base_url).path or "/") if anywhere else None

    def to(self, path: str) -> str:
        """The link to `path` (a folder ends with a slash; the empty path is the root of the site)."""
        if self._root is not None:
            return self._root + path
        folder, _, file = path.rpartition("/")
        link = relpath(f"/{folder}", f"/{self._folder}")
        return f"{link}/{file}" if link != "." or not file else file


def output_file(path: str) -> str:
    """The file that a host serves for a published path."""
    return f"{path}index.html" if not path or path.endswith("/") else path
