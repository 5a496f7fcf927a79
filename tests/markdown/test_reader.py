"""The Markdown of a page -> a document: what is written, what is refused, and on which line."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from signpost.markdown.gathered import Prose
from signpost.markdown.reader import MOST_DEPTH, MarkdownReader
from signpost.pages.document import ContactSlot, Document, PageLink
from signpost.problems import Problems
from tests.processor import at_most

LABELS = {code: {"warning": f"Warning {code}", "emergency": f"Emergency {code}"} for code in ("en", "cy")}
READER = MarkdownReader(LABELS)


def read(text: str, locale: str = "en", first_line: int = 1) -> tuple[Document, list[str]]:
    problems = Problems()
    document = READER.read(Prose(text, "a.md", first_line, locale), problems)
    return document, [problem.as_text().removeprefix("a.md:") for problem in problems]


def html(text: str, locale: str = "en") -> str:
    """The HTML of a text without mistakes; a slot is shown as ‹its kind›."""
    document, problems = read(text, locale)
    assert problems == []
    return "".join(part if isinstance(part, str) else f"‹{type(part).__name__}›" for part in document.parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One *two* **three**", "<p>One <em>two</em> <strong>three</strong></p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>'),
        ("> said", "<blockquote><p>said</p></blockquote>"),
        ("one\\\ntwo", "<p>one<br>\ntwo</p>"),
        ("one\ntwo", "<p>one\ntwo</p>"),
        ("## A & B\n\nC.", '<h2 id="a-b">A &amp; B</h2><p>C.</p>'),
        ("5 < 6 & 7 > 6", "<p>5 &lt; 6 &amp; 7 &gt; 6</p>"),
        ("Call [[999]].", "<p>Call ‹ContactSlot›.</p>"),
        ("::contact 999", "‹ContactCard›"),
        ("Text.\n::contacts need=talk", "<p>Text.</p>‹ContactGroup›"),
        (
            "[the Act](https://a.example/x?a=1&b=2)",
            '<p><a href="https://a.example/x?a=1&amp;b=2" rel="noreferrer external">the Act</a></p>',
        ),
        ("[help](help.md#top)", '<p><a href="‹PageLink›">help</a></p>'),
        (":::inset\nA.\n:::", '<div class="inset"><p>A.</p></div>'),
        (":::steps\n1. A\n:::", '<div class="steps"><ol><li>A</li></ol></div>'),
        (":::details More\nA.\n:::", "<details><summary>More</summary><div><p>A.</p></div></details>"),
        (
            ":::statement Somebody's view\nA.\n:::",
            '<figure class="statement"><figcaption>Somebody’s view</figcaption><div><p>A.</p></div></figure>',
        ),
        (
            ":::quotation Somebody\nA.\n:::",
            '<figure class="quotation"><figcaption>Somebody</figcaption><blockquote><p>A.</p></blockquote></figure>',
        ),
        ("&copy; &amp; &#8364;", "<p>© &amp; €</p>"),
    ],
)
def test_what_is_written(text: str, expected: str) -> None:
    assert html(text) == expected


@pytest.mark.parametrize("locale", ["en", "cy"])
@pytest.mark.parametrize("name", ["warning", "emergency"])
def test_panels_say_what_they_are_in_their_language(name: str, locale: str) -> None:
    label = f"{name.capitalize()} {locale}"
    assert html(f":::{name}\nA.\n:::", locale) == f'<div class="panel {name}"><p class="label">{label}</p><p>A.</p></div>'


def test_a_table_has_a_caption_and_header_cells_and_labels_for_phones() -> None:
    assert html(":::table It's so\n| A | B & C |\n| - | - |\n| x | y |\n:::") == (
        '<div class="table"><table><caption>It’s so</caption><thead><tr>'
        '<th scope="col">A</th><th scope="col">B &amp; C</th></tr></thead>'
        '<tbody><tr><th scope="row">x</th>'
        '<td data-label="B &amp; C">y</td></tr></tbody></table></div>'
    )


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("\"It's\" 'so'...", "en", "“It’s” ‘so’…"),
        ("neu'r rhif, 'na", "cy", "neu’r rhif, ’na"),
        ("10 November - 2 million", "en", "10\u00a0November\u00a0– 2\u00a0million"),
        ("[[999]]'s", "en", "‹ContactSlot›’s"),
    ],
)
def test_typographic_care(text: str, locale: str, expected: str) -> None:
    assert html(text, locale) == f"<p>{expected}</p>"


def test_addresses_are_left_alone_by_typography() -> None:
    document, _ = read("[a page](https://a.example/it's...-x--y)")
    assert document.outside_links[0].address == "https://a.example/it's...-x--y"


def test_headings_slots_links_and_words_have_their_line() -> None:
    text = "One\n[[999]]\n\n## Two\n\n- x\n- [p](p.md)\n\n:::details Title\n[[101 name]] y\n:::\n"
    document, problems = read(text, first_line=20)
    assert problems == []
    assert [(heading.text, heading.id, heading.line) for heading in document.headings] == [("Two", "two", 23)]
    assert document.slots == (ContactSlot("999", "number", 21), PageLink("p.md", "", 26), ContactSlot("101", "name", 29))
    assert [(words.text.strip(), words.line) for words in document.words] == [
        ("One", 20), ("Two", 23), ("x", 25), ("p", 26), ("Title", 28), ("y", 29),
    ]  # fmt: skip


def test_a_card_takes_the_heading_level_below_the_last_heading() -> None:
    document, _ = read("::contact a\n\n## B\n\n::contact b\n\n### C\n\n::contact c")
    assert [getattr(slot, "level", None) for slot in document.slots] == [2, 3, 4]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("## A\n\n### B\n\nE.\n\n## C\n\n#### D", [9]),
        ("### A", [1]),
        ("a\n\n<div>\n\nb <i>c</i>\nd <br/>", [3, 5, 6]),
        ("- a\n- ```\n  x\n  ```", [2]),
        ("a ![x](y)\nb `c`", [1, 2]),
        (":::warning\na", [1]),
        ("- :::warning\n  a", [1]),
        ("a\n:::\nb", [2]),
        (":::details\n:::", [1]),
        ("a\n\n| A |\n| - |\n| b |", [3]),
        (":::table T\n| A |\n| - |\n| b |\n\n| A |\n| - |\n| b |\n:::", [6]),
        ("a [b]( c d )\ne [f](g", [1, 2]),
        ("a [[", [1]),
        ("a\nb ]]", [2]),
        ("[[999 name extra]]", [1]),
        ("[**Click here**](a.md)", [1]),
        ("[[[999]]](a.md)", [1]),
        ("a\nwww.gov.uk b", [2]),
        ("a\n\n* * *", [3]),
        ("a\n\n\tb", [3]),
    ],
)
def test_each_mistake_has_its_line(text: str, lines: list[int]) -> None:
    found = read(text)[1]
    assert sorted({int(line.partition(":")[0]) for line in found}) == lines, found


@pytest.mark.parametrize(
    "text", ["a < b", "a<b", "if a <3", "x < y > z", "A&B", "a ::: b", "3 * 4 * 5", "snake_case_word", "1) a", "free\\* and low\\_"]
)
def test_what_only_looks_like_mark_up_passes(text: str) -> None:
    assert read(text)[1] == []


@pytest.mark.parametrize("mark", ["> ", "- ", "1. "])
def test_nothing_that_stands_deep_is_passed_over_in_silence(mark: str) -> None:
    fine = (MOST_DEPTH - 1) // (1 if mark == "> " else 2)
    assert "Text" in html(mark * fine + "Text")
    for depth in (fine + 1, 40):
        assert any("too deep in one another" in line for line in read(mark * depth + "Text")[1]), depth


@pytest.mark.parametrize("text", ["[" * 3000, "*" * 3000, "[[" * 2000, "> " * 2000, "`" * 2000, "<" * 3000, "[a](" * 1500, "::: " * 1000])
def test_a_text_made_to_take_long_does_not(text: str) -> None:
    with at_most(10):
        read(text)


_TAGS = re.compile(r"<(/?)([a-z0-9]+)([^<>]*)>")
_ALLOWED = {
    "p", "em", "strong", "ul", "ol", "li", "blockquote", "br", "h1", "h2", "h3", "h4", "h5", "h6", "div", "details", "summary",
    "figure", "figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td", "a",
}  # fmt: skip
_MARKDOWN = st.text(alphabet=st.sampled_from("ab <>&\"'/=!-#*_[]()`:|\n\\.;x0{}"), max_size=80)


@given(st.one_of(_MARKDOWN, st.text(max_size=60)))
@example("<script>alert(1)</script>")
@example('[x](https://a.example/"onmouseover="a)')
@example(':::details <img src=x onerror="a">\na\n:::')
@example("| <b> |\n| - |\n| a |")
@example("[<img src=x>](a.md)")
@example("&lt;script&gt;")
def test_nothing_an_editor_types_becomes_mark_up(text: str) -> None:
    document, _ = read(text)
    made = "".join(part if isinstance(part, str) else "slot" for part in document.parts)
    for closing, name, attributes in _TAGS.findall(made):
        assert name in _ALLOWED
        assert not closing or not attributes
        assert re.fullmatch(r'(?: (?:class|id|role|scope|start|href|rel|data-label)="[^"<>]*")*', attributes), attributes
    assert not re.search(r"<(?!/?[a-z0-9]+[^<>]*>)", made)


@given(st.text(alphabet=st.sampled_from("ab12 '\"-.[]:\n#"), max_size=60))
def test_the_lines_of_problems_are_lines_of_the_text(text: str) -> None:
    for line in read(text, first_line=5)[1]:
        assert 5 <= int(line.partition(":")[0]) <= 5 + text.count("\n")
