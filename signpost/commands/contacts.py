"""`contacts check`: whether every address of contacts.yml, and the number beside it, still hold. Changes nothing."""

import argparse
from typing import TYPE_CHECKING

from signpost.options import Options
from signpost.problems import Problems
from signpost.telling import GOOD, PROBLEMS, WRONG_USE, show, tell

if TYPE_CHECKING:
    from signpost.outside.following import Asks


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("check",), help="ask over the internet; change nothing")


def run(parsed: argparse.Namespace) -> int:
    from signpost.contacts.network import Network
    from signpost.outside.following import Patient

    return check_register(parsed, Patient(Network()))


def check_register(parsed: argparse.Namespace, network: "Asks") -> int:
    """Ask about the whole register over `network`. Tests give one of their own."""
    from signpost.config import read_config
    from signpost.contacts.check import check_contacts
    from signpost.contacts.register import read_contacts

    options = Options(parsed)
    problems = Problems()
    config = read_config(options.content, options.label, problems)
    routes = read_contacts(options.content, options.label, config, options.today, problems) if config is not None else {}
    if problems.errors:
        show(problems, problems.errors, options.style)
        return PROBLEMS
    outcome = check_contacts(routes, network, lambda address: tell(f"  {address}"))
    if outcome.offline:
        tell("This computer seems to be offline: nothing answered, so nothing was checked and nothing was changed.")
        return WRONG_USE
    found = Problems(outcome.problems)
    show(found, list(found), options.style)
    tell(f"Asked {outcome.asked} addresses for {len(routes)} contacts. {len(found.errors)} to look at. Nothing was changed.")
    return PROBLEMS if found.errors else GOOD
