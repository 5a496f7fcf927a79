"""A page of the output as a gate reads it."""

from signpost.output.page import OutputPage, output_pages


def test_a_page_is_read_as_a_browser_reads_it() -> None:
    page = OutputPage("a.html", b'<p id="x">One<p id="y" class="a b">Two <b>three</b>')
    assert page.ids == ["x", "y"]
    assert [element.words for element in page.tagged("p")] == ["One", "Two three"]
    assert page.tagged("p")[1].classes == ["a", "b"]
    assert page.tagged("p")[0].get("class") == ""


def test_only_pages_are_pages() -> None:
    output = {"a.html": b"<p>a", "a.css": b"a{}", "b/index.html": b"<p>b", "c.json": b"{}"}
    assert [page.path for page in output_pages(output, ())] == ["a.html", "b/index.html"]
