"""Telephone numbers in a sentence, however they are typed; and figures, which are none."""

import random

import pytest

from signpost.contacts.number_finder import digits_of, numbers_in_prose
from signpost.contacts.number_words import digits_said, said_in_words
from tests.processor import at_most

KNOWN = {"0808 802 0300", "07860 077333", "85258", "61016", "116 123", "101", "999"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call 020 7946 0000 today.", ["020 7946 0000"]),
        ("Ring +44 (0)20 7946 0000 now", ["+44 (0)20 7946 0000"]),
        ("Ffoniwch (020) 7946-0000", ["(020) 7946-0000"]),
        ("020.7946.0000", ["020.7946.0000"]),
        ("020\u00a07946\u20110000", ["020\u00a07946\u20110000"]),
        ("020\n7946 0000", ["020\n7946 0000"]),
        ("０２０ ７９４６ ００００", ["０２０ ７９４６ ００００"]),
        ("a digit short: 0808 802 030", ["0808 802 030"]),
        ("0800 1111", ["0800 1111"]),
        ("without its 0: 808 802 0300", ["808 802 0300"]),
        ("in danger call 999", ["999"]),
        ("999.", ["999"]),
        ("dial 9-9-9 or 9 9 9", ["9-9-9", "9 9 9"]),
        ("deialwch 101, neu 116 123 neu 116123", ["101", "116 123", "116123"]),
        ("dial 18001 101, or 18000 in danger", ["18001 101", "18000"]),
        ("call nine nine nine", ["nine nine nine"]),
        ("ffoniwch naw naw naw", ["naw naw naw"]),
        ("call one-oh-one", ["one-oh-one"]),
        ("text 61016", ["61016"]),
        ("On 23 November 2026, 12 of 45 people", []),
        ("from 2024 2025 2026 on", []),
        ("2026-11-23 and 23/11/2026", []),
        ("section 111 of the Act; adran 101", []),
        ("£101 and 101% and 1,010,000 people", []),
        ("0.25 0.50 0.75 1.00", []),
        ("https://example.org/?id=33020794600001234", []),
        ("101 offences", []),
        ("the years 1997/98, 16 to 24", []),
    ],
)
def test_numbers_typed_into_prose_are_found(text: str, found: list[str]) -> None:
    assert numbers_in_prose(text, {"61016"}) == found


def test_the_number_that_is_meant() -> None:
    assert digits_of("nine nine nine") == "999"
    assert digits_of("un dim un") == "101"
    assert digits_of("０２０ 79-46") == "0207946"


ONE_NUMBER = (
    "0808/802/0300", "0808, 802, 0300", "0808 · 802 · 0300", "0808•802•0300", "0808_802_0300", "0808|802|0300", "0808 – 802 – 0300",
    "0 8 0 8 8 0 2 0 3 0 0", "o808 802 0300", "O8O8 8O2 O3OO", "0808 8O2 03OO", "0808 802 0300x", "[0800] 555 111", "0800     555 111",
    "(0)808 802 0300", "+44 (0) 808-802-0300", "0044 808 802 0300", "808 802 0300", "20 7946 0000",
    "1-800-273-8255", "1800 273 8255", "0 2920 222111", "£0800 555 111", "phone=0800555111", "tel.0800 555 111", "Tel0800 555 111",
    "Ffôn029 2022 2111", "/0800 555 111", "0800 555 111pm", "call,0800 555 111", "0801 000 000", "01656 6555 55", "18001 + 101", "180 00",
    "999s", "9.9.9", "9/9/9", "9️⃣9️⃣9️⃣", "⁹⁹⁹", "1o1", "999,55", "9 9 9", "85 258", "85-258", "852 58", "610 16", "116.123",
    "1 1 6 1 2 3", "118 118", "118500", "zero eight zero eight, eight zero two, zero three double oh", "dim wyth dim wyth wyth dim dau",
    "one one six one two three", "treble nine", "triple 9", "nine double nine", "three nines", "one oh five", "un un un", "naw-naw-naw",
)  # fmt: skip


@pytest.mark.parametrize("typed", ONE_NUMBER)
@pytest.mark.parametrize("sentence", ["{}", "You can reach us: {}.", "({}) a mwy"])
def test_it_is_found_however_it_is_typed(typed: str, sentence: str) -> None:
    assert len(numbers_in_prose(sentence.format(typed), KNOWN)) == 1


def test_two_numbers_beside_each_other_are_two() -> None:
    assert numbers_in_prose("0808 802 0300, 0800 555 111/0300 123 4567 or 101 / 999", KNOWN) == [
        "0808 802 0300", "0800 555 111", "0300 123 4567", "101", "999",
    ]  # fmt: skip


@pytest.mark.parametrize("digits", ["800 555 111", "7860 077333", "0786.007.7333", "0786 0077-333", "0808-8020-300"])
def test_a_known_number_is_found_without_its_zero_and_in_any_groups(digits: str) -> None:
    assert len(numbers_in_prose(f"Try {digits}", KNOWN | {"0800 555 111"})) == 1


def test_no_grouping_hides_a_known_number() -> None:
    chance = random.Random(4)
    gaps = ["", "", " ", "  ", "-", " - ", ".", "/", ", ", " · ", "\u00a0", "\u2011", "\u2009", "(", ") ", "_", "*", "\n"]
    for _ in range(2000):
        number = chance.choice(["0808 802 0300", "07860 077333"])
        digits = number.replace(" ", "")[chance.randint(0, 1) :]
        typed = "".join(digit + chance.choice(gaps) for digit in digits[:-1]) + digits[-1]
        before, after = chance.choice(["", "Call ", "Tel:", "(", "ar ", "+44 "]), chance.choice(["", ".", " now", ")", ", neu"])
        found = numbers_in_prose(before + typed + after, KNOWN)
        assert any(digits in digits_of(each) for each in found), typed


