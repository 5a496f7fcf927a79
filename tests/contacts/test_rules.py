"""What pages say of contacts, held against the register."""

import pytest

from signpost.contacts.rules import check_template_words
from signpost.model import Locale
from signpost.problems import Problems
from tests.contacts.typed import PLACE, add, lines_of
from tests.tiny_site import TinySite


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
