"""What has been found so far in one text: its words, links, headings and gaps. Must never decide what HTML they become."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from signpost.pages.document import Heading, OutsideLink, Slot, Words
from signpost.problems import Problems
from signpost.slugs import Slugs

REFUSED = {
    "fence": "Code blocks are not used here. Delete the lines with ``` or ~~~.",
    "code_block": "This line starts with four spaces or more, which would make it a code block. Move it to the left.",
    "code_inline": "Backticks (`) are not used here. Delete them, or use quotation marks.",
    "image": "Images are not used in text: say it in words.",
    "hr": "A line of dashes or stars is not used here. Write a heading (“## …”) instead.",
    "html_block": "HTML is not used here. Write plain Markdown.",
    "html_inline": "HTML is not used here. Write plain Markdown.",
}


@dataclass(frozen=True)
class Prose:
    """What to read: the Markdown text, where its first line stands in its file, and its language."""

    text: str
    file: str
    first_line: int
    locale: str


@dataclass
class Gathered:
    """What has been found so far in one text."""

    prose: Prose
    problems: Problems
    slots: list[Slot] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    outside: list[OutsideLink] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    slugs: Slugs = field(default_factory=Slugs)
    unmatched: int = 0
    """Blocks already reported, whose closing lines are still to come."""
    faults: int = 0
    """How often something was wrong so far."""

    def wrong(self, line: int, message: str, rule: str = "markdown") -> None:
        self.faults += 1
        self.problems.add(rule, self.prose.file, line, message)

    def mark(self, slot: Slot) -> str:
        self.slots.append(slot)
        return f"\x02{len(self.slots) - 1}\x03"


def line_of(token: Token, gathered: Gathered) -> int:
    return (token.map[0] if token.map else 0) + gathered.prose.first_line


def plain(children: Sequence[Token]) -> str:
    return "".join(child.content if child.type == "text" else " " if "break" in child.type else "" for child in children).strip()


def name_and_title(token: Token) -> tuple[str, str]:
    name, _, title = token.info.strip().partition(" ")
    return name, title.strip()
