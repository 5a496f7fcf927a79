"""The commands of build.py, one file each: `add_options(parser)` where it has any of its own, and `run(parsed)`.

A new command is a new file here and one line in `COMMANDS`. A command file may print, through `signpost.telling`;
what it needs to do its work it imports in `run`, so that `--help` and the other commands do not wait for it.
"""

import argparse
from importlib import import_module
from typing import Protocol, cast

COMMANDS: dict[str, str] = {
    "build": "build content/ into dist/ (the same as no command)",
    "check": "find every problem; write nothing",
    "serve": "show the site on this computer and follow every change",
    "new": "new page, new update or new contact: asks what it needs and writes the files",
    "due": "what is late or comes due, by owner; due --next: when the site will next change by itself",
    "translated": "translated PAGE …: say that a translation is in step with its source again",
    "contacts": "contacts check: ask every address of contacts.yml whether it and its number still hold (needs the internet)",
    "plan": "plan import FILE: read a plan from Word, Excel, CSV or a saved web page, and write it as YAML to check",
    "publish": "whether dist/ may be published; --to FOLDER puts it there, --back undoes that",
    "verify": "verify URL: whether the published site is what content/ makes, byte by byte",
    "host": "host nginx, host caddy: print what a web server of your own needs to show dist/",
    "schemas": "write again what VS Code knows of the content's files (for developers)",
    "pictures": "take the pictures of the guide and the README again (for developers)",
    "test": "set up what the tests need, then run them all",
    "bench": "measure builds, pages or the exit on this computer: bench build, bench page, bench exit",
}
"""Each command with what its help says, in the order in which the help lists them."""


OWN_FORMATS = {"due": ("text", "json", "csv", "ics")}
"""The commands whose results are no list of problems, with the formats in which they write them."""


class Command(Protocol):
    """What a file of this folder holds."""

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add what only this command understands."""

    def run(self, parsed: argparse.Namespace) -> int:
        """Do it and return the exit code."""


def command(name: str) -> Command:
    """Load one command by its name."""
    return cast("Command", import_module(f"signpost.commands.{name}"))
