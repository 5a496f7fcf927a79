"""The bar at the foot of a page in the preview: what is to mend on it, what is to be looked at, and what it is (a draft?).

Must never be part of a published page: it is put in when a page of the preview is sent.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from signpost.model import Page
from signpost.pages.translations import Change
from signpost.problems import Level, Problem
from signpost.said import said
from signpost.telling import number_of

MOST_SHOWN = 40

STYLE = b"""
.preview-bar { position: fixed; z-index: 2147483000; inset: auto 0 0 0; max-height: 45vh; overflow: auto; overscroll-behavior: contain;
  font: 1rem/1.4 system-ui, sans-serif; color: #111; background: #fff; border-top: 4px solid #555; padding: .4rem 1rem; }
.preview-first { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1.1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
.preview-first ul { padding-left: 1.2rem; }
.preview-first li { margin: .6rem 0; }
.preview-bar.to-mend { border-color: #b00020; }
.preview-bar summary { cursor: pointer; padding: .35rem 0; font-weight: 700; }
.preview-bar summary:focus-visible, .preview-bar a:focus-visible { outline: 3px solid #111; outline-offset: 2px; }
.preview-bar ul { margin: .2rem 0 .6rem; padding-left: 1.2rem; }
.preview-bar li { margin: .2rem 0; overflow-wrap: anywhere; }
.preview-bar p { margin: .2rem 0; }
.preview-bar code { font-family: ui-monospace, monospace; font-size: .95em; }
.preview-bar a { color: #00468b; }
.preview-bar del { background: #ffe0e0; } .preview-bar ins { background: #d8f5d8; }
body { padding-bottom: 5rem; }
@media print { .preview-bar { display: none; } }
@media (max-width: 40rem) { .preview-bar { bottom: 4.4rem; } } /* the link to leave the site stands below it */
@media (max-height: 30rem) { .preview-bar { position: static; max-height: none; } }
"""


@dataclass(frozen=True)
class Bar:
    """`pages` are what the page is made from; `problems` are those of the whole site; `addresses` lead to a file's page."""

    pages: Sequence[Page]
    problems: Sequence[Problem]
    differences: Mapping[str, Sequence[Change] | None]
    addresses: Mapping[str, str]
    today: date
    stale: bool = False
    """Whether the page is an older one, because the files cannot be read as they are."""
    measures: Sequence[str] = ()
    """How hard each of `pages` is to read."""

    def html(self) -> str:
        own_files = {page.file for page in self.pages}
        errors = [problem for problem in self.problems if problem.level is Level.ERROR]
        own = [problem for problem in errors if problem.file in own_files]
        elsewhere = [problem for problem in errors if problem.file not in own_files]
        later = [problem for problem in self.problems if problem.file in own_files and problem.level is not Level.ERROR]
        parts = [
            self._errors(own, elsewhere),
            *(_marked(page, self.today) for page in self.pages),
            self._differences(),
            _later(later, self.measures),
        ]
        inner = "".join(part for part in parts if part)
        if not inner:
            return ""
        kind = "preview-bar to-mend" if errors else "preview-bar"
        return f'<aside class="{kind}" lang="en" aria-label="Preview">{inner}</aside>'

    def _errors(self, own: Sequence[Problem], elsewhere: Sequence[Problem]) -> str:
        if not own and not elsewhere:
            return ""
        counts = [f"{len(own)} to mend on this page"] if own else []
        counts += [f"{len(elsewhere)} to mend elsewhere"] if elsewhere else []
        rows = "".join(self._row(problem) for problem in [*own, *elsewhere][:MOST_SHOWN])
        more = len(own) + len(elsewhere) - MOST_SHOWN
        rows += f"<li>… and {more} more</li>" if more > 0 else ""
        note = "You see the last good page. It follows by itself when the file is saved again."
        note = f"<p>{note if self.stale else 'You see the newest page, but it cannot be published like this.'}</p>"
        return f"<details open><summary>{', '.join(counts)}</summary><ul>{rows}</ul>{note}</details>"

    def _row(self, problem: Problem) -> str:
        where = escape(f"{problem.file}:{problem.line}" if problem.line else problem.file)
        address = self.addresses.get(problem.file)
        named = f'<a href="{escape(address)}">{where}</a>' if address else f"<code>{where}</code>"
        return f"<li>{named}: {escape(problem.message)}</li>"

    def _differences(self) -> str:
        found = ""
        for file, changes in self.differences.items():
            rows = "".join(f"<li>{_change(change)}</li>" for change in (changes or [])[:MOST_SHOWN])
            inner = f"<ul>{rows}</ul>" if rows else "<p>The earlier text was not kept, so what changed cannot be shown.</p>"
            found += (
                f"<details open><summary>Not in step: what it was translated from has changed ({escape(file)})</summary>{inner}</details>"
            )
        return found


def _change(change: Change) -> Markup:
    old = Markup("<del>{}</del> ").format(change.old) if change.old else Markup("")
    new = Markup("<ins>{}</ins> ").format(change.new) if change.new else Markup("")
    return Markup("… {} {}{}{} …").format(change.before, old, new, change.after)


def _marked(page: Page, today: date) -> str:
    """What the page is, when readers do not see it today."""
    file = escape(page.file)
    if page.draft:
        return f"<p><strong>Draft.</strong> Only this preview shows it. To publish it, delete “draft: yes” from {file}.</p>"
    if page.publish_on is not None and today < page.publish_on:
        return f"<p><strong>Not public yet.</strong> It is published on {said(page.publish_on, 'en')} ({file}).</p>"
    if page.expires_on is not None and page.expires_on <= today:
        return f"<p><strong>No longer public.</strong> It was taken off on {said(page.expires_on, 'en')} ({file}).</p>"
    return ""


def _later(problems: Sequence[Problem], measures: Sequence[str]) -> str:
    if not problems:
        return ""
    rows = "".join(
        f"<li>{'Line ' + str(problem.line) + ': ' if problem.line else ''}{escape(problem.message)}</li>" for problem in problems
    )
    said = "".join(f"<p>{escape(measure)}</p>" for measure in measures)
    return f"<details><summary>{number_of(len(problems), 'thing')} to look at on this page</summary><ul>{rows}</ul>{said}</details>"


def with_bar(content: bytes, bar: Bar) -> bytes:
    """The page with the bar at its end, where the tab key reaches it last."""
    inner = bar.html()
    if not inner:
        return content
    before, end, after = content.rpartition(b"</body>")
    if not end:
        before, after = content, b""
    return before + b'<link rel="stylesheet" href="/preview.css">' + inner.encode() + end + after


def first_page(errors: Sequence[Problem]) -> bytes:
    """What the browser shows while there has been no good page yet. It loads itself again when there is one."""
    rows = "".join(f"<li>{escape(problem.as_text())}</li>" for problem in errors)
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>To mend first</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/preview.css">'
        '<script src="/livereload.js" defer></script></head><body><main class="preview-first"><h1>To mend first</h1>'
        f"<p>The site appears here as soon as these are mended and saved.</p><ul>{rows}</ul></main></body></html>"
    ).encode()
