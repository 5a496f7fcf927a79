"""Addresses that lead somewhere else than they seem, or do something else than lead."""

from tests.breakages.edits import made
from tests.hostile.inputs import Hostile, links

_LINKS = (
    "//evil.example/", "///evil.example/", "/\\evil.example/", "\\\\evil.example\\", "https:evil.example", "https:/evil.example/",
    "https:///evil.example/", "https:\\\\evil.example/", "https://www.gov.uk@evil.example/", "https://www.gov.uk:pass@evil.example/",
    "https://www.gov.uk%40evil.example/", "https://www.gov.uk%2eevil.example/", "https://www.gov.uk\u3002evil.example/",
    "https://www.gov.uk\uff0fevil.example/", "https://\uff37\uff37\uff37.gov.uk/", "https://www.g\u043ev.uk/", "https://www.xn--gv-fmc.uk/",
    "https://www.gov.uk.evil.example/", "https://evil.example/www.gov.uk", "https://evil.example#www.gov.uk",
    "https://evil.example?www.gov.uk", "https://127.0.0.1/", "https://[::1]/", "https://0x7f000001/", "https://2130706433/",
    "https://localhost/", "https://0/", "https://www.legislation.gov.uk:0/", "https://www.legislation.gov.uk:99999/",
    "https://www.legislation.gov.uk:443@evil.example/", "https://www.legislation.gov.uk./", "https://.legislation.gov.uk/",
    "https://www..legislation.gov.uk/", "https://-.gov.uk/", "https://www.legislation.gov.uk\\@evil.example/", "https://", "https:",
    "http://www.legislation.gov.uk/", "HTTP://www.legislation.gov.uk/", "ftp://www.legislation.gov.uk/", "ws://evil.example/",
    "javascript:alert", "JaVaScRiPt:alert", "java%0ascript:alert", "&#106;avascript:alert", "%6aavascript:alert", "vbscript:msgbox",
    "data:text/html,x", "blob:https://evil.example/1", "intent://evil.example#Intent;end", "file:///etc/passwd",
    "view-source:https://evil.example/", "about:blank", "filesystem:https://evil.example/x", "tel:0909879000", "sms:999",
    "mailto:a@evil.example?bcc=b@evil.example", "whatsapp://send", "facetime:999", "android-app://evil", "ms-word:ofe", "x:y",
    "../../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "/etc/passwd", "help.md%00.html", "help.md?x=y", "help.html", "HELP.md",
    "help.md#%22onclick", "help.md#<script>", "#__proto__", "./../../help.md", "%2e%2e/help.md", "en/../help.md", ".md", "..md",
    "C:\\windows\\win.ini",
)  # fmt: skip
_REDIRECTS = {
    "to another site": ("/old/", "https://evil.example/"),
    "to another site without a scheme": ("/old/", "//evil.example/"),
    "to a script": ("/old/", "javascript:alert(1)"),
    "with a line end": ("/old/", '"/en/help/ 301\\n/* https://evil.example/ 301"'),
    "from everything": ("/*", "/en/help/"),
    "from a name": ("/:page", "/en/help/"),
    "that climbs": ("/../../etc/", "/en/help/"),
    "with a rule of nginx": ("/a/;return 302 https://evil.example/;", "/en/help/"),
    "with a question": ("/old/?a=b", "/en/help/"),
    "from the headers": ("/_headers", "/nowhere/"),
}
ADDRESSES = (
    *links("", _LINKS),
    *(
        Hostile(f"redirect: {name}", made("redirects.yml", f"redirects:\n  - old: {old}\n    new: {new}\n"), "")
        for name, (old, new) in _REDIRECTS.items()
    ),
)
