"""Numbers: what may be dialled, how it is linked and said, and where it is found when typed into prose."""

import random
import re

import pytest

from signpost.contacts.numbers import call_fault, is_emergency, number_fault, relay_number, spoken, tel_address
from tests.tiny_site import TinySite

GOOD = (
    "999", "112", "101", "111", "105", "116 123", "61016", "85258", "020 7946 0000", "0808 157 0192", "0800 1111",
    "0800 555 111", "0300 123 4567", "0345 600 0459", "01632 960001", "07911 123456", "02079460000",
)  # fmt: skip


@pytest.mark.parametrize("number", [number for number in GOOD if not number.startswith("01632")])
def test_a_number_as_it_is_dialled_is_fine(number: str) -> None:
    assert number_fault(number) is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("+44 20 7946 0000", "starting with 0"),
        ("0044 20 7946 0000", "starting with 0"),
        ("0 044 20 7946 0000", "starting with 0"),
        ("0 0", "starting with 0"),
        ("020  7946 0000", "spaces too many"),
        (" 020 7946 0000", "spaces too many"),
        ("020\u00a07946 0000", "special space"),
        ("020\u202f7946 0000", "special space"),
        ("020 7946 OOOO", "a letter where a digit should be"),
        ("O20 7946 0000", "a letter where a digit should be"),
        ("02O 7946 0000", "a letter where a digit should be"),
        ("０２０ ７９４６ ００００", "digits of another script"),
        ("٠٢٠ ٧٩٤٦ ٠٠٠٠", "digits of another script"),
        ("020-7946-0000", "nothing else"),
        ("(020) 7946 0000", "nothing else"),
        ("020 7946 0000 ext 3", "nothing else"),
        ("tel:999", "it has words in it"),
        ("", "nothing else"),
        ("020 7946 000", "not a number in use"),
        ("020 7946 00000", "not a number in use"),
        ("0808 802 030", "not a number in use"),
        ("20 7946 0000", "the 0 at its start is missing"),
        ("998", "no short number 998"),
        ("0844 811 0000", "cost the caller money"),
        ("0871 200 0000", "cost the caller money"),
        ("0900 100 0000", "cost the caller money"),
        ("118 500", "cost the caller money"),
        ("0701 123 4567", "cost the caller money"),
        ("0", "not a number in use"),
        ("01", "not a number in use"),
        ("18000", "Write the service's own number"),
        ("18001 101", "Write the service's own number"),
        ("18001 0808 802 0300", "Write the service's own number"),
        ("9" * 400, "no short number"),
        ("0" + "2" * 400, "not a number in use"),
    ],
)
def test_a_number_that_needs_repair_is_refused_with_what_to_write(number: str, words: str) -> None:
    fault = number_fault(number)
    assert fault is not None
    assert words in fault


@pytest.mark.parametrize("number", ["61016", "85258", "70007"])
def test_a_code_for_texts_is_no_number_to_call(number: str) -> None:
    assert number_fault(number) is None
    assert "write it under “sms”" in (call_fault(number) or "")
    assert call_fault("116 123") is None


def test_no_text_at_all_breaks_the_check() -> None:
    """Whatever is typed is refused with a sentence, or can be dialled exactly as it stands."""
    chance = random.Random(4)
    signs = "0123456789 " * 6 + "+-()OolI.\u00a0\u200b０९٣²½①x\n"
    accepted = 0
    for turn in range(5000):
        text = "".join(chance.choice(signs) for _ in range(chance.randint(0, 16)))
        if turn % 2:  # nearly a number: of what is only typed at random hardly any is one
            text = f"0{chance.randint(1_000, 9_999)} {chance.randint(100_000, 999_999)}"
            text = text.replace(chance.choice("0123456789"), chance.choice([*"0123456789", signs[-1 - chance.randint(0, 19)]]))
        if call_fault(text) is None:
            assert re.fullmatch(r"[0-9]+( [0-9]+)*", text)
            assert tel_address(text)
            accepted += 1
    assert accepted > 500


def test_links_and_spoken_digits() -> None:
    assert tel_address("020 7946 0000") == "tel:+442079460000"
    assert tel_address("999") == "tel:999"
    assert tel_address("116 123") == "tel:116123"
    assert tel_address("0800 555 111") == "tel:+44800555111"
    assert tel_address("0800 1111") == "tel:08001111"
    assert spoken("020 7946 0000") == "0 2 0, 7 9 4 6, 0 0 0 0"


def test_the_emergency_prefix_is_never_joined_to_a_number() -> None:
    assert relay_number("18000", "999") == "18000"
    assert relay_number("18001", "101") == "18001 101"
    assert [number for number in (*GOOD, None) if is_emergency(number)] == ["999", "112"]


def test_no_contact_leads_to_the_emergency_number_by_the_other_prefix(tiny: TinySite) -> None:
    tiny.replace("contacts.yml", "    number: 020 7946 0000\n    relay: 18001\n", "    number: 999\n    relay: 18001\n")
    lines = tiny.build().lines
    assert any("“18001” is not how Relay UK reaches this contact. Write “relay: 18000”" in line for line in lines), lines
