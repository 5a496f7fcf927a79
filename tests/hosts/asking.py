"""One question to a host, its answer, and what it should have been: the header map says it for every host alike."""

import http.client
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from signpost.hosting.header_map import FOR_THE_HOST, HEADERS_FILE, OPEN_TO_ALL, REDIRECTS_FILE, read_header_map, read_redirect_lines

PERMANENT = {301, 308}
"""Kept for ever by browsers and search engines (RFC 9110, 15.4.2 and 15.4.9)."""


@dataclass(frozen=True)
class Question:
    """`status` and `file` (whose bytes come back) or `leads_to` are what every host must answer."""

    path: str
    status: int
    file: str = ""
    leads_to: str = ""


@dataclass(frozen=True)
class Ways:
    """What a host's program on this computer does whatever it is told, named one by one: anything else is found.

    `shows_its_files`: `_headers` and `_redirects` can be read. `guesses_folders`: a folder without its slash is shown,
    not led on. Both are said not to be so at the host itself, which cannot be asked from here; `verify URL` does.
    """

    own_headers: frozenset[str] = frozenset()
    redirects_have_headers: bool = True
    shows_its_files: bool = False
    guesses_folders: bool = False

    def passes_over(self, question: Question) -> bool:
        folder = question.leads_to == f"{question.path}/"
        return (self.shows_its_files and question.path.strip("/") in FOR_THE_HOST) or (self.guesses_folders and folder)


STRICT = Ways()


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, list[str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        return self.headers.get(name.lower(), [])


def questions(output: Mapping[str, bytes]) -> Iterator[Question]:
    """Everything that a reader, a robot or a guesser might ask of a site."""
    for path in sorted(output):
        if path in FOR_THE_HOST:
            yield Question(f"/{path}", 404, "404.html")
        elif path.endswith("index.html"):
            folder = path.removesuffix("index.html")
            yield Question(f"/{folder}", 200, path)
            if folder:
                yield Question(f"/{folder.rstrip('/')}", 301, leads_to=f"/{folder}")
        elif path != "404.html":
            yield Question(f"/{path}", 200, path)
    for old, new in read_redirect_lines(output[REDIRECTS_FILE].decode()):
        yield Question(old, 301, leads_to=new)
    for path in (
        "/nothing",
        "/nothing/",
        "/en/nothing/",
        "/en/nothing.html",
        "/assets/nothing.css",
        "/EN/help/",
        "/assets/",
        "/.git/config",
    ):
        yield Question(path, 404, "404.html")
    yield Question("/en/?from=a&to=b", 200, "en/index.html")


def ask(base: str, path: str) -> Answer:
    """GET without following anything. `base` is like http://127.0.0.1:8000."""
    parts = urlsplit(base)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    try:
        connection.request("GET", parts.path.rstrip("/") + path, headers={"Accept-Encoding": "identity"})
        response = connection.getresponse()
        headers: dict[str, list[str]] = {}
        for name, value in response.getheaders():
            headers.setdefault(name.lower(), []).append(value)
        return Answer(response.status, headers, response.read())
    finally:
        connection.close()


def differences(base: str, output: Mapping[str, bytes], prefix: str = "", ways: Ways = STRICT) -> tuple[int, list[str]]:
    """How many answers were compared, and every way in which one is not as the map says."""
    headers = read_header_map(output[HEADERS_FILE].decode())
    found: list[str] = []
    asked = [question for question in questions(output) if not ways.passes_over(question)]
    for question in asked:
        answer = ask(base, question.path)
        if answer.status != question.status and not {answer.status, question.status} <= PERMANENT:
            found.append(f"{question.path}: {answer.status}, not {question.status}")
            continue
        if question.file and answer.body != output[question.file]:
            found.append(f"{question.path}: other bytes than {question.file}")
        if question.leads_to and not _leads(answer, prefix + question.leads_to):
            found.append(f"{question.path}: leads to {answer.all('Location')}, not {question.leads_to}")
        if question.status in {200, 404} or ways.redirects_have_headers:
            expected = headers.of(question.path.partition("?")[0]) if question.status == 200 else headers.general
            found += [
                f"{question.path}: {name}: {answer.all(name)}"
                for name, value in expected.items()
                if answer.all(name) != [value] and name not in ways.own_headers
            ]
        found += [f"{question.path}: {name}: {answer.all(name)}" for name in ("Set-Cookie", OPEN_TO_ALL) if answer.all(name)]
    return len(asked), found


def _leads(answer: Answer, target: str) -> bool:
    places = answer.all("Location")
    return len(places) == 1 and urlsplit(places[0]).path == target
