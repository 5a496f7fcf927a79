"""`check`: every problem of the site, and nothing written. `check --words`: advice on the words of every page."""

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING

from signpost.options import Options
from signpost.problems import Problem, Problems, formatted
from signpost.telling import GOOD, PROBLEMS, ROOT, number_of, result, show, stopping, tell

if TYPE_CHECKING:
    from signpost.words.advice import Advised


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--words", dest="on_words", action="store_true", help="advice on words: spelling, long sentences, reading age, words with care"
    )


def run(parsed: argparse.Namespace) -> int:
    options = Options(parsed)
    return _words(options) if parsed.on_words else _problems(options)


def _problems(options: Options) -> int:
    from signpost.build import build
    from signpost.plan_history import History

    problems = Problems()
    build(options.content, options.label, ROOT, options.today, problems, history=History(options.published, options.publish))
    stops = stopping(problems, options.publish, options.urgent)
    show(problems, list(problems) if options.style == "text" else stops, options.style)
    if stops:
        tell(f"\n{number_of(len(stops), 'problem')} to mend.")
        return PROBLEMS
    tell(f"No problem stops this site{' from being published' if options.publish else ''}.")
    return GOOD


def _words(options: Options) -> int:
    """Advice stops nothing: the exit code is good whenever the site can be read."""
    from signpost.load import load
    from signpost.words.site_words import adviser_of

    problems = Problems()
    site = load(options.content, options.label, ROOT, options.today, problems, drafts=True)
    if site is None:
        show(problems, problems.errors, options.style)
        tell("\nThe advice needs a site that can be read. Mend this first.")
        return PROBLEMS
    adviser = adviser_of(options.content, options.label, site)
    pages = {page.file: page.locale for page in site.pages}
    advised = {
        file: adviser.advise(options.content / file.removeprefix(f"{options.label}/"), file, locale) for file, locale in pages.items()
    }
    remarks = [remark for page in advised.values() for remark in page.remarks]
    if options.style != "text":
        result(formatted(remarks, options.style))
        return GOOD
    result(_by_page(advised))
    tell(f"\n{number_of(len(remarks), 'piece')} of advice on {number_of(len(advised), 'page')}. None of it stops a build.")
    return GOOD


def _by_page(advised: Mapping[str, "Advised"]) -> str:
    lines = []
    for file, page in advised.items():
        lines.append(f"{file}: {page.measure.in_words}")
        lines += [f"  {_where(remark)}{remark.message}" for remark in page.remarks]
    return "\n".join(lines)


def _where(remark: Problem) -> str:
    return f"line {remark.line}: " if remark.line else ""
