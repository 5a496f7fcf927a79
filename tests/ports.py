"""Ports on loopback for programs that the tests start: one that is free, and waiting until it answers. Must never leave loopback."""

import socket
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 30.0
"""Seconds until a program must answer."""


def free_port() -> int:
    """A port that nothing listens on now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes], said: Path | None = None) -> None:
    """Wait until a program serves its first page at a port.

    Raises AssertionError, with what the program said, if it has ended or does not answer in time.
    """
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(said.read_text(encoding="utf-8") if said else f"nothing answers at port {port}")
