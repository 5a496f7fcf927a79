"""Every address of another site that the content names, with the file and line of each place. Must never ask any of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from signpost.site import Site


@dataclass(frozen=True)
class Place:
    """Where an address stands."""

    file: str
    line: int


def outside_links(site: Site) -> dict[str, tuple[Place, ...]]:
    """Address -> its places, in the order of the files. Those of contacts.yml are left to `contacts check`."""
    found: dict[str, dict[Place, None]] = {}
    for address, place in sorted(_all(site), key=lambda item: (item[1].file, item[1].line)):
        found.setdefault(address, {})[place] = None
    return {address: tuple(places) for address, places in found.items()}


def _all(site: Site) -> Iterator[tuple[str, Place]]:
    config = site.config
    yield config.exit.address, Place(config.file, config.line("exit"))
    for address in config.force_website.values():
        yield address, Place(config.file, config.line("force_website"))
    for page in site.pages:
        for link in page.document.outside_links:
            yield link.address, Place(page.file, link.line)
    if site.plan is not None:
        for file, line, address in site.plan.outside_addresses:
            yield address, Place(file, line)
