"""Other people's sites as far as the tests know them: https servers on this computer, under the names of the tests."""

import ssl
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from signpost.contacts.network import Network
from tests.browser.authority import Authority


class Web:
    """All hosts of the tests on one loopback port. `pages` are (status, headers, body) by address without https://."""

    def __init__(self, folder: Path, hosts: Iterable[str], page: bytes) -> None:
        """`page` is what every address answers that has no answer of its own."""
        authority = Authority(folder, [f"DNS:{host}" for host in hosts])
        self.pages: dict[str, tuple[int, dict[str, str], bytes]] = {}
        self.busy: dict[str, list[int]] = {}
        """Errors that an address answers first, one after the other."""
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.slept: list[float] = []
        web = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                address = f"{self.headers['Host']}{self.path}"
                web.asked.append(address)
                web.agents.add(self.headers["User-Agent"])
                status, headers, body = web.pages.get(address, (200, {}, page))
                if web.busy.get(address):
                    status = web.busy[address].pop(0)
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.socket = authority.context.wrap_socket(self.server.socket, server_side=True)
        self.client = ssl.create_default_context(cafile=str(authority.certificate))
        Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def forget(self) -> None:
        """Be as it was at first: no answers of its own, nobody has asked."""
        for known in (self.pages, self.busy, self.asked, self.agents, self.slept):
            known.clear()

    def network(self, port: int = 0, timeout: float = 5) -> Network:
        place = ("127.0.0.1", port or self.server.server_port)
        return Network(context=self.client, place=lambda _host, _port: place, sleep=self.slept.append, timeout=timeout)

    def redirect(self, address: str, to: str, status: int = 301) -> None:
        self.pages[address] = (status, {"Location": to}, b"")

    def text(self, address: str, body: str, status: int = 200) -> None:
        self.pages[address] = (status, {"Content-Type": "text/html; charset=utf-8"}, body.encode())
