"""What a host must send with each file, and where old addresses lead: `_headers` and `_redirects`, worked out from
what was built.

Must never promise a header that the pages break, and never relax one for a host's sake.
"""

from collections.abc import Iterable, Mapping

from signpost.contacts.data import PATH as CONTACTS
from signpost.contacts.data import points_path
from signpost.feedback import PAGE as FEEDBACK
from signpost.hosting.header_map import HEADERS_FILE, REDIRECTS_FILE, HeaderMap
from signpost.look.assets import FOLDER
from signpost.model import Redirect
from signpost.site import Site

_CLOSED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
    "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi",
    "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb",
    "xr-spatial-tracking",
)  # fmt: skip
YEAR = 31_536_000
"""Seconds."""
HTTPS_ONLY = {
    "site": f"max-age={YEAR}",
    "subdomains": f"max-age={YEAR}; includeSubDomains",
    "preload": f"max-age={YEAR}; includeSubDomains; preload",
}
"""Strict-Transport-Security (RFC 6797) by the setting `https_only`. The wider ones bind a force's other sites too, and
preload can hardly be taken back, so nobody gets them without asking."""


def page_headers(policy: str, https_only: str = "site", ready: bool = True) -> dict[str, str]:
    """Headers of every answer. Pages are not kept by the browser, so that fewer of them stay on a shared device.

    A build that is not `ready` to publish asks search engines to leave it out: it is a preview, wherever it is put.
    """
    headers = {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Strict-Transport-Security": HTTPS_ONLY[https_only],
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "X-DNS-Prefetch-Control": "off",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Origin-Agent-Cluster": "?1",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _CLOSED),
        "Cache-Control": "no-store",
    }
    return headers if ready else {**headers, "X-Robots-Tag": "noindex"}


def make_hosting(site: Site, policy: str, files: Iterable[str], ready: bool = True) -> dict[str, bytes]:
    """The two files for the host. `files` are the paths of all that was built."""
    headers = header_map(site, policy, files, ready)
    return {HEADERS_FILE: headers.as_text().encode(), REDIRECTS_FILE: redirect_lines(site.redirects).encode()}


def header_map(site: Site, policy: str, files: Iterable[str], ready: bool = True) -> HeaderMap:
    special: dict[str, Mapping[str, str]] = {}
    # Each file by its name: a rule for the folder would have a browser keep “not found” for a year too.
    for path in sorted(path for path in files if path.startswith(f"{FOLDER}/")):
        special[f"/{path}"] = {"Cache-Control": f"public, max-age={YEAR}, immutable"}
    # Partners' servers fetch the contacts and may keep them, but must ask each time whether they still hold. No
    # Access-Control-Allow-Origin: a server needs none, and a browser on another site has no reason to ask us.
    for path in (CONTACTS, *(points_path(code) for code in site.locales)):
        special[f"/{path}"] = {"Cache-Control": "no-cache"}
    # Firefox and WebKit give back what was typed into a form only if its page is not “no-store”. Nobody else may keep it,
    # and the browser itself must ask each time.
    for code in site.locales if site.config.feedback.has_form else ():
        page = site.page(code, FEEDBACK)
        if page is not None:
            special[f"/{page.path}"] = {"Cache-Control": "private, no-cache"}
    return HeaderMap(page_headers(policy, site.config.https_only, ready), special)


def redirect_lines(redirects: Iterable[Redirect]) -> str:
    """`_redirects`: each old address with and without a slash at its end, because Cloudflare compares letter by letter."""
    return "".join(f"{old} {redirect.new} 301\n" for redirect in redirects for old in _both(redirect.old))


def _both(old: str) -> tuple[str, ...]:
    bare = old.rstrip("/")
    if not bare:
        return (old,)
    return (bare,) if "." in bare.rpartition("/")[2] else (bare, f"{bare}/")
