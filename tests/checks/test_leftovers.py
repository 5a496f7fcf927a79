"""Nothing half-made is published."""

from dataclasses import replace
from datetime import timedelta

import pytest

from signpost.build import Built
from signpost.checks import leftovers
from signpost.output.page import output_pages
from tests.checks.seeded import clean, found
from tests.tiny_site import TODAY


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(leftovers, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("</main>", "<p>{{ page.title }}</p></main>", "{{"),
        ("</main>", "<p>{% if %}</p></main>", "{%"),
        ("</main>", "<p>[[999]]</p></main>", "[["),
        ("</main>", "<p>:::warning</p></main>", ":::"),
        ("</main>", "<p>a\x02b</p></main>", "left over"),
        ("</main>", "<p>TBC</p></main>", "TBC"),
        ("</main>", "<p>[insert name]</p></main>", "[insert name]"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(leftovers, built, old, new)
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(
    "hidden", [{"draft": True}, {"publish_on": TODAY + timedelta(days=1)}, {"expires_on": TODAY}], ids=["draft", "future", "expired"]
)
def test_a_page_that_is_not_public_is_not_published(built: Built, hidden: dict[str, object]) -> None:
    pages = tuple(replace(page, **hidden) if page.path == "en/help/" else page for page in built.site.pages)  # type: ignore[arg-type]
    problems = leftovers.check(replace(built.site, pages=pages), output_pages(built.output, pages), built.output)
    assert [(problem.rule, problem.safety) for problem in problems] == [("draft", True)]
