"""YAML that attacks its reader: objects, bombs, depth, and values that are not what they seem."""

from tests.breakages.edits import Edit, instead, page_of, page_with, setting
from tests.hostile.inputs import HARMLESS, Hostile

_LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(8)
)


def _page(settings: str) -> Edit:
    return page_of("hostile", f"---\n{settings}\n---\nText.\n")


def _site(old: str, new: str) -> Edit:
    return instead("site.yml", old, new)


_SETTINGS = {
    "a billion laughs": _LAUGHS,
    "merge": "base: {title: x}\n<<: *base",
    "Python object": 'title: !!python/object/apply:os.system ["touch /tmp/pwned"]',
    "Python name": "title: !!python/name:os.system",
    "Python module": "title: !!python/module:os",
    "bytes": "title: !!binary R0lGODlhAQ==",
    "set": "title: !!set {a, b}",
    "file to include": "title: !include /etc/passwd",
    "tag of another": "%TAG ! tag:evil.example,2026:\ntitle: !x y",
    "ten thousand brackets": f"title: {'[' * 10_000}",
    "ten thousand braces": f"title: {'{a: ' * 10_000}",
    "a hundred thousand dashes": f"title:\n  {'- ' * 100_000}x",
    "two thousand steps": "\n".join(f"{'  ' * n}a:" for n in range(600)),
    "name that is a list": "? [a, b]\n: c",
    "name that is empty": ": value",
    "name that is an alias": "*a : b",
    "name of 300,000 letters": f"{'a' * 300_000}: b",
    "forty thousand names": "\n".join(f"name{n}: b" for n in range(40_000)),
    "the same name four thousand times": "owner: a\n" * 4_000,
    "block without an end": "title: |99\n  x",
    "bracket without an end": "title: [a, b",
    "text after the end": "title: a\n...\ntitle: b",
    "tab as a step": "title:\n\ta",
    "reserved sign": "title: `a`",
    "at sign": "title: @a",
    "percent": "title: %a",
    "only a text": "title",
    "only a list": "- title",
    "only dots": "...",
}
_VALUES = {
    "year 0": ("2026-11-01", "0000-00-00", "date"),
    "year 99999": ("2026-11-01", "99999-01-01", "date"),
    "Arabic digits": ("2026-11-01", "٢٠٢٦-١١-٠١", "date"),
    "full-width digits": ("2026-11-01", "２０２６-１１-０１", "date"),
    "date with a time": ("2026-11-01", "2026-11-01T00:00:00Z", "date"),
    "date as a sum": ("2026-11-01", "2026-11-01 + 365", "date"),
    "date of 90,000 digits": ("2026-11-01", "9" * 90_000, "date"),
    "nothing, as ~": ("title: Page hostile", "title: ~", "missing-field"),
    "list as a title": ("title: Page hostile", "title: [true, false]", "field"),
    "lines as a title": ("title: Page hostile", "title: {a: b}", "field"),
    "script in a title": ("title: Page hostile", "title: '<script>alert(1)</script>'", "mark"),
    "end of the title in a title": ("title: Page hostile", "title: '</title><script>alert(1)</script>'", "mark"),
    "attribute in a description": ("to be broken, Page", '" onload="alert(1)" \'>, Page', HARMLESS),
    "template in a title": ("title: Page hostile", "title: '{{ 7 * 7 }}'", ""),
    "template in an owner": ("owner: Communications team", "owner: '{% include \"/etc/passwd\" %}'", ""),
}
_SITES = {
    "exit to a script": ("https://www.bbc.co.uk/weather", "javascript:alert(1)", "address"),
    "exit to data": ("https://www.bbc.co.uk/weather", '"data:text/html,<script>alert(1)</script>"', "address"),
    "exit out of its script": ("https://www.bbc.co.uk/weather", "https://www.bbc.co.uk/</script><script>alert(1)</script>", ""),
    "exit out of its quotes": ("https://www.bbc.co.uk/weather", 'https://www.bbc.co.uk/"+alert(1)+"', ""),
    "exit with a user": ("https://www.bbc.co.uk/weather", "https://www.bbc.co.uk@evil.example/", "address"),
    "exit to this computer": ("https://www.bbc.co.uk/weather", "https://127.0.0.1/", "address"),
    "exit title out of its script": ("title: BBC Weather", "title: '</script><script>alert(1)</script>'", "field"),
    "colour out of its rule": ('"#16325c"', '"#16325c;}body{display:none"', "field"),
    "colour that asks another site": ('"#16325c"', "url(https://evil.example/)", "field"),
    "base_url with mark-up": ("https://marram.example/", "https://marram.example/<script>/", ""),
    "base_url with quotes": ("https://marram.example/", "https://marram.example/\"onload='x'/", ""),
    "base_url that climbs": ("https://marram.example/", "https://marram.example/a/../../b/", ""),
    "base_url with a line end": ("https://marram.example/", '"https://marram.example/\\r\\nSet-Cookie: a=b/"', ""),
    "base_url with a question": ("https://marram.example/", "https://marram.example/?a=b", "field"),
    "base_url of another scheme": ("https://marram.example/", "file:///etc/", "address"),
    "every site allowed": ("- www.legislation.gov.uk", '- "*"', "field"),
    "allowed site with a star": ("- www.legislation.gov.uk", '- "*.gov.uk"', "field"),
    "allowed site with a path": ("- www.legislation.gov.uk", "- evil.example/www.legislation.gov.uk", "field"),
    "footer that climbs": ("footer: help", "footer: ../../../etc/passwd", ""),
    "name with mark-up": ("en: Marram Coast Police", "en: '<script>alert(1)</script>'", "mark"),
    "language that climbs": ("languages: en, cy", "languages: en, ../../etc", ""),
}
YAML = (
    *(Hostile(f"settings: {name}", _page(text), "") for name, text in _SETTINGS.items()),
    *(Hostile(f"value: {name}", page_with("hostile", old, new), rule) for name, (old, new, rule) in _VALUES.items()),
    *(Hostile(f"site: {name}", _site(old, new), rule) for name, (old, new, rule) in _SITES.items()),
    Hostile("settings: alias that is not there", setting("hostile", "parent: *nobody"), "yaml"),
)
