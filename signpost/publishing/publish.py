"""A built folder -> the folder that a server shows, or back to the site before it.

Must never publish a folder that differs from its manifest by one byte, or that was not built with `--publish`.
"""

from pathlib import Path

from signpost.hosting.header_map import FOR_THE_HOST
from signpost.publishing.exchange import Places
from signpost.publishing.manifest import MANIFEST, faults, folder_manifest, is_ready
from signpost.publishing.write import write_output

BUILD = "python3 build.py --publish"
MOST_NAMED = 5
"""Files that a refusal names; more would push the reason off the screen."""


class PublishRefused(Exception):
    """The folder must not be published; the message says why and what to do."""


def whole_output(folder: Path) -> dict[str, bytes]:
    """Every file of a folder that is as it was built, read once and checked as read. Raises PublishRefused or OSError."""
    if not folder.is_dir():
        raise PublishRefused(f"There is no folder {folder}. Build it first: {BUILD}")
    found = faults(folder)
    if found:
        more = f" And {len(found) - MOST_NAMED} more." if len(found) > MOST_NAMED else ""
        raise PublishRefused(
            f"{folder} is not as it was built, so it is not used: {' '.join(found[:MOST_NAMED])}{more} Build it again: {BUILD}"
        )
    output = {}
    for entry in folder_manifest(folder) or ():
        output[entry.path] = (folder / entry.path).read_bytes()
        if not entry.is_of(output[entry.path]):  # another build has come between
            raise PublishRefused(f"{folder} changed while it was read. Wait until the other build has ended, then run the command again.")
    return output


def ready_output(folder: Path) -> dict[str, bytes]:
    """Every file of a folder that may be published. Raises PublishRefused or OSError."""
    output = whole_output(folder)
    if not is_ready((folder / MANIFEST).read_bytes()):
        raise PublishRefused(f"{folder} was built for looking at, not for publishing. Build it again: {BUILD}")
    return output


def asks_for_new_configuration(folder: Path) -> bool:
    """Whether the headers or redirects on show differ from those of the site before, which a server of one's own still sends."""
    before = Places(folder).before
    return any((before / name).exists() and (before / name).read_bytes() != (folder / name).read_bytes() for name in FOR_THE_HOST)


def publish(folder: Path, target: Path) -> int:
    """Put a folder that holds in place of the one that a server shows. Returns the number of files.

    Raises PublishRefused, WriteRefused or OSError; what the server shows is wholly the old site then.
    """
    output = ready_output(folder)
    write_output(output, target, ready=True)
    return len(output)
