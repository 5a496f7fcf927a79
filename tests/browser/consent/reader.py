"""A reader before the cookie choice: opens pages, presses buttons with the real pointer, and is told what the page says."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any

from tests.browser.browser import Browser
from tests.browser.cookie import Cookie
from tests.browser.generated import Pages
from tests.browser.origins import Origins
from tests.browser.patience import wait

HOME = "/en/"
COOKIES = "/en/cookies/"
ANSWER = "choices"


@dataclass(frozen=True)
class Tongue:
    """The pages and the words of the choice in one language."""

    home: str
    cookies: str
    help: str
    exit: str
    feedback: str
    label: str
    answers: list[str]
    choices: list[str]
    saved: str
    change: str
    hide: str
    problem: str
    still: str
    gone: str


TONGUES = {
    "en": Tongue(
        home=HOME,
        cookies=COOKIES,
        help="/en/help/",
        exit="Leave this site",
        feedback="Tell us what to improve",
        label="Cookies",
        answers=["Reject cookies", "Accept cookies", "Customise cookies"],
        choices=["Save my choices", "Delete the cookie"],
        saved="Your choices are saved.",
        change="Change them on the cookies page",
        hide="Hide this message",
        problem="There was a technical problem. Your choices were not saved. Please try again.",
        still="A cookie may still be on this device. You can delete it in the settings of your browser.",
        gone="The cookie is gone, and optional cookies are off.",
    ),
    "cy": Tongue(
        home="/cy/",
        cookies="/cy/cwcis/",
        help="/cy/cymorth/",
        exit="Gadael y wefan hon",
        feedback="Dywedwch wrthym beth i’w wella",
        label="Cwcis",
        answers=["Gwrthod cwcis", "Derbyn cwcis", "Addasu cwcis"],
        choices=["Cadw fy newisiadau", "Dileu’r cwci"],
        saved="Mae eich dewisiadau wedi’u cadw.",
        change="Eu newid ar dudalen y cwcis",
        hide="Cuddio’r neges hon",
        problem="Bu problem dechnegol. Ni chafodd eich dewisiadau eu cadw. Rhowch gynnig arall arni.",
        still="Gallai cwci fod ar y ddyfais hon o hyd. Gallwch ei ddileu yng ngosodiadau eich porwr.",
        gone="Mae’r cwci wedi mynd, ac mae cwcis dewisol wedi’u diffodd.",
    ),
}
"""By the code of the language. Each has a script of its own, so what is shown in one is not yet shown in the other."""

STORED = "[localStorage.length, sessionStorage.length, document.cookie].join('|')"
STORED_SLOWLY = """(async () => [
  (await (indexedDB.databases ? indexedDB.databases() : [])).length,
  (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length,
].join("|"))()"""
# Both the banner and the choices of the cookies page, whichever stands on the page.
PLACE = "(document.getElementById('cookie-choices') || document.getElementById('consent'))"


class Reader:
    """One browser on one generated site."""

    def __init__(self, browser: Browser, origins: Origins, pages: Pages) -> None:
        self.browser, self.origins = browser, origins
        self.is_new = False
        self.serve(pages)
        if browser.kind == "webkit":  # WebDriver knows the cookies of the current page only
            self.open("/404.html")
        browser.forget_cookies()
        browser.display.move((browser.display.width // 2, browser.display.height - 30))  # over nothing
        self.forget_requests()

    def serve(self, pages: Pages) -> None:
        """From now on the site has these pages."""
        self.origins.pages = dict(pages)

    def forget_requests(self) -> None:
        """Empty the logs of the servers."""
        for origin in (self.origins.site, self.origins.exit, self.origins.start):
            origin.requests.clear()

    def open(self, path: str = HOME) -> None:
        """Open a page of the site by its address, anew even if it is open already."""
        address = self.origins.site.address + path
        self.browser.try_evaluate("(window.isOld = true)")
        self.browser.navigate(address)
        state = "String([window.isOld, location.href, document.readyState])"
        wait(lambda: self.browser.try_evaluate(state) == f",{address},complete", 15, f"{path} in {self.browser.kind}")
        self.is_new = True

    def wait_for_paint(self) -> None:
        """Until the page that was opened last is painted and ready for keys and clicks. Reading it needs no such wait."""
        if self.is_new:
            self.browser.wait_until_heard()
            self.is_new = False

    def ask(self, expression: str) -> Any:
        """The value of an expression in the page, through JSON, which all three protocols carry alike."""
        text = self.browser.evaluate(f"JSON.stringify({expression})")
        return None if text is None else json.loads(text)

    def place(self) -> str:
        """The words of the banner, or of the choices; empty when nothing is asked and nothing is said."""
        return str(self.ask(f"{PLACE}?.innerText.trim() ?? ''"))

    def buttons(self) -> list[str]:
        """What may be pressed there."""
        found: list[str] = self.ask(f"[...({PLACE}?.querySelectorAll('button, a') ?? [])].map(button => button.textContent)")
        return found

    def choose(self, value: str) -> None:
        """Press one of the buttons with the pointer: reject, accept, hide, save, delete."""
        self.press(f"button[value={value}]")

    def press(self, selector: str) -> None:
        """Click with the real pointer; once more if the click did not reach the page, which was still being painted."""
        for _ in range(3):
            self.show(selector)
            self.ask("(window.clicks = 0, addEventListener('click', () => window.clicks++, {capture: true, once: true}), 1)")
            self.browser.click(selector)
            end = time.monotonic() + 2
            while time.monotonic() < end:
                if self.browser.try_evaluate("String(window.clicks)") != "0":
                    return
                time.sleep(0.03)
        raise AssertionError(f"no click on {selector} reached the page in {self.browser.kind}")

    def show(self, selector: str) -> None:
        """Scroll to an element, as a reader would."""
        self.wait_for_paint()
        before = self.ask("scrollY")
        self.ask(f"(document.querySelector({selector!r}).scrollIntoView({{block: 'center'}}), 1)")
        if self.ask("scrollY") != before:
            time.sleep(0.15)  # painted where it now stands

    def tick(self, value: str) -> None:
        """Press one answer on the cookies page."""
        self.press(f"input[value='{value}']")

    def hears(self, words: str) -> str:
        """Wait until the element with the focus says these words; then everything it says."""

        def said() -> str:
            text = str(self.ask("document.activeElement === document.body ? '' : document.activeElement.textContent"))
            return text if words in text else ""

        return wait(said, 5, f"“{words}” with the focus in {self.browser.kind}")

    def stored(self) -> str:
        """What any page could read of what the site keeps: local storage, session storage, cookies."""
        return str(self.ask(STORED))

    def stored_slowly(self) -> str:
        """Databases, caches and workers; WebKit's protocol cannot wait for the answer."""
        return "0|0|0" if self.browser.kind == "webkit" else str(self.browser.evaluate(STORED_SLOWLY))

    def cookies(self) -> list[Cookie]:
        """The cookies of the site as the browser keeps them."""
        return self.browser.cookies()

    def answer(self) -> Cookie | None:
        """The one cookie, if there is one. There must never be another."""
        found = self.cookies()
        assert [cookie.name for cookie in found] in ([], [ANSWER]), found
        return found[0] if found else None

    def sent(self) -> list[str]:
        """Every request to any of the three origins but for pages and files of the site."""
        others = [request.path for request in (*self.origins.exit.requests, *self.origins.start.requests)]
        return others + [request.path for request in self.origins.site.requests if request.method != "GET"]
