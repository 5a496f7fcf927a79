"""The header map and the redirects as the configuration of a force's own web server: nginx or Caddy.

Made from the built folder itself (`_headers`, `_redirects`), so that it fits the bytes that are served. Must never
leave an answer without the headers: neither “not found” nor a redirect.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from signpost.hosting.header_map import FOR_THE_HOST, HeaderMap
from signpost.plan.files import WORD

NOT_FOUND = "404.html"
TYPES = {
    "html": "text/html", "css": "text/css", "js": "text/javascript", "json": "application/json", "jsonld": "application/ld+json",
    "xml": "application/xml", "txt": "text/plain", "csv": "text/csv", "ics": "text/calendar", "svg": "image/svg+xml",
    "atom": "application/atom+xml",
}  # fmt: skip
"""Content types of texts by the ending of a file (IANA media types)."""
_NO_TEXTS = {"docx": WORD}


@dataclass(frozen=True)
class Served:
    """A built folder and where it stands: `folder` on the server, `host` its name, `prefix` the path before it, like `/` or `/help/`."""

    headers: HeaderMap
    redirects: tuple[tuple[str, str], ...]
    folder: str
    host: str
    prefix: str = "/"

    def at(self, path: str) -> str:
        """A path of the site as it is asked for."""
        return self.prefix + path.removeprefix("/")


def nginx(site: Served) -> str:
    """Lines for the inside of a `server { }` block, which names the host and its certificate. nginx 1.18 and later."""
    lines = [
        "# Made by “build.py host nginx” for one build: make it again after each change of the site, then reload nginx.",
        "charset utf-8;",
        f"charset_types {' '.join(kind for kind in TYPES.values() if kind != 'text/html')};",
        "types {",
        *(f"    {kind} {ending};" for ending, kind in {**TYPES, **_NO_TEXTS}.items()),
        "}",
        "default_type application/octet-stream;",
        "gzip on;",
        f"gzip_types {' '.join(kind for kind in TYPES.values() if kind != 'text/html')};",
        "gzip_vary on;",
        "access_log off;  # who has read which page is nobody's business",
        "server_tokens off;",
        "absolute_redirect off;",
        "disable_symlinks on;",
        f"error_page 403 404 =404 {site.at(NOT_FOUND)};",
    ]
    general = site.headers.general
    lines += _location(f"location {site.prefix}", [f"alias {_quoted(f'{site.folder}/')};", "index index.html;"], general)
    lines += _location(f"location = {site.at(NOT_FOUND)}", ["internal;", f"alias {_quoted(f'{site.folder}/{NOT_FOUND}')};"], general)
    for path in site.headers.special:
        lines += _location(f"location = {site.at(path)}", _nginx_file(site, path), site.headers.of(path))
    for name in FOR_THE_HOST:
        lines += _location(f"location = {site.at(name)}", ["return 404;"], general)
    for old, new in site.redirects:
        lines += _location(f"location = {site.at(old)}", [f"return 301 {site.at(new)};"], general)
    return "\n".join(lines) + "\n"


def _nginx_file(site: Served, path: str) -> list[str]:
    """nginx would look for the index of a folder somewhere else than in the block of that folder's own address."""
    if path.endswith("/"):
        return [f"root {_quoted(site.folder)};", f"try_files {path}index.html =404;"]
    return [f"alias {_quoted(site.folder + path)};"]


def _location(start: str, lines: list[str], headers: Mapping[str, str]) -> list[str]:
    """nginx: a block with any `add_header` of its own inherits none, so each block carries all of them."""
    added = [f"add_header {name} {_quoted(value)} always;" for name, value in headers.items()]
    return [f"{start} {{", *(f"    {line}" for line in (*lines, *added)), "}"]


def caddy(site: Served) -> str:
    """A whole site block. Caddy 2.6 and later; it gets the certificate by itself and keeps no record of readers unless told to."""
    errors = _caddy_general({**site.headers.general, "Content-Type": _content_type("html")})
    lines = [
        "# Made by “build.py host caddy” for one build: make it again after each change of the site, then reload Caddy.",
        f"{site.host} {{",
        f"    root * {_quoted(site.folder)}",
        "    encode gzip",
        "    route {  # in this order: Caddy would have the general headers come last",
        *(f"        {line}" for line in (*_caddy_headers(site), *_caddy_redirects(site), *_caddy_files(site))),
        "    }",
        "    handle_errors {  # of the page for an unknown address, whatever was asked for",
        *(f"        {line}" for line in errors),
        f"        rewrite * /{NOT_FOUND}",
        "        file_server {",
        "            status {http.error.status_code}",
        "        }",
        "    }",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _caddy_redirects(site: Served) -> list[str]:
    return [f"redir {site.at(old)} {site.at(new)} 301" for old, new in site.redirects]


def _caddy_files(site: Served) -> list[str]:
    hidden = f"@hidden path {' '.join(f'/{name}' for name in (*FOR_THE_HOST, NOT_FOUND))}"
    lines = [hidden, "error @hidden 404", "file_server"]
    if site.prefix == "/":
        return lines
    return [f"handle_path {site.prefix}* {{", *(f"    {line}" for line in lines), "}", "error 404"]


def _caddy_headers(site: Served) -> list[str]:
    lines = _caddy_general(site.headers.general)
    lines += [f"header *.{ending} Content-Type {_quoted(_content_type(ending))}" for ending in (*TYPES, *_NO_TEXTS)]
    for path, headers in site.headers.special.items():
        lines += [f"header {site.at(path)} {name} {_quoted(value)}" for name, value in headers.items()]
    return lines


def _caddy_general(headers: Mapping[str, str]) -> list[str]:
    # Taking a header off is done last of all, with all of its block: so it has a block of its own.
    return ["header -Server", "header {", *(f"    {name} {_quoted(value)}" for name, value in headers.items()), "}"]


def _content_type(ending: str) -> str:
    return f"{TYPES[ending]}; charset=utf-8" if ending in TYPES else _NO_TEXTS[ending]


def _quoted(value: str) -> str:
    """A value between double quotes, for either server. No value of ours holds a quote, a backslash or a `$`."""
    if set('"\\${}\n') & set(value):
        raise ValueError(f"this cannot stand in a server's configuration: {value}")
    return f'"{value}"'


SERVERS: dict[str, Callable[[Served], str]] = {"nginx": nginx, "caddy": caddy}
