"""The files of the output that a page asks a browser to load by itself. Not a gate: shared by those that weigh pages."""

from posixpath import normpath

from signpost.output.page import OutputPage

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
