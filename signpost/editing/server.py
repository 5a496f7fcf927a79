"""The addresses below /edit/ on the preview's server: the editing page, its program, and the folder that it saves into.

Only this computer is answered, and only the editing page itself may save: another site's page that a browser has open
must not reach the folder. Must never be started for another computer, and never be part of dist/.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tornado.routing import Rule, URLSpec
from tornado.web import HTTPError, RequestHandler

from signpost.editing.folder import NAME, PagesFolder, Refused

MOST_SENT = 2_000_000
"""Bytes of one save."""
POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self' blob:; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Decap writes styles into the page and checks its settings with code that it makes: looser than any published page, and
still without any other origin."""
PAGE = b"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Edit the pages</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="edit.css">
<script src="start.js"></script>
<script src="decap-cms.js" defer></script>
</head>
<body><noscript>The editing page needs JavaScript. Without it, edit the files in the folder content.</noscript></body>
</html>
"""
_OWN = ("start.js", "edit.css")
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".wasm": "application/wasm",
    ".txt": "text/plain; charset=utf-8",
}

Settings = Callable[[], Mapping[str, Any]]


class _Ours(RequestHandler):
    """What every answer below /edit/ shares."""

    def initialize(self, hosts: frozenset[str]) -> None:
        self._hosts = hosts

    def prepare(self) -> None:
        if self.request.host_name not in self._hosts:
            raise HTTPError(421)

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("Cache-Control", "no-store")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")


class _Page(_Ours):
    def get(self) -> None:
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.write(PAGE)


class _Settings(_Ours):
    def initialize(self, hosts: frozenset[str], settings: Settings) -> None:  # type: ignore[override]  # each handler has its own
        super().initialize(hosts)
        self._decap = settings

    def get(self) -> None:
        self.set_header("Content-Type", "application/json; charset=utf-8")
        self.write(json.dumps(self._decap()))


class _Program(_Ours):
    """A file of the program, by its plain name."""

    def initialize(self, hosts: frozenset[str], program: Path) -> None:  # type: ignore[override]
        super().initialize(hosts)
        self._program = program

    def get(self, name: str) -> None:
        path = (Path(__file__).resolve().parent if name in _OWN else self._program) / name
        if not path.is_file():
            raise HTTPError(404)
        self.set_header("Content-Type", _TYPES[path.suffix])
        self.write(path.read_bytes())


class _Api(_Ours):
    """Decap's proxy protocol, as far as pages need it: read all, read one, save."""

    def initialize(self, hosts: frozenset[str], folder: PagesFolder) -> None:  # type: ignore[override]
        super().initialize(hosts)
        self._folder = folder

    def prepare(self) -> None:
        super().prepare()
        if self.request.headers.get("Origin") != f"http://{self.request.host}":
            raise HTTPError(403)
        if len(self.request.body) > MOST_SENT:
            raise HTTPError(413)

    def post(self) -> None:
        self.set_header("Content-Type", "application/json; charset=utf-8")
        try:
            self.write(json.dumps(self._done(json.loads(self.request.body))))
        except Refused as reason:
            self.set_status(422)
            self.write(json.dumps({"error": str(reason)}))
        except (ValueError, KeyError, TypeError):
            self.set_status(400)
            self.write(json.dumps({"error": "This request cannot be understood."}))

    def _done(self, asked: Mapping[str, Any]) -> Any:
        wanted = asked.get("params", {})
        match asked["action"]:
            case "info":
                return {"repo": NAME, "publish_modes": ["simple"], "type": "local_fs"}
            case "entriesByFolder":
                return self._folder.entries()
            case "entriesByFiles":
                return [self._folder.entry(str(file["path"])) for file in wanted["files"]]
            case "getEntry":
                return self._folder.entry(str(wanted["path"]))
            case "persistEntry":
                self._folder.save({str(file["path"]): str(file["raw"]) for file in wanted["dataFiles"]})
                return {"message": "saved"}
            case "getMedia":
                return []
            case "getNotes":
                return {"notes": []}
            case "getDeployPreview":
                return None
            case _:
                raise Refused("The editing page cannot do this here. Use the folder “content”.")


def edit_rules(folder: PagesFolder, program: Path, settings: Settings, hosts: frozenset[str]) -> list[Rule]:
    """For the preview's server, before the rules of its pages."""
    return [
        URLSpec(r"/edit/", _Page, {"hosts": hosts}),
        URLSpec(r"/edit/settings\.json", _Settings, {"hosts": hosts, "settings": settings}),
        URLSpec(r"/edit/api", _Api, {"hosts": hosts, "folder": folder}),
        URLSpec(r"/edit/([0-9a-z.-]+\.(?:css|js|wasm|txt))", _Program, {"hosts": hosts, "program": program}),
    ]
