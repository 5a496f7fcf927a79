"""`bench page`: every kind of page on a slow line and a slow telephone, ours and the same page with GOV.UK Frontend.

In one run, in real Chromium; then Lighthouse on each of ours. Must never reach the internet: both sites stand on
this computer, and the exit's address is answered here.
"""

import json
import os
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import brotli
from playwright.sync_api import Browser, sync_playwright

from signpost.build import Built, build
from signpost.hosting.header_map import HEADERS_FILE, read_header_map
from signpost.options import today_in_london
from signpost.problems import Problems
from tests.bench import govuk
from tests.bench.measuring import machine
from tests.bench.slow_line import BYTES_A_SECOND, ROUND_TRIP, SLOWER, Seen, Weight, seen, weight
from tests.pages.tools import CHROMIUM, CHROMIUM_FLAGS

VISITS = 3
_HEAD = ("# Each kind of page on a slow line\n", "Made by `python3 build.py bench page`. Not edited by hand.\n")
_HERE = Path(__file__).resolve().parent
_TYPES = {"html": "text/html; charset=utf-8", "css": "text/css", "js": "text/javascript", "woff2": "font/woff2", "woff": "font/woff"}
_NOT_HERE = {"Strict-Transport-Security", "X-Robots-Tag"}
"""Of no use on this computer: there is no https here, and a build that is not for publishing asks not to be found."""


@dataclass(frozen=True)
class Kind:
    """A kind of page, by the largest page of its kind. `path` is its file in the output."""

    name: str
    path: str


@dataclass(frozen=True)
class Row:
    kind: Kind
    who: str
    alone: Weight
    """What must come before the page can be read and left by the keyboard."""
    look: Seen


def run(root: Path, arguments: list[str], tell: Callable[[str], None]) -> int:
    """`bench page [lighthouse|line]`: both, or one of the two."""
    problems = Problems()
    built = build(root / "content", "content", root, today_in_london(), problems, ready=True)
    if built is None:
        tell("content/ has mistakes, so there is nothing to measure.")
        return 1
    found = kinds(built)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(CHROMIUM_FLAGS))
        text = [
            *_HEAD,
            f"Chromium {browser.version}, GOV.UK Frontend {govuk.version()}. {machine()}, load at the start {os.getloadavg()[0]:.1f}.\n",
        ]
        if "lighthouse" not in arguments:
            text += as_table(measured(built, found, browser, tell))
        browser.close()
    results = lighthouse(root, built, [kind.path for kind in found]) if "line" not in arguments else []
    text += scores_table(found, results) if results else ()
    print("\n".join(text))
    if not {"line", "lighthouse"} & set(arguments):
        (_HERE / "PAGES.md").write_text("\n".join([*text, ""]), encoding="utf-8")
    return (
        0
        if not results or all(score == 100 for kind, result in zip(found, results, strict=True) for score in _counted(kind, result))
        else 1
    )


def _counted(kind: Kind, result: dict[str, dict[str, int]]) -> list[int]:
    """“Not found” asks search engines to leave it out, which is what its score for them is lowered for."""
    return [score for name, score in result["scores"].items() if not (kind.path == "404.html" and name == "seo")]


def kinds(built: Built) -> list[Kind]:
    """One page of each template and of each thing that only some pages have; the largest in English."""
    sizes = {path: len(content) for path, content in built.output.items() if path.endswith(".html")}
    english = {page.key: f"{page.path}index.html" for page in built.site.pages if page.locale == built.site.config.locales[0]}
    groups = {
        "way in": [path for path in ("index.html",) if built.site.config.prefixed],
        "home": [english["index"]],
        "contacts": [english[key] for key in ("help",) if key in english],
        "danger": [english[key] for key in ("danger",) if key in english],
        "feedback": [english[key] for key in ("feedback",) if key in english],
        "cookies": [english[key] for key in ("cookies",) if key in english],
        "action plan": [english[key] for key in ("action-plan",) if key in english],
        "recommendation": [path for key, path in english.items() if key.startswith("action-plan/") and key.rpartition("/")[2].isdigit()],
        "whole plan": [path for key, path in english.items() if key.startswith("action-plan/") and not key.rpartition("/")[2].isdigit()],
        "not found": ["404.html"],
    }
    taken = {path for paths in groups.values() for path in paths}
    groups["guidance"] = [path for key, path in english.items() if path not in taken and key != "not-found"]
    return [
        Kind(name, max(paths, key=lambda path: sizes.get(path, 0)))
        for name, paths in groups.items()
        if any(path in sizes for path in paths)
    ]


