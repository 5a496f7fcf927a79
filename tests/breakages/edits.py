"""One way to break a site: its name, and what is done to the files. The lines that an editor gets stand in expected.txt.

Most ways have a pair of pages of their own, so that they can all be done to one site at the same time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Edit = Callable[[Path], None]
"""Changes the files of one content folder."""

FIRST_LINE = 8
"""Line of a made page on which its text starts."""


@dataclass(frozen=True)
class Breakage:
    """`alone` when it hides what is wrong elsewhere, or others hide it: it cannot be done to a site with others."""

    name: str
    edit: Edit
    alone: bool = False


def page_text(title: str, text: str, *settings: str, reviewed: str = "") -> str:
    lines = [
        "---",
        f"title: {title}",
        f"description: A page that a test has made to be broken, {title}.",
        "owner: Communications team",
        "checked_on: 2026-11-01",
        "review_due: 2027-05-01",
        *settings,
        *([f"translation_reviewed_by: {reviewed}"] if reviewed else []),
        "---",
        text,
    ]
    return "\n".join(lines) + "\n"


def write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def _pair(content: Path, key: str, english: str | bytes, *settings: str) -> None:
    write(content / "en" / f"{key}.md", english)
    write(content / "cy" / f"{key}.md", page_text(f"Tudalen {key}", "Testun.", *settings, reviewed="B. Darllenydd"))


def said(key: str, text: str) -> Edit:
    """A page with this text."""
    return lambda content: _pair(content, key, page_text(f"Page {key}", text))


def said_in_welsh(key: str, text: str) -> Edit:
    """A Welsh page with this text; its first line is 9."""

    def edit(content: Path) -> None:
        write(content / "en" / f"{key}.md", page_text(f"Page {key}", "Text."))
        write(content / "cy" / f"{key}.md", page_text(f"Tudalen {key}", text, reviewed="B. Darllenydd"))

    return edit


def setting(key: str, *lines: str) -> Edit:
    """A page with these settings beside the usual ones; the first stands in line 7."""
    return lambda content: _pair(content, key, page_text(f"Page {key}", "Text.", *lines))


def in_both(key: str, *lines: str) -> Edit:
    """Like `setting`, in both languages."""
    return lambda content: _pair(content, key, page_text(f"Page {key}", "Text.", *lines), *lines)


def page_with(key: str, old: str, new: str) -> Edit:
    """A page in which something of the usual is something else."""

    def edit(content: Path) -> None:
        text = page_text(f"Page {key}", "Text.")
        assert old in text, old
        _pair(content, key, text.replace(old, new, 1))

    return edit


def page_of(key: str, english: str | bytes) -> Edit:
    """A page that holds exactly this."""
    return lambda content: _pair(content, key, english)


def instead(file: str, old: str, new: str) -> Edit:
    """Another text in a file of the tiny site. Must not change how many lines it has."""

    def edit(content: Path) -> None:
        text = (content / file).read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"“{old}” does not stand in {file}"
        assert old.count("\n") == new.count("\n"), "the lines below would move"
        write(content / file, text.replace(old, new, 1))

    return edit


def added(file: str, text: str) -> Edit:
    """Lines at the end of a file."""
    return lambda content: write(content / file, (content / file).read_text(encoding="utf-8") + text)


def made(file: str, text: str | bytes) -> Edit:
    return lambda content: write(content / file, text)


def gone(file: str) -> Edit:
    return lambda content: (content / file).unlink()
