"""Commands and answers over a web socket: what Chromium's and Firefox's protocols have in common.

It must never wait for ever: a page that hangs is one of the things the tests are about.
"""

from __future__ import annotations

import itertools
import json
import time
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from tests.browser.browser import Refusal


class Wire:
    """One connection; events are kept for those who ask."""

    def __init__(self, address: str) -> None:
        self._socket = connect(address, max_size=None, open_timeout=20, ping_interval=None, proxy=None, legacy=True)
        self._numbers = itertools.count(1)
        self.events: list[dict[str, Any]] = []

    def ask(self, method: str, parameters: dict[str, Any], seconds: float = 10, **more: str) -> dict[str, Any]:
        """Send a command and return its answer."""
        number = self.send(method, parameters, **more)
        end = time.monotonic() + seconds
        while True:
            message = self._receive(end - time.monotonic(), method)
            if message.get("id") != number:
                self.events.append(message)
            elif message.get("error"):
                raise Refusal(f"{method}: {message['error']} {message.get('message', '')}")
            else:
                return dict(message.get("result", {}))

    def send(self, method: str, parameters: dict[str, Any], **more: str) -> int:
        """Send a command and do not wait for the answer."""
        number = next(self._numbers)
        try:
            self._socket.send(json.dumps({"id": number, "method": method, "params": parameters, **more}))
        except ConnectionClosed as closed:
            raise Refusal(f"{method}: the browser is gone") from closed
        return number

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _receive(self, seconds: float, method: str) -> dict[str, Any]:
        try:
            return dict(json.loads(self._socket.recv(timeout=max(seconds, 0.01))))
        except TimeoutError as late:
            raise Refusal(f"{method}: no answer") from late
        except ConnectionClosed as closed:
            raise Refusal(f"{method}: the browser is gone") from closed
