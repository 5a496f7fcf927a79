"""Lists of contacts by need, area, kind, audience and language."""

import pytest

from signpost.contacts.lists import cards_of, matching
from tests.tiny_site import TinySite


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ("need=danger", ["999", "999-silent"]),
        ("need=talk area=wales audience=anyone kind=helpline language=cy", ["test-helpline"]),
        ("kind=emergency", ["999", "999-silent"]),
        ("audience=anyone", ["test-helpline"]),
    ],
)
def test_every_pair_must_hold(tiny: TinySite, asked: str, keys: list[str]) -> None:
    contacts = tiny.good().site.contacts
    pairs = [(pair.partition("=")[0], pair.partition("=")[2]) for pair in asked.split()]
    assert [route.id for route in matching(contacts.values(), pairs)] == keys


def test_a_list_on_a_page_is_in_the_order_of_the_register(tiny: TinySite) -> None:
    tiny.write("en/help.md", tiny.text("en/help.md") + "\n::contacts kind=emergency\n")
    html = tiny.good().output["en/help/index.html"].decode()
    assert html.index(">Emergency services</h") < html.index(">When you cannot speak</h")


def test_a_card_shown_again_is_marked_for_paper(tiny: TinySite) -> None:
    tiny.write("en/help.md", tiny.text("en/help.md") + "\n::contact test-helpline\n")
    built = tiny.good()
    html = built.output["en/help/index.html"].decode()
    assert html.count('class="card"') == 1
    assert html.count('class="card again"') == 1
    page = built.site.page("en", "help")
    assert page is not None
    assert [route.id for route in cards_of(page.document, built.site)] == ["test-helpline"]
