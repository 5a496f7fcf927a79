"""The server of the preview: this computer's own address, livereload's socket, the headers of a published site.

Must never answer another computer unless somebody asked for that (`--host`), and never a page of another site.
"""

import asyncio
import json
import logging
import socket
import webbrowser
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import livereload
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.httputil import HTTPServerRequest
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.routing import Rule, URLSpec
from tornado.web import Application, HTTPError, RequestHandler

from signpost.preview.shown import RELOAD_SCRIPT, Preview
from signpost.preview.watching import Snapshot, snapshot

LOOPBACK = "127.0.0.1"
LOOK_EVERY = 60
"""Milliseconds between two looks at the files."""
GATES_AFTER = 0.4
"""Seconds after a change until every page is made and checked: the browser has its page by then."""
Tell = Callable[[str], None]


def reload_script() -> dict[str, bytes]:
    """livereload's own script, as a file of the preview: the policy would refuse one written into the page."""
    return {RELOAD_SCRIPT: (Path(livereload.__file__).parent / "vendors" / RELOAD_SCRIPT).read_bytes()}


class Watch:
    """Looks at the files and at the day, has the preview read all again, and asks the browsers to load their page again."""

    def __init__(self, preview: Preview, today: Callable[[], date] | None = None) -> None:
        """`today` is None where one day stays the day."""
        self._preview = preview
        self._today = today
        self._seen: Snapshot = snapshot(preview.watched)
        self._later: object | None = None

    def look(self) -> None:
        now = snapshot(self._preview.watched)
        turned = self._today is not None and self._preview.turn_to(self._today())
        if now == self._seen and not turned:
            return
        self._seen = now
        self._preview.read()
        reload_browsers()
        self.finish_later()

    def finish_later(self) -> None:
        loop = IOLoop.current()
        if self._later is not None:
            loop.remove_timeout(self._later)
        self._later = loop.call_later(GATES_AFTER, self._finish)

    def _finish(self) -> None:
        self._later = None
        if self._preview.finish():
            reload_browsers()


def reload_browsers() -> None:
    LiveReloadHandler.reload_waiters("*")


class Sent:
    """Which state of the site each page was sent in: a page that was loading while a file was saved must load again."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview
        self._states: dict[str, int] = {}

    def note(self, path: str) -> None:
        self._states[path] = self._preview.state

    def is_behind(self, path: str) -> bool:
        return self._states.get(path, self._preview.state) != self._preview.state


class _Pages(RequestHandler):
    """Answers with what the preview has at a path."""

    def initialize(self, preview: Preview, hosts: frozenset[str], sent: Sent) -> None:
        self._preview = preview
        self._hosts = hosts
        self._sent = sent

    def prepare(self) -> None:
        if not _is_ours(self.request, self._hosts):
            raise HTTPError(421)

    def set_default_headers(self) -> None:
        self.clear_header("Server")

    def get(self, path: str) -> None:
        answer = self._preview.answer(path)
        self._sent.note(path)
        for name, value in self._preview.headers().items():
            self.set_header(name, value)
        self.set_status(answer.status)
        if answer.status == 301:
            self.set_header("Location", answer.content.decode())
            return
        self.set_header("Content-Type", answer.media_type)
        self.write(answer.content)

    head = get


class _Socket(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's socket, for pages of the preview only."""

    def initialize(self, hosts: frozenset[str], sent: Sent) -> None:
        self._hosts = hosts
        self._sent = sent

    def on_message(self, message: str) -> None:
        super().on_message(message)
        said = json.loads(message)
        if said.get("command") == "info" and self._sent.is_behind(unquote(urlsplit(str(said.get("url"))).path).lstrip("/")):
            self.send_message({"command": "reload", "path": "*", "liveCSS": False, "liveImg": False})

    def check_origin(self, origin: str) -> bool:
        return _is_ours(self.request, self._hosts) and origin == f"http://{self.request.host}"


def _is_ours(request: HTTPServerRequest, hosts: frozenset[str]) -> bool:
    """A page of another site can give its own name this computer's address (DNS rebinding); then the name tells."""
    return request.host_name in hosts


def make_application(preview: Preview, hosts: frozenset[str]) -> Application:
    LiveReloadHandler.live_css = False
    LiveReloadHandler.watcher = Watcher()
    LiveReloadHandler._last_reload_time = 1.0  # livereload would otherwise start a watch of its own
    sent = Sent(preview)
    rules: list[Rule] = [
        URLSpec(r"/livereload", _Socket, {"hosts": hosts, "sent": sent}),
        URLSpec(r"/(.*)", _Pages, {"preview": preview, "hosts": hosts, "sent": sent}),
    ]
    return Application(rules)


def address_in_network() -> str | None:
    """This computer's address for others in its network; None without a network. Nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address for examples (RFC 5737): connecting a datagram socket sends nothing
            return str(probe.getsockname()[0])
        except OSError:
            return None


def serve(
    preview: Preview,
    port: int,
    opens: bool,
    tell: Tell,
    host: str | None = None,
    rules: Sequence[Rule] = (),
    today: Callable[[], date] | None = None,
) -> int:
    """Serve until Ctrl+C. `host` is a further address to listen at. `rules` come before those of the pages. Returns an exit code."""
    _quiet()
    return asyncio.run(_serve(preview, Watch(preview, today), port, opens, tell, host, rules))


async def _serve(preview: Preview, watch: Watch, port: int, opens: bool, tell: Tell, host: str | None, rules: Sequence[Rule]) -> int:
    preview.read()
    hosts = frozenset({LOOPBACK, "localhost", *([host] if host else [])})
    application = make_application(preview, hosts)
    if rules:
        application.add_handlers(r".*", list(rules))
    try:
        for each in [LOOPBACK, *([host] if host and host != LOOPBACK else [])]:
            application.listen(port, address=each)
    except OSError as error:
        tell(f"Port {port} cannot be used ({error.strerror}). Another preview may be running; try “--port {port + 1}”.")
        return 2
    address = f"http://{LOOPBACK}:{port}/"
    tell(f"The preview is at {address} (this computer only). Stop it with Ctrl+C.")
    if host and host != LOOPBACK:
        tell(f"On a phone in the same network: http://{host}:{port}/ (everybody in this network can open it, drafts too).")
    elif not rules:
        tell("To look from a phone in the same network: stop, and start it with “--host”.")
    if rules:
        tell(f"The editing page is at {address}edit/. It saves into the content folder of this computer.")
    if opens:
        webbrowser.open(f"{address}edit/" if rules else address)
    watch.finish_later()
    looking = PeriodicCallback(watch.look, LOOK_EVERY)
    looking.start()
    await asyncio.Event().wait()
    return 0


def _quiet() -> None:
    """Their own lines would hide ours."""
    for name in ("livereload", "tornado.access"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
