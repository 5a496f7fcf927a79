"""The script in its file is late, missing or not ours: a press waits for it or is told, and nothing runs that is not ours."""

from __future__ import annotations

from dataclasses import replace

from tests.browser.consent.reader import Reader
from tests.browser.origins import Reply
from tests.browser.patience import wait

BANNER = ["Reject cookies", "Accept cookies", "Customise cookies"]


def script_replies(reader: Reader, reply: Reply | None, delay: float = 0) -> None:
    """What the address of the consent script answers from now on; None is the script itself."""
    for address, own in list(reader.origins.pages.items()):
        if address.startswith("/assets/consent"):
            reader.origins.pages[address] = replace(reply or own, delay=delay)


def test_a_press_waits_for_the_script(reader: Reader) -> None:
    """It counts when the script comes, without a second press."""
    script_replies(reader, None, delay=2.5)
    reader.browser.navigate(reader.origins.site.address + "/en/?late")
    wait(lambda: reader.browser.try_evaluate("document.querySelectorAll('#consent button').length"), 5, "the banner")
    reader.browser.click("button[value=accept]")
    reader.hears("Your choices are saved.")
    assert reader.answer() is not None


def test_without_the_script_nothing_is_asked_and_who_has_pressed_is_told(reader: Reader) -> None:
    """A changed file does not run (Subresource Integrity). The answers stay, and say the same again."""
    bad = Reply(b"document.title = 'bad'", kind="text/javascript")
    script_replies(reader, bad, delay=2.5)
    reader.browser.navigate(f"{reader.origins.site.address}/en/?changed")
    wait(lambda: reader.browser.try_evaluate("document.querySelectorAll('#consent button').length"), 5, "the banner")
    reader.browser.click("button[value=accept]")
    for _ in range(2):
        reader.hears("There was a technical problem. Your choices were not saved.")
        assert reader.buttons() == BANNER
        reader.ask("(document.activeElement.blur(), 1)")
        reader.choose("reject")
    script_replies(reader, Reply(status=404))
    reader.open()
    wait(lambda: reader.place() == "", 5, "nothing to be asked")
    assert reader.ask("document.title") != "bad"
    assert reader.cookies() == []
    assert reader.browser.evaluate("document.getElementById('consent').getBoundingClientRect().height") == 0
