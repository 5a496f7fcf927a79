"""`test`: set up what the tests need and run them all."""

import argparse

from signpost.telling import ROOT, tell


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pytest", nargs="*", help="arguments for pytest, after “--”")


def run(parsed: argparse.Namespace) -> int:
    from signpost.suite import run_suite

    return run_suite(ROOT, parsed.pytest, tell)
