"""Text for XML: what a parser reads back is what was written."""

from xml.etree import ElementTree
from xml.sax.saxutils import escape as standard

from hypothesis import given
from hypothesis import strategies as st

from signpost.files.xml_text import escape, quoteattr

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), include_characters="\n\t\"'<>&", exclude_characters="\ufffe\uffff")
)


@given(TEXTS)
def test_text_and_attributes_come_back(text: str) -> None:
    element = ElementTree.fromstring(f"<a b={quoteattr(text)}>{escape(text)}</a>")
    assert element.get("b") == text
    assert (element.text or "") == text


@given(TEXTS)
def test_it_is_what_the_standard_library_makes(text: str) -> None:
    assert escape(text) == standard(text)
