"""Which files have changed since the last look. Must never read a file: its time and size are enough."""

import os
from collections.abc import Iterable
from pathlib import Path

Snapshot = dict[str, tuple[int, int]]


def snapshot(folders: Iterable[Path]) -> Snapshot:
    """Path -> when it was written (nanoseconds) and its size. What begins with a dot or “~$” is left behind by programs."""
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
                        found[entry.path] = (status.st_mtime_ns, status.st_size)
        except OSError:
            continue  # a folder or file that goes while it is looked at is seen as gone
    return found
