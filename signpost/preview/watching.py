"""Which files have changed since the last look. Must never read a file: its times, size and number on the disk are enough."""

import os
from collections.abc import Iterable
from pathlib import Path

Snapshot = dict[str, tuple[int, ...]]


def snapshot(folders: Iterable[Path]) -> Snapshot:
    """Path -> when it was written and changed (nanoseconds), its size and its number.

    A copy with an older one's size and date is a change too. What begins with a dot or “~$” is left behind by programs.
    """
    found: Snapshot = {}
    waiting = [str(folder) for folder in folders]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith((".", "~$")):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        status = entry.stat()
                        found[entry.path] = (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino)
        except OSError:
            continue  # a folder or file that goes while it is looked at is seen as gone
    return found
