"""What a preview shows: the newest pages, the last good ones after a mistake, and with each page what is wrong with it.

A change is shown in two steps. First the content is read and the page that is looked at is made; then all pages are
made and pass the gates. Must never write into dist/, and never be asked for by a published site.
"""

import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import TemplateError

from signpost.addresses import output_file
from signpost.build import files_beside, gated
from signpost.hosting.files import page_headers
from signpost.hosting.policy import content_policy
from signpost.kept.memory import Memory, code_of
from signpost.kept.store import Kept
from signpost.kept.templates import TemplateCache
from signpost.load import load
from signpost.look.assets import Assets, make_assets
from signpost.model import Page
from signpost.pages.front_matter import NOT_FOUND
from signpost.pages.translations import Change, behind, changes_since
from signpost.plan.files import WORD
from signpost.preview.bar import STYLE, Bar, first_page, with_bar
from signpost.problems import Problem, Problems
from signpost.rendering.renderer import Renderer
from signpost.site import Site
from signpost.template_faults import template_fault

RELOAD_SCRIPT = "livereload.js"
STYLE_SHEET = "preview.css"
HTTPS_ONLY = "Strict-Transport-Security"


Advice = Callable[[Site, Page], tuple[list[Problem], str]]
"""What could be written better on a page, and how hard it is to read, in words."""


@dataclass(frozen=True)
class Answer:
    content: bytes
    media_type: str
    status: int = 200


@dataclass(frozen=True)
class Shown:
    """A site that could be read, and who makes its pages."""

    site: Site
    assets: Assets
    renderer: Renderer
    policy: str

    def pages_of(self, path: str) -> list[Page]:
        """What a file of the output is made from: one page, or the “not found” page of every language."""
        if path == "404.html":
            return [page for page in self.site.pages if page.key == NOT_FOUND]
        return [page for page in self.site.pages if page.key != NOT_FOUND and output_file(page.path) == path]


