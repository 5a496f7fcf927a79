"""Every number on a page is a number of the register."""

import pytest

from signpost.build import Built
from signpost.checks import numbers
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(numbers, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("tel:999", "tel:998", "998"),
        ("</main>", "<p>Call 0808 802 0301.</p></main>", "0808 802 0301"),
        ("</main>", "<p>Call 101.</p></main>", "101"),
        ("</main>", "<p>Call <b>0808</b> 802 0301.</p></main>", "802 0301"),
        ("</main>", '<a href="sms:07700900000">Text</a></main>', "sms:07700900000"),
        ("</main>", "<p>Call 020 7946 0001.</p></main>", "020 7946 0001"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(numbers, built, old, new)
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(
    "shown",
    [
        "<table><tr><td>0808</td><td>802</td><td>0301</td></tr></table>",
        "<ul><li>100</li><li>200</li><li>3000</li></ul>",
        "<p>It was 0808</p><p>802 0301 people</p>",
        "<dl><dt>020</dt><dd>7946 0001</dd></dl>",
    ],
)
def test_figures_beside_each_other_are_no_number(built: Built, shown: str) -> None:
    assert found(numbers, built, "</main>", f"{shown}</main>") == []
