"""“Saved” is never said of what was not saved: refused, throwing, cut short, or blocked by the browser's own settings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.consent.conftest import Sites
from tests.browser.consent.reader import TONGUES, Reader
from tests.browser.generated import Pages, with_script

LOOK = "const look = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');"


def refused(pages: Pages) -> Pages:
    """What is written is not kept, and nobody is told."""
    return with_script(pages, f"{{ {LOOK} Object.defineProperty(Document.prototype, 'cookie', {{ get: look.get, set() {{}} }}); }}")


def throwing(pages: Pages) -> Pages:
    """Reading and writing throw, as they do in a sandboxed page (HTML, 7.1.5)."""
    no = "() { throw new DOMException('not here', 'SecurityError'); }"
    return with_script(pages, f"Object.defineProperty(Document.prototype, 'cookie', {{ get{no}, set{no} }});")


def truncated(pages: Pages) -> Pages:
    """The value is cut short, as a browser or an extension with a limit of its own might."""
    cut = "set(text) { look.set.call(this, text.replace(/^(choices=.{4})[^;]*/, '$1')); }"
    return with_script(pages, f"{{ {LOOK} Object.defineProperty(Document.prototype, 'cookie', {{ get: look.get, {cut} }}); }}")


FAULTS: dict[str, Callable[[Pages], Pages]] = {"refused": refused, "throwing": throwing, "truncated": truncated}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_save_that_fails_is_said_to_have_failed(reader: Reader, sites: Sites, fault: str) -> None:
    """For a yes and a no: the technical problem has the focus, the answers are still there, nothing is kept or sent.

    On the cookies page what was chosen is still chosen.
    """
    reader.serve(FAULTS[fault](sites("longer list")))
    reader.forget_requests()
    for words in TONGUES.values():
        reader.open(words.home)
        for answer in ("accept", "reject"):
            reader.choose(answer)
            said = reader.hears(words.problem)
            assert words.saved not in reader.place()
            assert reader.buttons() == words.answers
            assert (words.still in said) == (fault == "throwing"), "said only where nobody can tell"
            reader.ask("(document.activeElement.blur(), 1)")
        reader.open(words.cookies)
        reader.tick("a")
        reader.choose("save")
        reader.hears(words.problem)
        assert reader.ask("document.querySelector('input[value=a]').checked")
        assert reader.buttons() == words.choices
    assert reader.sent() == []
    assert reader.cookies() == []