def measured(built: Built, found: list[Kind], browser: Browser, tell: Callable[[str], None]) -> Iterator[Row]:
    """Ours and the framework's, one after the other for each kind."""
    theirs = {kind.path: govuk.page(built.output[kind.path], built.site.config.exit.address) for kind in found}
    framework = govuk.files()
    leads_to = built.site.config.exit.address
    with hosted(built.output, own_headers(built)) as ours, hosted(theirs | framework, lambda _: {}) as other:
        for kind in found:
            tell(f"{kind.name} …")
            address = kind.path.removesuffix("index.html")
            yield Row(kind, "ours", weight([built.output[kind.path]]), seen(browser, f"{ours}/{address}", "Escape", VISITS, leads_to))
            needed = [theirs[kind.path], framework["govuk/govuk-frontend.min.css"], framework["govuk/govuk-frontend.min.js"]]
            yield Row(kind, "GOV.UK", weight(needed), seen(browser, f"{other}/{address}", govuk.KEYS, VISITS, leads_to))


def own_headers(built: Built) -> Callable[[str], Mapping[str, str]]:
    headers = read_header_map(built.output[HEADERS_FILE].decode())
    return lambda path: {name: value for name, value in headers.of(path).items() if name not in _NOT_HERE}


@contextmanager
def hosted(output: Mapping[str, bytes], headers: Callable[[str], Mapping[str, str]]) -> Iterator[str]:
    """A host on this computer that compresses with brotli, as hosts do. Yields its address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            file = f"{path}index.html".lstrip("/") if path.endswith("/") else path.lstrip("/")
            content = output.get(file)
            body = brotli.compress(content if content is not None else output.get("404.html", b""), quality=5)
            self.send_response(200 if content is not None or file == "404.html" else 404)
            sent = {
                "Content-Type": _TYPES.get(file.rpartition(".")[2], "text/plain"),
                "Content-Encoding": "br",
                "Content-Length": str(len(body)),
            }
            for name, value in {**headers(path), **sent}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            """Stay quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def as_table(rows: Iterator[Row]) -> Iterator[str]:
    yield f"Line: {BYTES_A_SECOND * 8 // 1000} kbit/s, {ROUND_TRIP} ms round trip; processor {SLOWER} times slower; medians of {VISITS} visits, nothing kept.\n"
    yield "Bytes: what must come before the page can be read and left by the keyboard.\n"
    yield "| page | | raw | gzip | brotli | requests | before first paint | first paint, ms | key listens, ms | layout shift | key leaves |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|---|"
    for row in rows:
        look, bytes_ = row.look, row.alone
        yield (
            f"| {row.kind.name} | {row.who} | {bytes_.raw:,} | {bytes_.gzip:,} | {bytes_.brotli:,} | {look.requests} | {look.before_paint} "
            f"| {look.paint:,.0f} | {look.leaving:,.0f} | {look.shift:.3f} | {'yes' if look.leaves else 'NO'} |"
        )


def lighthouse(root: Path, built: Built, paths: list[str], *options: str) -> list[dict[str, dict[str, int]]]:
    """The scores of each page, in the order of `paths`."""
    environment = dict(os.environ, CHROME_PATH=CHROMIUM)
    with hosted(built.output, own_headers(built)) as address:
        addresses = [f"{address}/{path.removesuffix('index.html')}" for path in paths]
        command = ["node", str(_HERE / "lighthouse.mjs"), *options, *addresses]
        said = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=root).stdout
    return [json.loads(line) for line in said.splitlines()]


def scores_table(found: list[Kind], results: list[dict[str, dict[str, int]]]) -> Iterator[str]:
    yield f"\nLighthouse {results[0]['version'] if results else ''}\n"
    yield "| page | performance | accessibility | best practices | SEO | what lowered it |"
    yield "|---|--:|--:|--:|--:|---|"
    for kind, result in zip(found, results, strict=True):
        scores = result["scores"]
        yield f"| {kind.name} | {' | '.join(str(score) for score in scores.values())} | {'; '.join(result['lowered'])} |"
    yield "\n“Not found” asks search engines to leave it out (noindex), as a page for addresses without one must: its SEO score is excused."