FIGURES = """
23.11.2026 and 05/11/2026; 05.11.2026 to 06.11.2026; 2026-11-23; 05 11 2026
08.00-20.00, 09:30 to 16:00, 0930 hours
from 2024 2025 2026 on; 2019, 2020, 2021; 2024–25; 1997/98
section 111; sections 4, 101 and 111; s. 101; adrannau 4 a 101; Part 101; Table 112; pages 101 to 112; EWCA Crim 101; 2019 c. 101
101 people, 999 officers, 112 days, 105 metres, 101 per cent, 101 %, 101 km, 101 of 250, 999 of the 1,200, 111 out of 250
101 o bobl, 999 o swyddogion, 101 o flynyddoedd, 112 y cant
101 High Street; 105 Old Cowbridge Road; 101 Heol y Bont; room 101; flat 112; bus 101; form 101
£101, £999, £1,999, 101p, 1,101, 10,101, 101,000, 101.5, 0.25%, A101, COVID-101, NO/101
crime reference 2600123456; incident number 26001234567; Company no. 06503450; charity number 1087860; cyfeirnod 2600123456; ref. 26/00345123; case 26*123456
ISBN 978-1-5286-5047-8; ISBN 9781528650478
1 000 000, 2 000 000 000, 1,200,000; 100 200 300 400; 50 100 150 200 250 300; 0 5 10 15 20 25 30 35; 0.1, 0.2, 0.3, 0.4
https://example.org/0808-802-0301 and www.example.org/08088020301; assets/site.0123456789.css; 0123456789abcdef0123
10l of petrol, 1 0 1 0, version 1.0.101, CF10 3NN, on a scale 0 1 2 3 4 5 6 7 8 9 10
one, two, three, four, five, six; mae un o bob tri; dim un, dau neu dri; no one, nine of ten
between 101 and 112 cases; 101 and 250 people, from 101 to 250; rose to 101, fell by 101, a total of 112; cododd o 101 i 250
18000 people, 18001 officers, 18,000
"""


@pytest.mark.parametrize("figure", [part for line in FIGURES.strip().split("\n") for part in line.split("; ")])
def test_a_figure_is_no_number(figure: str) -> None:
    assert numbers_in_prose(f"There were {figure} last year", {"101", "999", "0808 802 0300"}) == []


@pytest.mark.parametrize(
    "doubtful", ["999 calls", "101 reports", "dial 101 of course", "ring 999 o ffôn symudol", "crime reference 08005551111"]
)
def test_what_is_doubtful_is_asked_about(doubtful: str) -> None:
    assert len(numbers_in_prose(doubtful, ())) == 1


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("nine nine nine", "999"),
        ("Triple 9", "999"),
        ("one-oh-one", "101"),
        ("un dim un", "101"),
        ("one one six, one two three", "116123"),
        ("oh eight oh eight, eight oh two, oh three double oh", "08088020300"),
        ("zero two treble nine one", "029991"),
        ("nine people", None),
        ("999", None),
    ],
)
def test_a_number_said_in_words(said: str, digits: str | None) -> None:
    assert digits_said(said) == digits
    assert said_in_words(f"call {said}!") == ([] if digits is None else [(5, 5 + len(said))])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("O8O8 8O2 O3OO", "08088020300"), ("0808·802·0300", "08088020300"), ("9️⃣9️⃣9️⃣", "999"), ("1o1", "101"), ("08088O20", "08088020")],
)
def test_the_digits_that_are_meant(typed: str, meant: str) -> None:
    assert digits_of(typed) == meant


DATES = ("1 November 2026", "5 Mehefin 1999", "01/11/2026", "2026-11-01", "1.11.26", "10:30", "9.45", "in 2024")


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("number", ["101", "999", "9-9-9", "116 123", "61016"])
def test_a_short_number_right_after_a_date_is_found(date: str, number: str) -> None:
    assert numbers_in_prose(f"Since {date} {number} is free", {"61016"}) == [number]
    assert numbers_in_prose(f"Since {date} {number}.", {"61016"}) == [number]


@pytest.mark.parametrize(
    "text",
    ["On 1 November 2026 101 people came", "In 2024 2025 2026", "10:30 101 officers", "from 2025 101.5 on"],
)
def test_a_figure_after_a_date_is_none(text: str) -> None:
    assert numbers_in_prose(text, {"61016"}) == []


def test_what_looks_like_a_year_may_be_a_part_of_a_longer_number() -> None:
    assert numbers_in_prose("020 2026 101", {"101"}) == ["020 2026 101"]


def test_a_date_before_hides_nothing_and_makes_nothing_of_a_figure() -> None:
    """What is found after a date is what is found after a word."""
    chance = random.Random(8)
    pieces = ["101", "999", "116 123", "12", "250", "people", "officers", "now", "o bobl", "0808 802 0300", "%", "of 250", ", ", ".", " a "]
    for _ in range(2000):
        rest = " ".join(chance.choices(pieces, k=chance.randint(1, 4)))
        after_word, after_date = (numbers_in_prose(f"{before} {rest}", KNOWN) for before in ("November", f"1 {chance.choice(DATES)}"))
        assert after_date == after_word, rest


@pytest.mark.parametrize("row", ["0" * 60 + "the", "123 " * 60 + "1234a", "18001" + "12" * 60 + "a", "18001 " + "+12" * 60 + "a"])
def test_a_long_row_of_digits_before_a_letter_is_looked_through_once(row: str) -> None:
    """The fuzzer found it: each way of parting the row was tried, and that has no end."""
    with at_most(5):
        numbers_in_prose(row, ["116 123"])
