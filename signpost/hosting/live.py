"""Asks one published site for its files: over https, or over plain http on this computer; and for the page it leaves to.

Must never follow where an answer leads, keep a cookie, or take more bytes than were asked for.
"""

import http.client
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import quote, urlsplit

from signpost import __version__

TIMEOUT = 20.0
TRIES = 3
"""Times that a question is asked when the connection breaks."""
MOST_BYTES = 4_000_000
_HEADERS = {"User-Agent": f"signpost/{__version__} (verify)", "Accept": "*/*", "Accept-Encoding": "identity"}


class AddressRefused(Exception):
    """Not the address of a site that may be asked; the message says why."""


@dataclass(frozen=True)
class Answer:
    """What one path answered; `fault` is why there was no answer. Names of headers are in small letters."""

    status: int = 0
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    body: bytes = b""
    fault: str = ""

    def all(self, name: str) -> tuple[str, ...]:
        return self.headers.get(name.lower(), ())


@dataclass(frozen=True)
class LiveSite:
    """A site at `https://host/` or `https://host/path/`. `context` is for tests, whose certificates nobody else knows."""

    address: str
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def __post_init__(self) -> None:
        parts = urlsplit(self.address)
        host = parts.hostname or ""
        if parts.scheme not in {"https", "http"} or not host or parts.query or parts.fragment or parts.username:
            raise AddressRefused(f"“{self.address}” is not the address of a site. Write it like https://www.police.example/")
        if parts.scheme == "http" and not _is_this_computer(host):
            raise AddressRefused(
                f"“{self.address}” does not start with https://. Readers get the site by https, so that is what is checked."
            )

    @property
    def prefix(self) -> str:
        """The path before every file of the site, like `/` or `/help/`."""
        return urlsplit(self.address).path.rstrip("/") + "/"

    @property
    def by_https(self) -> bool:
        return self.address.startswith("https:")

    def get(self, path: str, plain: bool = False) -> Answer:
        """GET a path of the site, without its leading slash. `plain` asks by http what readers get by https."""
        answer = Answer()
        for _ in range(TRIES):
            answer = self._asked(path, plain)
            if not answer.fault:
                break
        return answer

    def elsewhere(self, address: str) -> Answer:
        """GET one whole https address of another site, once: the page that the exit leads to."""
        parts = urlsplit(address)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return _answer(http.client.HTTPSConnection(parts.hostname or "", parts.port, timeout=TIMEOUT, context=self.context), path)

    def _asked(self, path: str, plain: bool) -> Answer:
        parts = urlsplit(self.address)
        host = parts.hostname or ""
        connection = (
            http.client.HTTPSConnection(host, parts.port, timeout=TIMEOUT, context=self.context)
            if self.by_https and not plain
            else http.client.HTTPConnection(host, None if plain else parts.port, timeout=TIMEOUT)
        )
        return _answer(connection, self.prefix + quote(path))


def _answer(connection: http.client.HTTPConnection, path: str) -> Answer:
    try:
        connection.request("GET", path, headers=_HEADERS)
        response = connection.getresponse()
        headers: dict[str, tuple[str, ...]] = {}
        for name, value in response.getheaders():
            headers[name.lower()] = (*headers.get(name.lower(), ()), value)
        return Answer(response.status, headers, response.read(MOST_BYTES))
    except ssl.SSLCertVerificationError as error:
        return Answer(fault=f"its certificate is not valid ({error.verify_message})")
    except TimeoutError:
        return Answer(fault=f"it did not answer within {TIMEOUT:g} seconds")
    except (OSError, http.client.HTTPException) as error:
        return Answer(fault=f"it could not be reached ({error or type(error).__name__})")
    finally:
        connection.close()


def _is_this_computer(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
