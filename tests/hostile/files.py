"""Files with names, kinds and sizes that nobody expects."""

import os
import socket
from pathlib import Path

from signpost.files.source import MOST_PAGE_BYTES
from tests.breakages.edits import Edit, added, made, page_text, said, setting, write
from tests.hostile.inputs import HARMLESS, Hostile

_PAGE = page_text("Hostile page", "Words.")
_SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
_JPEG_WITH_PLACE = bytes.fromhex("ffd8ffe1002245786966000049492a00080000000100258804000100000000000000") + b"\xff\xd9"
_NAMES = {
    "mark-up": "en/<script>.md",
    "quotes": 'en/a"b.md',
    "apostrophe": "en/a'b.md",
    "accent": "en/caf\u00e9.md",
    "accent apart": "en/cafe\u0301.md",
    "line end": "en/a\nb.md",
    "space at its end": "en/a .md",
    "two dots": "en/a..b.md",
    "dot at its end": "en/a..md",
    "percent": "en/a%2fb.md",
    "minus first": "en/-rf.md",
    "dollar": "en/$(id).md",
    "semicolon": "en/a;id.md",
    "star": "en/a*.md",
    "question": "en/a?b.md",
    "colon": "en/a:b.md",
    "backslash": "en/a\\b.md",
    "device of Windows": "en/nul.md",
    "device of Windows with an ending": "en/com1.txt.md",
    "device as a folder": "en/aux/a.md",
    "text that turns round": "en/a\u202edm.md",
    "invisible letter": "en/a\u200b.md",
    "capitals": "en/Help2.md",
    "ending in capitals": "en/help2.MD",
    "second ending": "en/help2.md.exe",
    "bytes that are no text": os.fsdecode(b"en/\xff\xfe.md"),
    "the site's own folder": "en/assets/a.md",
}
_STRAY = {
    "drawing with a script": ("en/drawing.svg", _SVG.encode()),
    "photograph with its place": ("en/photo.jpg", _JPEG_WITH_PLACE),
    "photograph beside the settings": ("photo.jpeg", _JPEG_WITH_PLACE),
    "drawing beside the settings": ("logo.svg", _SVG.encode()),
    "page of HTML": ("en/page.html", b"<script>alert(1)</script>"),
    "script": ("en/a.js", b"alert(1)"),
    "headers of a host": ("_headers", b"/*\n  Access-Control-Allow-Origin: *\n"),
    "redirects of a host": ("en/_redirects", b"/* https://evil.example/ 301\n"),
    "settings of another generator": ("_config.yml", b"plugins: [evil]\n"),
    "Python": ("conftest.py", b"import os\n"),
    "archive": ("en/a.zip", b"PK\x03\x04"),
    "plan that nobody reads": ("action-plan.yml", b"plan: x\n"),
}


def _pipe(content: Path) -> None:
    os.mkfifo(content / "en/pipe.md")


def _socket(content: Path) -> None:
    here = Path.cwd()
    os.chdir(content / "en")  # the path of a socket may have 107 signs only
    with socket.socket(socket.AF_UNIX) as made_here:
        made_here.bind("socket.md")
    os.chdir(here)


def _linked(target: str, name: str = "en/linked.md") -> Edit:
    def edit(content: Path) -> None:
        (content / name).symlink_to(target)

    return edit


def _folder_named_as_a_page(content: Path) -> None:
    write(content / "en/folder.md/a.md", _PAGE)


def _two_hundred_folders(content: Path) -> None:
    write(content / "en" / "/".join(["a"] * 200) / "a.md", _PAGE)


def _page_and_folder(content: Path) -> None:
    for code in ("en", "cy"):
        reviewed = "B. Darllenydd" if code == "cy" else ""
        write(content / code / "help/index.md", page_text(f"Other help {code}", "Words.", reviewed=reviewed))


def _normal_forms(content: Path) -> None:
    for name in ("caf\u00e9.md", "cafe\u0301.md"):
        write(content / "en" / name, _PAGE)


def _hard_link(content: Path) -> None:
    write(content.parent / "outside.txt", page_text("Page from elsewhere", "Words."))
    os.link(content.parent / "outside.txt", content / "en/linked.md")
    write(content / "cy/linked.md", page_text("Tudalen", "Testun.", reviewed="B. Darllenydd"))


