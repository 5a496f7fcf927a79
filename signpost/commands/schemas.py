"""`schemas`: write again what VS Code knows of the content's files, after a reader has changed."""

import argparse

from signpost.telling import GOOD, ROOT, number_of, tell


def add_options(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(parsed: argparse.Namespace) -> int:
    from signpost.schemas.vscode import write_vscode

    written = write_vscode(ROOT)
    for name in written:
        tell(name)
    tell(f"{number_of(len(written), 'file')} written." if written else "Nothing has changed.")
    return GOOD
