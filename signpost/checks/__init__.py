"""The gates: each reads the bytes that readers will get, before anything is written, and returns problems.

A new gate is a new file here and one line in `GATES`. Must never change the output.
"""

from collections.abc import Callable

from signpost.checks import exits, languages, leftovers, links, numbers, origins, promises, sizes, structure
from signpost.output_page import OutputPage, output_pages
from signpost.problems import Problem
from signpost.site import Site

Gate = Callable[[Site, list[OutputPage], dict[str, bytes]], list[Problem]]

GATES: tuple[Gate, ...] = (
    exits.check,
    origins.check,
    numbers.check,
    leftovers.check,
    promises.check,
    links.check,
    languages.check,
    structure.check,
    sizes.check,
)


def check_output(site: Site, output: dict[str, bytes]) -> list[Problem]:
    pages = output_pages(output)
    return [problem for gate in GATES for problem in gate(site, pages, output)]
