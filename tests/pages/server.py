"""Serves an output from memory on this computer only, as a host would: folders end with their index.html."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "xml": "application/xml",
}


@contextmanager
def served(output: Mapping[str, bytes]) -> Iterator[str]:
    """The address of the site, without a slash at its end."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path).lstrip("/")
            path = f"{path}index.html" if not path or path.endswith("/") else path
            content = output.get(path)
            self.send_response(200 if content is not None else 404)
            content = content if content is not None else output.get("404.html", b"")
            self.send_header("Content-Type", _TYPES.get(path.rpartition(".")[2], "text/plain; charset=utf-8"))
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments: object) -> None:
            """Stay quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
