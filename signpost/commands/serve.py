"""`serve`: the site on this computer, following every change."""

import argparse

from signpost.options import Options, port
from signpost.telling import ROOT, tell


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=port, default=8000, help="port on this computer (8000)")
    parser.add_argument("--no-open", action="store_true", help="do not open the browser")


def run(parsed: argparse.Namespace) -> int:
    from signpost.serve import serve

    options = Options(parsed)
    return serve(options.content, options.label, ROOT, options.today, parsed.port, not parsed.no_open, tell)
