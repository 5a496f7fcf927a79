"""Real servers on loopback, each started with the configuration that `build.py host` prints, and ended afterwards."""

import http.client
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from signpost.hosting.servers import Served, caddy, nginx
from tests.ports import free_port
from tests.tiny_site import ROOT

ENGINES = ROOT / "tests" / "engines" / "node_modules"
PATIENCE = 20.0
"""Seconds until a server must answer."""


@contextmanager
def running(command: list[str], port: int, place: Path, patience: float = PATIENCE, more: Mapping[str, str] | None = None) -> Iterator[str]:
    """A server from when it answers until the block ends; then it is ended, and nothing of it stays."""
    log = place / "server.log"
    with log.open("wb") as said:
        server = subprocess.Popen(
            command,
            stdout=said,
            stderr=said,
            stdin=subprocess.DEVNULL,
            cwd=place,
            env={**os.environ, "HOME": str(place), **(more or {})},
            start_new_session=True,  # it is ended with all that it has started itself
        )
        try:
            until = time.monotonic() + patience
            while not _answers(port):
                if server.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"{command[0]} did not start: {log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            try:
                server.wait(timeout=10)
            except subprocess.TimeoutExpired:
                pass
            try:
                os.killpg(server.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
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


@contextmanager
def cloudflare_engine(folder: Path, place: Path) -> Iterator[str]:
    """Cloudflare's own engine (workerd) with the rules of Pages, as `wrangler pages dev` starts it. It asks nobody."""
    port = free_port()
    command = ["node", str(ENGINES / "wrangler/bin/wrangler.js"), "pages", "dev", str(folder), "--port", str(port)]
    command += ["--ip", "127.0.0.1", "--inspector-port", str(free_port()), "--compatibility-date", "2026-04-01"]
    quiet = {
        "CI": "1",
        "CLOUDFLARE_CF_FETCH_ENABLED": "false",
        "WRANGLER_HIDE_BANNER": "true",
        "WRANGLER_SEND_METRICS": "false",
        "WRANGLER_SEND_ERROR_REPORTS": "false",
    }
    with running(command, port, place, 60, quiet) as base:
        yield base


@contextmanager
def netlify_server(folder: Path, place: Path) -> Iterator[str]:
    """Netlify's own local server. Its edge functions need a program that it would fetch; this site has none."""
    port, inner = free_port(), free_port()
    command = ["node", str(ENGINES / "netlify-cli/bin/run.js"), "dev", "--offline", "--no-open", "--dir", str(folder)]
    command += ["--framework", "#static", "--internal-disable-edge-functions", "--port", str(port), "--staticServerPort", str(inner)]
    quiet = {"CI": "1", "NETLIFY_TELEMETRY_DISABLED": "1", "XDG_CONFIG_HOME": str(place / "config")}
    with running(command, port, place, 90, quiet) as base:
        yield base


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("HEAD", "/")
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True