class Preview:
    """`tell` shows lines in the terminal; `advice` gives what could be written better on a page; `kept` what was read before."""

    def __init__(
        self,
        content: Path,
        label: str,
        root: Path,
        today: date,
        files: Mapping[str, bytes],
        tell: Callable[[str], None],
        advice: Advice = lambda _site, _page: ([], ""),
        kept: Kept | None = None,
    ) -> None:
        self._content = content
        self._label = label
        self._root = root
        self._today = today
        self._tell = tell
        self._advice = advice
        self._kept = kept
        self._code = code_of(root) if kept is not None else b""
        self._own = {STYLE_SHEET: STYLE, **files}
        self._shown: Shown | None = None
        self._good: dict[str, bytes] = {}
        self._fresh: set[str] = set()
        self._beside: dict[str, bytes] = {}
        self._read = Problems()
        self._gates: list[Problem] = []
        self._stale = False
        self.state = 0
        """Counts what would be shown anew."""

    @property
    def watched(self) -> list[Path]:
        return [self._content, *(self._root / name for name in ("templates", "assets", "quick_exit"))]

    @property
    def problems(self) -> Problems:
        """What is wrong with the files as they are now; what the gates found in the pages as they were made last."""
        return Problems([*self._read, *(() if self._stale else self._gates)])

    def turn_to(self, today: date) -> bool:
        """A preview may run for days: whether this is another day than before. It counts from the next `read` on."""
        is_new, self._today = today != self._today, today
        return is_new

    def read(self) -> bool:
        """The first step: read the content again. After a mistake the pages stay as they were."""
        problems = Problems()
        try:
            memory = self._memory()
            site = load(self._content, self._label, self._root, self._today, problems, drafts=True, memory=memory)
            shown = self._shown_of(site, memory) if site is not None else None
        except TemplateError as error:
            problems.extend([template_fault(error)])
            shown = None
        self._read, self._stale = problems, shown is None
        self.state += 1
        if shown is None:
            waiting = "The site appears in the browser as soon as these are mended and saved."
            self._tell_errors("The pages in the browser are the last good ones." if self._shown is not None else waiting)
            return False
        self._shown = shown
        self._fresh = set()
        return True

    def _memory(self) -> Memory | None:
        """What was read of the same texts before. Made anew each time: the templates may have changed too.

        None once the generator's own code is another on the disk: what runs here is still the old one.
        """
        if self._kept is None or not self._content.is_dir():
            return None
        memory = Memory(self._kept, self._root, self._content, self._today, False, self._root / "dist")
        return memory if memory.code == self._code else None

    def _shown_of(self, site: Site, memory: Memory | None) -> Shown:
        assets = make_assets(self._root, site.config, site.locales)
        compiled = TemplateCache(memory.kept, memory.generator) if memory is not None else None
        renderer = Renderer(site, assets, self._root, preview=True, compiled=compiled)
        return Shown(site, assets, renderer, content_policy(assets, True, site.config.feedback.form_action))

    def finish(self) -> bool:
        """The second step: make every page, and pass the gates. Returns whether they find another thing than before."""
        shown = self._shown
        if shown is None or self._stale:
            return False
        try:
            pages = {path: self._made(shown, path) for path in shown.renderer.paths}
            self._beside = files_beside(shown.site, shown.assets, pages, True, False)
            found = gated(shown.site, pages | self._beside | dict.fromkeys(self._own, b""))
        except TemplateError as error:
            found = [template_fault(error)]
        is_new, self._gates = found != self._gates, found
        self.state += is_new
        if self.problems.errors:
            self._tell_errors("Until then the site cannot be published.")
        else:
            self._tell(f"Built {len(pages)} pages.")
        return is_new

    def _made(self, shown: Shown, path: str) -> bytes:
        if path not in self._fresh:
            self._good[path] = shown.renderer.make(path)
            self._fresh.add(path)
        return self._good[path]

    def _tell_errors(self, meanwhile: str) -> None:
        errors = self.problems.errors
        for problem in errors:
            self._tell(problem.as_text())
        self._tell(f"{len(errors)} to mend. {meanwhile}")

    def headers(self) -> dict[str, str]:
        """Those of a published site, with the policy of a preview; https cannot be promised on this computer."""
        policy = (
            self._shown.policy if self._shown is not None else "default-src 'none'; script-src 'self'; style-src 'self'; connect-src ws:"
        )
        return {name: value for name, value in page_headers(policy, ready=False).items() if name != HTTPS_ONLY}

    def answer(self, path: str) -> Answer:
        """What stands at an address, without its leading slash."""
        file = output_file(path)
        if file in self._own:
            return Answer(self._own[file], _type_of(file))
        if self._shown is None:
            return Answer(first_page(self.problems.errors), "text/html; charset=utf-8", 503)
        if file in self._shown.renderer.paths:
            return Answer(self._page(self._shown, file), "text/html; charset=utf-8")
        beside = self._shown.assets.files | self._beside
        if file in beside and not file.startswith("_"):
            return Answer(beside[file], _type_of(file))
        redirect = {f"/{page.path}": page for page in self._shown.site.pages}.get(f"/{path}/")
        if redirect is not None:
            return Answer(f"/{path}/".encode(), "", 301)
        return Answer(self._page(self._shown, "404.html"), "text/html; charset=utf-8", 404)

    def _page(self, shown: Shown, file: str) -> bytes:
        """The page with what is to be said about it."""
        problems = list(self.problems)
        try:
            content = self._made(shown, file)
        except TemplateError as error:
            content = self._good.get(file, b"<!DOCTYPE html><html lang=en><title>To mend</title><body>")
            problems.append(template_fault(error))
        pages = shown.pages_of(file)
        advice = [self._advice(shown.site, page) for page in pages]
        problems += [problem for remarks, _ in advice for problem in remarks]
        measures = [measure for _, measure in advice if measure]
        bar = Bar(pages, problems, self._differences(shown, pages), self._addresses(shown), self._today, self._stale, measures)
        return with_bar(content, bar)

    def _differences(self, shown: Shown, pages: list[Page]) -> dict[str, list[Change] | None]:
        """Per translation on the page: which words of its source have changed."""
        source = shown.site.config.locales[0]
        files = {page.file for page in pages}
        late = [page for page, _ in behind(shown.site.pages, source) if page.file in files]
        return {page.file: changes_since(self._content, page, source) for page in late}

    @staticmethod
    def _addresses(shown: Shown) -> dict[str, str]:
        return {page.file: f"/{page.path}" for page in reversed(shown.site.pages) if page.key != NOT_FOUND}


def _type_of(file: str) -> str:
    """The media type by the file's ending; the registry of Windows may not decide."""
    types = {".js": "text/javascript", ".css": "text/css", ".ics": "text/calendar", ".docx": WORD, ".atom": "application/atom+xml"}
    ending = Path(file).suffix
    kind = types.get(ending) or mimetypes.types_map.get(ending, "application/octet-stream")
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
