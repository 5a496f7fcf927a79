"""What a tool found, in one form, with the place that must change."""

from pathlib import Path

import pytest

from signpost.build import Built
from tests.pages.finding import Finding, located
from tests.tiny_site import ROOT, TinySite

PAGE = "en/help/index.html"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder: Path = tmp_path_factory.mktemp("finding")
    return TinySite(folder).good()


def place(built: Built, snippet: str, page: str = PAGE) -> str:
    return located(Finding(page, "p", "a-rule", "Mend it.", snippet=snippet), built.site, ROOT).place


def test_it_reads_page_selector_rule_and_what_to_do() -> None:
    finding = Finding(PAGE, "main > p", "link-name", "Give it words.", "axe-core", "dark", place="content/en/help.md:12")
    assert str(finding) == f"{PAGE} (content/en/help.md:12): main > p: link-name: Give it words. (axe-core) [dark]"
    assert str(Finding(PAGE, "p", "rule", "Mend it.", "pa11y axe")) == f"{PAGE}: p: rule: Mend it. (pa11y axe)"


@pytest.mark.parametrize(
    ("snippet", "line"),
    [
        ('<a href="https://www.legislation.gov.uk/ukpga/1997/40">the 1997 Act</a>', 16),
        ('<h2 id="the-law">The law</h2>', 14),
        ("<p>Think before you change anything on your phone.</p>", 19),
    ],
)
def test_words_of_an_editor_are_found_in_the_markdown(built: Built, snippet: str, line: int) -> None:
    assert place(built, snippet) == f"content/en/help.md:{line}"


def test_what_no_editor_wrote_is_found_in_the_templates(built: Built) -> None:
    assert place(built, '<div class="emergency-bar" role="region" aria-label="Emergency">').startswith("templates/parts/emergency.html:")
    assert place(built, '<a class="quick-exit__link" href="#">').startswith("quick_exit/quick_exit.html:")


def test_else_the_page_itself_is_named(built: Built) -> None:
    assert place(built, "<td>Words of nobody</td>") == "content/en/help.md"
