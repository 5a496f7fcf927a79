"""Fetches pages of other people's sites, politely: https only, one after the other, with a name, a limit and a pause.

Goes to the internet only when somebody asks for it, like `live.py`, which asks our own site. Must never send anything
but the request, keep a cookie, or follow a redirect by itself: whoever asks decides.
"""

import http.client
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from signpost import __version__

TIMEOUT = 20.0
PAUSE = 1.0
"""Seconds between two requests to one host."""
MOST_BYTES = 3_000_000
_HEADERS = {
    "User-Agent": f"signpost/{__version__} (checks that the contact details we publish still hold)",
    "Accept": "text/html,*/*;q=0.5",
    "Accept-Encoding": "identity",
    "Connection": "close",
}

Place = tuple[str, int]


@dataclass(frozen=True)
class Answer:
    """What one address answered. `location` is where it redirects to; `fault` is why there was no answer."""

    status: int = 0
    location: str | None = None
    text: str = ""
    fault: str | None = None
    unreachable: bool = False
    """No connection was made at all, as when this computer is offline."""
    late: bool = False
    """No answer came in time."""
    again_in: float = 0.0
    """Seconds after which the site asks to be asked again."""


@dataclass
class Network:
    """Asks over https. Tests give another `place` (where a host really is), `context` and `sleep`."""

    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    place: Callable[[str, int], Place] = lambda host, port: (host, port)
    sleep: Callable[[float], None] = time.sleep
    timeout: float = TIMEOUT
    _asked: set[str] = field(default_factory=set)

    def get(self, address: str) -> Answer:
        """One request, without following where it leads."""
        parts = urlsplit(address)
        host = parts.hostname or ""
        if parts.scheme != "https" or not host:
            return Answer(fault="it does not start with https://")
        if host in self._asked:
            self.sleep(PAUSE)
        self._asked.add(host)
        connection = _Connection(host, parts.port or 443, self.place, self.context, self.timeout)
        try:
            connection.request("GET", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), headers=_HEADERS)
            response = connection.getresponse()
            body = response.read(MOST_BYTES)
            return Answer(
                response.status,
                response.headers.get("Location"),
                _decoded(body, response.headers.get_content_charset()),
                again_in=float(wait) if (wait := response.headers.get("Retry-After", "")).isdecimal() else 0.0,
            )
        except ssl.SSLCertVerificationError as error:
            return Answer(fault=f"its certificate is not valid ({error.verify_message})")
        except TimeoutError:
            return Answer(fault=f"it did not answer within {self.timeout:g} seconds", late=True)
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Answer(
                fault="it could not be reached", unreachable=isinstance(error, socket.gaierror | ConnectionError) or _no_route(error)
            )
        finally:
            connection.close()


def _no_route(error: Exception) -> bool:
    return isinstance(error, OSError) and not isinstance(error, ssl.SSLError)


def _decoded(body: bytes, charset: str | None) -> str:
    try:
        return body.decode(charset or "utf-8", errors="replace")
    except LookupError:
        return body.decode("utf-8", errors="replace")


class _Connection(http.client.HTTPSConnection):
    """A connection whose certificate must be the host's, wherever the host is found."""

    def __init__(self, host: str, port: int, place: Callable[[str, int], Place], context: ssl.SSLContext, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout, context=context)
        self._place = place
        self._tls = context

    def connect(self) -> None:
        raw = socket.create_connection(self._place(self.host, self.port), self.timeout)
        self.sock = self._tls.wrap_socket(raw, server_hostname=self.host)
