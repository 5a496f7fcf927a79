"""Addresses that may be published, and those that may not."""

import pytest

from signpost.files.web_address import address_fault


@pytest.mark.parametrize(
    "address",
    ["https://www.gov.uk/", "https://gov.uk", "https://a.b-c.example/p?q=1#f", "https://www.gov.uk:443/", "https://x.cymru/Tŷ"],
)
def test_addresses(address: str) -> None:
    assert address_fault(address) is None


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://www.gov.uk/", "does not start with https://"),
        ("www.gov.uk", "does not start with https://"),
        ("javascript:alert(1)", "does not start with https://"),
        ("//www.gov.uk/", "does not start with https://"),
        ("https://user@www.gov.uk/", "it has an @"),
        ("https://www.gov.uk@evil.example/", "it has an @"),
        ("https://@www.gov.uk/", "it has an @"),
        ("https://www.gov.uk:8080/", "it names port 8080"),
        ("https://www.gov.uk:99999/", "cannot be understood"),
        ("https://[::1/", "cannot be understood"),
        ("https://[::1]/", "is not the name of a public web site"),
        ("https://127.0.0.1/", "is not the name of a public web site"),
        ("https://2130706433/", "is not the name of a public web site"),
        ("https://localhost/", "is not the name of a public web site"),
        ("https://www.gоv.uk/", "is not the name of a public web site"),
        ("https://www.gov。uk/", "is not the name of a public web site"),
        ("https://www.gov.uk./", "is not the name of a public web site"),
        ("https:///path", "is not the name of a public web site"),
        ("https://-a.example/", "is not the name of a public web site"),
        ("https://www.xn--gv-mmc.uk/", "hides letters"),
        ("https://www.gov.uk/a b", "it has a space"),
        ("https://www.gov.uk/\u00a0", "it has a space"),
        ("https://www.gov.uk\\@evil.example/", "a backslash"),
        (" https://www.gov.uk/", "it has a space"),
    ],
)
def test_addresses_that_are_refused(address: str, words: str) -> None:
    assert words in (address_fault(address) or "")
