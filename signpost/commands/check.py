"""`check`: every problem of the site, and nothing written."""

import argparse

from signpost.options import Options
from signpost.problems import Problems
from signpost.telling import GOOD, PROBLEMS, ROOT, number_of, show, stopping, tell


def add_options(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(parsed: argparse.Namespace) -> int:
    from signpost.build import build
    from signpost.plan_history import History

    options = Options(parsed)
    problems = Problems()
    build(options.content, options.label, ROOT, options.today, problems, history=History(options.published, options.publish))
    stops = stopping(problems, options.publish, options.urgent)
    show(problems, list(problems) if options.style == "text" else stops, options.style)
    if stops:
        tell(f"\n{number_of(len(stops), 'problem')} to mend.")
        return PROBLEMS
    tell(f"No problem stops this site{' from being published' if options.publish else ''}.")
    return GOOD
