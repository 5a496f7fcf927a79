"""A tab of a browser in which page after page is shown as if each were the first.

A tab is opened once: to open one takes longer than to look at a page. Must never let a page find what another one left.
"""

from dataclasses import dataclass, field

from playwright.async_api import Browser, BrowserContext, CDPSession, ConsoleMessage, Error, Page

SIZE = {"width": 1280, "height": 900}
PLAIN = {"media": "screen", "color_scheme": "light", "contrast": "no-preference", "forced_colors": "none"}


@dataclass
class Tab:
    context: BrowserContext
    page: Page
    session: CDPSession
    address: str
    errors: list[str] = field(default_factory=list)
    """What went wrong in the scripts of the page that is shown."""

    @classmethod
    async def opened(cls, browser: Browser, address: str) -> "Tab":
        context = await browser.new_context(viewport=SIZE, locale="en-GB", reduced_motion="reduce")  # type: ignore[arg-type]
        page = await context.new_page()
        tab = cls(context, page, await context.new_cdp_session(page), address)
        page.on("pageerror", tab._failed)
        page.on("console", tab._said)
        return tab

    async def show(self, path: str, scripts: bool = True) -> list[str]:
        """Load a page with nothing kept of the last one; returns what went wrong in its scripts until it was loaded."""
        await self.session.send("Storage.clearDataForOrigin", {"origin": self.address, "storageTypes": "all"})
        await self.page.emulate_media(**PLAIN)  # type: ignore[arg-type]
        await self.page.set_viewport_size(SIZE)  # type: ignore[arg-type]
        # Scripts are off while the page loads and on again for the checks, whose timers would never end without.
        await self.session.send("Emulation.setScriptExecutionDisabled", {"value": not scripts})
        self.errors.clear()
        await self.page.goto(f"{self.address}/{path}", wait_until="load")
        if not scripts:
            await self.session.send("Emulation.setScriptExecutionDisabled", {"value": False})
        return list(self.errors)

    async def run(self, script: str) -> None:
        """Run a script of any length in the page. The browser keeps what it compiled, so a second page takes it up at once."""
        ended = await self.session.send("Runtime.evaluate", {"expression": script})
        if "exceptionDetails" in ended:
            raise Error(str(ended["exceptionDetails"]))

    async def close(self) -> None:
        await self.context.close()

    def _failed(self, error: Error) -> None:
        self.errors.append(str(error))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)
