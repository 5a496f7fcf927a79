"""Chromium, read through its DevTools protocol."""

from __future__ import annotations

import json
import shutil
import sqlite3
from typing import Any

from tests.browser.browser import Browser, BrowserMissing, Refusal
from tests.browser.cookie import Cookie, read_cookie
from tests.browser.patience import wait
from tests.browser.wire import Wire

FLAGS = (
    *("--no-sandbox", "--test-type", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--no-default-browser-check", "--disable-background-networking", "--disable-component-update"),
    *("--disable-dev-shm-usage", "--password-store=basic", "--remote-debugging-port=0", "--window-position=0,0"),
    *("--disable-features=HttpsUpgrades,Translate,MediaRouter,OptimizationHints", "--lang=en-GB"),
)


class Chromium(Browser):
    """A headed Chromium with a fresh profile."""

    kind = "chromium"

    def launch(self) -> None:
        """Start it and connect to its DevTools."""
        program = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
        if not program:
            raise BrowserMissing("chromium is not installed")
        for store in (".pki/nssdb", ".local/share/pki/nssdb"):  # the old place and the new one
            self.origins.authority.trust(self.home / store)
        self._write_settings()
        more = [] if self.scripts else ["--blink-settings=scriptEnabled=false"]
        size = f"--window-size={self.display.width},{self.display.height}"
        self.start(program, *FLAGS, *more, size, f"--user-data-dir={self.profile}", "about:blank")
        port = self.profile / "DevToolsActivePort"
        number, path = wait(lambda: port.read_text().split() if port.exists() else None, 30, "chromium's DevTools")
        self._wire = Wire(f"ws://127.0.0.1:{number}{path}")
        self._sessions: dict[str, str] = {}
        self._tab = wait(lambda: next(iter(self.tabs()), None), 20, "a tab in chromium")

    def _write_settings(self) -> None:
        """What the reader would set under Privacy; the profile is new, so it holds nothing else."""
        block = {"as usual": {}, "none": {"default_content_setting_values": {"cookies": 2}}, "first party": {"cookie_controls_mode": 1}}
        (self.profile / "Default").mkdir()
        (self.profile / "Default/Preferences").write_text(json.dumps({"profile": block[self.settings.cookies]}))

    @property
    def version(self) -> str:
        """Its name and version."""
        return "Chromium " + str(self._wire.ask("Browser.getVersion", {})["product"]).partition("/")[2]

    def navigate(self, address: str) -> None:
        """Open an address in the current tab."""
        self._wire.send("Page.navigate", {"url": address}, sessionId=self._session())

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the current tab."""
        parameters = {"expression": expression, "returnByValue": True, "awaitPromise": True}
        answer = self._wire.ask("Runtime.evaluate", parameters, sessionId=self._session())
        if "exceptionDetails" in answer:
            raise Refusal(str(answer["exceptionDetails"].get("exception", answer["exceptionDetails"])))
        return answer["result"].get("value")

    def ask(self, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        """A command of the protocol itself, for what only Chromium can pretend (forced colours, a phone)."""
        return self._wire.ask(method, parameters, sessionId=self._session())

    def new_tab(self) -> str:
        """Open an empty tab and make it current."""
        self._tab = str(self._wire.ask("Target.createTarget", {"url": "about:blank"})["targetId"])
        self.use_tab(self._tab)
        return self._tab

    def tabs(self) -> list[str]:
        """The tabs, the newest last."""
        targets = self._wire.ask("Target.getTargets", {})["targetInfos"]
        return [target["targetId"] for target in targets if target["type"] == "page"][::-1]

    def use_tab(self, tab: str) -> None:
        """Bring a tab to the front."""
        self._tab = tab
        self._wire.ask("Target.activateTarget", {"targetId": tab})

    def close_tab(self, tab: str) -> None:
        """Close a tab."""
        self._wire.ask("Target.closeTarget", {"targetId": tab})
        self._sessions.pop(tab, None)

    def cookies(self) -> list[Cookie]:
        """Every cookie that it keeps."""
        return [read_cookie(found) for found in self._wire.ask("Storage.getCookies", {})["cookies"]]

    def forget_cookies(self) -> None:
        """Delete them all."""
        self._wire.ask("Storage.clearCookies", {})

    def leave(self) -> None:
        """Quit as a reader does."""
        self._wire.send("Browser.close", {})
        self.processes[0].wait(20)

    def history(self) -> list[tuple[str, str]]:
        """The rows of the history database."""
        with sqlite3.connect(f"file:{self.profile / 'Default' / 'History'}?immutable=1", uri=True) as database:
            return [(str(url), str(title)) for url, title in database.execute("select url, title from urls")]

    def _session(self) -> str:
        if self._tab not in self._sessions:
            answer = self._wire.ask("Target.attachToTarget", {"targetId": self._tab, "flatten": True})
            self._sessions[self._tab] = str(answer["sessionId"])
        return self._sessions[self._tab]
