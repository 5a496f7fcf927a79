"""`check`: every problem, and nothing written. `--external` asks other people's sites too; `--words` gives advice on words."""

import argparse
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from signpost.options import Options
from signpost.problems import Problem, Problems, formatted
from signpost.telling import GOOD, PROBLEMS, ROOT, WRONG_USE, number_of, result, show, stopping, tell

if TYPE_CHECKING:
    from signpost.outside.following import Asks
    from signpost.site import Site
    from signpost.words.advice import Advised


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--external", action="store_true", help="ask every address that the pages link to whether it is still there (needs the internet)"
    )
    parser.add_argument(
        "--words", dest="on_words", action="store_true", help="advice on words: spelling, long sentences, reading age, words with care"
    )


def run(parsed: argparse.Namespace) -> int:
    from signpost.contacts.network import Network
    from signpost.outside.following import Patient

    if parsed.on_words:
        return _words(Options(parsed))
    return check_site(parsed, lambda: Patient(Network()))


def check_site(parsed: argparse.Namespace, network: Callable[[], "Asks"]) -> int:
    """Check the site, and with `--external` the links out of it over `network`. Tests give one of their own."""
    from signpost.build import build
    from signpost.plan.history import History

    options = Options(parsed)
    problems = Problems()
    history = History(options.published, options.publish)
    built = build(options.content, options.label, ROOT, options.today, problems, history=history)
    stops = stopping(problems, options.publish, options.urgent)
    show(problems, list(problems) if options.style == "text" else stops, options.style)
    if stops:
        tell(f"\n{number_of(len(stops), 'problem')} to mend.")
        return PROBLEMS
    if getattr(parsed, "external", False) and built is not None:
        return _ask_outside(built.site, network(), options.style)
    tell(f"No problem stops this site{' from being published' if options.publish else ''}.")
    return GOOD


def _ask_outside(site: "Site", network: "Asks", style: str) -> int:
    from signpost.outside.addresses import outside_links
    from signpost.outside.check import check_links

    links = outside_links(site)
    outcome = check_links(links, network, lambda address: tell(f"  {address}"))
    if outcome.offline:
        tell("This computer seems to be offline: nothing answered, so nothing was checked.")
        return WRONG_USE
    found = Problems(outcome.problems)
    show(found, list(found), style)
    tell(f"Asked {outcome.asked} addresses of other sites. {len(found.errors)} to look at.")
    return PROBLEMS if found.errors else GOOD


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
