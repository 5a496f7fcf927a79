"""What stands on the internet against what was built: every byte, header, exit, number, redirect and “not found”.

Reads and reports; must never change anything, and never call a site good of which it could not ask a part.
"""

import re
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from signpost.checks import exits, numbers
from signpost.hosting.header_map import FOR_THE_HOST, HEADERS_FILE, REDIRECTS_FILE, HeaderMap, read_header_map, read_redirect_lines
from signpost.hosting.live import Answer
from signpost.hosting.servers import NOT_FOUND
from signpost.output.page import OutputPage
from signpost.problems import Problems
from signpost.publishing.manifest import MANIFEST, Entry, manifest, read_manifest
from signpost.site import Site

AT_ONCE = 6
"""Questions at a time: quick, and no load for any host."""
UNKNOWN = "no-such-page-3f9a1c/"
PERMANENT = {301, 308}
Tell = Callable[[str], None]


class Live(Protocol):
    """A site that can be asked: `live.LiveSite`, or one that a test makes up."""

    @property
    def address(self) -> str: ...

    @property
    def by_https(self) -> bool: ...

    @property
    def prefix(self) -> str: ...

    def get(self, path: str, plain: bool = False) -> Answer: ...

    def elsewhere(self, address: str) -> Answer: ...


@dataclass(frozen=True)
class Verified:
    """`asked` counts the questions; `other_build` when the site shows another build than the one it was compared with."""

    asked: int
    problems: Problems
    other_build: bool


def is_shown(live: Live, output: Mapping[str, bytes]) -> bool:
    """Whether the site shows this very build: one question, for waiting until a host has published it."""
    answer = live.get(MANIFEST)
    return answer.status == 200 and answer.body == manifest(output, ready=True)


def verify(live: Live, site: Site, output: Mapping[str, bytes]) -> Verified:
    """Ask for everything. `output` is what `content/` makes for publishing, today."""
    return _Verifier(live, site, output).run()


