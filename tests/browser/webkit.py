"""WebKitGTK's MiniBrowser, read through WebDriver.

MiniBrowser has no key for Back or Forward, so its toolbar is clicked. It writes no history.
"""

from __future__ import annotations

import json
import shutil
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from tests.browser.browser import Browser, BrowserMissing, Refusal
from tests.browser.cookie import Cookie, read_cookie
from tests.browser.patience import wait
from tests.ports import free_port

# Where there is no graphics card, the default renderer draws in software and copies each frame back, which
# adds some 50 ms to every change on the screen, the page's own included. With a card neither matters.
SURROUNDINGS = {"WEBKIT_DISABLE_DMABUF_RENDERER": "1"}

POLICIES = {"none": "never", "first party": "no-third-party"}

BACK_BUTTON, FORWARD_BUTTON = 20, 52  # pixels from the left, in the middle of the toolbar


class WebKit(Browser):
    """A headed MiniBrowser in automation mode, which keeps nothing between runs."""

    kind = "webkit"

    def launch(self) -> None:
        """Start the driver, and through it the browser."""
        driver = shutil.which("WebKitWebDriver")
        places = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
        if not driver or not places:
            raise BrowserMissing("WebKitGTK's driver and MiniBrowser are not installed")
        self._port = free_port()
        self.start(driver, f"--port={self._port}", **SURROUNDINGS)
        wait(self._answers, 20, "WebKitWebDriver")
        words = ["--automation", f"--geometry={self.display.width}x{self.display.height}"]
        words += [] if self.settings.cookies == "as usual" else [f"--cookies-policy={POLICIES[self.settings.cookies]}"]
        words += [] if self.scripts else ["--enable-javascript=false"]
        options = {"binary": str(places[-1]), "args": words}
        wanted: dict[str, Any] = {"pageLoadStrategy": "none", "webkitgtk:browserOptions": options}
        # Its certificates come from the machine's bundle, which only a mount namespace lets us replace.
        wanted["acceptInsecureCerts"] = not self.origins.named
        session = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}}, 40)
        self._root = f"/session/{session['sessionId']}"
        self._version = f"WebKitGTK {session['capabilities'].get('browserVersion', '')}".strip()
        self._ask("POST", f"{self._root}/timeouts", {"script": 8000, "pageLoad": 20000})

    @property
    def version(self) -> str:
        """Its name and version."""
        return self._version

    def navigate(self, address: str) -> None:
        """Open an address in the current tab."""
        self._ask("POST", f"{self._root}/url", {"url": address})

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the current tab. What has no answer soon will have none."""
        return self._ask("POST", f"{self._root}/execute/sync", {"script": f"return ({expression})", "args": []}, 3)

    def new_tab(self) -> str:
        """Open an empty tab and make it current."""
        tab = str(self._ask("POST", f"{self._root}/window/new", {"type": "tab"})["handle"])
        self.use_tab(tab)
        return tab

    def tabs(self) -> list[str]:
        """The tabs, the newest last."""
        return [str(handle) for handle in self._ask("GET", f"{self._root}/window/handles")]

    def use_tab(self, tab: str) -> None:
        """Bring a tab to the front."""
        self._ask("POST", f"{self._root}/window", {"handle": tab})

    def close_tab(self, tab: str) -> None:
        """Close a tab."""
        self.use_tab(tab)
        self._ask("DELETE", f"{self._root}/window")

    def cookies(self) -> list[Cookie]:
        """Every cookie of the site of the current page."""
        return [read_cookie(found) for found in self._ask("GET", f"{self._root}/cookie")]

    def forget_cookies(self) -> None:
        """Delete every cookie of the site of the current page."""
        self._ask("DELETE", f"{self._root}/cookie")

    def forget_site(self) -> None:
        """As every browser, from a page of the site: WebDriver knows the cookies of the current page only."""
        if not self.scripts:
            return  # the site sets no cookie without a script
        site = self.origins.site.address
        self.navigate(f"{site}/forget/")
        wait(lambda: self.try_evaluate("location.origin") == site, 15, "a page of the site in webkit")
        self.forget_cookies()

    def leave(self) -> None:
        """Quit as a reader does."""
        self._ask("DELETE", self._root)

    def settle(self) -> None:
        """As every browser, and make sure of the toolbar, which has the buttons for Back and Forward."""
        super().settle()
        if self.corner[1] == 0:
            raise Refusal("this window has no toolbar")

    def back(self) -> None:
        """Click the Back button of the toolbar."""
        self._click_toolbar(BACK_BUTTON)

    def forward(self) -> None:
        """Click the Forward button of the toolbar."""
        self._click_toolbar(FORWARD_BUTTON)

    def _click_toolbar(self, across: int) -> None:
        self.display.click((across, self.corner[1] // 2))

    def _answers(self) -> bool:
        try:
            return bool(self._ask("GET", "/status"))
        except (Refusal, OSError):
            return False

    def _ask(self, method: str, path: str, body: dict[str, Any] | None = None, seconds: float = 12) -> Any:
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(f"http://127.0.0.1:{self._port}{path}", data, method=method)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=seconds) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise Refusal(error.read().decode("utf-8", "replace")) from error
        except (TimeoutError, urllib.error.URLError, ConnectionError) as error:
            raise Refusal(f"{path}: {error}") from error
