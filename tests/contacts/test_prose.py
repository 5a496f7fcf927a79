"""What prose may not say of a service."""

import pytest

from tests.contacts.typed import PLACE, add, lines_of
from tests.tiny_site import TinySite


@pytest.mark.parametrize("locale", ["en", "cy"])
@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Call 020 7946 0000 now.", "test-helpline"),
        ("Call **020** 7946 0000 now.", "test-helpline"),
        ("Call 02079460000.", "test-helpline"),
        ("- Ffoniwch 020-7946-0000", "test-helpline"),
        ("## Call 020 7946 0000", "test-helpline"),
        ("In danger, 999.", "999"),
        ("Ffoniwch naw naw naw.", "999"),
        (":::details Call 999\nMore.\n:::", "999"),
        (":::table Call 999\n| A | B |\n| --- | --- |\n| 1 | 2 |\n:::", "999"),
        ("[Call 999](index.md)", "999"),
        ("Dial 18001 020 7946 0000.", "test-helpline relay"),
        ("You can call 020 7946\n0000 when you like.", "test-helpline"),
        ("You can call 020\\\n7946 0000.", "test-helpline"),
        ("- You can dial\n  020 7946  \n  0000", "test-helpline"),
        ("Call O2O 7946 OOOO.", "test-helpline"),
        ("Call 020&nbsp;7946&nbsp;0000.", "test-helpline"),
        ("Call 9&#57;9.", "999"),
        ("Call 99[9](index.md).", "999"),
    ],
)
def test_a_number_in_prose_is_refused_with_the_key_to_write(tiny: TinySite, typed: str, key: str, locale: str) -> None:
    lines = add(tiny, typed, locale)
    assert any(
        line.startswith(f"content/{locale}/help.md:") and line.endswith(f"is typed into the text. Write [[{key}]].") for line in lines
    ), lines


def test_the_line_is_that_on_which_the_number_begins(tiny: TinySite) -> None:
    first = tiny.text("en/help.md").count("\n") + 2
    lines = add(tiny, "One line,\nthen 020\n7946 0000, and\nthen 999.")
    assert [line.partition(" ")[0] for line in lines] == [f"content/en/help.md:{first + 1}:", f"content/en/help.md:{first + 3}:"]


def test_numbers_and_keys_are_told_of_beside_other_mistakes_of_the_page(tiny: TinySite) -> None:
    """An editor sees all of it at once, and a page that stands below it is not told that it is missing."""
    tiny.write("en/below.md", tiny.text("en/help.md").replace("---\ntitle: Help and support", "---\ntitle: Below\nparent: help"))
    tiny.write(
        "cy/below.md",
        tiny.text("cy/help.md").replace("---\ntitle: ", "---\nparent: help\ntitle: Is ").replace("address: cymorth", "address: is"),
    )
    told = add(tiny, "Call [[999 fax]] or 020 7946 0000, or [[test-helplin]].")
    assert [line.partition(" ")[2][:19] for line in told] == ["The number “020 794", "There is no contact", "“fax” is not a form"]


def test_figures_and_dates_are_let_through(tiny: TinySite) -> None:
    assert (
        add(
            tiny,
            "On 05.11.2026, 101 people told us, 112 of 250 twice.\n\n:::table Reports\n| A | B | C | D |\n| --- | --- | --- | --- |\n| 100 | 200 | 3000 | 1 |\n:::",
        )
        == []
    )


def test_a_number_of_nobody_is_refused_too(tiny: TinySite) -> None:
    lines = add(tiny, "Call 01632 960 001.")
    assert [line.partition(" ")[2] for line in lines] == [
        "The number “01632 960 001” is typed into the text. Add the service to contacts.yml, then write [[its-key]]."
    ]


@pytest.mark.parametrize("field", ["title", "description"])
def test_a_number_in_a_title_is_refused(tiny: TinySite, field: str) -> None:
    before = next(line for line in tiny.text("en/help.md").split("\n") if line.startswith(field))
    tiny.replace("en/help.md", before, f"{field}: Call 020 7946 0000 when you want to talk to someone")
    assert any(f"The number “020 7946 0000” is typed into “{field}”. Say it without the number" in line for line in lines_of(tiny))


@pytest.mark.parametrize(
    ("old", "new", "field"), [("en: Tiny Police", "en: Tiny Police 101", "force"), ('"Stalking: get help"', '"Call 999"', "name")]
)
def test_a_number_in_the_settings_is_refused(tiny: TinySite, old: str, new: str, field: str) -> None:
    tiny.replace("site.yml", old, new)
    assert any(line.startswith("content/site.yml:") and f"is typed into “{field}”" in line for line in lines_of(tiny))


def test_a_part_of_an_address_of_the_register_names_its_key(tiny: TinySite) -> None:
    tiny.replace("contacts.yml", "    website: https://helpline.example/\n", "    website: https://helpline.example/\n" + PLACE)
    assert add(tiny, "The desk at 1 High Street is open.", "en")[0].endswith(
        "A postal address is typed into the text (“1 High Street”). Write [[test-helpline place]]. "
        "If it is an example, leave out the number and the postcode."
    )
