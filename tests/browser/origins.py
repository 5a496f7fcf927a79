"""The web that the browsers see here: a site, the host the exit leads to, and where the reader came from.

Three https origins on loopback, with a log of every request. Where the machine allows a mount namespace
they have names (site.test, exit.test, start.test, by a hosts file and a certificate authority that only the
browser started here sees); else they go by three loopback addresses, which are as different to a browser.
Nothing here may ever be reached from another machine.
"""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.authority import Authority

NAMES = ("site.test", "exit.test", "start.test")
ADDRESSES = {"site.test": "127.0.0.2", "exit.test": "127.0.0.3", "start.test": "127.0.0.4"}


@dataclass(frozen=True)
class Request:
    """One request as the server saw it."""

    when: float
    path: str
    headers: Mapping[str, str]
    method: str = "GET"
    body: bytes = b""

    @property
    def referer(self) -> str | None:
        """What the browser said about where the reader came from."""
        return self.headers.get("referer")


@dataclass(frozen=True)
class Reply:
    """What to answer, and how late. A delay of None never answers."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float | None = 0.0
    kind: str = "text/html; charset=utf-8"
    unfinished: bool = False  # promise more than is sent, and keep the connection open
    dies: bool = False  # end the connection without a word
    after: threading.Event | None = None  # nothing before this


Answer = Callable[[str], Reply | None]


class Origin:
    """One server on a loopback address of its own."""

    def __init__(self, name: str, answer: Answer, authority: Authority, named: bool) -> None:
        self.requests: list[Request] = []
        self.answer = answer
        self.replies: dict[tuple[str, str], Reply] = {}  # by method and path, before any other answer
        self._closing = threading.Event()
        self._server = ThreadingHTTPServer((ADDRESSES[name], 0), self._handler())
        self._server.daemon_threads = True
        # Shaking hands is left to the thread of each connection, so that a silent one holds up nobody.
        self._server.socket = authority.context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self.address = f"https://{name if named else ADDRESSES[name]}:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        """Stop answering, the unanswered requests included."""
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()

    def pages(self) -> list[Request]:
        """The requests for pages: browsers ask for icons on their own, and for scripts when it suits them."""
        return [request for request in self.requests if "icon" not in request.path and "/assets/" not in request.path]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        origin = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 60

            def do_GET(self) -> None:
                headers = {name.lower(): value for name, value in self.headers.items()}
                body = self.rfile.read(int(headers.get("content-length", "0")))
                origin.requests.append(Request(time.perf_counter(), self.path, headers, self.command, body))
                path = urlsplit(self.path).path
                reply = origin.replies.get((self.command, path)) or origin.answer(path)
                origin.send(self, reply or Reply(NOT_FOUND, 404))

            do_POST = do_GET

            def log_message(self, *_: object) -> None:
                """The log is kept in memory."""

            def handle(self) -> None:
                try:
                    super().handle()
                except (ssl.SSLError, ConnectionError, TimeoutError):
                    pass  # the browser went elsewhere, as it should

        return Handler

    def send(self, handler: BaseHTTPRequestHandler, reply: Reply) -> None:
        """Answer, in the reply's own time."""
        if reply.after:
            reply.after.wait(30)
        if reply.dies:
            handler.connection.shutdown(socket.SHUT_RDWR)
            handler.close_connection = True
            return
        if reply.delay != 0 and (self._closing.wait(reply.delay) or reply.delay is None):
            handler.close_connection = True
            return
        handler.send_response(reply.status)
        headers = {"Content-Type": reply.kind, "Cache-Control": "no-cache", **reply.headers}
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(reply.body) + reply.unfinished * 1000))
        handler.end_headers()
        handler.wfile.write(reply.body)
        if reply.unfinished:
            self._closing.wait(30)
            handler.close_connection = True


