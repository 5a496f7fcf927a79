"""Every page of a site, rendered and read by the gates a few at a time, so that memory does not grow with the site.

Pages are spread over processes where that pays. Must never let a page through that no gate has read.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from signpost.addresses import output_file
from signpost.checks import check_beside, check_pages, check_whole
from signpost.model import Page
from signpost.outline import Outline
from signpost.output import Output
from signpost.output_page import OutputPage
from signpost.problems import Problem
from signpost.servers import NOT_FOUND
from signpost.site import Site
from signpost.spread import AT_ONCE, FEWEST_TO_SPREAD, processors, spread

Make = Callable[[], bytes]


@dataclass(frozen=True)
class Made:
    """A batch of pages: their bytes and outlines in order, and what the gates of single pages found in them."""

    contents: list[bytes]
    outlines: list[Outline]
    problems: list[Problem]


class PageMaker:
    """Makes the pages of one site. `beside` are the files that are not pages."""

    def __init__(self, site: Site, makers: Mapping[str, Make], beside: Mapping[str, bytes]) -> None:
        self._site = site
        self._makers = makers
        self._beside = dict(beside)
        self._loaded = {path: content for path, content in beside.items() if path.endswith((".css", ".js"))}
        self._sources: dict[str, Page] = {output_file(page.path): page for page in site.pages if page.document.parts}

    def make(self) -> tuple[Output, list[Problem]]:
        """The whole output and all that the gates found."""
        output = Output(self._beside)
        found: list[Problem] = []
        pages: list[OutputPage] = []
        batches = batched(list(self._makers), AT_ONCE)
        processes = processors() if len(self._makers) >= FEWEST_TO_SPREAD else 1
        for batch, made in zip(batches, spread(self._batch, batches, processes), strict=True):
            output.update(zip(batch, made.contents, strict=True))
            pages += [self._outlined(path, outline) for path, outline in zip(batch, made.outlines, strict=True)]
            found += made.problems
        found += check_beside(self._site, self._beside | {path: output[path] for path in (NOT_FOUND,) if path in output})
        return output, found + check_whole(self._site, pages, output)

    def _batch(self, paths: Sequence[str]) -> Made:
        contents = [self._makers[path]() for path in paths]
        pages = [OutputPage(path, content, self._sources.get(path)) for path, content in zip(paths, contents, strict=True)]
        problems = check_pages(self._site, pages, self._loaded | dict(zip(paths, contents, strict=True)))
        return Made(contents, [page.outline for page in pages], problems)

    def _outlined(self, path: str, outline: Outline) -> OutputPage:
        return OutputPage(path, None, self._sources.get(path), outline)


def batched(items: Sequence[str], size: int) -> list[Sequence[str]]:
    return [items[start : start + size] for start in range(0, len(items), size)]
