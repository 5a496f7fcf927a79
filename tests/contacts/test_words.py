"""A route as a card and in a sentence: links that dial, digits that are read one by one, nothing promised that is not there."""

from tests.tiny_site import TinySite


def page(tiny: TinySite, locale: str = "en") -> str:
    path = next(path for path in tiny.good().output if path.startswith(f"{locale}/") and "help" in path)
    return tiny.good().output[path].decode()


def test_the_number_dials_and_is_spoken(tiny: TinySite) -> None:
    link = '<a class="number" href="tel:+442079460000" aria-label="Test Helpline: 020 7946 0000, 0 2 0, 7 9 4 6, 0 0 0 0">020 7946 0000</a>'
    assert page(tiny).count(link) == 2  # in the sentence and on the card


def test_relay_is_read_digit_by_digit_and_no_link(tiny: TinySite) -> None:
    assert '<span class="number" role="img" aria-label="1 8 0 0 1, 0 2 0, 7 9 4 6, 0 0 0 0">18001 020 7946 0000</span>' in page(tiny)


def test_a_text_line_with_keyword_and_registration(tiny: TinySite) -> None:
    sms = "    number: 020 7946 0000\n    sms:\n      number: 85258\n      keyword: HELP\n      register: join\n"
    tiny.replace("contacts.yml", "    number: 020 7946 0000\n", sms)
    html = page(tiny)
    assert 'Text HELP to <a class="number" href="sms:85258"' in html
    assert "Send the word “join” to this number" in html


def test_keys_are_shown_with_when_to_press_them(tiny: TinySite) -> None:
    tiny.write("en/help.md", tiny.text("en/help.md") + "\n::contact 999-silent\n")
    html = page(tiny)
    assert '<dt>Keys to press</dt><dd><span class="number" role="img" aria-label="5 5">55</span>, when the recorded voice asks</dd>' in html
    assert "999,," not in html
    assert "tel:99955" not in html


def test_the_panel_stands_on_every_page_in_its_language(tiny: TinySite) -> None:
    output = tiny.good().output
    pages = [path for path in output if path.endswith(".html")]
    assert len(pages) >= 6
    keys = '<span class="number" role="img" aria-label="5 5">55</span>'
    for path in pages:
        html = output[path].decode()
        assert 'href="tel:999"' in html, path
        if path.startswith("en/"):
            assert f"stay on the line. Make a sound, or press {keys} when the recorded voice asks." in html
        if path.startswith("cy/"):
            assert f"arhoswch ar y llinell. Gwnewch sŵn, neu pwyswch {keys} pan fydd y llais wedi’i recordio yn gofyn." in html


def test_unknown_hours_send_nobody_to_a_website_that_is_not_there(tiny: TinySite) -> None:
    text = tiny.text("contacts.yml")
    start, end = text.index("    hours:\n"), text.index("    cost:")
    tiny.write("contacts.yml", text[:start] + "    hours: unknown\n" + text[end:])
    tiny.write("en/help.md", tiny.text("en/help.md") + "\nHours: [[test-helpline hours]].\n")
    assert page(tiny).count("Check their website for opening hours") == 2
    tiny.replace("contacts.yml", "    website: https://helpline.example/\n", "")
    html = page(tiny)
    assert "Check their website" not in html
    assert html.count("Not confirmed yet") == 2
