"""Real servers on loopback, each started with the configuration that `build.py host` prints, and ended afterwards."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from signpost.servers import Served, caddy, nginx

PATIENCE = 20.0
"""Seconds until a server must answer."""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], port: int, place: Path, patience: float = PATIENCE) -> Iterator[str]:
    """A server from when it answers until the block ends; then it is ended, and nothing of it stays."""
    log = place / "server.log"
    with log.open("wb") as said:
        server = subprocess.Popen(
            command, stdout=said, stderr=said, stdin=subprocess.DEVNULL, cwd=place, env={**os.environ, "HOME": str(place)}
        )
        try:
            until = time.monotonic() + patience
            while not _answers(port):
                if server.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"{command[0]} did not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


@contextmanager
def nginx_server(site: Served, place: Path) -> Iterator[str]:
    port = free_port()
    (place / "site.conf").write_text(nginx(site), encoding="utf-8")
    temporary = " ".join(f"{kind}_temp_path {place}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    user = "user root;" if hasattr(os, "getuid") and os.getuid() == 0 else ""
    (place / "nginx.conf").write_text(
        f"{user} daemon off; master_process off; pid {place}/pid; error_log stderr; events {{}}\n"
        f"http {{ {temporary} server {{ listen 127.0.0.1:{port}; include {place}/site.conf; }} }}\n",
        encoding="utf-8",
    )
    command = [shutil.which("nginx") or "nginx", "-p", str(place), "-c", str(place / "nginx.conf")]
    with running(command, port, place) as base:
        yield base


@contextmanager
def caddy_server(site: Served, place: Path) -> Iterator[str]:
    port = free_port()
    here = Served(site.headers, site.redirects, site.folder, f"http://127.0.0.1:{port}", site.prefix)
    (place / "Caddyfile").write_text("{\n    admin off\n}\n" + caddy(here), encoding="utf-8")
    command = [shutil.which("caddy") or "caddy", "run", "--config", str(place / "Caddyfile"), "--adapter", "caddyfile"]
    with running(command, port, place) as base:
        yield base


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False