FILES = (
    *(Hostile(f"file name: {name}", made(path, _PAGE), "file-name") for name, path in _NAMES.items()),
    *(Hostile(f"stray file: {name}", made(path, content), "file-name") for name, (path, content) in _STRAY.items()),
    Hostile("file name: 240 letters", made(f"en/{'a' * 240}.md", _PAGE), ""),
    Hostile("file: pipe that never ends", _pipe, "not-a-file"),
    Hostile("file: socket", _socket, ""),
    Hostile("file: device that never ends", _linked("/dev/zero"), "link-out"),
    Hostile("file: device that never ends, as settings", lambda content: _instead_of(content, "/dev/zero"), "link-out"),
    Hostile("file: passwords of the computer", _linked("/etc/passwd"), "link-out"),
    Hostile("file: link to itself", _linked("linked.md"), ""),
    Hostile("file: link to its own folder", _linked(".", "en/round"), ""),
    Hostile("file: folder named like a page", _folder_named_as_a_page, "file-name"),
    Hostile("file: two hundred folders deep", _two_hundred_folders, ""),
    Hostile("file: a page and a folder of one address", _page_and_folder, ""),
    Hostile("file: one name in two forms", _normal_forms, "file-name"),
    Hostile("file: second name of a file elsewhere", _hard_link, HARMLESS),
    Hostile("plan: file that climbs", made("action-plan/../recommendation-7.yml", "a: b\n"), "file-name"),
)


def _instead_of(content: Path, target: str) -> None:
    (content / "contacts.yml").unlink()
    (content / "contacts.yml").symlink_to(target)


MOST = MOST_PAGE_BYTES - 1000
"""Bytes of text that a page may just have: each bomb is as long as it can be."""
_BOMBS = {
    "square brackets": "[" * 200_000,
    "brackets closed": "[" * 50_000 + "a" + "](b)" * 50_000,
    "pictures": "![" * 100_000,
    "stars": "*a " * 100_000,
    "stars and underlines": "*_" * 100_000,
    "backticks of every length": " ".join("`" * n for n in range(1, 600)),
    "quotations": "> " * 100_000 + "a",
    "lists in lists": "\n".join("  " * n + "- a" for n in range(600)),
    "lists on one line": "- " * 100_000 + "a",
    "opening tags": "<" * 300_000,
    "tags that never end": "<a " * 100_000,
    "comments that never end": "<!--" * 100_000,
    "entities": "&" * 300_000,
    "named entities": "&CounterClockwiseContourIntegral;" * 10_000,
    "backslashes": "\\" * 300_000,
    "quotation marks": "\"'" * 100_000,
    "quotation marks apart": "a \"b 'c " * 30_000,
    "hyphens": "-- --- " * 40_000,
    "blocks": ":::inset\n" * 30_000,
    "contacts": "[[999]] " * 30_000,
    "contacts that never end": "[[" * 100_000,
    "digits": "9" * 300_000,
    "digits apart": "9 " * 150_000,
    "digits that end in a letter": "0" * 90_000 + "the",
    "digits of Relay UK that end in a letter": "18001" + "12" * 40_000 + "a",
    "groups of digits that end in a letter": "123 " * 20_000 + "1234a",
    "one word": "a" * 300_000,
    "one word beside an address": "Read [the Act](https://www.legislation.gov.uk/). " + "a" * 300_000,
    "letters and hyphens": "a-" * 100_000,
    "digits and letters that look like them": "9O" * 100_000,
    "dots": ". " * 100_000,
    "nearly an email address": "a." * 100_000 + "@",
    "nearly an address": "www." * 100_000,
    "table of four thousand columns": f"|{'a|' * 4000}\n|{'-|' * 4000}\n|{'b|' * 4000}",
    "table of forty thousand rows": "| a | b |\n|---|---|\n" + "| a | b |\n" * 40_000,
    "headings": "## Words\n\n" * 20_000,
    "references": "".join(f"[{n}]: /a\n" for n in range(20_000)) + "[1]",
    "references that are not there": "[a][b]" * 60_000,
    "line ends": "a\n" * 150_000,
    "paragraphs": "a\n\n" * 120_000,
    "spaces": "a" + " " * 98_000 + "a",
    "dollar and placeholders": "[insert " * 50_000,
    "underlines": "_a_" * 100_000,
    "numbers of a list": "".join(f"{n}. a\n" for n in range(30_000)),
}
_REGISTERS = {
    "ten thousand redirects": made("redirects.yml", "redirects:\n" + "".join(f"  - old: /a{n}/\n    new: /en/b/\n" for n in range(10_000))),
    "twenty thousand contacts": added("contacts.yml", "".join(f"  - id: c{n}\n" for n in range(20_000))),
    "forty thousand allowed sites": made("site.yml", "allowed_sites:\n" + "".join(f"  - a{n}.example\n" for n in range(20_000))),
    "one update thirty thousand times": made("action-plan/updates.yml", "updates:\n" + "  - id: a\n" * 30_000),
    "twenty thousand unknown settings": added("site.yml", "".join(f"setting{n}: a\n" for n in range(20_000))),
    "two thousand contacts": added("contacts.yml", "".join(f"  - id: c{n}\n" for n in range(1_990))),
    "names that nearly are settings": setting("hostile", *(f"owne{n}: a" for n in range(8_000))),
    "half a megabyte and one byte": made("en/big.md", _PAGE + "a" * 500_001),
}
BOMBS = (
    *(Hostile(f"bomb: {name}", said("hostile", text[:MOST]), "") for name, text in _BOMBS.items()),
    *(Hostile(f"bomb: {name}", edit, "") for name, edit in _REGISTERS.items()),
)
