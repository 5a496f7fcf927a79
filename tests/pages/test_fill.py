"""The gaps of a document, filled with what other files say."""

import pytest

from tests.breakages.edits import page_text
from tests.tiny_site import TinySite


def shown(tiny: TinySite, text: str, locale: str = "en") -> str:
    """The main part of a page that holds this text."""
    tiny.write("en/shown.md", page_text("Shown", text if locale == "en" else "Text."))
    tiny.write("cy/shown.md", page_text("Dangos", text if locale == "cy" else "Testun.", reviewed="B. D."))
    html = tiny.good().output[f"{locale}/shown/index.html"].decode()
    return html.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Call [[999]].", 'href="tel:999"'),
        ("Call [[test-helpline]].", 'href="tel:+442079460000"'),
        ("Ask [[test-helpline name]].", "Ask Test Helpline."),
        ("See [[test-helpline website]].", '<a href="https://helpline.example/" rel="noreferrer external">Test Helpline</a>'),
        ("It is [[test-helpline cost]].", "It is Free."),
        ("Press [[999-silent keypad]].", "55"),
        ("It is open [[test-helpline hours]].", "9:30am"),
        ("See [help](help.md#the-law).", '<a href="../help/#the-law">help</a>'),
        ("## Here\n\nSee [it](#here).", '<a href="#here">it</a>'),
        ("See [the Welsh page](../cy/help.md).", '<a href="../../cy/cymorth/">the Welsh page</a>'),
        ("::pages help, index", 'href="../help/"'),
        ("::practise-exit", 'href="https://www.bbc.co.uk/weather"'),
    ],
)
def test_each_gap(tiny: TinySite, text: str, part: str) -> None:
    assert part in shown(tiny, text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("[[test-helpline name]]", "Llinell Gymorth Prawf"),
        ("[[test-helpline cost]]", "Am ddim"),
        ("[cymorth](help.md)", 'href="../cymorth/"'),
    ],
)
def test_each_language_has_its_own_words(tiny: TinySite, text: str, part: str) -> None:
    assert part in shown(tiny, f"Testun {text} yma.", "cy")


def test_a_card_has_the_number_the_hours_and_the_cost(tiny: TinySite) -> None:
    html = shown(tiny, "::contact test-helpline")
    for part in ("Test Helpline", "Talk to someone who understands.", "tel:+442079460000", "9:30am", "Free"):
        assert part in html, part


def test_the_ids_of_cards_do_not_repeat(tiny: TinySite) -> None:
    html = shown(tiny, "::contact test-helpline\n\n::contact 999\n\n::contacts need=danger")
    ids = [part.partition('"')[0] for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids))


def test_mark_up_in_the_register_is_shown_as_typed(tiny: TinySite) -> None:
    tiny.replace("contacts.yml", "en: Talk to someone who understands.", 'en: "Talk <b class=x>& more"')
    assert "Talk &lt;b class=x&gt;&amp; more" in shown(tiny, "::contact test-helpline")


def test_mark_up_in_titles_and_settings_is_shown_as_typed(tiny: TinySite) -> None:
    tiny.replace("en/help.md", "title: Help and support", 'title: "Help <script async>1"')
    html = tiny.good().output["en/help/index.html"].decode()
    assert "<script async>" not in html
    assert "<h1>Help &lt;script async&gt;1</h1>" in html
