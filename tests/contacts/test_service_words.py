"""Digits and hours that only the register may say, typed into a sentence."""

import pytest

from signpost.contacts.service_words import digits_to_dial, hours_in_prose
from signpost.pages.front_matter import HOME
from tests.contacts.typed import add
from tests.tiny_site import TinySite


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Text HELP to 88770.", ["88770"]),
        ("Text the word HELP to 88770 now", ["88770"]),
        ("Anfonwch HELP i 88770.", ["88770"]),
        ("Call 1234 for help.", ["1234"]),
        ("Call us on 1234.", ["1234"]),
        ("Ffoniwch ni ar 1234, neu", ["1234"]),
        ("Press 55 when asked", ["55"]),
        ("Pwyswch y bysellau 55.", ["55"]),
        ("a phwyswch 2", ["2"]),
        ("Press the key *2.", ["*2"]),
        ("Text 88770", ["88770"]),
        ("Tecstiwch ni ar 88770.", ["88770"]),
        ("Tel. 655555", ["655555"]),
        ("Ffôn: 655 555", ["655 555"]),
        ("Call Cardiff 222111", ["222111"]),
        ("Ring 222 111 now", ["222 111"]),
        ("ask for extension 4321", ["4321"]),
        ("dial 141 before the number", ["141"]),
        ("call1234.", ["1234"]),
        ("Gwasgwch 2", ["2"]),
        ("Key in 55, then wait", ["55"]),
        ("Call 300 people", []),
        ("mobile 2019, phone 300 people", []),
        ("Send it to 300. Sending letters to 450, and", []),
        ("call handlers: 350.", []),
        ("est. 450", []),
        ("They call 101 officers", []),
        ("Call before 2027", []),
        ("Call on 23 November", []),
        ("Dial 1998.", []),
        ("Text 100 people to tell them", []),
        ("Press the button 3 times", []),
        ("Press reports from 55 papers", []),
        ("Send it to 30 friends", []),
        ("a phone call of 120 minutes", []),
        ("calls rose by 45%", []),
    ],
)
def test_digits_that_a_sentence_tells_people_to_dial(text: str, found: list[str]) -> None:
    assert digits_to_dial(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is open from 9:30am to 4pm.", ["9:30am to 4pm"]),
        ("Open 09:30–16:00 on weekdays", ["09:30–16:00"]),
        ("Lines are open 9 to 5pm", ["9 to 5pm"]),
        ("Call between noon and two, or 6pm until midnight", ["6pm until midnight"]),
        ("The helpline is there 24/7", ["24/7"]),
        ("Ring them: lines are open 24 hours a day.", ["24 hours a day"]),
        ("Mae'r llinell ar agor o 9am tan 5pm.", ["9am tan 5pm"]),
        ("Mae ar gael 24 awr y dydd", ["24 awr y dydd"]),
        ("Call between 9am and 5pm", ["9am and 5pm"]),
        ("Monday to Friday, 9:30am to 4pm", ["9:30am to 4pm"]),
        ("It opens at 9:30 and closes at 4pm", ["9:30", "4pm"]),
        ("Open until 8pm", ["8pm"]),
        ("Open 9–5", ["9–5"]),
        ("open from 9.30 to 4", ["9.30 to 4"]),
        ("Ar agor o 9 tan 5", ["9 tan 5"]),
        ("Mae'r swyddfa ar agor tan 8yh", ["8yh"]),
        ("A helpline, open day and night", ["day and night"]),
        ("Available round the clock; 24hr helpline", ["round the clock", "24hr"]),
        ("You can call within 24 hours", []),
        ("Call a solicitor for 24 hours", []),
        ("He calls at night. I phone 24 hours later", []),
        ("Your phone shows calls from 9pm to 11pm", []),
        ("open 3-4 windows", []),
        ("write the hours you were away: 9am to 5pm", []),
        ("He stood outside from 9pm to 11pm.", []),
        ("He stood outside from 9pm to 11pm. Call us.", []),
        ("He watched me 24/7", []),
        ("Keep the papers for 24 hours", []),
        ("It is open to people aged 16 to 24", []),
        ("Call within 24 days", []),
        ("open: sections 9 to 12", []),
        ("Call us in 2026 to 2027", []),
    ],
)
def test_hours_of_a_service(text: str, found: list[str]) -> None:
    assert hours_in_prose(text) == found


@pytest.mark.parametrize("locale", ["en", "cy"])
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("Text HELP to 88770.", "The number “88770” is typed into the text. Add the service to contacts.yml, then write [[its-key]]."),
        ("Press 55 when the voice asks.", "The number “55” is typed into the text. Write [[999-silent keypad]]."),
        ("Pwyswch 55.", "The number “55” is typed into the text. Write [[999-silent keypad]]."),
        ("Call 999.", "The number “999” is typed into the text. Write [[999]]."),
        ("It is open from 9am to 5pm.", "The hours “9am to 5pm” are typed into the text. Write [[its-key hours]], or leave them out."),
        ("Ar agor 9am tan 5pm.", "The hours “9am tan 5pm” are typed into the text. Write [[its-key hours]], or leave them out."),
    ],
)
def test_they_stop_the_build_once_each(tiny: TinySite, typed: str, sentence: str, locale: str) -> None:
    assert [line.partition(" ")[2] for line in add(tiny, typed, locale)] == [sentence]


def test_a_title_holds_neither(tiny: TinySite) -> None:
    tiny.replace(f"en/{HOME}.md", "description: ", "description: Call 1234 or text HELP to 88770, open 9am to 5pm. ")
    lines = tiny.build().lines
    assert [typed for typed in ("1234", "88770", "9am to 5pm") if any(f"“{typed}”" in line for line in lines)] == [
        "1234", "88770", "9am to 5pm",
    ]  # fmt: skip
