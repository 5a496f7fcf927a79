"""The same page made with GOV.UK Frontend as its documentation shows: its page template, full style sheet and full script.

The text is ours, with the framework's classes on its elements. Must never leave out what the framework's template
has, and never add what it does not need.
"""

import json
import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

PACKAGE = Path(__file__).resolve().parent.parent / "node_modules" / "govuk-frontend"
KEYS = "Shift Shift Shift"
"""Its Exit this page component listens for three presses of Shift."""
_CLASSES = {
    "h1": "govuk-heading-l",
    "h2": "govuk-heading-m",
    "h3": "govuk-heading-s",
    "p": "govuk-body",
    "ul": "govuk-list govuk-list--bullet",
    "ol": "govuk-list govuk-list--number",
    "a": "govuk-link",
    "table": "govuk-table",
    "caption": "govuk-table__caption govuk-table__caption--m",
    "th": "govuk-table__header",
    "td": "govuk-table__cell",
    "tr": "govuk-table__row",
    "details": "govuk-details",
    "summary": "govuk-details__summary",
    "dl": "govuk-summary-list",
    "dt": "govuk-summary-list__key",
    "dd": "govuk-summary-list__value",
    "input": "govuk-input",
    "select": "govuk-select",
    "textarea": "govuk-textarea",
    "button": "govuk-button",
    "label": "govuk-label",
    "fieldset": "govuk-fieldset",
    "legend": "govuk-fieldset__legend",
}
_PAGE = """<!DOCTYPE html>
<html lang="{lang}" class="govuk-template govuk-template--rebranded">
<head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><meta name="theme-color" content="#1d70b8">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/govuk/govuk-frontend.min.css"></head>
<body class="govuk-template__body">
<script>document.body.className += " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");</script>
<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">{skip}</a>
<header class="govuk-template__header"><div class="govuk-header"><div class="govuk-header__container govuk-width-container">
<a href="../" class="govuk-header__link">{name}</a></div></div></header>
<div class="govuk-width-container"><div class="govuk-phase-banner"><p class="govuk-phase-banner__content">{phase}</p></div>
<div class="govuk-exit-this-page" data-module="govuk-exit-this-page"><a href="{exit}" role="button" draggable="false"
class="govuk-button govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button" data-module="govuk-button"
rel="nofollow noreferrer"><span class="govuk-visually-hidden">Emergency</span> {leave}</a></div>
{above}<main class="govuk-main-wrapper" id="main-content">{main}</main></div>
<footer class="govuk-footer"><div class="govuk-width-container"><div class="govuk-footer__meta">{footer}</div></div></footer>
<script type="module">import {{ initAll }} from "/govuk/govuk-frontend.min.js"; initAll()</script>
</body></html>
"""


def version() -> str:
    return str(json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))["version"])


def files() -> dict[str, bytes]:
    """The framework as its package ships it, with the addresses under which its style sheet asks for the fonts."""
    built = PACKAGE / "dist" / "govuk"
    found = {f"govuk/{name}": (built / name).read_bytes() for name in ("govuk-frontend.min.css", "govuk-frontend.min.js")}
    return found | {f"assets/fonts/{path.name}": path.read_bytes() for path in (built / "assets" / "fonts").glob("*.woff*")}


def page(ours: bytes, exit_address: str) -> bytes:
    """The same page in the framework's template."""
    tree = LexborHTMLParser(ours.decode())
    for unseen in tree.css("main script, main style"):
        unseen.decompose()
    main = tree.css_first("main")
    html = main.inner_html if main is not None and main.inner_html else ""
    return _PAGE.format(
        lang=(tree.css_first("html") or tree.root).attributes.get("lang") if tree.root else "en",
        title=_words(tree, "title"),
        skip=_words(tree, "a.skip"),
        name=_words(tree, "header.site .name"),
        phase=_words(tree, ".phase"),
        leave=_words(tree, ".quick-exit__link"),
        exit=exit_address,
        above=_classed(_html(tree, ".breadcrumbs") + _html(tree, ".emergency-bar")),
        main=_classed(html),
        footer=_classed(_html(tree, "footer.site")),
    ).encode()


def _words(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return " ".join(node.text().split()) if node is not None else ""


def _html(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return node.html or "" if node is not None else ""


def _classed(html: str) -> str:
    """Our own classes and drawings off, the framework's on."""
    html = re.sub(r' (?:class|style|data-[a-z-]+|role)="[^"]*"', "", html)
    return re.sub(
        r"<([a-z][a-z0-9]*)(?=[\s>])", lambda found: f'<{found[1]} class="{_CLASSES[found[1]]}"' if found[1] in _CLASSES else found[0], html
    )
