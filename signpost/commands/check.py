"""`check`: every problem of the site, and nothing written. `check --external` asks other people's sites too."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from signpost.options import Options
from signpost.problems import Problems
from signpost.telling import GOOD, PROBLEMS, ROOT, WRONG_USE, number_of, show, stopping, tell

if TYPE_CHECKING:
    from signpost.following import Asks
    from signpost.site import Site


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--external", action="store_true", help="ask every address that the pages link to whether it is still there (needs the internet)"
    )


def run(parsed: argparse.Namespace) -> int:
    from signpost.contact_network import Network
    from signpost.following import Patient

    return check_site(parsed, lambda: Patient(Network()))


def check_site(parsed: argparse.Namespace, network: Callable[[], "Asks"]) -> int:
    """Check the site, and with `--external` the links out of it over `network`. Tests give one of their own."""
    from signpost.build import build
    from signpost.plan_history import History

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
    from signpost.link_check import check_links
    from signpost.outside_links import outside_links

    links = outside_links(site)
    outcome = check_links(links, network, lambda address: tell(f"  {address}"))
    if outcome.offline:
        tell("This computer seems to be offline: nothing answered, so nothing was checked.")
        return WRONG_USE
    found = Problems(outcome.problems)
    show(found, list(found), style)
    tell(f"Asked {outcome.asked} addresses of other sites. {len(found.errors)} to look at.")
    return PROBLEMS if found.errors else GOOD
