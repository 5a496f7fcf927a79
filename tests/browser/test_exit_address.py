"""`verify` asks for the page that the exit leads to, by https, and sees a detour instead of following it."""

from __future__ import annotations

import ssl
from urllib.parse import urlsplit

from signpost.hosting.live import LiveSite
from tests.browser.origins import ADDRESSES, Origins


def test_the_exit_is_asked_once_and_not_followed(origins: Origins) -> None:
    """A page, a redirect, and a certificate that nobody knows."""
    origins.forget()
    address = f"https://{ADDRESSES['exit.test']}:{urlsplit(origins.exit.address).port}/weather?a=b"
    live = LiveSite("https://site.example/", ssl.create_default_context(cafile=str(origins.authority.certificate)))
    assert live.elsewhere(address).status == 200
    origins.mode = "redirect"
    answer = live.elsewhere(address)
    assert (answer.status, answer.all("Location")) == (302, ("/landing",))
    assert [request.path for request in origins.exit.requests] == ["/weather?a=b", "/weather?a=b"]
    assert "certificate is not valid" in LiveSite("https://site.example/").elsewhere(address).fault
