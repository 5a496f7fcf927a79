"""The preview: the site on this computer, built again at every change, with its problems in the terminal.

It serves a folder of its own, never dist/, with the headers of a published site. After a mistake the last good
pages stay. Must never be reachable from another computer, and never publish a draft.
"""

import logging
import shutil
import tempfile
import webbrowser
from collections.abc import Callable
from datetime import date
from pathlib import Path

import livereload
from livereload import Server
from livereload.handlers import LiveReloadHandler
from markupsafe import escape
from tornado.routing import Rule, URLSpec
from tornado.web import Application, StaticFileHandler

from signpost.build import build
from signpost.hosting import page_headers
from signpost.problems import Problems
from signpost.write import write_output

LOOPBACK = "127.0.0.1"
RELOAD_SCRIPT = "livereload.js"
Tell = Callable[[str], None]


class Preview:
    """Builds into `folder` and says what happened."""

    def __init__(self, content: Path, label: str, root: Path, today: date, folder: Path, tell: Tell) -> None:
        self._content = content
        self._label = label
        self._root = root
        self._today = today
        self._folder = folder
        self._tell = tell

    def rebuild(self) -> None:
        """Build again. After a mistake the pages stay as they were."""
        problems = Problems()
        built = build(self._content, self._label, self._root, self._today, problems, {RELOAD_SCRIPT: _reload_script()})
        if built is not None:
            write_output(built.output, self._folder)
            self._tell(f"Built {sum(path.endswith('.html') for path in built.output)} pages.")
            return
        for problem in problems.errors:
            self._tell(problem.as_text())
        self._tell(f"{len(problems.errors)} to mend. The pages in the browser are the last good ones.")
        if not self._folder.exists():
            write_output({"index.html": _first_problems(problems)}, self._folder)

    @property
    def watched(self) -> list[Path]:
        return [self._content, *(self._root / name for name in ("templates", "assets", "quick_exit"))]


def _first_problems(problems: Problems) -> bytes:
    """What the browser shows while there has been no good page yet. It loads itself again when there is one."""
    rows = "".join(f"<li>{escape(problem.as_text())}</li>" for problem in problems.errors)
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>To mend first</title>'
        f'<script src="/{RELOAD_SCRIPT}" defer></script></head><body><h1>To mend first</h1><ul>{rows}</ul></body></html>'
    ).encode()


def _reload_script() -> bytes:
    """livereload's own script, as a file of the preview."""
    return (Path(livereload.__file__).parent / "vendors" / RELOAD_SCRIPT).read_bytes()


class _Pages(StaticFileHandler):
    """Files with the headers of a published site, less the policy: each page carries the preview's own."""

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002  # tornado's name for it
        for name, value in page_headers("").items():
            if name not in {"Content-Security-Policy", "Strict-Transport-Security"}:
                self.set_header(name, value)


class _Server(Server):  # type: ignore[misc]  # livereload has no types
    """livereload's server without the script that it would write into each page: the policy would refuse that one."""

    def application(self, port: int, host: str, **_options: object) -> None:
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = False
        handlers: list[Rule] = [
            URLSpec(r"/livereload", LiveReloadHandler),
            URLSpec(r"/(.*)", _Pages, {"path": self.root, "default_filename": "index.html"}),
        ]
        Application(handlers).listen(port, address=host)

    def _setup_logging(self) -> None:
        """Its own lines would hide ours."""
        logging.getLogger("livereload").setLevel(logging.ERROR)
        logging.getLogger("tornado.access").setLevel(logging.ERROR)


def serve(content: Path, label: str, root: Path, today: date, port: int, opens: bool, tell: Tell) -> int:
    """Serve until Ctrl+C. Returns an exit code."""
    place = Path(tempfile.mkdtemp(prefix="signpost-preview-"))
    folder = place / "site"
    preview = Preview(content, label, root, today, folder, tell)
    preview.rebuild()
    server = _Server()
    for watched in preview.watched:
        server.watch(f"{watched}/**/*", preview.rebuild, delay=0)
    address = f"http://{LOOPBACK}:{port}/"
    tell(f"The preview is at {address} (this computer only). Stop it with Ctrl+C.")
    if opens:
        webbrowser.open(address)
    try:
        server.serve(root=str(folder), port=port, host=LOOPBACK, restart_delay=0)
    except OSError as error:
        tell(f"Port {port} cannot be used ({error.strerror}). Another preview may be running; try “--port {port + 1}”.")
        return 2
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return 0
