"""The feedback form against a server that accepts, refuses, stalls and dies."""

from __future__ import annotations

import time
from urllib.parse import parse_qsl

import pytest

from tests.browser.browser import Browser
from tests.browser.conftest import Running
from tests.browser.consent.reader import Reader
from tests.browser.feedback.conftest import SERVICE, Forms
from tests.browser.origins import Origin, Origins, Reply, Request
from tests.browser.patience import stays, wait

FORM = "/en/feedback/"
THANKS = "/en/feedback/thanks/"
PROBLEM = "/en/feedback/problem/"
IN_WELSH = {FORM: "/cy/adborth/", THANKS: "/cy/adborth/diolch/", PROBLEM: "/cy/adborth/problem/"}
TEXT = "too small"


def write_and_send(reader: Reader, form: str = FORM, text: str = TEXT) -> None:
    """Type with real keys, press the button with the real pointer."""
    reader.open(form)
    reader.show("#message")
    reader.browser.click("#message")
    wait(lambda: reader.ask("document.activeElement.id") == "message", 5, "the caret in the form")
    reader.browser.display.write(text)
    wait(lambda: reader.ask("document.getElementById('message').value") == text, 5, "the text in the form")
    reader.show("button[type=submit]")
    reader.browser.click("button[type=submit]")


def sent_to(origin: Origin) -> list[Request]:
    return [request for request in origin.requests if request.method == "POST"]


def only_sent(origin: Origin) -> Request:
    wait(lambda: sent_to(origin), 5, "the form at the server")
    (request,) = sent_to(origin)
    return request


def heading(reader: Reader, words: str) -> None:
    wait(lambda: reader.browser.try_evaluate("document.querySelector('h1')?.textContent") == words, 8, f"“{words}”")


def text_is_kept_by_back(reader: Reader, form: str = FORM) -> None:
    """A Back while the browser is still busy with its own page is taken as Stop there, so it is pressed until it works."""

    def is_there() -> bool:
        return str(reader.browser.try_evaluate("location.pathname")) == form

    for _ in range(3):
        reader.browser.back()
        if not stays(lambda: not is_there(), 4):
            break
    wait(lambda: reader.browser.try_evaluate("document.getElementById('message')?.value") == TEXT, 5, "the text in the form again")


@pytest.mark.parametrize("code", ["en", "cy"])
def test_accepted(writer: Reader, code: str) -> None:
    """What arrives is what was written and nothing else about anybody; the host answers with the page of thanks."""
    write_and_send(writer, FORM if code == "en" else IN_WELSH[FORM])
    request = only_sent(writer.origins.site)
    assert request.path == (THANKS if code == "en" else IN_WELSH[THANKS])
    assert parse_qsl(request.body.decode(), keep_blank_values=True) == [
        ("form-name", f"feedback-{code}"),
        ("website", ""),
        ("message", TEXT),
    ]
    assert request.referer is None
    assert "cookie" not in request.headers
    heading(writer, "Thank you for your feedback" if code == "en" else "Diolch am eich adborth")


@pytest.mark.parametrize("way", ["at once", "at once, in Welsh", "by another address"])
def test_refused(writer: Reader, way: str) -> None:
    """The page of the technical problem, and the text still there."""
    form, thanks, problem = (IN_WELSH[path] if "Welsh" in way else path for path in (FORM, THANKS, PROBLEM))
    page = writer.origins.pages[problem]
    leads = Reply(status=303, headers={"Location": problem})
    writer.origins.site.replies["POST", thanks] = leads if way == "by another address" else Reply(page.body, 500, page.headers)
    write_and_send(writer, form)
    only_sent(writer.origins.site)
    heading(writer, "Ni anfonwyd eich adborth" if "Welsh" in way else "Your feedback was not sent")
    # WebKit forgets what was typed, on any page however plain, when the answer to a form leads to an address of the same site.
    if writer.browser.kind != "webkit" or way != "by another address":
        text_is_kept_by_back(writer, form)


def test_dying(writer: Reader) -> None:
    """The connection ends without a word: the browser says so itself, and Back has the text."""
    writer.origins.site.replies["POST", THANKS] = Reply(dies=True)
    write_and_send(writer)
    wait(lambda: sent_to(writer.origins.site), 5, "the form at the server")
    wait(lambda: "Feedback about this site" not in writer.browser.title(), 8, "the browser's own page")
    text_is_kept_by_back(writer)


def test_stalling(writer: Reader) -> None:
    """No answer: the form stays where it is, and the site can still be left by one press."""
    writer.origins.site.replies["POST", THANKS] = Reply(delay=None)
    write_and_send(writer)
    only_sent(writer.origins.site)
    # Chromium's protocol does not answer while a page is on its way; the window's title is always there.
    assert stays(lambda: "Feedback about this site" in writer.browser.title(), 1)
    writer.browser.press("Escape")
    writer.browser.wait_for_exit()
    assert {request.referer for request in writer.origins.exit.pages()} == {None}


@pytest.mark.parametrize("answer", ["accepts", "refuses"])
def test_another_service(writer: Reader, forms: Forms, answer: str) -> None:
    """It takes the form on its own origin and leads back; it learns neither the page nor the site."""
    writer.serve(forms("address"))
    back_to = THANKS if answer == "accepts" else PROBLEM
    reply = Reply(status=303, headers={"Location": writer.origins.site.address + back_to})
    writer.origins.start.replies["POST", SERVICE] = reply
    write_and_send(writer)
    request = only_sent(writer.origins.start)
    assert parse_qsl(request.body.decode(), keep_blank_values=True) == [("website", ""), ("message", TEXT)]
    assert request.referer is None
    assert request.headers.get("origin", "null") == "null"
    heading(writer, "Thank you for your feedback" if answer == "accepts" else "Your feedback was not sent")
    if answer == "refuses" and writer.browser.kind != "webkit":  # as above
        text_is_kept_by_back(writer)


def test_without_script(running: Running, scriptless: Browser, origins: Origins, forms: Forms) -> None:
    """The form is sent, and the host's page of thanks is shown. Where to click is asked of the same page in a browser with scripts."""
    asked = Reader(running.tidy(scriptless.kind), origins, forms("netlify"))
    asked.open(f"{FORM}#message")
    asked.wait_for_paint()
    message, button = asked.browser.place("#message"), asked.browser.place("button[type=submit]")
    scriptless.open(f"{origins.site.address}{FORM}#message")
    wait(lambda: "Feedback about this site" in scriptless.title(), 8, "the form")
    scriptless.display.click(message)
    time.sleep(0.3)
    scriptless.display.write(TEXT)
    time.sleep(0.3)
    scriptless.display.click(button)
    request = only_sent(origins.site)
    assert parse_qsl(request.body.decode(), keep_blank_values=True)[1:] == [("website", ""), ("message", TEXT)]
    wait(lambda: "Thank you for your feedback" in scriptless.title(), 8, "the page of thanks")
