"""`serve`: the site on this computer, following every change."""

import argparse

from signpost.options import Options, port
from signpost.telling import ROOT, WRONG_USE, tell


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--port", type=port, default=8000, help="port on this computer (8000)")
    parser.add_argument("--no-open", action="store_true", help="do not open the browser")
    parser.add_argument(
        "--host",
        nargs="?",
        const="",
        metavar="ADDRESS",
        help="let others in the same network look too, like your phone; ADDRESS of this computer there, found by itself when left out",
    )


def run(parsed: argparse.Namespace) -> int:
    from signpost.preview import Preview
    from signpost.serve import address_in_network, reload_script, serve
    from signpost.words.site_words import PageAdvice

    options = Options(parsed)
    host = parsed.host if parsed.host != "" else address_in_network()
    if parsed.host == "" and host is None:
        tell("This computer is in no network, so no phone can look. Connect it, or leave “--host” out.")
        return WRONG_USE
    preview = Preview(
        options.content, options.label, ROOT, options.today, reload_script(), tell, PageAdvice(options.content, options.label)
    )
    try:
        return serve(preview, parsed.port, not parsed.no_open, tell, host)
    except KeyboardInterrupt:
        return 0
