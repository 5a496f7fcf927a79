"""What pages say of contacts, held against the register."""

import pytest

from signpost.contacts.rules import check_template_words
from signpost.load import load
from signpost.model import Locale
from signpost.problems import Problems
from tests.tiny_site import ROOT, TODAY, TinySite

LAST = "Read [the 1997 Act](https://www.legislation.gov.uk/ukpga/1997/40)"


def lines_of(tiny: TinySite) -> list[str]:
    """The sentences of reading and cross-checking, without rendering."""
    problems = Problems()
    load(tiny.content, "content", ROOT, TODAY, problems)
    return [problem.as_text() for problem in problems.errors]


def add(tiny: TinySite, text: str, locale: str = "en") -> list[str]:
    tiny.write(f"{locale}/help.md", tiny.text(f"{locale}/help.md") + f"\n{text}\n")
    return lines_of(tiny)


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


def test_a_number_in_the_words_of_a_template_is_refused(tiny: TinySite) -> None:
    site = tiny.good().site
    problems = Problems()
    check_template_words({"en": Locale("en", "English", {"emergency_call": "Call 999", "other": "Call {number}"})}, site.contacts, problems)
    assert [problem.as_text() for problem in problems] == [
        "templates/strings/en.yml: The number “999” is typed into “emergency_call”. Write {number} and let the template fill it from contacts.yml."
    ]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "en: Talk to someone who understands.",
            "en: Call 020 7946 0000.",
            "“020 7946 0000” is typed into “what_for” (en) of “test-helpline”. Write it in “number” only",
        ),
        ("cy: Llinell Gymorth Prawf", "cy: Llinell 999", "“999” is typed into “name” (cy) of “test-helpline”"),
        ("en: Free", "en: Free on 0800 1111", "“0800 1111” is typed into “cost” (en)"),
        (
            "en: Call from a mobile and press the keys when asked.",
            "en: Press 55 when asked.",
            "“55” is typed into “what_for” (en) of “999-silent”. Write it in “keypad” only",
        ),
        (
            "en: Talk to someone who understands.",
            "en: Text HELP to 88770.",
            "“88770” is typed into “what_for” (en) of “test-helpline”. Write it in “number” only",
        ),
        (
            "cy: Siaradwch â rhywun sy'n deall.",
            "cy: Ar agor 9am tan 5pm.",
            "“9am tan 5pm” is typed into “what_for” (cy) of “test-helpline”. Write it in “hours” only",
        ),
        ("    owner: Communications team", "    owner: Team on 101", "“101” is typed into “owner” of “999”"),
    ],
)
def test_the_register_itself_holds_each_number_once(tiny: TinySite, old: str, new: str, sentence: str) -> None:
    tiny.replace("contacts.yml", old, new)
    assert any(sentence in line for line in lines_of(tiny)), lines_of(tiny)


@pytest.mark.parametrize(
    ("typed", "fine"),
    [
        ("https://helpline.example/", False),
        ("https://helpline.example", False),
        ("https://www.helpline.example/", False),
        ("https://HELPLINE.example/#top", False),
        ("https://helpline.example/stories", True),
    ],
)
def test_a_service_address_typed_as_a_link_is_refused(tiny: TinySite, typed: str, fine: bool) -> None:
    tiny.replace("site.yml", "allowed_sites:\n", "allowed_sites:\n  - helpline.example\n  - www.helpline.example\n")
    lines = add(tiny, f"Read [what the helpline says]({typed}).")
    told = [line for line in lines if "Write [[test-helpline website]] in place of the link and its words." in line]
    assert (lines == []) if fine else (len(told) == 1)


PLACE = "    place:\n      en: Tiny Police Station, 1 High Street, Tiny\n      cy: Gorsaf Heddlu Bach, 1 Stryd Fawr, Bach\n"


@pytest.mark.parametrize(
    ("typed", "locale", "fine"),
    [
        ("Come to Tiny Police Station, 1 High Street, Tiny.", "en", False),
        ("Come to tiny police station 1 High Street, **Tiny**", "en", False),
        ("Dewch i Orsaf: Gorsaf Heddlu Bach, 1 Stryd Fawr, Bach", "cy", False),
        ("Come to High Street, Tinytown", "en", True),
    ],
)
def test_a_postal_address_typed_twice_is_refused(tiny: TinySite, typed: str, locale: str, fine: bool) -> None:
    tiny.replace("contacts.yml", "    website: https://helpline.example/\n", "    website: https://helpline.example/\n" + PLACE)
    lines = [line.partition(" ")[2] for line in add(tiny, typed, locale)]
    assert lines == ([] if fine else ["The address of “test-helpline” is typed into the text. Write [[test-helpline place]]."])


def test_a_part_of_an_address_of_the_register_names_its_key(tiny: TinySite) -> None:
    tiny.replace("contacts.yml", "    website: https://helpline.example/\n", "    website: https://helpline.example/\n" + PLACE)
    assert add(tiny, "The desk at 1 High Street is open.", "en")[0].endswith(
        "A postal address is typed into the text (“1 High Street”). Write [[test-helpline place]]. "
        "If it is an example, leave out the number and the postcode."
    )


def test_a_postal_address_is_named_by_key(tiny: TinySite) -> None:
    tiny.replace("contacts.yml", "    website: https://helpline.example/\n", "    website: https://helpline.example/\n" + PLACE)
    tiny.write("cy/help.md", tiny.text("cy/help.md") + "\nDewch i [[test-helpline place]].\n")
    assert "<p>Dewch i Gorsaf Heddlu Bach, 1 Stryd Fawr, Bach.</p>" in tiny.good().output["cy/cymorth/index.html"].decode()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("[[test-helplin]]", "There is no contact “test-helplin”. Did you mean “test-helpline”?"),
        ("[[test-helpline email]]", "The contact “test-helpline” has no “email”. It has: name, number, relay, cost, website."),
        ("[[test-helpline fax]]", "“fax” is not a form of a contact"),
        ("::contact test-helplin", "There is no contact “test-helplin”"),
        ("::contacts need=talking", "“talking” is not a word for “need”"),
        ("::contacts area=scotland", "No contact in contacts.yml has area=scotland. Ask for less, or add it to a contact."),
        ("::contacts need=talk area=england", "No contact in contacts.yml has need=talk area=england."),
        ("::contacts colour=red", "Write which contacts after “::contacts”, by need, area, kind, audience or language"),
    ],
)
def test_a_key_must_lead_to_what_is_asked_for(tiny: TinySite, typed: str, sentence: str) -> None:
    lines = add(tiny, typed)
    assert any(sentence in line for line in lines), lines


def test_the_silent_part_of_the_panel_needs_its_keys(tiny: TinySite) -> None:
    tiny.replace("contacts.yml", "    keypad: 55\n", "")
    assert any("The contact “999-silent” for “silent” under “emergency” has no “keypad”." in line for line in lines_of(tiny))
