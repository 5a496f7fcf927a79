"""One good page, and what it takes to put one known defect into it.

The page is the tiny site's, made by the generator itself, with a form, pictures and a part in Welsh added. A seed
is an edit of its bytes. Must never hold two defects.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from pathlib import Path

from signpost.build import Built
from signpost.exit.component import script_hash
from signpost.output.output import Output
from tests.tiny_site import TinySite

PAGE = "en/help/index.html"
HERE = Path(__file__).parent
_KEEP = (
    'document.querySelector("#keep").addEventListener("click",()=>{document.querySelector("#kept").textContent="Your answer was kept."});'
)

Edit = Callable[[str], str]


@dataclass(frozen=True)
class Seed:
    """`criterion` is WCAG's, or the rule of this project; `unseen` marks the eleven that no engine found."""

    name: str
    what: str
    criterion: str
    edit: Edit
    gate: str = ""
    """The rule of the build's gate that must find it."""
    check: str = ""
    """The rule of our check in the browser that must find it."""
    tool: str = ""
    """The outside tool that must find it, where nothing of ours is meant to."""
    unseen: bool = False
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Files that the defect brings along."""


def swap(old: str, new: str, times: int = 1) -> Edit:
    def edit(page: str) -> str:
        assert old in page, f"{old} does not stand in the page"
        return page.replace(old, new, times)

    return edit


def after(mark: str, added: str) -> Edit:
    return swap(mark, mark + added)


def before(mark: str, added: str) -> Edit:
    return swap(mark, added + mark)


def script(text: str) -> Edit:
    """A script at the end of the page, allowed by the page's own policy: so only what it does is wrong."""
    return lambda page: _allow("script-src", script_hash(text), swap("</body>", f"<script>{text}</script></body>")(page))


def style(text: str) -> Edit:
    return lambda page: _allow("style-src", script_hash(text), swap("</style>", f"</style><style>{text}</style>")(page))


def restyle(old: str, new: str) -> Edit:
    """A change in the page's own style."""

    def edit(page: str) -> str:
        text = page[page.index("<style>") + 7 : page.index("</style>")]
        changed = swap(old, new)(text)
        return _allow("style-src", script_hash(changed), page.replace(text, changed))

    return edit


def both(*edits: Edit) -> Edit:
    def edit(page: str) -> str:
        for each in edits:
            page = each(page)
        return page

    return edit


def _allow(source: str, value: str, page: str) -> str:
    start = page.index('content="', page.index("Content-Security-Policy")) + 9
    end = page.index('"', start)
    policy = unescape(page[start:end]).replace(source, f"{source} '{value}'")
    return page[:start] + escape(policy) + page[end:]


def clean_site(folder: Path) -> Built:
    """The tiny site with the control page in it, free of defects."""
    built = TinySite(folder).good()
    page = before('<p class="up">', (HERE / "control.html").read_text(encoding="utf-8"))(built.output[PAGE].decode())
    return Built(built.site, Output({**built.output, PAGE: script(_KEEP)(page).encode()}))


def seeded(built: Built, seed: Seed) -> dict[str, bytes]:
    """The whole output with the defect in it."""
    return {**built.output, **seed.files, PAGE: seed.edit(built.output[PAGE].decode()).encode()}
