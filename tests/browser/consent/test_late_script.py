"""The script in its file is late, missing or not ours: a press waits for it or is told, and nothing runs that is not ours.

Until it has come the banner's answers are there and heard: what is inline makes them, and remembers the press.
"""

from __future__ import annotations

import time
from dataclasses import replace
from threading import Event

import pytest

from tests.browser.consent.reader import TONGUES, Reader
from tests.browser.generated import with_script
from tests.browser.origins import Reply
from tests.browser.patience import wait

NOT_OURS = Reply(b"document.title = 'bad'", kind="text/javascript")
HURRY = "{ const real = setTimeout; window.setTimeout = (call, time) => real(call, time === 8000 ? 300 : time); }"
"""The 8 seconds after which the banner waits no longer are over at once."""


def press_before_the_script(reader: Reader, code: str, reply: Reply | None) -> Event:
    """Open the first page in a language and say yes; its script, or `reply` in its place, comes after the event that is returned.

    Under a name that no browser has seen: the host allows them to keep the script for a year without asking again.
    """
    pages, comes = reader.origins.pages, Event()
    (old,) = [address for address in pages if address.startswith(f"/assets/consent.{code}.")]
    name = f"late-{time.monotonic_ns()}"
    pages[f"/assets/{name}.js"] = replace(reply or pages[old], after=comes)
    home = TONGUES[code].home
    body = pages[home].body.replace(old.encode(), f"/assets/{name}.js".encode())
    assert body != pages[home].body
    pages[home] = replace(pages[home], body=body)
    reader.browser.navigate(f"{reader.origins.site.address}{home}?{name}")
    buttons = f"location.search === '?{name}' && document.querySelectorAll('#consent button').length"
    wait(lambda: reader.browser.try_evaluate(buttons), 5, "the banner")
    reader.press("#consent button[value=accept]")
    assert reader.ask("document.getElementById('consent').dataset.pressed") == "accept"
    assert reader.cookies() == []
    return comes


@pytest.mark.parametrize("code", sorted(TONGUES))
def test_a_press_waits_for_the_script(reader: Reader, code: str) -> None:
    """It counts when the script comes, without a second press."""
    press_before_the_script(reader, code, None).set()
    reader.hears(TONGUES[code].saved)
    assert reader.answer() is not None


@pytest.mark.parametrize(("code", "reply"), [("en", NOT_OURS), ("cy", Reply(status=404))], ids=["not ours", "missing"])
def test_without_the_script_who_has_pressed_is_told(reader: Reader, code: str, reply: Reply) -> None:
    """A changed file does not run (Subresource Integrity). The answers stay, and say the same again."""
    press_before_the_script(reader, code, reply).set()
    for _ in range(2):
        reader.hears(TONGUES[code].problem)
        assert reader.buttons() == TONGUES[code].answers
        reader.ask("(document.activeElement.blur(), 1)")
        reader.choose("reject")
    assert reader.ask("document.title") != "bad"
    assert reader.cookies() == []


def test_a_script_that_does_not_come_keeps_nobody_waiting(reader: Reader) -> None:
    """Who has pressed is told after a while. When it comes after all it saves nothing by itself, and hears the next press."""
    reader.serve(with_script(reader.origins.pages, HURRY))
    comes = press_before_the_script(reader, "en", None)
    reader.hears(TONGUES["en"].problem)
    assert reader.buttons() == TONGUES["en"].answers
    comes.set()
    wait(lambda: reader.ask("document.readyState") == "complete", 5, "the script")
    assert reader.cookies() == []
    reader.choose("reject")
    reader.hears(TONGUES["en"].saved)
    assert reader.answer() is not None


def test_without_the_script_nothing_is_asked(reader: Reader) -> None:
    """Nothing could be kept, so nothing stays of the question, not even its room."""
    pages = reader.origins.pages
    for address, reply in list(pages.items()):
        if reply.kind.startswith("text/html"):
            pages[address] = replace(reply, body=reply.body.replace(b"/assets/consent.", b"/assets/missing."))
    for words in TONGUES.values():
        reader.open(words.home)
        wait(lambda: reader.place() == "", 5, "nothing to be asked")
        assert reader.ask("document.getElementById('consent').getBoundingClientRect().height") == 0
        assert reader.cookies() == []
