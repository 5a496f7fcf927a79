"""Broken files: names, encodings, sizes, links, and files that are not there."""

import shutil
from pathlib import Path

from tests.breakages.edits import Breakage, added, gone, instead, made, page_of, page_text, write

_PAGE = page_text("Page saved in another way", "It’s a café.")


def _capital_letter(content: Path) -> None:
    (content / "en/help.md").rename(content / "en/Help.md")


def _no_welsh(content: Path) -> None:
    shutil.rmtree(content / "cy")


def _link_out(content: Path) -> None:
    outside = content.parent / "outside.md"
    write(outside, page_text("Page from outside", "Text."))
    (content / "en" / "linked.md").symlink_to(outside)
    write(content / "cy" / "linked.md", page_text("Tudalen linked", "Testun.", reviewed="B. Darllenydd"))


def _settings_link_out(content: Path) -> None:
    outside = content.parent / "contacts.yml"
    (content / "contacts.yml").rename(outside)
    (content / "contacts.yml").symlink_to(outside)


def _welsh_link_out(content: Path) -> None:
    (content / "cy").rename(content.parent / "welsh")
    (content / "cy").symlink_to(content.parent / "welsh", target_is_directory=True)


def _two_with_one_name(content: Path) -> None:
    for folder in ("en", "cy"):
        write(content / folder / "twice.md", page_text(f"Page twice {folder}", "Text.", reviewed="B. D." if folder == "cy" else ""))
    write(content / "en" / "Twice.md", page_text("Page twice again", "Text."))


def _as_text_file(content: Path) -> None:
    (content / "en/help.md").rename(content / "en/help.md.txt")


FILES = (
    Breakage("missing site.yml", gone("site.yml"), alone=True),
    Breakage("missing contacts.yml", gone("contacts.yml"), alone=True),
    Breakage("missing language folder", _no_welsh, alone=True),
    Breakage("missing translation", made("en/english-only.md", page_text("Page english-only", "Text."))),
    Breakage("missing home page", gone("cy/index.md"), alone=True),
    Breakage("Latin-1", page_of("latin-1", _PAGE.replace("’", "'").encode("latin-1"))),
    Breakage("UTF-16", page_of("utf-16", _PAGE.encode("utf-16"))),
    Breakage("UTF-16 without a mark", page_of("utf-16-le", _PAGE.encode("utf-16-le"))),
    Breakage("NUL", page_of("zero", _PAGE.replace("café", "caf\x00").encode())),
    Breakage("control character", page_of("control", _PAGE.replace("café", "caf\x08"))),
    Breakage("mark that turns text round", page_of("bidi", _PAGE.replace("café", "\u202eefac"))),
    Breakage("zero-width space", page_of("zero-width", _PAGE.replace("café", "ca\u200bfé"))),
    Breakage("hidden line end", page_of("line-separator", _PAGE.replace("a café", "a\u2028café"))),
    Breakage("lost letter", page_of("lost-letter", _PAGE.replace("é", "\ufffd"))),
    Breakage("sign of a font of Word", page_of("word-sign", _PAGE.replace("It’s", "\uf0b7 It’s"))),
    Breakage("letters read in another encoding", page_of("misread", _PAGE.replace("It’s", "Itâ€™s for tÅ· and"))),
    Breakage("two versions never joined", page_of("merge", _PAGE + "\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n")),
    Breakage(
        "two versions of a setting",
        page_of("merge-setting", _PAGE.replace("owner:", "<<<<<<< HEAD\nowner: A\n=======\nowner: B\n>>>>>>> x\nowner:")),
    ),
    Breakage("empty page", page_of("empty", b"")),
    Breakage("empty site.yml", made("site.yml", "\n\n"), alone=True),
    Breakage("1 MB page", page_of("long", _PAGE + "Words. " * 150_000)),
    Breakage("link out of the content folder", _link_out),
    Breakage("contacts.yml is a link to elsewhere", _settings_link_out, alone=True),
    Breakage("language folder is a link to elsewhere", _welsh_link_out, alone=True),
    Breakage("two names that differ in capitals", _two_with_one_name),
    Breakage("upper-case file name", _capital_letter, alone=True),
    Breakage("space in a file name", made("en/my page.md", page_text("Page with a space", "Text."))),
    Breakage("Windows reserved name", made("en/con.md", page_text("Page con", "Text."))),
    Breakage("reserved folder name", made("en/assets/x.md", page_text("Page in assets", "Text."))),
    Breakage("Welsh letter in a file name", made("cy/tŷ.md", page_text("Tudalen tŷ", "Testun."))),
    Breakage("page saved as a text file", _as_text_file, alone=True),
    Breakage("Word document beside the pages", made("en/Plan v2 FINAL.docx", b"PK")),
    Breakage("stray file beside the pages", made("en/photo.jpg", b"\xff\xd8\xff")),
    Breakage("stray file beside site.yml", made("contact.yml", "contacts: []\n")),
    Breakage("stray language folder", made("fr/index.md", page_text("Page fr", "Texte."))),
    Breakage("second document", added("site.yml", "---\nphase: live\n"), alone=True),
    Breakage("site.yml cannot be understood", instead("site.yml", "phase: beta", "phase: beta: two"), alone=True),
)
