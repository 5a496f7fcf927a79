"""The gates: each reads the bytes that readers will get, before anything is written, and returns problems.

A new gate is a new file here and one line in `GATES`. Must never change the output.
"""

from collections.abc import Callable

from signpost.checks import (
    alternates,
    contrast,
    exits,
    forms,
    help_order,
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
    storage,
    structure,
    tables,
    targets,
    titles,
    tongues,
)
from signpost.output_page import OutputPage, output_pages
from signpost.problems import Problem
from signpost.site import Site

Gate = Callable[[Site, list[OutputPage], dict[str, bytes]], list[Problem]]

GATES: tuple[Gate, ...] = (
    exits.check,
    origins.check,
    storage.check,
    numbers.check,
    leftovers.check,
    promises.check,
    links.check,
    ids.check,
    languages.check,
    tongues.check,
    alternates.check,
    titles.check,
    structure.check,
    help_order.check,
    link_words.check,
    images.check,
    tables.check,
    forms.check,
    keyboard.check,
    contrast.check,
    targets.check,
    printing.check,
    sizes.check,
)


def check_output(site: Site, output: dict[str, bytes]) -> list[Problem]:
    pages = output_pages(output, site.pages)
    return [problem for gate in GATES for problem in gate(site, pages, output)]
