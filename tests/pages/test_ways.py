"""Pages that no way leads to are shown, and do not stop a build."""

import pytest

from tests.breakages.edits import page_text
from tests.tiny_site import TinySite

NO_WAY = (
    "No way leads here from the home page, so readers do not find it. Link to it from another page; "
    "or, if people come by an address on a leaflet, write that address into redirects.yml."
)


def add(tiny: TinySite, key: str, english: str = "Text.", welsh: str = "Testun.") -> None:
    tiny.write(f"en/{key}.md", page_text(f"Page {key}", english))
    tiny.write(f"cy/{key}.md", page_text(f"Tudalen {key}", welsh, reviewed="B. Darllenydd"))


def lonely(tiny: TinySite) -> list[str]:
    tried = tiny.build()
    assert tried.built is not None, tried.lines
    return [problem.file for problem in tried.problems.warnings if problem.message == NO_WAY and not problem.safety]


def test_the_example_has_none(tiny: TinySite) -> None:
    assert lonely(tiny) == []


def test_a_page_without_a_link_is_shown_in_each_language(tiny: TinySite) -> None:
    add(tiny, "alone", "See [help](help.md) and [all of it](alone.md).")
    assert lonely(tiny) == ["content/cy/alone.md", "content/en/alone.md"]


def test_pages_that_lead_to_each_other_only_are_an_island(tiny: TinySite) -> None:
    add(tiny, "one", "See [two](two.md).")
    add(tiny, "two", "See [one](one.md).")
    assert lonely(tiny) == [f"content/{locale}/{key}.md" for locale in ("cy", "en") for key in ("one", "two")]


@pytest.mark.parametrize("text", ["See [the page](more/deep.md#here).", "::pages more/deep"])
def test_a_link_or_a_list_is_a_way_in_its_own_language(tiny: TinySite, text: str) -> None:
    add(tiny, "more/deep", "## Here\n\nText.")
    tiny.write("en/help.md", tiny.text("en/help.md") + f"\n{text}\n")
    assert lonely(tiny) == ["content/cy/more/deep.md"]


def test_the_footer_leads_to_a_page(tiny: TinySite) -> None:
    add(tiny, "alone")
    tiny.replace("site.yml", "footer: help", "footer: help, alone")
    assert lonely(tiny) == []


def test_an_address_on_a_leaflet_leads_to_a_page(tiny: TinySite) -> None:
    add(tiny, "alone")
    tiny.write("redirects.yml", "redirects:\n  - old: /leaflet/\n    new: /en/alone/\n")
    assert lonely(tiny) == []


def test_a_draft_is_not_asked_about(tiny: TinySite) -> None:
    tiny.write("en/later.md", page_text("Page later", "Text.", "draft: yes"))
    assert lonely(tiny) == []
