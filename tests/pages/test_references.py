"""What stands between `[[` and `]]`, and after `::`."""

import pytest

from signpost.markdown.blocks import CONTACT_FORMS
from signpost.pages.document import ContactCard, ContactSlot, DiarySheet, ExitLink, PageList, PlanSlot, Slot
from signpost.pages.references import read_leaf, read_named


def named(content: str) -> tuple[Slot | None, list[str]]:
    said: list[str] = []
    return read_named(content, 3, lambda _line, message, _rule: said.append(message)), said


def leaf(name: str, content: str) -> tuple[Slot | None, list[str]]:
    said: list[str] = []
    return read_leaf(name, content, 3, 7, lambda _line, message, _rule: said.append(message)), said


def test_a_contact_in_a_sentence_is_its_number_unless_a_form_is_named() -> None:
    assert named("999") == (ContactSlot("999", "number", 3), [])
    for form in CONTACT_FORMS:
        assert named(f"a-b  {form}") == (ContactSlot("a-b", form, 3), [])


@pytest.mark.parametrize("reference", ["7", "7.1", "29.12"])
def test_a_part_of_the_plan(reference: str) -> None:
    assert named(f"plan: {reference}") == (PlanSlot(reference, 3), [])


@pytest.mark.parametrize("content", ["plan:", "plan:seven", "plan:7.1.2", "plan:７", "plan:-1"])
def test_no_part_of_a_plan(content: str) -> None:
    slot, said = named(content)
    assert slot is None
    assert "Write [[plan:7]] or [[plan:7.1]]." in said[0]


def test_a_form_that_does_not_exist_gets_a_suggestion() -> None:
    slot, said = named("999 nmae")
    assert slot is None
    assert said[0].endswith("Did you mean “name”?")


@pytest.mark.parametrize(
    ("name", "content", "slot"),
    [
        ("contact", "test-helpline", ContactCard("test-helpline", 3, 7)),
        ("pages", "help, report.md ,", PageList(("help", "report"), 7)),
        ("diary-sheet", "20", DiarySheet(20, 7)),
        ("practise-exit", "", ExitLink(7)),
    ],
)
def test_one_line_blocks(name: str, content: str, slot: Slot) -> None:
    assert leaf(name, content) == (slot, [])


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("contact", "", "Write the contact's key"),
        ("contact", "two words", "Write the contact's key"),
        ("contacts", "police", "::contacts need=police"),
        ("pages", " , ", "with commas"),
        ("diary-sheet", "0", "from 1 to 20"),
        ("diary-sheet", "21", "from 1 to 20"),
        ("diary-sheet", "six", "from 1 to 20"),
        ("practise-exit", "now", "stands alone"),
        ("contakt", "999", "Did you mean “contact”?"),
    ],
)
def test_one_line_blocks_that_are_wrong(name: str, content: str, words: str) -> None:
    slot, said = leaf(name, content)
    assert slot is None
    assert len(said) == 1
    assert words in said[0]
