"""Sites served on this computer with the headers that they ask their host for, and a real Chromium."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, sync_playwright

from signpost.build import build
from signpost.hosting.header_map import read_header_map
from signpost.problems import Problems
from tests.tiny_site import ROOT

TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json"}


class Served:
    """One built site. `requests` are the paths that were asked for."""

    def __init__(self, output: dict[str, bytes]) -> None:
        self.output = output
        self.requests: list[str] = []
        headers = read_header_map(output["_headers"].decode())
        served = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = self.path.partition("?")[0].lstrip("/")
                served.requests.append(path)
                file = f"{path}index.html" if not path or path.endswith("/") else path
                content = served.output.get(file)
                self.send_response(200 if content is not None else 404)
                for name, value in headers.of(f"/{path}").items():
                    self.send_header(name, value)
                self.send_header("Content-Type", TYPES.get("." + file.rpartition(".")[2], "application/octet-stream"))
                self.end_headers()
                self.wfile.write(content or b"")

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Closed with each file of tests: while it is open, no other test of the same process may start one of its own."""
    program = shutil.which("chromium")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is missing; in CI every browser must be there")
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def real_site() -> Iterator[Served]:
    problems = Problems()
    built = build(ROOT / "content", "content", ROOT, date(2026, 11, 24), problems)
    assert built is not None, [problem.as_text() for problem in problems.errors]
    served = Served(built.output)
    yield served
    served.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[dict[str, bytes]], Served]]:
    running: list[Served] = []

    def start(output: dict[str, bytes]) -> Served:
        running.append(Served(output))
        return running[-1]

    yield start
    for served in running:
        served.close()
