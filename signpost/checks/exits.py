"""Every page can be left at once: link, key, and without script (safety rule 1). No template may forget it."""

from signpost.exit import script_hash
from signpost.output_page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

_FOCUSABLE = "a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]"


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        problems += [page.problem("exit", message, safety=True) for message in _faults(site, page)]
    return problems


def _faults(site: Site, page: OutputPage) -> list[str]:
    faults = [*_link_faults(site, page), *_script_faults(page)]
    if not any(node.attributes.get("content") == "no-referrer" for node in page.nodes("meta[name=referrer]")):
        faults.append('The page must tell the browser to send no referrer: <meta name="referrer" content="no-referrer">.')
    if page.nodes("link[rel=manifest]") or "serviceWorker" in page.text:
        faults.append("A page must not offer to be installed or kept by the browser.")
    return faults


def _link_faults(site: Site, page: OutputPage) -> list[str]:
    """What is wrong with the link, which must work without script (EXIT.md, layer 0)."""
    first = next(iter(page.nodes(f"body :is({_FOCUSABLE})")), None)
    if first is None or "data-quick-exit" not in first.attributes or first.tag != "a":
        return ["The first thing that can be reached with the keyboard must be the exit link. Put the exit first in the page."]
    faults = []
    rel = (first.attributes.get("rel") or "").split()
    if first.attributes.get("href") != site.config.exit.address:
        faults.append("The exit link does not lead to the exit address of site.yml.")
    if "noreferrer" not in rel or "nofollow" not in rel:
        faults.append('The exit link must carry rel="noreferrer nofollow".')
    if not first.text().strip():
        faults.append("The exit link has no words.")
    if "target" in first.attributes:
        faults.append("The exit link must open in the same window.")
    return faults


def _script_faults(page: OutputPage) -> list[str]:
    """What is wrong with the script that listens for the key: it runs first, and the page's own policy allows it."""
    faults = []
    scripts = page.nodes("script")
    if not scripts or "src" in scripts[0].attributes or not 0 <= page.text.find("<script>") < page.text.find("<body"):
        faults.append("The first script must be the exit's, inline in the head, before anything else.")
    elif script_hash(scripts[0].text()) not in _policy(page):
        faults.append("The exit's script is not allowed by the page's own policy: its hash is missing.")
    for node in scripts[1:]:
        is_data = "json" in (node.attributes.get("type") or "")
        if not is_data and "src" not in node.attributes and script_hash(node.text()) not in _policy(page):
            faults.append("The page carries a script that its own policy does not allow. Take it out.")
    return faults


def _policy(page: OutputPage) -> str:
    nodes = page.nodes("meta[http-equiv=Content-Security-Policy]")
    return (nodes[0].attributes.get("content") or "") if nodes else ""
