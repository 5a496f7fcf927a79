"""The progress picture: one square for each part of the plan, as SVG text that stands inside the page.

Each status has its own shape, so that the picture can be read without colour, in the dark and on paper; lateness is a
bar below the square. Must never be the only place where something is said: the counts stand beside it in words.
"""

from collections.abc import Iterable
from html import escape

from markupsafe import Markup

from signpost.plan.model import Part, Status
from signpost.plan.timing import Timing, timing
from signpost.plan.words import PlanWords, key

COLUMNS = 10
_CELL, _ROW = 28, 36

_SQUARE = '<path d="M2 2h20v20H2z" fill="none" stroke="currentColor" stroke-width="2"/>'
_SHAPES = {
    Status.COMPLETE: '<path d="M1 1h22v22H1zM5 12l2-2 4 4 7-8 2 2-9 10z" fill="currentColor" fill-rule="evenodd"/>',
    Status.KEPT: '<path d="M1 1h22v22H1zM4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0zM8 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0z" '
    'fill="currentColor" fill-rule="evenodd"/>',
    Status.IN_PROGRESS: f'{_SQUARE}<path d="M2 2v20h20z" fill="currentColor"/>',
    Status.WAITING: f'{_SQUARE}<path d="M9 7v10M15 7v10" stroke="currentColor" stroke-width="3"/>',
    Status.NOT_STARTED: _SQUARE,
    Status.NOT_ACCEPTED: f'{_SQUARE}<path d="M7 7l10 10M17 7L7 17" stroke="currentColor" stroke-width="3"/>',
    Status.NOT_STATED: '<path d="M2 2h20v20H2z" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="3 3"/>'
    '<circle cx="12" cy="12" r="2" fill="currentColor"/>',
}
_LATE = '<path d="M1 27h22" stroke="currentColor" stroke-width="4"/>'


def picture(parts: Iterable[Part], words: PlanWords, text_equivalent: str) -> Markup:
    """The whole picture; `text_equivalent` says in words what it shows."""
    shown = sorted(parts, key=lambda part: list(Status).index(part.status))
    statuses = sorted({part.status for part in shown}, key=list(Status).index)
    shapes = "".join(f'<g id="shape-{key(status)}">{_SHAPES[status]}</g>' for status in statuses)
    squares = []
    for index, part in enumerate(shown):
        down, across = divmod(index, COLUMNS)
        late = _LATE if timing(part.due, part.status, words.today) is Timing.LATE else ""
        use = f'<use href="#shape-{key(part.status)}"/>'
        squares.append(f'<g transform="translate({across * _CELL} {down * _ROW})">{use}{late}</g>')
    width, height = min(len(shown), COLUMNS) * _CELL, -(-len(shown) // COLUMNS) * _ROW
    title = escape(words["picture_title"].format(parts=len(shown)))
    return Markup(
        f'<svg class="progress" role="img" aria-labelledby="progress-title progress-text" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><title id="progress-title">{title}</title>'
        f'<desc id="progress-text">{escape(text_equivalent)}</desc><defs>{shapes}</defs>{"".join(squares)}</svg>'
    )


def sign(status: Status) -> Markup:
    """One shape, for the list beside the picture. Hidden from screen readers: the word stands next to it."""
    return Markup(f'<svg aria-hidden="true" width="24" height="24" viewBox="0 0 24 24"><use href="#shape-{key(status)}"/></svg>')


def late_sign() -> Markup:
    return Markup(f'<svg aria-hidden="true" width="24" height="32" viewBox="0 0 24 32">{_LATE}</svg>')
