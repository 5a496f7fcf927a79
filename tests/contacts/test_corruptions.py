"""Twelve ways in which YAML or an editor can corrupt a number: each is refused with a sentence, or kept exactly."""

import json

import pytest

from tests.tiny_site import TinySite

FIELD = "    number: 020 7946 0000\n"

REFUSED = {
    "+44": ("    number: +44 20 7946 0000\n", "it is written for calls from abroad. Write it as dialled in the UK, starting with 0."),
    "spaces": ("    number: 020  7946   0000\n", "it has spaces too many. Write single spaces between the groups of digits."),
    "octal": ("    number: 0o207946\n", "there is a letter where a digit should be (O for 0, l for 1). Type the digits again."),
    "sexagesimal": ("    number: 116:12:3\n", "write digits with single spaces between groups, nothing else, as in 020 7946 0000."),
    "NBSP": ("    number: 020\u00a07946 0000\n", "it has a special space in it. Delete the spaces and type them again."),
    "letter O": ("    number: O2O 7946 OOOO\n", "there is a letter where a digit should be (O for 0, l for 1). Type the digits again."),
    "missing digit": (
        "    number: 020 7946 000\n",
        "0207946000 is not a number in use in the UK (10 digits). Compare it with the service's own page.",
    ),
    "premium prefix": (
        "    number: 0871 946 0000\n",
        "numbers that start with 084, 087, 09, 070 or 118 cost the caller money. Use another number of the service.",
    ),
    "full-width digits": ("    number: ０２０ ７９４６ ００００\n", "it has digits of another script in it. Type the digits 0 to 9."),
    "lost leading zero": (
        "    number: 2079460000\n",
        "there is no short number 2079460000 in the UK. If it is a full number, the 0 at its start is missing.",
    ),
}


def line_of(tiny: TinySite) -> int:
    """The line of the number that these tests break."""
    return tiny.text("contacts.yml")[: tiny.text("contacts.yml").index("    number: 020")].count("\n") + 1


@pytest.mark.parametrize("kind", REFUSED)
def test_a_corrupted_number_is_refused(tiny: TinySite, kind: str) -> None:
    typed, reason = REFUSED[kind]
    tiny.replace("contacts.yml", FIELD, typed)
    value = typed.removeprefix("    number: ").rstrip("\n")
    tried = tiny.build()
    assert tried.built is None
    assert any(line.endswith(f": “{value}” cannot be used as “number”: {reason}") for line in tried.lines), tried.lines


def test_a_number_written_twice_is_refused(tiny: TinySite) -> None:
    """YAML keeps the last of two equal keys and says nothing."""
    tiny.replace("contacts.yml", FIELD, FIELD + "    number: 020 7946 0001\n")
    tried = tiny.build()
    assert tried.built is None
    line = line_of(tiny)
    assert [text.partition(" ")[2] for text in tried.lines] == [f"“number” is written twice (first in line {line}). Keep one of the two."]


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200f", "\u200b", "\u00ad", "\ufeff"])
def test_a_hidden_mark_is_refused(tiny: TinySite, mark: str) -> None:
    tiny.replace("contacts.yml", FIELD, f"    number: 020 {mark}7946 0000\n")
    tried = tiny.build()
    assert tried.built is None
    assert len(tried.lines) == 1
    assert tried.lines[0].startswith(f"content/contacts.yml:{line_of(tiny)}: There is ")
    assert tried.lines[0].endswith(" in this line. Delete the line and type it again.")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("02079460000", "02079460000"),  # a leading zero; YAML 1.1 reads a row of octal digits as another number
        ("03001231234", "03001231234"),  # octal digits only
        ("'020 7946 0000'", "020 7946 0000"),
        ('"020 7946 0000"', "020 7946 0000"),
        ("020 7946 0000 # checked", "020 7946 0000"),
        ("0300 123 1234", "0300 123 1234"),
        ("101", "101"),
        ("116 123", "116 123"),
    ],
)
def test_a_right_number_is_kept_exactly(tiny: TinySite, typed: str, kept: str) -> None:
    tiny.replace("contacts.yml", FIELD, f"    number: {typed}\n")
    built = tiny.good()
    assert built.site.contacts["test-helpline"].number == kept
    record = json.loads(built.output["contacts.json"])["contacts"][-1]
    assert record["phone"]["number"] == kept
    assert f">{kept}</a>" in built.output["en/help/index.html"].decode()
