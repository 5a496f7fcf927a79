"""Every page can be left at once: link, key, and without script (safety rule 1). No template may forget or change it."""

from functools import lru_cache

from selectolax.lexbor import LexborNode

from signpost.exit.component import script_hash
from signpost.exit.expected import ExpectedExit, expected_exit
from signpost.hosting.header_map import HEADERS_FILE, read_header_map
from signpost.hosting.servers import NOT_FOUND
from signpost.look.style_rules import style_rules
from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

_BEFORE_THE_SCRIPT = {"meta", "title", "-comment"}
"""What may stand in the head before the exit's script. A style sheet in a file would hold the script up."""
_MARK_OF_A_PAGE = (b"<!doctype html", b"<html")


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    """`output` is empty when the pages come from the internet: then only they are looked at."""
    expected = expected_exit(site)
    problems = []
    for page in pages:
        faults = [*expected.link_faults(page), *_script_faults(expected, page), *_page_faults(page)]
        styles = page.tagged("style")
        faults += (fault for style in styles for fault in _changes_of_exit(style.text, expected.style))
        if not any(_holds_exit(style.text, expected.style) for style in styles if not style.attributes):
            faults.append("The style of the exit, quick_exit.css, is not in the page. Templates write it as {{ style }}.")
        problems += [page.problem("exit", message, safety=True) for message in faults]
    found = _file_faults(expected, output) if output else []
    return problems + [Problem(path, 0, message, "exit", safety=True) for path, message in found]


def _script_faults(expected: ExpectedExit, page: OutputPage) -> list[str]:
    """What is wrong with the script that listens for the key: it runs first, is the component's own, and is allowed."""
    scripts = page.nodes("script")
    if not scripts or scripts[0].attributes or not _leads_the_head(scripts[0]):
        return ["The first script must be the exit's, inline in the head, before anything else that the page loads."]
    faults = []
    if scripts[0].text() != expected.script:
        faults.append("The first script is not that of quick_exit/ with the settings of site.yml. Templates write it as {{ exit_script }}.")
    metas = [meta for meta in page.tagged("meta") if meta.get("http-equiv").lower() == "content-security-policy"]
    policies = [_script_sources(meta.get("content")) for meta in metas]
    if not policies or any(_source(expected.script) not in sources for sources in policies):
        faults.append("The exit's script is not allowed by the page's own policy: its hash is missing.")
    for node in scripts[1:]:
        is_data = "json" in (node.attributes.get("type") or "")
        if not is_data and "src" not in node.attributes and any(_source(node.text()) not in sources for sources in policies):
            faults.append("The page carries a script that its own policy does not allow. Take it out.")
    return faults


def _leads_the_head(script: LexborNode) -> bool:
    """Whether nothing before the script can keep it from running at once."""
    before = script.prev
    while before is not None and (before.tag in _BEFORE_THE_SCRIPT or before.tag == "-text"):
        before = before.prev
    return before is None and script.parent is not None and script.parent.tag == "head"


def _source(script: str) -> str:
    return f"'{script_hash(script)}'"


@lru_cache(maxsize=16)
def _script_sources(policy: str) -> frozenset[str]:
    """What a policy says of scripts (CSP Level 3, 6.1: script-src, or default-src where there is none)."""
    found = {name.lower(): values for name, *values in (part.split() for part in policy.split(";") if part.strip())}
    return frozenset(found.get("script-src", found.get("default-src", [])))


def _page_faults(page: OutputPage) -> list[str]:
    faults = []
    referrer = [meta.get("content") for meta in page.tagged("meta") if meta.get("name").lower() == "referrer"]
    weaker = [element for element in page.having("referrerpolicy") if element.get("referrerpolicy") != "no-referrer"]
    if set(referrer) != {"no-referrer"} or weaker:
        faults.append('The page must tell the browser to send no referrer: <meta name="referrer" content="no-referrer">, and nothing else.')
    if page.nodes("link[rel~=manifest]") or "serviceWorker" in page.text:
        faults.append("A page must not offer to be installed or kept by the browser.")
    if any(element.get("tabindex").strip().lstrip("+0") not in {"", "-1"} for element in page.having("tabindex")):
        faults.append("Something comes before the exit in the order of the keyboard (tabindex above 0). Leave the order to the page.")
    return faults


@lru_cache(maxsize=16)  # the style of all pages is one text, here and below
def _holds_exit(style: str, exit_style: str) -> bool:
    """Whether a style holds the exit's rules, for every way of showing the page."""
    before, found, _ = style.partition(exit_style)
    return bool(found) and before.count("{") == before.count("}") and before.count("/*") == before.count("*/")


@lru_cache(maxsize=16)
def _changes_of_exit(style: str, exit_style: str = "") -> tuple[str, ...]:
    """What a style says of the exit beside the exit's own. It may set the two colours on the page and nothing on the exit itself."""
    own = style.replace(exit_style, "") if exit_style else style
    return tuple(
        f"The style “{rule.selector}” changes the exit. Set --quick-exit-background and --quick-exit-colour on :root, and nothing else."
        for rule in style_rules(own)
        if "quick-exit" in rule.selector
    )


def _file_faults(expected: ExpectedExit, output: dict[str, bytes]) -> list[tuple[str, str]]:
    """What is wrong beside the pages: path and message."""
    faults = []
    if NOT_FOUND not in output:
        faults.append((NOT_FOUND, "There is no page for addresses without one: the host would show its own, which has no exit."))
    for path, content in output.items():
        if path.endswith(".css"):
            faults += [(path, message) for message in _changes_of_exit(content.decode())]
        elif not path.endswith(".html") and content[:200].lstrip().lower().startswith(_MARK_OF_A_PAGE):
            faults.append((path, "A page must be a file that ends in .html, or nobody checks that it can be left."))
    policy = read_header_map(output.get(HEADERS_FILE, b"").decode()).general.get("Content-Security-Policy", "")
    if _source(expected.script) not in _script_sources(policy):
        faults.append((HEADERS_FILE, "The exit's script is not allowed by the policy that the host sends: its hash is missing."))
    return faults
