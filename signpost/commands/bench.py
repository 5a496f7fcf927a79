"""`bench NAME`: measure one thing on this computer and print it. What is measured, and how, stands in tests/bench/NAME.py.

Each of those files has `run(root, arguments, tell) -> exit code`. Nothing of a bench is loaded before it is asked for.
"""

import argparse
import sys
from importlib import import_module

from signpost.telling import ROOT, WRONG_USE, tell

BENCHES: dict[str, str] = {
    "build": "builds beside other generators: time, memory and bytes at 100, 1,000 and 10,000 pages",
    "exit": "how fast the exit hides the page and how far it gets, in each browser",
    "gates": "how much processor time the gates of the build take on 100 pages, together and each",
    "preview": "how long a change takes from the saved file to the screen, with 100 pages",
    "page": "each kind of page on a slow line and a slow telephone, beside the same page made with GOV.UK Frontend",
}
"""Each bench with what it measures."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "  ".join(f"{name}: {words}." for name, words in BENCHES.items())
    parser.add_argument("bench", choices=BENCHES, help="what to measure")
    parser.add_argument("arguments", nargs="*", help="arguments for the bench, after “--”")


def run(parsed: argparse.Namespace) -> int:
    if not (ROOT / "tests" / "bench" / f"{parsed.bench}.py").exists():
        tell(f"The bench “{parsed.bench}” is not there: it stands in tests/bench/{parsed.bench}.py.")
        return WRONG_USE
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    code: int = import_module(f"tests.bench.{parsed.bench}").run(ROOT, list(parsed.arguments), tell)
    return code
