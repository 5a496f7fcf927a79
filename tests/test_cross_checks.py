"""What one file says of another."""

import pytest

from signpost.pages.links import resolve
from tests.breakages.edits import page_text
from tests.tiny_site import TinySite


@pytest.mark.parametrize(
    ("key", "target", "place"),
    [
        ("help", "report.md", ("en", "report")),
        ("help", "../cy/report.md", ("cy", "report")),
        ("more/deep", "report.md", ("en", "more/report")),
        ("more/deep", "../report.md", ("en", "report")),
        ("help", "more/deep.md", ("en", "more/deep")),
        ("help", "../../x.md", ("..", "x")),
    ],
)
def test_where_a_link_leads(tiny: TinySite, key: str, target: str, place: tuple[str, str]) -> None:
    tiny.write("en/more/deep.md", page_text("Deep", "Text."))
    tiny.write("cy/more/deep.md", page_text("Dwfn", "Testun.", reviewed="B. D."))
    page = tiny.good().site.page("en", key)
    assert page is not None
    assert resolve(page.locale, page.key, target) == place


def test_a_link_out_of_the_content_folder_leads_to_no_page(tiny: TinySite) -> None:
    tiny.write("en/index.md", tiny.text("en/index.md") + "\nRead [the file](../../../etc/passwd.md).\n")
    assert tiny.build().lines[0].startswith("content/en/index.md:16: There is no page")


def test_a_page_that_cannot_be_read_is_not_reported_as_missing_too(tiny: TinySite) -> None:
    tiny.write("en/help.md", "")
    assert tiny.build().lines == ["content/en/help.md: The file is empty. Write its content, or delete the file."]


def test_a_link_into_a_page_of_the_other_language(tiny: TinySite) -> None:
    tiny.write("en/index.md", tiny.text("en/index.md") + "\nRead [the Welsh page](../cy/help.md#y-gyfraith).\n")
    assert b'href="../cy/cymorth/#y-gyfraith"' in tiny.good().output["en/index.html"]


def test_a_list_of_pages_does_not_hold_drafts(tiny: TinySite) -> None:
    for locale, reviewed in (("en", ""), ("cy", "B. D.")):
        tiny.write(f"{locale}/new.md", page_text(f"New {locale}", "Text.", "draft: yes", reviewed=reviewed))
    tiny.write("en/index.md", tiny.text("en/index.md").replace("::pages help", "::pages help, new"))
    assert tiny.build().lines == [
        "content/en/index.md:14: The page “new.md” is a draft or not published today. Publish it, or delete the link."
    ]


@pytest.mark.parametrize("setting", ["draft: yes", "publish_on: 2027-01-01", "expires_on: 2027-01-01", "parent: help"])
def test_languages_are_published_together(tiny: TinySite, setting: str) -> None:
    tiny.write("en/new.md", page_text("New", "Text."))
    tiny.write("cy/new.md", page_text("Newydd", "Testun.", setting, reviewed="B. D."))
    name, _, value = setting.partition(": ")
    there = "“no”" if name == "draft" else "not set"
    assert tiny.build().lines == [
        f"content/cy/new.md:7: “{name}” is “{value}” here and {there} in content/en/new.md. Write the same in both languages."
    ]


def test_equal_titles_in_two_languages_are_fine(tiny: TinySite) -> None:
    tiny.replace("cy/help.md", "title: Cymorth a chefnogaeth", "title: Help and support")
    tiny.good()


def test_addresses_that_differ_in_nothing(tiny: TinySite) -> None:
    tiny.write("en/aid.md", page_text("Aid", "Text.", "address: help"))
    tiny.write("cy/aid.md", page_text("Cymorth arall", "Testun.", reviewed="B. D."))
    assert tiny.build().lines == [
        "content/en/help.md:1: The address “/en/help/” belongs to content/en/aid.md already. Write another “address”."
    ]


def test_a_contact_without_a_number_cannot_be_the_emergency_one(tiny: TinySite) -> None:
    tiny.replace("contacts.yml", "    number: 999\n    keypad: 55\n", "    website: https://www.police.example/silent\n")
    assert any("“999-silent” for “silent” under “emergency” has no number" in line for line in tiny.build().lines)


@pytest.mark.parametrize(
    "text", ["section 111 of the Act", "10 years", "in 1997-2026", "£999", "99.9 per cent", "1,101 offences", "part 2.101"]
)
def test_what_is_no_telephone_number(tiny: TinySite, text: str) -> None:
    tiny.write("en/index.md", tiny.text("en/index.md") + f"\nIt says {text} here.\n")
    assert tiny.build().lines == []
