"""A child process of the tests: writes a site to a disk that takes no more, then to the same disk when it does again.

python disks.py FOLDER "full disk"|"longest file"|read-only → what was found, as JSON.
"""

import ctypes
import json
import os
import resource
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from signpost.publishing.write import write_output
from tests.publish.tiny_outputs import left_over, output, version_in

NOBODY = 65534
NEW_USER, NEW_MOUNTS = 0x10000000, 0x00020000
ROOM = 300_000
"""Bytes of the small disk."""


def small_disk(folder: Path) -> bool:
    """A disk of a few bytes, seen by this process alone. False when this system does not allow it."""
    system = ctypes.CDLL(None, use_errno=True)
    user = os.getuid()
    if system.unshare(NEW_MOUNTS) != 0:
        if system.unshare(NEW_USER | NEW_MOUNTS) != 0:
            return False
        Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        Path("/proc/self/uid_map").write_text(f"0 {user} 1", encoding="ascii")
    private = system.mount(b"none", b"/", None, 0x4000 | 0x40000, None)  # MS_REC | MS_PRIVATE
    if private != 0:
        return False
    mounted: int = system.mount(b"tmpfs", os.fsencode(folder), b"tmpfs", 0, f"size={ROOM}".encode())
    return mounted == 0


def main(folder: Path, how: str) -> None:
    if how == "full disk" and not small_disk(folder):
        print(json.dumps({"cannot be tried here": 1}))
        return
    if how == "read-only" and os.getuid() == 0:
        for parent in folder.parents:  # pytest's folders are root's alone
            if parent != Path("/tmp") and parent != Path("/"):
                parent.chmod(parent.stat().st_mode | 0o111)
        os.chown(folder, NOBODY, NOBODY)
        os.setuid(NOBODY)
    site = folder / "site"
    write_output(output(0), site)
    room = folder / "taken"
    big = {**output(1), "big.html": os.urandom(200_000)}
    if how == "full disk":
        room.write_bytes(b"\0" * 150_000)
    elif how == "longest file":
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
    else:
        folder.chmod(0o555)
    found = {"refused": 0, "recovered": 0}
    try:
        write_output(big, site)
    except OSError:
        found["refused"] = 1
    assert version_in(site) == 0
    room.unlink(missing_ok=True) if how == "full disk" else folder.chmod(0o755)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    write_output(output(1), site)
    assert left_over(site) == []
    found["recovered"] = version_in(site) == 1
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
