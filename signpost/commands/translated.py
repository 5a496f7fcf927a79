"""`translated PAGE …`: somebody has brought a translation in step; its stamp and the copy of its source say so from now on."""

import argparse
from pathlib import Path

from signpost.options import Options
from signpost.problems import Problems, did_you_mean
from signpost.telling import GOOD, PROBLEMS, WRONG_USE, number_of, show, tell


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="the translation, like cy/help")
    parser.add_argument("--all", action="store_true", help="every translation: only when somebody has compared them all")


def run(parsed: argparse.Namespace) -> int:
    from signpost.config import read_config
    from signpost.pages.translations import mark_translated

    options = Options(parsed)
    problems = Problems()
    config = read_config(options.content, options.label, problems)
    if config is None:
        show(problems, problems.errors, options.style)
        return PROBLEMS
    source, others = config.locales[0], config.locales[1:]
    known = sorted(
        page for locale in others for page in _pages(options.content, locale) if page.partition("/")[2] in _keys(options.content, source)
    )
    chosen = known if parsed.all else [_named(word, options.label) for word in parsed.pages]
    if not chosen:
        tell("Name the translation, like: python3 build.py translated cy/help")
        return WRONG_USE
    for page in chosen:
        if page not in known:
            tell(f"There is no translation “{page}”. Write the language and the page, like cy/help.{did_you_mean(page, known)}")
            return WRONG_USE
    for page in chosen:
        locale, _, key = page.partition("/")
        mark_translated(options.content, locale, key, source)
    tell(
        f"{number_of(len(chosen), 'translation')} marked as in step with “{source}”. The folder translated-from keeps the source as it is now: it belongs to the content."
    )
    return GOOD


def _pages(content: Path, locale: str) -> list[str]:
    return [f"{locale}/{key}" for key in _keys(content, locale)]


def _keys(content: Path, locale: str) -> set[str]:
    folder = content / locale
    return {path.relative_to(folder).as_posix().removesuffix(".md") for path in folder.rglob("*.md")}


def _named(word: str, label: str) -> str:
    """A page as people name it: cy/help, content/cy/help.md, or with the backslashes of Windows."""
    return word.replace("\\", "/").removeprefix("./").removeprefix(f"{label}/").removesuffix(".md")
