"""Commands -> functions -> exit code.

Exit codes: 0 good, 1 problems in the content, 2 wrong use. Must never show a traceback for a mistake in content.
Each command stands in `signpost/commands/`; how they speak, in `signpost/telling.py`.
"""

import argparse
import sys

from signpost import __version__
from signpost.commands import COMMANDS, OWN_FORMATS, command
from signpost.options import Parser, common_options, refuse_unknown
from signpost.telling import GOOD, WRONG_USE, tell


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Windows consoles: Welsh letters must not stop a build
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = sys.argv[1:] if arguments is None else arguments
    parser = make_parser(words)
    refuse_unknown(parser, words)
    parsed = parser.parse_args(words)
    parsed.words = tuple(words)
    try:
        return command(parsed.command or "build").run(parsed)
    except KeyboardInterrupt:
        tell("Stopped.")
        return WRONG_USE
    except BrokenPipeError:
        sys.stderr.close()
        return GOOD


def make_parser(words: list[str]) -> argparse.ArgumentParser:
    """The parser of a command line. Only the commands that `words` names are loaded for their options."""
    parser = Parser(prog="build.py", description="Builds the site in content/ into dist/. Without a command: build.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"signpost {__version__}")
    common = common_options()
    for action in common._actions:  # the options of `build` work without naming it
        parser._add_action(action)
    subparsers = parser.add_subparsers(metavar="command", dest="command")
    for name, help_words in COMMANDS.items():
        description = help_words[0].upper() + help_words[1:] + "."
        shared = common_options(OWN_FORMATS[name]) if name in OWN_FORMATS else common
        subparser = subparsers.add_parser(name, help=help_words, parents=[shared], description=description, allow_abbrev=False)
        if name in words:
            command(name).add_options(subparser)
    return parser
