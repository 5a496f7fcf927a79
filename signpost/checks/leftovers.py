"""Nothing half-made is published: no template marks, no placeholders, no unfilled gaps, no drafts."""

import re

from signpost.files.placeholders import has_placeholder
from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

_SIGNS = ("{{", "}}", "{%", "%}", "{#", "[[", "]]", "\x02", "\x03", "StrictUndefined", ":::")
_MARKS = re.compile("|".join(re.escape(sign) for sign in _SIGNS))


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    shown = any("/livereload.js" in page.text for page in pages[:1])
    for page in pages:
        text = _without_code(page.text)
        # One sign is found many times as fast as two, and most pages have none of these beside their code.
        mark = _MARKS.search(text) if any(sign[0] in text and sign in text for sign in _SIGNS) else None
        if mark is not None:
            around = " ".join(text[max(0, mark.start() - 30) : mark.end() + 30].split())
            problems.append(page.problem("leftover", f"“{mark.group(0)}” is left over near “{around}”.", safety=True))
        left_over = has_placeholder(page.words)
        if left_over is not None:
            problems.append(
                page.problem("leftover", f"“{left_over}” is left over on this page. Write the real text.", left_over, safety=True)
            )
        source = site.by_output.get(page.path)
        if source is not None and not source.is_public(site.today) and not shown:
            problems.append(page.problem("draft", "This page is a draft, or not public on this day, and would be published.", safety=True))
    return problems


def _without_code(text: str) -> str:
    """A page without its scripts and styles, where such signs are at home."""
    for tag in ("script", "style"):
        text = "".join(piece.partition(f"<{tag}")[0] for piece in text.split(f"</{tag}>"))
    return text
