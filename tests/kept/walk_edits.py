"""What people, programs and accidents do to a site between two builds: each edit is drawn by a random number of its own.

An edit may make a good site or a broken one; the walk does not need to know. Must never touch anything outside the
walk's own folder.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.breakages.edits import page_text
from tests.breakages.table import ALL

Edit = Callable[[Path, Random], None]
"""Changes something below a folder that holds `content`, `project` and `dist`."""

_SENTENCES = (
    "You can ask for help at any time.",
    "Call 020 7946 0958 now.",
    "Call 020 7946 0000 now.",
    "This leaves no trace.",
    "Ask TBC.",
    "See [help](help.md), or [what it says](help.md#the-law).",
    "See [more](more.md).",
    "See [something else](nowhere.md).",
    "Call [[test-helpline]], or [[test-helpline name]].",
    "See https://www.example.net/ or [this site](https://www.example.net/page).",
    "See [the service](https://helpline.example/).",
    "The line is open from 9am to 5pm.",
    "A very ''' odd paragraph.",
    "::contacts need=talk",
    "## A heading\n\nText below it.",
    "## The law\n\nText below it.",
    "![](picture.png)",
    ":::warning\nNever closed",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "Part [[plan:7.1]].",
    "A caf\u00e9, a \u200bhidden sign.",
)
_SETTINGS = (
    "title: Help, and more help",
    "title: Get help",
    "title: Call 020 7946 0958",
    "description: Another sentence that says what this page gives.",
    "description: Short.",
    "owner: Another team",
    "owner: TBC",
    "checked_on: 2026-10-30",
    "review_due: 2026-11-10",
    "review_due: 2028-01-01",
    "publish_on: 2026-11-22",
    "expires_on: 2026-11-24",
    "draft: yes",
    "parent: help",
    "parent: nowhere",
    "contents: no",
    "address: another-way",
    "translation_reviewed_by: none yet",
    "translated_from: 0123abcd",
    "unknown: yes",
)
_WORDS = (
    ("contacts.yml", "020 7946 0000", "020 7946 0001"),
    ("contacts.yml", "020 7946 0000", "020 7946 0958"),
    ("contacts.yml", "en: Free", "en: Costs nothing"),
    ("contacts.yml", "open: 09:30", "open: 08:00"),
    ("contacts.yml", "checked_on: 2026-11-01", "checked_on: 2025-11-01"),
    ("contacts.yml", "needs: talk", "needs: advice"),
    ("contacts.yml", "id: test-helpline", "id: other-helpline"),
    ("contacts.yml", "https://helpline.example/\n", "https://www.example.net/page\n"),
    ("contacts.yml", "what_for:", "place:\n      en: 1 High Street, Tiny\n      cy: 1 Stryd Fawr, Tiny\n    what_for:"),
    ("site.yml", "en: Tiny Police", "en: Little Police"),
    ("site.yml", 'brand_colour: "#16325c"', 'brand_colour: "#5c1632"'),
    ("site.yml", 'brand_colour: "#16325c"', 'brand_colour: "#eeeeee"'),
    ("site.yml", "phase: beta", "phase: live"),
    ("site.yml", "footer: help", "footer: help, more"),
    ("site.yml", "languages: en, cy", "languages: cy, en"),
    ("site.yml", "languages: en, cy", "languages: en"),
    ("site.yml", "  - www.legislation.gov.uk", "  - www.legislation.gov.uk\n  - www.example.net"),
    ("site.yml", "https://tiny.example/", "https://small.example/"),
    ("site.yml", "https://www.bbc.co.uk/weather", "https://www.bbc.co.uk/news"),
    ("site.yml", "days: 180", "days: 90"),
    ("site.yml", "kind: netlify", "kind: none"),
    ("site.yml", "phase: beta", "phase: beta\nfooter_note:\n  en: A note.\n  cy: Nodyn."),
    ("action-plan/updates.yml", "The plan was published.", "The plan was made public."),
    ("action-plan/updates.yml", "status: complete", "status: in progress"),
    ("action-plan/updates.yml", "The lead has been named.", "The lead has been named: call 020 7946 0958."),
    ("action-plan/plan.yml", "en:", "en: New"),
)
_NEW_FILES = (
    ("redirects.yml", "redirects:\n  - old: /old/\n    new: /en/help/\n"),
    ("redirects.yml", "redirects:\n  - old: /old/\n    new: /en/more/\n"),
    ("words.yml", "abbreviations: ABC\n"),
    ("words.yml", "abbreviation: ABC\n"),
    ("README.md", "Words for editors."),
    ("sites.yml", "nobody: reads this"),
    (".hidden", "left behind"),
    ("en/picture.png", "no page"),
    ("en/.help.md.swp", "left behind"),
)
_PROJECT = (
    ("templates/strings/en.yml", "You are here", "You stand here"),
    ("templates/strings/en.yml", "label_warning: ", "label_warning: New "),
    ("templates/strings/en.yml", "label_warning:", "label_warming:"),
    ("templates/page.html", "{% block", "<!-- new -->{% block"),
    ("templates/base.html", "<h1", "<h1 data-new"),
    ("templates/base.html", "<h1", "{% if %}<h1"),
    ("templates/parts/contact_card.html", "</h", " </h"),
    ("assets/site.css", "}", "}\n.new { color: black; }"),
    ("assets/print.css", "}", "}\n.new { color: black; }"),
    ("quick_exit/quick_exit.css", "}", "}\n.new { color: black; }"),
    ("quick_exit/quick_exit.js", "(() => {", "(() => {\n  // new"),
    ("quick_exit/strings.yml", "Leave this site", "Leave the site"),
    ("requirements.lock", "\n", "\n# new\n"),
)


def _page(folder: Path, random: Random) -> Path:
    pages = sorted((folder / "content").glob("[ec][ny]/**/*.md"))
    return random.choice(pages) if pages else folder / "content" / "en" / "help.md"


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape") if path.is_file() else ""


def _rewrite(path: Path, text: str) -> None:
    if path.is_file():
        path.write_bytes(text.encode("utf-8", "surrogateescape"))


def add_text(folder: Path, random: Random) -> None:
    page = _page(folder, random)
    _rewrite(page, f"{_text(page)}\n\n{random.choice(_SENTENCES)}\n")


def change_setting(folder: Path, random: Random) -> None:
    page, line = _page(folder, random), random.choice(_SETTINGS)
    pages = [page]
    if random.random() < 0.5:  # in the other language too
        pages.append(folder / "content" / ("cy" if page.parent.name == "en" else "en") / page.name)
    for each in pages:
        lines = [other for other in _text(each).split("\n") if not other.startswith(line.partition(":")[0] + ":")]
        _rewrite(each, "\n".join([lines[0], line, *lines[1:]]))


def change_words(folder: Path, random: Random) -> None:
    name, old, new = random.choice(_WORDS)
    path = folder / "content" / name
    _rewrite(path, _text(path).replace(old, new, 1))


def change_project(folder: Path, random: Random) -> None:
    name, old, new = random.choice(_PROJECT)
    path = folder / "project" / name
    _rewrite(path, _text(path).replace(old, new, 1))


def new_file(folder: Path, random: Random) -> None:
    name, text = random.choice(_NEW_FILES)
    _write(folder / "content" / name, text)


def new_page(folder: Path, random: Random) -> None:
    key = random.choice(("more", "less", "folder/more", "danger", "cookies", "Capital"))
    setting = random.choice(((), ("draft: yes",), ("publish_on: 2026-11-22",), ("expires_on: 2026-11-24",), ("parent: help",)))
    text = random.choice(_SENTENCES)
    for locale in random.choice((("en", "cy"), ("en", "cy"), ("en",), ("cy",))):
        reviewed = random.choice(("B. Darllenydd", "none yet")) if locale == "cy" else ""
        _write(
            folder / "content" / locale / f"{key}.md",
            page_text(f"Page {key.replace('/', ' ')} {locale}", text, *setting, reviewed=reviewed),
        )


def delete_page(folder: Path, random: Random) -> None:
    page = _page(folder, random)
    for locale in random.choice((("en", "cy"), (page.parent.name,))):
        (folder / "content" / locale / page.name).unlink(missing_ok=True)


def rename_page(folder: Path, random: Random) -> None:
    page, name = _page(folder, random), random.choice(("other.md", "Help.md", "more.md", "other.txt"))
    for locale in random.choice((("en", "cy"), (page.parent.name,))):
        path = folder / "content" / locale / page.name
        if path.is_file():
            path.rename(path.with_name(name))


def break_it(folder: Path, random: Random) -> None:
    try:
        random.choice(ALL).edit(folder / "content")
    except (AssertionError, OSError):
        pass  # what it breaks is not there any more


def waive(folder: Path, random: Random) -> None:
    """Two links with the same words, excused for some days."""
    page, settings = folder / "content" / "en" / "help.md", folder / "content" / "site.yml"
    _rewrite(page, f"{_text(page)}\nGo to [the start](index.md), or to [the start](https://www.legislation.gov.uk/).\n")
    if "waivers:" not in _text(settings):
        until = random.choice(("2026-11-19", "2026-11-23", "2027-11-23"))
        waiver = f"waivers:\n  - rule: link-words\n    page: content/en/help.md\n    reason: Soon mended.\n    until: {until}\n"
        _rewrite(settings, f"{_text(settings)}\n{waiver}")


def touch(folder: Path, random: Random) -> None:
    page = _page(folder, random)
    if page.exists():
        os.utime(page)


def same_size_and_times(folder: Path, random: Random) -> None:
    files = [path for path in sorted((folder / "content").rglob("*")) if path.is_file()]
    path = random.choice(files) if files else folder / "none"
    text = _text(path)
    if text:
        status = path.stat()
        old, new = random.choice((("e", "a"), ("2", "3"), ("l", "k"), ("H", "P")))
        place = text.rfind(old)
        path.write_bytes((text[:place] + new + text[place + 1 :]).encode("utf-8", "surrogateescape") if place >= 0 else text.encode())
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def other_rights(folder: Path, random: Random) -> None:
    files = sorted(path for name in ("content", "dist") for path in (folder / name).rglob("*") if not path.is_symlink())
    if files:
        path = random.choice(files)
        path.chmod(random.choice((0o755, 0o700)) if path.is_dir() else random.choice((0o600, 0o644, 0o755)))


def link_in(folder: Path, random: Random) -> None:
    """A page that is a link to another place of the content."""
    page, place = _page(folder, random), folder / "content" / random.choice((".hidden.md", "README.page"))
    if page.is_file() and not page.is_symlink() and not place.exists():
        page.rename(place)
        page.symlink_to(place)


def damage_kept(folder: Path, random: Random) -> None:
    place = folder / "project" / ".signpost"
    files = sorted(path for path in place.rglob("*") if path.is_file()) if place.exists() else []
    how = random.choice(("all", "delete", "cut", "flip", "flip", "flip", "empty"))
    if how == "all":
        shutil.rmtree(place, ignore_errors=True)
    elif files:
        path = random.choice(files)
        content = bytearray(path.read_bytes())
        if how == "delete":
            path.unlink()
        elif how == "cut":
            path.write_bytes(content[: random.randrange(len(content) + 1)])
        elif how == "empty":
            path.write_bytes(b"")
        else:
            for _ in range(random.choice((1, 3, 100))):
                if content:
                    content[random.randrange(len(content))] ^= 1 << random.randrange(8)
            path.write_bytes(content)


def damage_dist(folder: Path, random: Random) -> None:
    place = folder / "dist"
    files = sorted(path for path in place.rglob("*") if path.is_file()) if place.exists() else []
    if not files:
        return
    path = random.choice(files)
    how = random.choice(("edit", "same size", "delete", "cut", "add", "folder", "link", "all", "manifest"))
    if how == "edit":
        path.write_bytes(path.read_bytes() + b"<p>by hand</p>")
    elif how == "same size":
        status = path.stat()
        path.write_bytes(path.read_bytes()[::-1])
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    elif how == "delete":
        path.unlink()
    elif how == "cut":
        path.write_bytes(path.read_bytes()[:10])
    elif how == "add":
        _write(path.parent / "by-hand.html", "<p>by hand</p>")
    elif how == "folder":
        (path.parent / "empty").mkdir(exist_ok=True)
    elif how == "link" and not path.is_symlink():
        aside = path.rename(folder / "aside")
        path.symlink_to(aside)
    elif how == "all":
        shutil.rmtree(place)
    else:
        (place / "manifest.json").write_bytes(b"{}")


EDITS: tuple[tuple[Edit, int], ...] = (
    (add_text, 4),
    (change_setting, 4),
    (change_words, 5),
    (change_project, 4),
    (new_file, 2),
    (waive, 2),
    (new_page, 3),
    (delete_page, 1),
    (rename_page, 1),
    (break_it, 3),
    (touch, 1),
    (same_size_and_times, 2),
    (other_rights, 2),
    (link_in, 1),
    (damage_kept, 4),
    (damage_dist, 4),
)
"""Each with how often it is drawn."""
