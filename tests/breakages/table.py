"""Every way to break a site, in one list, and the exact lines that an editor gets for each."""

from pathlib import Path

from tests.breakages.edits import Breakage
from tests.breakages.files import FILES
from tests.breakages.links import LINKS
from tests.breakages.registers import CONTACTS, GATES, REDIRECTS, SITE
from tests.breakages.settings import SETTINGS
from tests.breakages.words import WORDS

ALL: tuple[Breakage, ...] = (*FILES, *SETTINGS, *WORDS, *LINKS, *SITE, *CONTACTS, *REDIRECTS, *GATES)
EXPECTED = Path(__file__).with_name("expected.txt")


def expected() -> dict[str, list[str]]:
    """Lines by the name of the breakage: in the file each name stands after “# ”, its lines below it."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in EXPECTED.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            lines = found.setdefault(line.removeprefix("# "), [])
        elif line:
            lines.append(line)
    return found
