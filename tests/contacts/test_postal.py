"""Postal addresses in a sentence, however they are typed; and roads, forms and paper, which are none."""

import pytest

from signpost.contacts.postal import postal_in_prose


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Headquarters, Cowbridge Road, Bridgend CF31 3SU.", ["CF31 3SU"]),
        ("at cf31 3su or CF313SU", ["cf31 3su", "CF313SU"]),
        ("London SW1A 2AA, EC1A 1BB; M1 1AE", ["SW1A 2AA", "EC1A 1BB", "M1 1AE"]),
        ("Come to 12 High Street, Cardiff", ["12 High Street"]),
        ("12a, Old Cowbridge Road", ["12a, Old Cowbridge Road"]),
        ("Dewch i 12 Stryd Fawr neu 3 Heol y Bont", ["12 Stryd Fawr", "3 Heol y Bont"]),
        ("Write to PO Box 123, P.O. Box 5 or Blwch Post 7", ["PO Box 123", "P.O. Box 5", "Blwch Post 7"]),
    ],
)
def test_an_address_is_found(text: str, found: list[str]) -> None:
    assert postal_in_prose(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Cowbridge Road in Bridgend", "the M4 1st exit", "the A470 2nd junction", "A4 5GB", "In 2026 Cardiff Crown Court heard 12 cases",
        "2 Google Drive folders", "on 17 November Road Safety Week starts", "section 2A of the Act", "5G and 4G", "iOS 17 2FA", "WS2812",
        "crime AB12/34CD", "£12 High Street vouchers", "Ffordd o fyw i 3 o bobl", "CF postcodes", "",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_passes(text: str) -> None:
    assert postal_in_prose(text) == []


@pytest.mark.parametrize("row", ["CF1" * 20_000, "12 High " * 10_000, "1 Aa " * 20_000, "PO Box " * 10_000])
def test_a_long_text_is_looked_through_once(row: str) -> None:
    postal_in_prose(row)