class _Verifier:
    def __init__(self, live: Live, site: Site, output: Mapping[str, bytes]) -> None:
        self._live = live
        self._site = site
        self._output = output
        self._headers = read_header_map(output[HEADERS_FILE].decode())
        self._problems = Problems()
        self._asked = 0

    def run(self) -> Verified:
        expected, other = self._expected()
        if other:
            policy = "Content-Security-Policy"  # it names the scripts of its own build
            self._headers = HeaderMap(
                {name: value for name, value in self._headers.general.items() if name != policy}, self._headers.special
            )
        files = [entry for entry in expected if entry.path not in (*FOR_THE_HOST, NOT_FOUND)]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            answers = list(pool.map(self._get, [_address(entry.path) for entry in files]))
        pages = []
        for entry, answer in zip(files, answers, strict=True):
            self._check_file(entry, answer)
            if entry.path.endswith(".html") and answer.status == 200:
                pages.append(OutputPage(entry.path, answer.body.decode("utf-8", errors="replace").encode()))
        self._check_pages(pages)
        self._check_unknown(expected)
        self._check_redirects()
        self._check_slash(expected)
        self._check_plain()
        self._check_exit()
        return Verified(self._asked, self._problems, other)

    def _get(self, path: str) -> Answer:
        self._asked += 1
        return self._live.get(path)

    def _wrong(self, path: str, message: str) -> None:
        self._problems.add("verify", self._live.address.rstrip("/") + "/" + path, 0, message)

    def _expected(self) -> tuple[tuple[Entry, ...], bool]:
        """The manifest to compare with: our own, or the site's when it shows another build, which is said."""
        ours = manifest(self._output, ready=True)
        own = read_manifest(ours) or ()
        answer = self._get(MANIFEST)
        if answer.status == 200 and answer.body == ours:
            return own, False
        theirs = read_manifest(answer.body) if answer.status == 200 else None
        if theirs is None:
            self._wrong(
                MANIFEST,
                f"The list of files is not there ({answer.fault or answer.status}), or is not one of ours. Publish the site again.",
            )
            return own, False
        differ = sorted({entry.path for entry in {*own} ^ {*theirs}})
        self._wrong(
            MANIFEST,
            f"The site shows another build: {len(differ)} files differ, “{differ[0] if differ else MANIFEST}” among them. If it should be this one, publish it again.",
        )
        return theirs, True

    def _check_file(self, entry: Entry, answer: Answer) -> None:
        path = _address(entry.path)
        if answer.fault or answer.status != 200:
            self._wrong(path, f"This should be shown, and was not: {answer.fault or f'the answer is {answer.status}'}.")
            return
        if not entry.is_of(answer.body) and not is_shown_by_netlify(entry, self._output.get(entry.path, b""), answer.body):
            self._wrong(
                path,
                f"The bytes are not those that were built ({len(answer.body):,} came, {entry.size:,} were built). Publish the site again.",
            )
        if entry.path.endswith(".html") and _FORM_OF_NETLIFY.search(answer.body):
            self._wrong(path, _NO_SUCH_SERVICE)
        self._check_headers(path, answer, self._headers.of(f"/{entry.path}" if path == entry.path else f"/{path}"))

    def _check_headers(self, path: str, answer: Answer, expected: Mapping[str, str]) -> None:
        for name, value in expected.items():
            found = answer.all(name)
            if not found:
                self._wrong(path, f"The header {name} is missing. The host must send what _headers says.")
            elif found != (value,):
                self._wrong(path, f"The header {name} is “{' | '.join(found)}” and should be “{value}”.")
        if answer.all("Set-Cookie"):
            self._wrong(path, "The host sets a cookie. The site says that nothing is kept without a yes: switch this off at the host.")

    def _check_pages(self, pages: list[OutputPage]) -> None:
        """The gates for the exit and the numbers once more, on the bytes that readers get."""
        found = exits.check(self._site, pages, {}) + numbers.check(self._site, pages, {})
        for problem in found:
            self._wrong(_address(problem.file), problem.message)

    def _check_unknown(self, expected: tuple[Entry, ...]) -> None:
        answer = self._get(UNKNOWN)
        entry = next((entry for entry in expected if entry.path == NOT_FOUND), None)
        if answer.fault or answer.status != 404:
            self._wrong(UNKNOWN, f"An address without a page should be answered with 404, and is not: {answer.fault or answer.status}.")
            return
        if entry is not None and not entry.is_of(answer.body):
            self._wrong(
                UNKNOWN, "An address without a page should show 404.html of the site, with its exit, and does not. Set it at the host."
            )
        self._check_headers(UNKNOWN, answer, self._headers.general)

    def _check_redirects(self) -> None:
        for old, new in read_redirect_lines(self._output[REDIRECTS_FILE].decode()):
            path = old.removeprefix("/")
            answer = self._get(path)
            places = [urljoin(self._live.address, place) for place in answer.all("Location")]
            wanted = urljoin(self._live.address, self._live.prefix + new.removeprefix("/"))
            if answer.status not in PERMANENT or places != [wanted]:
                came = answer.fault or f"the answer is {answer.status}, to {', '.join(places) or 'nowhere'}"
                self._wrong(path, f"This old address should lead to {new} for ever, and does not: {came}.")

    def _check_slash(self, expected: tuple[Entry, ...]) -> None:
        """A folder without its slash leads to the folder: shown in its place, a page's links would lead elsewhere."""
        folder = next((_address(entry.path) for entry in expected if entry.path.endswith("/index.html")), None)
        if folder is None:
            return
        path = folder.rstrip("/")
        answer = self._get(path)
        places = [urljoin(self._live.address, place) for place in answer.all("Location")]
        if answer.status not in PERMANENT or places != [urljoin(self._live.address, self._live.prefix + folder)]:
            came = answer.fault or f"the answer is {answer.status}"
            self._wrong(path, f"Without its slash this address should lead to /{folder}, and does not: {came}. Set it at the host.")

    def _check_plain(self) -> None:
        if not self._live.by_https:
            return
        self._asked += 1
        answer = self._live.get("", plain=True)
        leads = next(iter(answer.all("Location")), "")
        if not answer.fault and (answer.status not in PERMANENT or urlsplit(leads).scheme != "https"):
            self._wrong("", f"By plain http the host should lead to https and nothing else; the answer is {answer.status}.")

    def _check_exit(self) -> None:
        """The page that the exit leads to is there, and nothing stands between: a redirect is one more page to wait for."""
        settings = self._site.config.exit
        self._asked += 1
        answer = self._live.elsewhere(settings.address)
        file, fault = self._site.config.file, ""
        if answer.fault:
            fault = f"The exit leads to {settings.address}, and {answer.fault}."
        elif 300 <= answer.status < 400:
            leads = urljoin(settings.address, next(iter(answer.all("Location")), ""))
            fault = f"The exit leads to {settings.address}, which leads on to {leads}. Write the last address as “address” of “exit”."
        elif answer.status != 200:
            fault = f"The exit leads to {settings.address}, which answers {answer.status}. Choose a page that is there."
        if fault:
            self._problems.add("verify", file, self._site.config.line("exit"), fault)


_FORM_OF_NETLIFY = re.compile(rb"<form\b[^>]*\bdata-netlify=")
_NO_SUCH_SERVICE = (
    "The form still carries the mark for Netlify's form service, so the host does not take it, and what readers send is lost. At Netlify "
    "switch on “form detection” and publish again; at another host write another “kind” under “feedback” in site.yml."
)
_MARKS = re.compile(rb"""\s+(?:data-)?netlify(?:-honeypot)?(?:=(?:"[^"]*"|'[^']*'|[^\s>]+))?""")
_FORM = re.compile(rb"<form\b[^>]*>")
_NAME_FIELD = re.compile(rb"""<input type=(["'])hidden\1 name=(["'])form-name\2 value=(["'])([^"'<>]*)\3(?: />|/>|>)""")


def is_shown_by_netlify(entry: Entry, ours: bytes, body: bytes) -> bool:
    """Netlify takes the marks of its form service off the page that holds the form (docs.netlify.com, Forms)."""
    return b"data-netlify=" in ours and entry.is_of(ours) and _as_netlify_shows(ours) == _with_plain_fields(body)


def _as_netlify_shows(ours: bytes) -> bytes:
    """Our page without the marks. What is left over of one in theirs, or one sign of it changed, is a difference."""
    return _with_plain_fields(_FORM.sub(lambda form: _MARKS.sub(b"", form[0]), ours))


def _with_plain_fields(content: bytes) -> bytes:
    """The field that names the form, which Netlify writes again in its own way, in one way."""
    return _NAME_FIELD.sub(rb'<input type="hidden" name="form-name" value="\4">', content)


def _address(path: str) -> str:
    """Where a file is asked for."""
    return path.removesuffix("index.html") if path == "index.html" or path.endswith("/index.html") else path
