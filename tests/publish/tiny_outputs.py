"""Small sites that tell each other apart, and what a reader would find in a folder: one of them whole, or something broken."""

from pathlib import Path

from signpost.publishing.exchange import Places
from signpost.publishing.manifest import faults

SAME = {"same.css": b"p { color: black }" * 20, "en/same/index.html": b"<p>the same in each</p>"}


def output(version: int) -> dict[str, bytes]:
    """Every file but the two that are the same carries its version; even and odd ones hold different files."""
    mark = f"version {version}".encode()
    files = {"index.html": mark, "en/index.html": mark * 30, "version": str(version).encode()}
    files[f"en/only-{'even' if version % 2 == 0 else 'odd'}/index.html"] = mark
    return SAME | files


def version_in(folder: Path) -> int | None:
    """The version that stands there, wholly and alone; None when there is no folder. Anything else raises."""
    if not folder.exists():
        return None
    found = faults(folder)
    if found:
        raise AssertionError(f"half a site: {found}")
    version = int((folder / "version").read_bytes())
    for path, content in output(version).items():
        if (folder / path).read_bytes() != content:
            raise AssertionError(f"two sites in one: {path}")
    return version


def left_over(folder: Path) -> list[str]:
    """What stands beside the folder and should not. The site before it may: that is the way back."""
    return sorted(path.name for path in folder.parent.iterdir() if path not in {folder, Places(folder).before})
