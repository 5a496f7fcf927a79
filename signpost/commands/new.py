"""`new page`, `new update`, `new contact`: asks what it needs and writes the files, after trying them on a copy."""

import argparse
import sys
from typing import TYPE_CHECKING

from signpost.options import Options
from signpost.problems import Problem, Problems, did_you_mean
from signpost.telling import GOOD, PROBLEMS, ROOT, WRONG_USE, show, tell

if TYPE_CHECKING:
    from signpost.new.asking import Asker
    from signpost.new.place import ContentFolder
    from signpost.site import Site

KINDS = ("page", "update", "contact")


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=KINDS, help="what to add: a page, an update of the action plan, or a contact")
    parser.add_argument("page", nargs="?", metavar="PAGE", help="new page: a draft in one language that gets the other, like en/at-work")


def run(parsed: argparse.Namespace) -> int:
    from signpost.new.asking import Asker, Stopped
    from signpost.new.place import ContentFolder

    options = Options(parsed)
    place = ContentFolder(options.content, options.label, ROOT, options.today)
    site, problems = place.read()
    if site is None:
        show(problems, problems.errors, "text")
        tell("\nMend this first: something new is tried together with all the rest.")
        return PROBLEMS
    asker = Asker(_line, tell)
    tell("Answer each question and press Enter. Ctrl+C stops; nothing is written before the last answer.\n")
    try:
        if parsed.kind == "page" and parsed.page:
            return _translation(asker, site, place, parsed.page)
        return {"page": _page, "update": _update, "contact": _contact}[parsed.kind](asker, site, place)
    except Stopped:
        tell("\nStopped. Nothing was written.")
        return WRONG_USE
    except OSError as error:
        tell(f"\nThe file could not be written ({error.strerror}). Close other programs that use it, then run the command again.")
        return PROBLEMS


def _line() -> str:
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def _page(asker: "Asker", site: "Site", place: "ContentFolder") -> int:
    from signpost.new.page import ask_page

    written, found = ask_page(asker, site, place)
    if found:
        return _refused(found)
    tell("\nWritten, as a draft that only the preview shows:")
    for name in written:
        tell(f"  {place.label}/{name}")
    key = next(iter(written.values()))
    tell(f"Write the rest of the text there, and lead to it from another page of the same language: [the words]({key}.md).")
    missing = [code for code in site.config.locales if f"{code}/{key}.md" not in written]
    if missing:
        tell(f"For the other language, when it is translated: python3 build.py new page {site.config.locales[0]}/{key}")
    tell("When it is ready, delete “draft: yes” in each language.")
    return GOOD


def _translation(asker: "Asker", site: "Site", place: "ContentFolder", name: str) -> int:
    from signpost.new.page import ask_translation

    first = site.config.locales[0]
    key = name.replace("\\", "/").removeprefix(f"{place.label}/").removesuffix(".md").removeprefix(f"{first}/")
    source = site.page(first, key)
    if source is None:
        tell(f"There is no page “{first}/{key}”.{did_you_mean(key, [page.key for page in site.pages])}")
        return WRONG_USE
    missing = [code for code in site.config.locales if site.page(code, key) is None]
    if not missing:
        tell(f"“{key}” stands in every language already. Change its files.")
        return WRONG_USE
    for code in missing:
        written, found = ask_translation(asker, site, place, source, code)
        if found:
            return _refused(found)
        tell(f"\nWritten: {place.label}/{next(iter(written))}. Write the rest of the text there.")
    return GOOD


def _update(asker: "Asker", site: "Site", place: "ContentFolder") -> int:
    from signpost.new.update import ask_update

    if site.plan is None:
        tell("This site has no action plan yet. To bring one in: python3 build.py plan import FILE")
        return WRONG_USE
    where, found = ask_update(asker, site, site.plan, place)
    if found:
        return _refused(found)
    tell(f"\nWritten at the end of the list: {where}. Look at it: python3 build.py serve")
    return GOOD


def _contact(asker: "Asker", site: "Site", place: "ContentFolder") -> int:
    from signpost.new.contact import ask_contact

    key, found = ask_contact(asker, site, place)
    if found:
        return _refused(found)
    tell(f"\nWritten at the end of {place.label}/contacts.yml. Call the number once.")
    tell(f"On a page write [[{key}]] for its number, or ::contact {key} on a line of its own for all of it.")
    return GOOD


def _refused(found: list[Problem]) -> int:
    show(Problems(found), found, "text")
    tell("\nNothing was written. Run the command again with other answers.")
    return PROBLEMS
