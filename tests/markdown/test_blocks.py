"""The rules that teach the Markdown parser our blocks."""

import pytest
from markdown_it import MarkdownIt

from signpost.markdown.blocks import CONTAINERS, LEAVES, TITLED, add_blocks


def kinds(text: str) -> list[str]:
    markdown = MarkdownIt("commonmark")
    add_blocks(markdown)
    return [token.type for token in markdown.parse(text)]


def inline(text: str) -> list[str]:
    markdown = MarkdownIt("commonmark")
    add_blocks(markdown)
    return [child.content for token in markdown.parse(text) for child in token.children or () if child.type == "named"]


@pytest.mark.parametrize("name", CONTAINERS)
def test_a_block_is_opened_and_closed(name: str) -> None:
    found = kinds(f":::{name} words\ntext\n:::\nafter")
    assert found[0] == "container_block_open"
    assert found.index("container_block_close") < found.index("paragraph_open", 3)


@pytest.mark.parametrize("text", [":::warnings\na\n:::", "::: \na\n:::", ":: :warning\na", "text :::warning"])
def test_no_other_name_opens_one(text: str) -> None:
    assert not any(kind.startswith("container") for kind in kinds(text))


@pytest.mark.parametrize("name", LEAVES)
def test_a_one_line_block_ends_the_paragraph_above(name: str) -> None:
    assert kinds(f"text\n::{name} a\ntext").count("leaf") == 1


@pytest.mark.parametrize("text", ["a ::contact b", ":::contact b", "    ::contact b", "::", "::1"])
def test_no_one_line_block(text: str) -> None:
    assert "leaf" not in kinds(text)


def test_a_one_line_block_in_a_list_and_a_quotation() -> None:
    assert kinds("- a\n  ::contact b").count("leaf") == 1
    assert kinds("> ::contact b").count("leaf") == 1


def test_names_between_brackets() -> None:
    assert inline("a [[b]] [[ c d ]] [[]] [[x\ny]] \\[[e]] [[f]") == ["b", "c d"]


def test_every_block_with_a_title_is_a_block() -> None:
    assert set(TITLED) <= set(CONTAINERS)
