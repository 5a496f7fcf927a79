"""The gates: each reads the bytes that readers will get, before anything is written, and returns problems.

A new gate is a new file here and one line in the list of its kind. Must never change the output.
"""

from collections.abc import Callable, Mapping, Sequence

from signpost.checks import (
    alternates,
    contrast,
    exits,
    forms,
    help_order,
    host_limits,
    ids,
    images,
    keyboard,
    languages,
    leftovers,
    link_words,
    links,
    numbers,
    origins,
    printing,
    promises,
    sizes,
    statement,
    storage,
    structure,
    tables,
    targets,
    titles,
    tongues,
)
from signpost.output.page import OutputPage, output_pages
from signpost.problems import Problem
from signpost.site import Site

Gate = Callable[[Site, list[OutputPage], dict[str, bytes]], list[Problem]]
WholeGate = Callable[[Site, Sequence[OutputPage], Mapping[str, bytes]], list[Problem]]

PAGE_GATES: tuple[Gate, ...] = (
    exits.check,
    origins.check,
    storage.check,
    numbers.check,
    leftovers.check,
    promises.check,
    statement.check,
    ids.check,
    tongues.check,
    structure.check,
    link_words.check,
    images.check,
    tables.check,
    forms.check,
    keyboard.check,
    contrast.check,
    targets.check,
    host_limits.check,
)
"""What one page shows by itself; some read the files beside the pages too."""
LOADING_GATES: tuple[Gate, ...] = (printing.check, sizes.check)
"""What one page shows together with the styles and scripts that it loads."""
WHOLE_GATES: tuple[WholeGate, ...] = (links.check, languages.check, alternates.check, titles.check, help_order.check)
"""What shows only when all pages are compared. They read outlines and the paths of the output."""
GATES: tuple[Gate, ...] = (*PAGE_GATES, *LOADING_GATES, *WHOLE_GATES)


def check_output(site: Site, output: dict[str, bytes]) -> list[Problem]:
    """Every gate on a whole output at once."""
    pages = output_pages(output, site.pages)
    return [problem for gate in GATES for problem in gate(site, pages, output)]


def check_pages(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    """The gates of single pages on some pages. `output` holds these pages and the styles and scripts that they load."""
    found = [problem for gate in PAGE_GATES for problem in gate(site, pages, {})]
    return found + [problem for gate in LOADING_GATES for problem in gate(site, pages, output)]


def check_beside(site: Site, output: dict[str, bytes]) -> list[Problem]:
    """The same gates on the files beside the pages; of the pages only “not found” must be among them."""
    return [problem for gate in PAGE_GATES for problem in gate(site, [], output)]


def check_whole(site: Site, pages: Sequence[OutputPage], output: Mapping[str, bytes]) -> list[Problem]:
    """The gates that compare all pages; of each its outline is enough."""
    return [problem for gate in WHOLE_GATES for problem in gate(site, pages, output)]
