"""A saved page differs from the file only in what the editor changed."""

import pytest

from signpost.editing.merging import NotAPage, merged

KNOWN = ("title", "description", "owner", "draft")
NOW = """---
# Who keeps this page: ask first.
title: 'Find help'
description: "People you can call: the police, and more."
owner:
  Communications team,
  South Wales
parent: index
# draft: yes
---

First line.

- one
"""


def sent(
    title: str = "Find help", description: str = "'People you can call: the police, and more.'", body: str = "First line.\n\n- one"
) -> str:
    return f"---\ndescription: {description}\ntitle: {title}\nowner: Communications team, South Wales\n---\n{body}\n"


def test_nothing_changed_changes_no_byte() -> None:
    assert merged(NOW, sent(), KNOWN) == NOW


def test_one_changed_setting_changes_one_line() -> None:
    assert merged(NOW, sent(title="Get help"), KNOWN) == NOW.replace("title: 'Find help'", "title: Get help")


def test_a_changed_text_changes_only_the_text() -> None:
    assert merged(NOW, sent(body="Second line."), KNOWN) == NOW.replace("First line.\n\n- one", "Second line.")


def test_a_setting_that_is_not_shown_stays_and_an_emptied_one_goes() -> None:
    emptied = merged(NOW, sent(description="''"), KNOWN)
    assert "description" not in emptied
    assert "parent: index\n# draft: yes\n---" in emptied


def test_a_setting_of_the_other_language_is_not_taken_over() -> None:
    text = sent().replace("owner:", "translation_reviewed_by: Somebody\nowner:")
    assert merged(NOW, text, KNOWN) == NOW


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ("'Stalking: get help'", 'title: "Stalking: get help"'),
        ("'999'", "title: 999"),
        ("'It''s \"help\"'", 'title: It\'s "help"'),
        ("'- a dash'", 'title: "- a dash"'),
        ("'“Help”'", 'title: "“Help”"'),
    ],
)
def test_quotation_marks_stand_only_where_they_must(value: str, line: str) -> None:
    assert line in merged(NOW, sent(title=value), KNOWN).split("\n")


def test_a_new_page_has_the_settings_in_the_order_of_the_editing_page() -> None:
    assert merged(None, sent(), KNOWN).startswith(
        '---\ndescription: "People you can call: the police, and more."\ntitle: Find help\nowner:'
    )


@pytest.mark.parametrize(
    "text", ["no settings", "---\ntitle: [\n---\nText\n", "---\ntitle:\n  - a\n---\nText\n", "---\ntitle: a\ntitle: b\n---\nx\n"]
)
def test_what_is_no_page_is_refused(text: str) -> None:
    with pytest.raises(NotAPage):
        merged(NOW, text, KNOWN)
