"""One hostile input: its name, what is done to the files of a whole small site, and what must come of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.breakages.edits import Edit, page_text, said, write

HARMLESS = "harmless"
"""In place of a rule: the site is built, and nothing of the input is more than text in it."""


@dataclass(frozen=True)
class Hostile:
    """`rule` is that of a problem which must be among those found, or HARMLESS. `never` may stand in no built file."""

    name: str
    edit: Edit
    rule: str
    never: str = ""


def texts(family: str, rule: str, rows: Iterable[tuple[str, str]]) -> list[Hostile]:
    """Each row is a name and the text of a page."""
    return [Hostile(f"{family}: {name}", said("hostile", text), rule) for name, text in rows]


def links(rule: str, addresses: Iterable[str]) -> list[Hostile]:
    """Each address as that of a link."""
    return [Hostile(f"address: {address!r}"[:70], said("hostile", f"Read [the Act]({address})."), rule) for address in addresses]


def page_bytes(content: bytes) -> Edit:
    """A page that holds these bytes after its settings, beside its translation."""

    def edit(folder: Path) -> None:
        write(folder / "en/hostile.md", page_text("Hostile page", "Words.").encode() + content)
        write(folder / "cy/hostile.md", page_text("Tudalen", "Testun.", reviewed="B. Darllenydd"))

    return edit
