"""Text that somebody types into a page of a tiny site, and the sentences that answer it."""

from signpost.load import load
from signpost.problems import Problems
from tests.tiny_site import ROOT, TODAY, TinySite

PLACE = "    place:\n      en: Tiny Police Station, 1 High Street, Tiny\n      cy: Gorsaf Heddlu Bach, 1 Stryd Fawr, Bach\n"


def lines_of(tiny: TinySite) -> list[str]:
    """The sentences of reading and cross-checking, without rendering."""
    problems = Problems()
    load(tiny.content, "content", ROOT, TODAY, problems)
    return [problem.as_text() for problem in problems.errors]


def add(tiny: TinySite, text: str, locale: str = "en") -> list[str]:
    tiny.write(f"{locale}/help.md", tiny.text(f"{locale}/help.md") + f"\n{text}\n")
    return lines_of(tiny)
