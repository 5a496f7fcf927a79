"""Nothing half-made is published: no template marks, no placeholders, no unfilled gaps."""

import re

from signpost.fields import has_placeholder
from signpost.output_page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

_MARKS = re.compile(r"\{\{|\}\}|\{%|%\}|\[\[|\]\]|[\x02\x03]|\bStrictUndefined\b|:::")


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = []
    for page in pages:
        text = re.sub(r"<(script|style)>.*?</\1>", "", page.text, flags=re.DOTALL)
        mark = _MARKS.search(text)
        if mark is not None:
            around = " ".join(text[max(0, mark.start() - 30) : mark.end() + 30].split())
            problems.append(Problem(page.path, 0, f"“{mark.group(0)}” is left over near “{around}”.", "leftover"))
        body = page.nodes("body")
        left_over = has_placeholder(body[0].text(separator=" ")) if body else None
        if left_over is not None:
            problems.append(Problem(page.path, 0, f"“{left_over}” is left over on this page. Write the real text.", "leftover"))
    return problems
