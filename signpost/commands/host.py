"""`host nginx|caddy`: print the configuration of a web server of your own for the built site."""

import argparse
from pathlib import PurePosixPath

from signpost.options import Options
from signpost.telling import GOOD, PROBLEMS, result, show, tell


def add_options(parser: argparse.ArgumentParser) -> None:
    from signpost.hosting.servers import SERVERS

    parser.add_argument("server", choices=tuple(SERVERS), help="the server that shows the site")
    parser.add_argument("--folder", type=PurePosixPath, metavar="FOLDER", help="where the site stands on the server (where it stands here)")


def run(parsed: argparse.Namespace) -> int:
    from urllib.parse import urlsplit

    from signpost.config import read_config
    from signpost.hosting.header_map import HEADERS_FILE, REDIRECTS_FILE, read_header_map, read_redirect_lines
    from signpost.hosting.servers import SERVERS, Served
    from signpost.problems import Problems
    from signpost.publishing.publish import PublishRefused, whole_output

    options = Options(parsed)
    problems = Problems()
    config = read_config(options.content, options.label, problems)
    if config is None or problems.errors:  # with a mistake in it, some settings are not the force's
        show(problems, problems.errors, options.style)
        return PROBLEMS
    try:
        output = whole_output(options.out)
    except PublishRefused as refused:
        tell(str(refused))
        return PROBLEMS
    address = urlsplit(config.base_url)
    folder = str(parsed.folder or options.out.resolve().as_posix()).rstrip("/")
    headers, redirects = (output[name].decode() for name in (HEADERS_FILE, REDIRECTS_FILE))
    served = Served(read_header_map(headers), tuple(read_redirect_lines(redirects)), folder, address.hostname or "", address.path)
    try:
        result(SERVERS[parsed.server](served).rstrip("\n"))
    except ValueError as error:
        tell(f"The path of the folder has a sign that a server's configuration cannot hold ({error}). Name another after “--folder”.")
        return PROBLEMS
    return GOOD
