"""Every way in which a page is shown, and what is checked in each. One visit of a page goes through many of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.pages.keyboard import walk
from tests.pages.tab import PLAIN
from tests.pages.visit import Visit

WIDTHS = (240, 280, 320, 360, 414, 600, 640, 641, 768, 1024, 1280, 1920)
_COLOURS = ["color-contrast", "link-in-text-block"]
_SAID = ["color-contrast", "aria-allowed-role", "button-name", "link-name", "target-size"]
_SCHEMES: tuple[tuple[str, dict[str, str]], ...] = (
    ("dark", {"color_scheme": "dark"}),
    ("dark, more contrast", {"color_scheme": "dark", "contrast": "more"}),
    ("more contrast", {"contrast": "more"}),
    ("forced colours", {"forced_colors": "active"}),
    ("print", {"media": "print"}),
)


async def glance(visit: Visit) -> None:
    """The page as it comes, with the question about cookies where there is one."""
    await visit.prepare()
    await visit.own("1280 wide", "overlaps", "reflow", "exitAndCall", "mouseOnly", "order", "readingOrder")
    await visit.axe("1280 wide")


async def as_it_comes(visit: Visit) -> None:
    """Everything that needs no fresh load: sizes, details, colours, paper, text spaced out, answers, no style."""
    await glance(visit)
    if await visit.page.evaluate("() => window.__own.openDetails()"):
        await visit.axe("details open")
    for width in WIDTHS:
        await visit.size(width)
        await visit.own(f"{width} wide", "overlaps", "exitAndCall", *(["reflow", "brokenWords"] if width >= 320 else []))
    await visit.size(320, 256)
    await visit.own("400 % zoom", "reflow", "cutText", "overlaps")
    await visit.axe("400 % zoom", ["target-size", "scrollable-region-focusable"])
    await _schemes(visit)
    for width in (320, 1280):
        await visit.size(width)
        await visit.page.evaluate("() => window.__own.spaceOut()")
        await visit.own(f"spaced out, {width} wide", "overlaps", "cutText", "reflow")
        await visit.page.evaluate("() => window.__own.spaceBack()")
    await _answer(visit, "answer saved")
    await visit.own("buttons pressed", "paste", "statuses")
    await visit.page.evaluate("() => window.__own.takeStyleAway()")
    await visit.own("no style", "readingOrder")
    await visit.axe("no style", ["list", "heading-order", "label", "link-name"])


async def _schemes(visit: Visit) -> None:
    await visit.size(1280, 900)
    await visit.own("light", "borders")
    for state, media in _SCHEMES:
        await visit.page.emulate_media(**media)  # type: ignore[arg-type]
        await visit.axe(state, _COLOURS)
        await visit.own(state, *(["onPaper"] if state == "print" else ["borders", "exitAndCall"]))
        await visit.page.emulate_media(**PLAIN)  # type: ignore[arg-type]


async def _answer(visit: Visit, state: str) -> None:
    """The question about cookies is answered, and what is said then is checked."""
    if not await visit.page.evaluate("() => window.__own.answer()"):
        return
    await visit.own(state, "answered")
    for width in (320, 1280):
        await visit.size(width)
        await visit.own(f"{state}, {width} wide", "overlaps", "exitAndCall", "reflow")
    await visit.axe(state, _SAID)


async def by_keyboard(visit: Visit) -> None:
    """A walk through the page; then the question is answered in a browser that refuses to keep the answer: that is said too."""
    await visit.prepare()
    await walk(visit)
    await visit.size(1280, 900)
    await visit.page.evaluate(_KEEP_NO_COOKIES)
    await _answer(visit, "answer not saved")


async def without_script(visit: Visit) -> None:
    await visit.prepare()
    await visit.own("no script", "withoutScript", "overlaps")
    await visit.size(320)
    await visit.own("no script, 320 wide", "overlaps", "reflow", "exitAndCall")
    await visit.axe("no script")


@dataclass(frozen=True)
class Way:
    """How a page is loaded, and what is done with it then."""

    do: Callable[[Visit], Awaitable[None]]
    scripts: bool = True


_KEEP_NO_COOKIES = '() => Object.defineProperty(Document.prototype, "cookie", { get: () => "", set: () => {} })'
AS_IT_COMES = Way(as_it_comes)
GLANCE = Way(glance)
BY_KEYBOARD = Way(by_keyboard)
WITHOUT_SCRIPT = Way(without_script, scripts=False)
WAYS = (AS_IT_COMES, BY_KEYBOARD, WITHOUT_SCRIPT)
