"""Files of the output beside the pages: those that are text, and those that a page asks a browser to load by itself.

Not a gate: shared by several of them.
"""

from posixpath import normpath

from signpost.output.page import OutputPage

TEXTS = (".json", ".jsonld", ".xml", ".atom", ".csv", ".ics", ".txt")
"""Endings of files whose text somebody reads, in the program of their own choice. test_files.py finds one that is missing."""
_LOADED = {"stylesheet", "icon", "preload", "modulepreload"}


def asked_for(page: OutputPage, output: dict[str, bytes]) -> list[str]:
    """Paths, each once. What is not in the output is for `links` to report."""
    addresses = [link.get("href") for link in page.tagged("link") if set(link.get("rel").split()) & _LOADED]
    addresses += [element.get("src") for element in page.tagged("script", "img")]
    folder = page.path.rpartition("/")[0]
    found = []
    for address in addresses:
        path = address.lstrip("/") if address.startswith("/") else normpath(f"{folder}/{address}").lstrip("/")
        if address and path in output and path not in found:
            found.append(path)
    return found
