"""`verify URL`: whether the published site is what content/ makes: bytes, headers, exit, numbers, 404, redirects."""

import argparse
import time
from typing import TYPE_CHECKING

from signpost.options import Options
from signpost.problems import Problems
from signpost.telling import GOOD, PROBLEMS, ROOT, WRONG_USE, number_of, show, tell

if TYPE_CHECKING:
    from signpost.hosting.verify import Live

BETWEEN = 5.0
"""Seconds between two looks while a host is publishing."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("url", metavar="URL", help="the address of the published site")
    parser.add_argument("--wait", type=int, default=0, metavar="SECONDS", help="how long to wait until the site shows this build (0)")


def run(parsed: argparse.Namespace) -> int:
    from signpost.hosting.live import AddressRefused, LiveSite

    try:
        return verify_site(parsed, LiveSite(parsed.url))
    except AddressRefused as refused:
        tell(str(refused))
        return WRONG_USE


def verify_site(parsed: argparse.Namespace, live: "Live") -> int:
    """Compare a site with what the content makes. Tests give one of their own."""
    from signpost.build import build
    from signpost.hosting.verify import is_shown, verify

    options = Options(parsed)
    problems = Problems()
    built = build(options.content, options.label, ROOT, options.today, problems, ready=True)
    if built is None:
        show(problems, problems.errors, options.style)
        tell("The content has mistakes, so there is nothing to compare the site with.")
        return PROBLEMS
    until = time.monotonic() + parsed.wait
    while time.monotonic() < until and not is_shown(live, built.output):
        time.sleep(BETWEEN)
    verified = verify(live, built.site, built.output)
    show(verified.problems, list(verified.problems), options.style)
    if len(verified.problems):
        tell(f"\n{number_of(len(verified.problems), 'thing')} wrong at {live.address}, of {verified.asked} questions asked.")
        return PROBLEMS
    tell(
        f"{live.address} is as it was built: {verified.asked} questions asked, every byte, header, exit, number and redirect as it should be."
    )
    return GOOD
