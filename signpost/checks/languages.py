"""Each page says its language, and leads to the same page in the other languages (Welsh Language (Wales) Measure 2011)."""

import re
from collections.abc import Mapping, Sequence

from signpost.addresses import output_file
from signpost.output.page import OutputPage
from signpost.pages.front_matter import NOT_FOUND
from signpost.problems import Problem
from signpost.site import Site

_CODE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")


def check(site: Site, pages: Sequence[OutputPage], output: Mapping[str, bytes]) -> list[Problem]:
    problems = []
    by_path = {page.path: page for page in pages}
    for page in pages:
        folder = page.path.partition("/")[0]
        language = page.outline.language
        if language not in site.config.locales:
            problems.append(page.problem("language", 'The page does not say its language: <html lang="…">.'))
        elif site.config.prefixed and folder in site.config.locales and folder != language:
            problems.append(page.problem("language", f"The page says that its language is “{language}” but stands under /{folder}/."))
        for tag, code in page.outline.marked:
            if not _CODE.fullmatch(code):
                problems.append(page.problem("language", f'<{tag} lang="{code}"> names no language. Write a code like “en” or “cy”.'))
    for source in site.pages:
        published = by_path.get(output_file(source.path))
        if source.key == NOT_FOUND or not site.config.prefixed:
            continue
        if published is None:
            problems.append(Problem(source.file, 0, "This page was not made. Tell the people who keep the generator.", "language"))
            continue
        written = {code for code in site.config.locales if not source.draft or site.page(code, source.key) is not None}
        missing = written - {source.locale} - set(published.outline.other_languages)
        if missing:
            problems.append(published.problem("language", f"The page has no link to itself in: {', '.join(sorted(missing))}."))
    return problems
