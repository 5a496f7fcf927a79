"""Nothing is kept on a reader's device but what site.yml declares, and nothing is sent but what it declares (PECR, regulation 6).

It reads every script that is published. Must never trust the settings: the bytes decide.
"""

import re

from signpost.cookies import COOKIE
from signpost.look.assets import FOLDER
from signpost.output.page import OutputPage
from signpost.problems import Problem
from signpost.site import Site

_STORES = re.compile(
    r"\b(?:localStorage|sessionStorage|indexedDB|cookieStore|serviceWorker|openDatabase|requestFileSystem)\b|\bcaches\s*\."
)
_SENDS = re.compile(r"\b(?:fetch\s*\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|RTCPeerConnection|new Image\b)")
_WRITES = re.compile(r"document\.cookie\s*=(?!=)([^;}]*(?:;[^}]{0,60})?)")
_ENDS_NOW = re.compile(r"max-age=0\b", re.IGNORECASE)


def check(site: Site, pages: list[OutputPage], output: dict[str, bytes]) -> list[Problem]:
    problems = [
        Problem(path, 0, message, "storage") for path, script in _scripts(pages, output).items() for message in _faults(site, path, script)
    ]
    if re.search(rb"(?im)^\s*set-cookie\s*:", output.get("_headers", b"")):
        problems.append(Problem("_headers", 0, "The host is told to set a cookie. Take “Set-Cookie” out.", "storage"))
    counts = any(cookie.send_to for cookie in site.config.cookies)
    for page in pages:
        if page.by_id.get("consent") is not None and not site.config.cookies:
            problems.append(Problem(page.path, 0, "The page has a place for a cookie banner, but site.yml declares no cookies.", "storage"))
        policy = next((meta.get("content") for meta in page.tagged("meta") if meta.get("http-equiv") == "Content-Security-Policy"), "")
        if "connect-src" in policy and "ws:" not in policy and not counts:
            problems.append(
                Problem(page.path, 0, "The page may send something (connect-src), but site.yml declares no page counts.", "storage")
            )
    return problems


def _scripts(pages: list[OutputPage], output: dict[str, bytes]) -> dict[str, str]:
    """Every script once, by the first page or the file that holds it. Data for scripts is not one."""
    found: dict[str, str] = {}
    for page in pages:
        for element in page.tagged("script"):
            text = element.text
            if text.strip() and "json" not in element.get("type"):
                found.setdefault(text, page.path)
    scripts = {f"{path} ({number})": text for number, (text, path) in enumerate(found.items(), start=1)}
    return scripts | {path: content.decode() for path, content in output.items() if path.startswith(f"{FOLDER}/") and path.endswith(".js")}


def _faults(site: Site, path: str, script: str) -> list[str]:
    declared = site.config.cookies
    is_choice = bool(declared) and path.startswith(f"{FOLDER}/consent.")
    faults = [
        f"This script stores something on the reader's device (“{found}”). No script may." for found in sorted(set(_STORES.findall(script)))
    ]
    for written in _WRITES.findall(script):
        if _ENDS_NOW.search(written):
            continue
        if not is_choice:
            faults.append("This script writes a cookie, and only the cookie choice may, when site.yml declares what is kept.")
        elif not re.match(rf"\s*[`\"']{COOKIE}=", written):
            faults.append(f"The cookie choice writes another cookie than “{COOKIE}”.")
    if _SENDS.search(script) and not is_choice:
        faults.append("This script sends or fetches something. Only page counts that site.yml declares may be sent, after a yes.")
    return faults
