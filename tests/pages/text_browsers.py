"""The site as lynx and w3m say it: plain text, in the order of the source, for people who read that way."""

import re
import subprocess
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from tests.pages.finding import Finding

COMMANDS = {
    "lynx": ("lynx", "-dump", "-nolist", "-width=200", "-assume_charset=utf-8", "-display_charset=utf-8"),
    "w3m": ("w3m", "-dump", "-cols", "200", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8"),
}


def reading_order(path: str, content: bytes, folder: Path) -> list[Finding]:
    """The exit, the skip link, the emergency number, then every heading in its order."""
    file = folder / "page.html"
    file.write_bytes(content)
    tree = LexborHTMLParser(content.decode())
    wanted = [_words(node.text()) for node in tree.css("a.quick-exit__link, a.skip, .emergency-bar .call a, h1, h2, h3")]
    found = []
    for tool, command in COMMANDS.items():
        text = _words(subprocess.run([*command, str(file)], capture_output=True, text=True, timeout=30, check=True).stdout)
        place = 0
        for words in wanted:
            at = text.find(words, place)
            if at < 0:
                found.append(
                    Finding(path, words[:60], "reading-order", "It is not read in its place. Check the order of the source.", tool)
                )
                continue
            place = at + len(words)
    return found


def _words(text: str) -> str:
    """Letters and digits only: both programs draw lists, links and underlines in ways of their own."""
    return " ".join(re.findall(r"[\w’]+", text.replace("_", " ")))
