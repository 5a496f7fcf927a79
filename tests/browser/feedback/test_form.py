"""The feedback form against a server that accepts, refuses, stalls and dies."""

from __future__ import annotations

import time
from dataclasses import dataclass
from urllib.parse import parse_qsl

import pytest

from tests.browser.browser import Browser
from tests.browser.conftest import Running
from tests.browser.consent.reader import Reader
from tests.browser.feedback.conftest import SERVICE, Forms
from tests.browser.origins import Origin, Origins, Reply, Request
from tests.browser.patience import stays, wait

TEXT = "too small"


@dataclass(frozen=True)
class Words:
    """The addresses and the headings of the form's three pages in one language."""

    form: str
    thanks: str
    problem: str
    asked: str
    sent: str
    not_sent: str


WORDS = {
    "en": Words(
        form="/en/feedback/",
        thanks="/en/feedback/thanks/",
        problem="/en/feedback/problem/",
        asked="Feedback about this site",
        sent="Thank you for your feedback",
        not_sent="Your feedback was not sent",
    ),
    "cy": Words(
        form="/cy/adborth/",
        thanks="/cy/adborth/diolch/",
        problem="/cy/adborth/problem/",
        asked="Adborth am y wefan hon",
        sent="Diolch am eich adborth",
        not_sent="Ni anfonwyd eich adborth",
    ),
}
in_both_languages = pytest.mark.parametrize("code", sorted(WORDS))


def write_and_send(reader: Reader, code: str, text: str = TEXT) -> None:
    """Type with real keys, press the button with the real pointer."""
    reader.open(WORDS[code].form)
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


def text_is_kept_by_back(reader: Reader, code: str) -> None:
    """A Back while the browser is still busy with its own page is taken as Stop there, so it is pressed until it works."""

    def is_there() -> bool:
        return str(reader.browser.try_evaluate("location.pathname")) == WORDS[code].form

    for _ in range(3):
        reader.browser.back()
        if not stays(lambda: not is_there(), 4):
            break
    wait(lambda: reader.browser.try_evaluate("document.getElementById('message')?.value") == TEXT, 5, "the text in the form again")


@in_both_languages
def test_accepted(writer: Reader, code: str) -> None:
    """What arrives is what was written and nothing else about anybody; the host answers with the page of thanks."""
    write_and_send(writer, code)
    request = only_sent(writer.origins.site)
    assert request.path == WORDS[code].thanks
    assert parse_qsl(request.body.decode(), keep_blank_values=True) == [
        ("form-name", f"feedback-{code}"),
        ("website", ""),
        ("message", TEXT),
    ]
    assert request.referer is None
    assert "cookie" not in request.headers
    heading(writer, WORDS[code].sent)


@pytest.mark.parametrize("way", ["at once", "by another address"])
@in_both_languages
def test_refused(writer: Reader, way: str, code: str) -> None:
    """The page of the technical problem, and the text still there."""
    words = WORDS[code]
    page = writer.origins.pages[words.problem]
    leads = Reply(status=303, headers={"Location": words.problem})
    writer.origins.site.replies["POST", words.thanks] = leads if way == "by another address" else Reply(page.body, 500, page.headers)
    write_and_send(writer, code)
    only_sent(writer.origins.site)
    heading(writer, words.not_sent)
    # WebKit forgets what was typed, on any page however plain, when the answer to a form leads to an address of the same site.
    if writer.browser.kind != "webkit" or way != "by another address":
        text_is_kept_by_back(writer, code)


@in_both_languages
def test_dying(writer: Reader, code: str) -> None:
    """The connection ends without a word: the browser says so itself, and Back has the text."""
    writer.origins.site.replies["POST", WORDS[code].thanks] = Reply(dies=True)
    write_and_send(writer, code)
    wait(lambda: sent_to(writer.origins.site), 5, "the form at the server")
    wait(lambda: WORDS[code].asked not in writer.browser.title(), 8, "the browser's own page")
    text_is_kept_by_back(writer, code)


def test_stalling(writer: Reader) -> None:
    """No answer: the form stays where it is, and the site can still be left by one press."""
    words = WORDS["en"]
    writer.origins.site.replies["POST", words.thanks] = Reply(delay=None)
    write_and_send(writer, "en")
    only_sent(writer.origins.site)
    # Chromium's protocol does not answer while a page is on its way; the window's title is always there.
    assert stays(lambda: words.asked in writer.browser.title(), 1)
    writer.browser.press("Escape")
    writer.browser.wait_for_exit()
    assert {request.referer for request in writer.origins.exit.pages()} == {None}


@pytest.mark.parametrize(("answer", "code"), [("accepts", "en"), ("refuses", "cy")])
def test_another_service(writer: Reader, forms: Forms, answer: str, code: str) -> None:
    """It takes the form on its own origin and leads back; it learns neither the page nor the site."""
    words = WORDS[code]
    writer.serve(forms("address"))
    back_to = words.thanks if answer == "accepts" else words.problem
    reply = Reply(status=303, headers={"Location": writer.origins.site.address + back_to})
    writer.origins.start.replies["POST", SERVICE] = reply
    write_and_send(writer, code)
    request = only_sent(writer.origins.start)
    assert parse_qsl(request.body.decode(), keep_blank_values=True) == [("website", ""), ("message", TEXT)]
    assert request.referer is None
    assert request.headers.get("origin", "null") == "null"
    heading(writer, words.sent if answer == "accepts" else words.not_sent)
    if answer == "refuses" and writer.browser.kind != "webkit":  # as above
        text_is_kept_by_back(writer, code)


def test_without_script(running: Running, scriptless: Browser, origins: Origins, forms: Forms) -> None:
    """The form is sent, and the host's page of thanks is shown. Where to click is asked of the same page in a browser with scripts."""
    words = WORDS["en"]
    asked = Reader(running.tidy(scriptless.kind), origins, forms("netlify"))
    asked.open(f"{words.form}#message")
    asked.wait_for_paint()
    message, button = asked.browser.place("#message"), asked.browser.place("button[type=submit]")
    scriptless.open(f"{origins.site.address}{words.form}#message")
    wait(lambda: words.asked in scriptless.title(), 8, "the form")
    scriptless.display.click(message)
    time.sleep(0.3)
    scriptless.display.write(TEXT)
    time.sleep(0.3)
    scriptless.display.click(button)
    request = only_sent(origins.site)
    assert parse_qsl(request.body.decode(), keep_blank_values=True)[1:] == [("website", ""), ("message", TEXT)]
    wait(lambda: words.sent in scriptless.title(), 8, "the page of thanks")
