"""A document: finished HTML with gaps."""

from signpost.pages.document import ContactSlot, Document, PageLink


def test_the_slots_are_the_parts_that_are_no_text() -> None:
    first, second = ContactSlot("999", "number", 1), PageLink("a.md", "", 2)
    assert Document(("<p>", first, "</p>", second), (), (), ()).slots == (first, second)


def test_two_readings_of_one_text_are_equal() -> None:
    assert Document(("a",), (), (), ()) == Document(("a",), (), (), ())
    assert hash(Document(("a",), (), (), ())) == hash(Document(("a",), (), (), ()))
