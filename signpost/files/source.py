"""A file that an editor wrote, read safely: its text, its name as shown in sentences, and nothing half-understood.

Must never guess an encoding, follow a link out of the content folder, or let invisible characters through: what
an editor sees in the file is what a reader gets.
"""

import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from signpost.problems import Problems

MOST_BYTES = 500_000
"""Longest content file, in bytes: about 80,000 words. Longer is an accident or an attack."""
MOST_PAGE_BYTES = 100_000
"""Longest page: about 16,000 words. What a reader gets must fit into a tenth of that (checks/sizes.py)."""
MOST_ACCENTS = 3
"""Most accents on one letter; more of them would cover the lines above and below."""

_INVISIBLE = {
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C], "a hidden mark that turns text round"),
    **dict.fromkeys([0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x180E, 0xFFFC], "an invisible character"),
    # Letters that look like nothing: fillers of Hangul, vowels of Khmer, the empty pattern of Braille.
    **dict.fromkeys([0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5, 0x2800], "an invisible letter"),
    **dict.fromkeys([*range(0xFE00, 0xFE0E), *range(0xE0100, 0xE01F0)], "an invisible mark"),
    **dict.fromkeys(range(0xE0000, 0xE0080), "an invisible tag character"),
    **dict.fromkeys([plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)], "a code that is no letter"),
    0xFFFD: "a sign for a letter that was lost",
}
_KINDS = {
    **dict.fromkeys(("Cc", "Cs"), "a control character"),
    "Co": "a sign that only the program shows from which it was copied",
    **dict.fromkeys(("Zl", "Zp"), "a hidden line end"),
    "Cf": "an invisible character",
}
_NOT_PLAIN = re.compile(r"[^\n\t -~]")
_MAY_BE_PILED = re.compile(rf"[\u0300-\U0010ffff]{{{MOST_ACCENTS + 1}}}")
"""No accent comes before U+0300 (Unicode, combining classes), so most texts need no look at each sign."""


_MERGE = re.compile(r"^<<<<<<< .*?^>>>>>>> [^\n]*", re.MULTILINE | re.DOTALL)
"""What git writes around two versions of the same lines."""
_MISREAD = re.compile(
    "[\u00c2-\u00c5][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â[€„]."
)
"""UTF-8 read as Windows-1252: Â£ for £, Å· for ŷ, â€™ for a quotation mark."""

LINK_OUT = "This is a link to a place outside the content folder. Put the file itself here."


@dataclass(frozen=True)
class Source:
    """One content file: `name` is its path as shown to the editor, with `/` on every system."""

    path: Path
    name: str
    text: str


def read_source(path: Path, name: str, problems: Problems, most: int = MOST_BYTES) -> Source | None:
    """Read a file of at most `most` bytes as UTF-8 text with `\\n` line ends, or add what is wrong with it and return None.

    A byte order mark (Windows Notepad) and CRLF line ends are accepted and taken off.
    """
    text = text_of(path, name, problems, most)
    if text is None or not _only_visible(text, name, problems) or not _is_whole(text, name, problems):
        return None
    return Source(path, name, text)


def text_of(path: Path, name: str, problems: Problems, most: int) -> str | None:
    """The same, with anything invisible still in it."""
    if leads_out(path, path.parent):
        problems.add("link-out", name, 0, LINK_OUT)
        return None
    raw = _read_bytes(path, name, problems, most)
    if raw is None:
        return None
    text = _decoded(raw, name, problems)
    if text is None:
        return None
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        problems.add("empty-file", name, 0, "The file is empty. Write its content, or delete the file.")
        return None
    return text


def leads_out(path: Path, folder: Path) -> bool:
    """Whether a path is a link to a place outside the folder in which it stands."""
    return path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _read_bytes(path: Path, name: str, problems: Problems, most: int) -> bytes | None:
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            problems.add("not-a-file", name, 0, "This is not an ordinary file. Put a text file here, or delete it.")
            return None
        if status.st_size > most:
            problems.add(
                "file-size",
                name,
                0,
                f"The file has {status.st_size:,} bytes; the most is {most:,}. Split it into several.",
            )
            return None
        return path.read_bytes()
    except FileNotFoundError:
        problems.add("missing-file", name, 0, "This file is missing. Put it back, or copy it from the example site.")
    except OSError as error:
        reason = error.strerror or "it could not be opened"
        problems.add("unreadable-file", name, 0, f"The file cannot be read ({reason}). Close other programs that use it.")
    return None


def _decoded(raw: bytes, name: str, problems: Problems) -> str | None:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"\x00" in raw[:400] and raw[:400].count(b"\x00") > 20):
        problems.add("encoding", name, 1, "The file is saved as UTF-16. Save it again with the encoding “UTF-8”.")
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        problems.add(
            "encoding",
            name,
            line,
            "A letter here is not saved as UTF-8 (often an accent or a curly quote). Save the file again with the encoding “UTF-8”.",
        )
        return None


def _only_visible(text: str, name: str, problems: Problems) -> bool:
    """Refuse control and invisible characters (Unicode TR 36): they make a page differ from what its editor saw."""
    if hidden_sign(text) is None:
        return True
    for number, line in enumerate(text.split("\n"), start=1):
        hidden = hidden_sign(line)
        if hidden is not None:
            problems.add("invisible-character", name, number, f"There is {hidden} in this line. Delete the line and type it again.")
    return False


def _is_whole(text: str, name: str, problems: Problems) -> bool:
    """Refuse two versions that git could not join, and letters that another program saved in one way and read in another."""
    before = len(problems)
    for found in _MERGE.finditer(text) if "<<<<<<<" in text else ():
        line = text.count("\n", 0, found.start()) + 1
        message = (
            f"Two versions of these lines, to line {line + found[0].count(chr(10))}, were never joined. "
            "Keep one of them, and delete the lines that start with <<<<<<<, ======= and >>>>>>>."
        )
        problems.add("merge", name, line, message)
    if len(problems) > before:
        return False
    for found in _MISREAD.finditer(text) if not text.isascii() else ():
        try:
            meant = found[0].encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
        line = text.count("\n", 0, found.start()) + 1
        problems.add("misread-letter", name, line, f"“{found[0]}” was one letter before this was copied or saved. Write “{meant}”.")
    return len(problems) == before


def hidden_sign(text: str) -> str | None:
    """What a reader cannot see in a text, in words and by its number; None when all can be seen."""
    if text.isascii() and text.isprintable():
        return None
    hidden = [sign for sign in set(_NOT_PLAIN.findall(text)) if _hidden_kind(sign) is not None]
    if not hidden:
        return _piled_accents(text)
    first = min(hidden, key=text.index)
    return f"{_hidden_kind(first)} (U+{ord(first):04X})"


@lru_cache(maxsize=4096)
def _hidden_kind(sign: str) -> str | None:
    return _INVISIBLE.get(ord(sign)) or _KINDS.get(unicodedata.category(sign))


def _piled_accents(text: str) -> str | None:
    run = 0
    for sign in text if _MAY_BE_PILED.search(text) else "":
        run = run + 1 if unicodedata.combining(sign) else 0
        if run > MOST_ACCENTS:
            return f"a letter with more than {MOST_ACCENTS} accents (U+{ord(sign):04X})"
    return None
