"""What a host must send with each file, and where old addresses lead: `_headers` and `_redirects`, which Netlify and
Cloudflare Pages both read.

Must never promise a header that the pages break, and never relax one for a host's sake.
"""

from signpost.assets import FOLDER
from signpost.contact_data import PATH as CONTACTS
from signpost.contact_data import points_path
from signpost.site import Site

_CLOSED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
    "fullscreen", "gamepad", "geolocation", "gyroscope", "hid", "idle-detection", "magnetometer", "microphone", "midi",
    "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb",
    "xr-spatial-tracking",
)  # fmt: skip


def page_headers(policy: str) -> dict[str, str]:
    """Headers of every answer. Pages are not kept by the browser, so that fewer of them stay on a shared device."""
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "Strict-Transport-Security": "max-age=31536000",
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


def make_hosting(site: Site, policy: str) -> dict[str, bytes]:
    return {"_headers": _headers_file(site, policy).encode(), "_redirects": _redirects_file(site).encode()}


def _headers_file(site: Site, policy: str) -> str:
    lines = ["/*", *(f"  {name}: {value}" for name, value in page_headers(policy).items())]
    # "! Name" takes the general header off first: both hosts would otherwise send the two values joined by a comma.
    lines += [f"/{FOLDER}/*", "  ! Cache-Control", "  Cache-Control: public, max-age=31536000, immutable"]
    # Partners' servers fetch the contacts and may keep them, but must ask each time whether they still hold. No
    # Access-Control-Allow-Origin: a server needs none, and a browser on another site has no reason to ask us.
    for path in (CONTACTS, *(points_path(code) for code in site.locales)):
        lines += [f"/{path}", "  ! Cache-Control", "  Cache-Control: no-cache"]
    return "\n".join(lines) + "\n"


def _redirects_file(site: Site) -> str:
    return "".join(f"{redirect.old} {redirect.new} 301\n" for redirect in site.redirects)