# An empty icon: a browser asks for /favicon.ico when it likes, which would look like a request of the page.
EXIT_PAGE = b"""<!doctype html><html lang=en><title>The exit page</title><meta name=viewport content="width=device-width">
<link rel=icon href="data:,">
<style>html{background:#0a7d3c;color:#fff}</style><p>Sunny intervals and a gentle breeze."""

NOT_FOUND = b'<!doctype html><title>404</title><link rel=icon href="data:,">'

START_PAGE = b"""<!doctype html><html lang=en><title>Start</title><link rel=icon href="data:,">
<style>html{background:#8a5a00;color:#fff}a{color:#fff;position:fixed;inset:40%;font-size:3rem}</style>
<a id=go href="SITE">To the site</a>"""

MODES: Mapping[str, Reply] = {
    "at once": Reply(EXIT_PAGE),
    "0.4 s": Reply(EXIT_PAGE, delay=0.4),
    "1 s": Reply(EXIT_PAGE, delay=1.0),
    "3 s": Reply(EXIT_PAGE, delay=3.0),
    "never": Reply(delay=None),
    "redirect": Reply(status=302, headers={"Location": "/landing"}, delay=0.2),
}


class Origins:
    """The three origins together, and how to start a program that can see them by name."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._unshare = _unshare()
        self.named = self._unshare is not None
        names = [f"DNS:{name}" for name in NAMES] + [f"IP:{address}" for address in ADDRESSES.values()]
        self.authority = Authority(folder, names)
        self.mode = "at once"
        self.pages: dict[str, Reply] = {}
        self.folder: Path | None = None
        self.site = Origin("site.test", self._site_answer, self.authority, self.named)
        self.exit = Origin("exit.test", self._exit_answer, self.authority, self.named)
        self.start = Origin("start.test", self._start_answer, self.authority, self.named)
        (folder / "hosts").write_text("127.0.0.1 localhost\n" + "".join(f"{ADDRESSES[name]} {name}\n" for name in NAMES))

    def close(self) -> None:
        """Stop all three."""
        for origin in (self.site, self.exit, self.start):
            origin.close()

    def forget(self) -> None:
        """Empty the logs and answer at once again."""
        self.mode, self.pages, self.folder = "at once", {}, None
        for origin in (self.site, self.exit, self.start):
            origin.requests.clear()
            origin.replies.clear()

    def command(self, *words: str) -> list[str]:
        """The command that starts a program which can see the three origins."""
        if not self._unshare:
            return list(words)
        script = 'mount --bind "$1" /etc/hosts; mount --bind "$2" /etc/ssl/certs/ca-certificates.crt; shift 2; exec "$@"'
        hosts, bundle = str(self._folder / "hosts"), str(self.authority.bundle)
        return [*self._unshare, "sh", "-c", script, "sh", hosts, bundle, *words]

    def _site_answer(self, path: str) -> Reply | None:
        if path in self.pages:
            return self.pages[path]
        return _from_folder(self.folder, path) if self.folder else None

    def _exit_answer(self, path: str) -> Reply | None:
        return Reply(EXIT_PAGE) if path != "/weather" else MODES[self.mode]

    def _start_answer(self, path: str) -> Reply | None:
        return Reply(START_PAGE.replace(b"SITE", self.site.address.encode() + path.encode()))


KINDS = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def _from_folder(folder: Path, path: str) -> Reply | None:
    file = folder / path.lstrip("/")
    file = file / "index.html" if path.endswith("/") else file
    if not file.is_file() or not file.resolve().is_relative_to(folder.resolve()):
        return None
    return Reply(file.read_bytes(), kind=KINDS.get(file.suffix, "application/octet-stream"))


def _unshare() -> list[str] | None:
    """How this machine lets us have a mount namespace of our own, if it does."""
    for way in (["unshare", "-m"], ["unshare", "-r", "-m"]):
        trial = [*way, "mount", "--bind", "/etc/hostname", "/etc/hosts"]
        if subprocess.run(trial, capture_output=True, check=False).returncode == 0:
            return way
    return None
