"""`pictures [NAME …]`: take the pictures of the guide and the README again, from the real screens."""

import argparse
import sys

from signpost.telling import ROOT, WRONG_USE, tell


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these pictures")


def run(parsed: argparse.Namespace) -> int:
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from tests.guide import pictures

    unknown = [name for name in parsed.names if name not in pictures.PICTURES]
    if unknown:
        tell(f"There is no picture “{unknown[0]}”: {', '.join(pictures.PICTURES)}.")
        return WRONG_USE
    return pictures.run(ROOT, parsed.names, tell)
