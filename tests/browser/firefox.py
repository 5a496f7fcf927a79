"""Firefox, read through WebDriver BiDi (no geckodriver)."""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from typing import Any

from tests.browser.browser import Browser, BrowserMissing, Refusal
from tests.browser.cookie import Cookie, read_cookie
from tests.browser.patience import wait
from tests.browser.wire import Wire
from tests.ports import free_port

# remote.prefs.recommended would switch off parts of the browser a reader has switched on.
PREFERENCES: dict[str, bool | int | str] = {
    "remote.prefs.recommended": False,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.contentblocking.category": "standard",
    "browser.newtabpage.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.sessionstore.resume_from_crash": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage": "about:blank",
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "browser.tabs.warnOnClose": False,
    "browser.warnOnQuit": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "datareporting.usage.uploadEnabled": False,
    "dom.security.https_first": False,
    "extensions.systemAddon.update.enabled": False,
    "extensions.update.enabled": False,
    "full-screen-api.warning.timeout": 0,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "network.trr.mode": 5,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "startup.homepage_welcome_url": "about:blank",
    "termsofuse.bypassNotification": True,
    "toolkit.telemetry.enabled": False,
    "toolkit.telemetry.server": "",
    "trailhead.firstrun.didSeeAboutWelcome": True,
}

SOME_FRAMES = """new Promise(done => {
  let frames = 0, start = performance.now();
  const frame = () => ++frames > 4 && performance.now() > start + 110 ? done(frames) : requestAnimationFrame(frame);
  document.hidden ? done(0) : requestAnimationFrame(frame);
  setTimeout(() => done(frames), 1500);
})"""
"""More than the three frames and 100 ms in which a page is given no input (dom.input_events.security); in a page that shows
none yet, 1.5 seconds."""


class Firefox(Browser):
    """A headed Firefox with a fresh profile."""

    kind = "firefox"

    def launch(self) -> None:
        """Start it and open a BiDi session."""
        program = shutil.which("firefox-esr") or shutil.which("firefox")
        if not program:
            raise BrowserMissing("firefox is not installed")
        self.origins.authority.trust(self.profile)
        preferences = {**PREFERENCES, "javascript.enabled": self.scripts, **self._chosen()}
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in preferences.items()]
        (self.profile / "user.js").write_text("".join(lines))
        port = free_port()
        words = [program, "--profile", str(self.profile), "--no-remote", "--remote-debugging-port", str(port)]
        self.start(*words, "--remote-allow-system-access", "about:blank")
        self._wire = wait(lambda: _connect(port), 40, "firefox's BiDi", 0.1)
        capabilities = self._wire.ask("session.new", {"capabilities": {}}, 20)["capabilities"]
        self._version = f"Firefox {capabilities['browserVersion']}"
        self._tab = wait(lambda: next(iter(self.tabs()), None), 20, "a tab in firefox")

    def _chosen(self) -> dict[str, bool | int | str]:
        """What the reader has set under Privacy."""
        behaviour = {"none": 2, "first party": 1}.get(self.settings.cookies)
        signal: dict[str, bool | int | str] = {"privacy.globalprivacycontrol.enabled": self.settings.signal}
        if behaviour is None:
            return signal
        # The category would set the behaviour back to its own.
        return {**signal, "browser.contentblocking.category": "custom", "network.cookie.cookieBehavior": behaviour}

    @property
    def version(self) -> str:
        """Its name and version."""
        return self._version

    def navigate(self, address: str) -> None:
        """Open an address in the current tab."""
        self._wire.send("browsingContext.navigate", {"context": self._tab, "url": address, "wait": "none"})

    def wait_until_heard(self) -> None:
        """A busy computer is slow to paint the frames before which Firefox gives a page no keys and no clicks."""
        self.try_evaluate(SOME_FRAMES)
        time.sleep(0.05)

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the current tab."""
        parameters = {
            "expression": f"(async () => JSON.stringify(await ({expression})))()",
            "target": {"context": self._tab},
            "awaitPromise": True,
        }
        answer = self._wire.ask("script.evaluate", parameters)
        if answer["type"] != "success":
            raise Refusal(str(answer["exceptionDetails"]["text"]))
        text = answer["result"].get("value")
        return None if text is None else json.loads(text)

    def new_tab(self) -> str:
        """Open an empty tab and make it current."""
        self._tab = str(self._wire.ask("browsingContext.create", {"type": "tab"})["context"])
        self.use_tab(self._tab)
        return self._tab

    def tabs(self) -> list[str]:
        """The tabs, the newest last."""
        contexts = self._wire.ask("browsingContext.getTree", {"maxDepth": 0})["contexts"]
        return [str(context["context"]) for context in contexts]

    def use_tab(self, tab: str) -> None:
        """Bring a tab to the front."""
        self._tab = tab
        self._wire.ask("browsingContext.activate", {"context": tab})

    def close_tab(self, tab: str) -> None:
        """Close a tab."""
        self._wire.ask("browsingContext.close", {"context": tab})

    def cookies(self) -> list[Cookie]:
        """Every cookie that it keeps."""
        return [read_cookie(found) for found in self._wire.ask("storage.getCookies", {})["cookies"]]

    def forget_cookies(self) -> None:
        """Delete them all."""
        self._wire.ask("storage.deleteCookies", {})

    def leave(self) -> None:
        """Quit as a reader does."""
        self._wire.send("browser.close", {})
        self.processes[0].wait(30)

    def history(self) -> list[tuple[str, str]]:
        """The rows of the history database that a reader can see."""
        with sqlite3.connect(f"file:{self.profile / 'places.sqlite'}", uri=True) as database:
            rows = database.execute("select url, title from moz_places where hidden = 0 and visit_count > 0")
            return [(str(url), str(title or "")) for url, title in rows]


def _connect(port: int) -> Wire | None:
    try:
        return Wire(f"ws://127.0.0.1:{port}/session")
    except OSError:
        return None
