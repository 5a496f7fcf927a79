"""The examples of CommonMark: our dialect either refuses one with a sentence, or reads it as the standard does."""

import re
from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from signpost.markdown.gathered import Prose
from signpost.markdown.reader import MarkdownReader
from signpost.problems import Problems
from tests.figures import Figures
from tests.tiny_site import ROOT

SPECIFICATION = ROOT / "tests/engines/node_modules/commonmark-spec/spec.txt"
OURS = {590}
"""[[…]] names a contact here, and has no meaning in CommonMark."""
READER = MarkdownReader({"en": {"warning": "Warning", "emergency": "Emergency"}})
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.DOTALL | re.MULTILINE)
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "…": ".", "\u00a0": " "})


@dataclass(frozen=True)
class Example:
    number: int
    markdown: str
    html: str


def examples() -> list[Example]:
    text = SPECIFICATION.read_text(encoding="utf-8").partition("<!-- END TESTS -->")[0]
    pairs = (found.groups() for found in _EXAMPLE.finditer(text))
    return [Example(number, markdown.replace("→", "\t"), html.replace("→", "\t")) for number, (markdown, html) in enumerate(pairs, start=1)]


def read(example: Example) -> tuple[str, list[str]]:
    problems = Problems()
    document = READER.read(Prose(example.markdown, "a.md", 1, "en"), problems)
    html = "".join(part if isinstance(part, str) else getattr(part, "page", "") for part in document.parts)
    return html, [problem.message for problem in problems]


def shape(html: str) -> list[str]:
    """The elements and the words, without what is ours: ids of headings, rel of links, typographic signs."""
    found = []
    for node in BeautifulSoup(html, "html.parser").descendants:
        if isinstance(node, Tag):
            found.append(f"<{node.name} {node.get('href', '')}{node.get('start', '')}>")
        elif isinstance(node, NavigableString) and node.strip():
            found += node.translate(_PLAIN).split()
    return found


@pytest.fixture(scope="module")
def outcomes() -> dict[int, str]:
    """refused, alike or different, by the number of the example."""
    found = {}
    for example in examples():
        html, problems = read(example)
        found[example.number] = "refused" if problems else "alike" if shape(html) == shape(example.html) else "different"
    return found


def test_what_is_not_refused_is_read_as_the_standard_reads_it(outcomes: dict[int, str]) -> None:
    assert len(outcomes) == 652
    assert sorted(number for number, outcome in outcomes.items() if outcome == "different") == sorted(OURS)


def test_the_figures(outcomes: dict[int, str], figures: Figures) -> None:
    alike = sum(outcome == "alike" for outcome in outcomes.values())
    figures.holds("CommonMark 0.31.2", "examples read as the standard reads them", alike)
    figures.holds(
        "CommonMark 0.31.2",
        "examples refused with a sentence (code, HTML, pictures, links that are no pages …)",
        len(outcomes) - alike - len(OURS),
    )
    figures.holds("CommonMark 0.31.2", "examples in which [[…]] names a contact, as it does here", len(OURS))


def test_a_refusal_is_a_sentence() -> None:
    for example in examples():
        for message in read(example)[1]:
            assert message[-1] in ".?!”", (example.number, message)
