"""Every page of a site, rendered and read by the gates a few at a time, so that memory does not grow with the site.

Pages are spread over processes where that pays. Must never let a page through that no gate has read.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from signpost.checks import check_beside, check_pages, check_whole
from signpost.hosting.servers import NOT_FOUND
from signpost.kept.memory import Memory
from signpost.model import Page
from signpost.output.outline import Outline
from signpost.output.output import Output
from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.rendering.renderer import Renderer
from signpost.site import Site
from signpost.spread import FEWEST_TO_SPREAD, batched, processors, spread

PAGES_AT_ONCE = 4
"""Each is held with its tree while the gates read it: eight take 6 MB more in each process, two a tenth more time."""
MOST_IN_HAND = 256
"""Pages that wait to be kept."""


@dataclass(frozen=True)
class Made:
    """A batch of pages: their bytes and outlines in order, and what the gates of single pages found in them."""

    contents: list[bytes]
    outlines: list[Outline]
    problems: list[Problem]


class PageMaker:
    """Makes the pages of one site. `beside` are the files that are not pages."""

    def __init__(self, site: Site, renderer: Renderer, beside: Mapping[str, bytes], memory: Memory | None = None) -> None:
        self._site = site
        self._renderer = renderer
        self._beside = dict(beside)
        self._loaded = {path: content for path, content in beside.items() if path.endswith((".css", ".js"))}
        self._memory = memory

    def make(self) -> tuple[Output, list[Problem]]:
        """The whole output and all that the gates found."""
        output = Output(self._beside)
        outlines = self._taken_over(output)
        rest = batched([path for path in self._renderer.paths if path not in outlines], PAGES_AT_ONCE)
        processes = processors() if len(rest) * PAGES_AT_ONCE >= FEWEST_TO_SPREAD else 1
        found: list[Problem] = []
        pages, met = self._site.by_output, dict[object, Any]()
        fresh: list[tuple[bytes, bytes]] = []
        for batch, made in zip(rest, spread(self._batch, rest, processes), strict=True):
            output.update(zip(batch, made.contents, strict=True))
            outlines.update((path, outline.shared(met, pages.get(path))) for path, outline in zip(batch, made.outlines, strict=True))
            found += made.problems
            if not made.problems:
                fresh += self._worth_keeping(output, zip(batch, made.outlines, strict=True))
            if len(fresh) >= MOST_IN_HAND:
                self._keep(fresh)
                fresh = []
        self._keep(fresh)
        found += check_beside(self._site, self._beside | {path: output[path] for path in (NOT_FOUND,) if path in output})
        whole = [OutputPage(path, None, self._source(path), outlines[path]) for path in self._renderer.paths]
        found += check_whole(self._site, whole, output)
        return output, found

    def _taken_over(self, output: Output) -> dict[str, Outline]:
        """Pages that were made from exactly the same before are put into the output."""
        memory = self._memory
        if memory is None:
            return {}
        outlines = {}
        for path, known in memory.known(self._renderer.paths, self._site.by_output):
            if output.take_over(path, f"{memory.earlier}/{path}", known.sha256):
                outlines[path] = known.outline
        return outlines

    def _worth_keeping(self, output: Output, made: Iterable[tuple[str, Outline]]) -> list[tuple[bytes, bytes]]:
        """Key and value of each page that comes from the content; those in every language at once are made each time."""
        memory, pages = self._memory, self._site.by_output
        if memory is None:
            return []
        return [
            (memory.made_key(path, pages[path]), memory.value_of(output.sha256(path), outline)) for path, outline in made if path in pages
        ]

    def _keep(self, fresh: list[tuple[bytes, bytes]]) -> None:
        """Keep what was made and found good; nothing if the generator or a register has changed since it was read."""
        if fresh and self._memory is not None and self._memory.has_held(self._site.config.locales):
            self._memory.kept.put(fresh)

    def _source(self, path: str) -> Page | None:
        """The page of the content, for its file and line in problems; what the generator adds has none."""
        page = self._site.by_output.get(path)
        return page if page is not None and (page.digest or page.document.parts) else None

    def _batch(self, paths: Sequence[str]) -> Made:
        contents = [self._renderer.make(path) for path in paths]
        pages = [OutputPage(path, content, self._source(path)) for path, content in zip(paths, contents, strict=True)]
        problems = check_pages(self._site, pages, self._loaded | dict(zip(paths, contents, strict=True)))
        return Made(contents, [page.outline for page in pages], problems)
