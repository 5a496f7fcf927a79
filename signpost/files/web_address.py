"""Which addresses may be published. Must never let one through that leads somewhere else than it seems."""

import re
from urllib.parse import urlsplit

_NEVER_IN_ADDRESSES = set('<>"{}|^`\\')
"""Signs that RFC 3986 keeps out of every address; between the quotes of a page or a script they could end it."""


def address_fault(text: str) -> str | None:
    """Why an address may not be published (RFC 3986, WHATWG URL), as a sentence; None when it is fine."""
    if any(sign.isspace() or ord(sign) < 33 for sign in text) or "\\" in text:
        return "it has a space or a backslash in it."
    odd = sorted(_NEVER_IN_ADDRESSES & set(text))
    if odd:
        return f"it has {' and '.join(f'“{sign}”' for sign in odd)} in it. Copy it from the browser's address bar."
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return f"“{text}” cannot be understood. Copy it from the browser's address bar."
    if parts.scheme != "https":
        return f"“{text}” does not start with https://."
    host = parts.hostname or ""
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        return "it has an @ before the host, which can lead somewhere else than it seems."
    if not re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", host):
        return f"“{parts.netloc}” is not the name of a public web site in plain letters."
    if "xn--" in host:
        return f"“{host}” hides letters that can look like others. Use the site's plain name."
    if port not in (None, 443):
        return f"it names port {port}. Leave the port out."
    return None
