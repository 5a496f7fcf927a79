"""Commands -> functions -> exit code. The only module that prints: results on stdout, all else on stderr.

Exit codes: 0 good, 1 problems in the content, 2 wrong use. Must never show a traceback for a mistake in content.
"""

import argparse
import os
import sys
import time
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from signpost import __version__
from signpost.options import Parser, common_options, port, refuse_unknown
from signpost.problems import Problem, Problems, formatted

if TYPE_CHECKING:
    from signpost.contact_check import Asks

ROOT = Path(__file__).resolve().parent.parent
GOOD, PROBLEMS, WRONG_USE = 0, 1, 2
MOST_SHOWN = 200


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Windows consoles: Welsh letters must not stop a build
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = _parser()
    refuse_unknown(parser, sys.argv[1:] if arguments is None else arguments)
    parsed = parser.parse_args(arguments)
    try:
        return int(parsed.run(parsed))
    except KeyboardInterrupt:
        _tell("Stopped.")
        return WRONG_USE
    except BrokenPipeError:
        sys.stderr.close()
        return GOOD


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="build.py", description="Builds the site in content/ into dist/. Without a command: build.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"signpost {__version__}")
    common = common_options()
    parser.set_defaults(run=_build)
    for action in common._actions:  # the options of `build` work without naming it
        parser._add_action(action)
    commands = parser.add_subparsers(metavar="command")
    for name, run, words in (
        ("build", _build, "build content/ into dist/ (the same as no command)"),
        ("check", _check, "find every problem; write nothing"),
        ("serve", _serve, "show the site on this computer and follow every change"),
        (
            "contacts",
            _contacts,
            "contacts check: ask every address of contacts.yml whether it and its number still hold (needs the internet)",
        ),
        ("test", _test, "set up what the tests need, then run them all"),
    ):
        command = commands.add_parser(
            name, help=words, parents=[common], description=words[0].upper() + words[1:] + ".", allow_abbrev=False
        )
        command.set_defaults(run=run)
        if name == "contacts":
            command.add_argument("action", choices=("check",), help="ask over the internet; change nothing")
        if name == "serve":
            command.add_argument("--port", type=port, default=8000, help="port on this computer (8000)")
            command.add_argument("--no-open", action="store_true", help="do not open the browser")
        if name == "test":
            command.add_argument("pytest", nargs="*", help="arguments for pytest, after “--”")
    return parser


class _Options:
    """What was said on the command line, with what holds when nothing was said."""

    def __init__(self, parsed: argparse.Namespace) -> None:
        self.content: Path = getattr(parsed, "content", None) or ROOT / "content"
        self.out: Path = getattr(parsed, "out", None) or ROOT / "dist"
        self.style: str = getattr(parsed, "format", "text")
        self.urgent: bool = getattr(parsed, "urgent", False)
        self.publish: bool = getattr(parsed, "publish", False) or self.urgent
        self.today: date = getattr(parsed, "today", None) or today_in_london()

    @property
    def label(self) -> str:
        return shown_path(self.content)


def today_in_london() -> date:
    """The day for which a build is made. SOURCE_DATE_EPOCH decides where it is set (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = float(epoch) if epoch.isdigit() else time.time()
    return datetime.fromtimestamp(moment, ZoneInfo("Europe/London")).date()


def shown_path(path: Path) -> str:
    """A path as people read it: from where they stand when it is below, with / on every system."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _tell(text: str) -> None:
    print(text, file=sys.stderr)


def stopping(problems: Problems, publish: bool, urgent: bool) -> list[Problem]:
    """The problems that stop this run: errors; when publishing, warnings too; when urgent, only those about safety."""
    found = problems.errors + (problems.warnings if publish else [])
    return [problem for problem in found if problem.safety] if urgent else found


def _show(problems: Problems, stops: list[Problem], options: _Options) -> None:
    if options.style != "text":
        print(formatted(problems, options.style))
        return
    for problem in stops[:MOST_SHOWN]:
        print(problem.as_text())
    if len(stops) > MOST_SHOWN:
        print(f"… and {len(stops) - MOST_SHOWN} more.")


def _build(parsed: argparse.Namespace) -> int:
    from signpost.build import build
    from signpost.write import WriteRefused, write_output

    options = _Options(parsed)
    started = time.perf_counter()
    problems = Problems()
    built = build(options.content, options.label, ROOT, options.today, problems)
    stops = stopping(problems, options.publish, options.urgent)
    _show(problems, stops, options)
    if built is None or stops:
        count = len(stops) or len(problems.errors)
        _tell(
            f"\n{count} {'problem' if count == 1 else 'problems'}. Nothing was written; the earlier site in {shown_path(options.out)}/ is as it was."
        )
        return PROBLEMS
    try:
        write_output(built.output, options.out)
    except WriteRefused as refused:
        _tell(str(refused))
        return WRONG_USE
    except OSError as error:
        _tell(f"The site could not be written to {shown_path(options.out)}/ ({error.strerror or error}). The earlier site is as it was.")
        return PROBLEMS
    _report(built.output, built.site.config.locales, problems, options, time.perf_counter() - started)
    return GOOD


def _report(output: dict[str, bytes], locales: tuple[str, ...], problems: Problems, options: _Options, seconds: float) -> None:
    pages = sum(path.endswith(".html") for path in output)
    size = sum(len(content) for content in output.values())
    _tell(
        f"Built {pages} pages in {len(locales)} {'language' if len(locales) == 1 else 'languages'} into {shown_path(options.out)}/ ({size / 1_000_000:.1f} MB) in {seconds:.1f} s."
    )
    late = problems.warnings
    if late and options.style == "text":
        _tell(f"{len(late)} {'thing' if len(late) == 1 else 'things'} to do before publishing:")
        for line in grouped(late):
            _tell(f"  {line}")
    _tell("To look at it: python3 build.py serve")


def grouped(problems: list[Problem]) -> list[str]:
    """Problems with the same sentence on one line, so that forty unreviewed pages do not hide one late number."""
    files: dict[str, list[Problem]] = {}
    for problem in problems:
        files.setdefault(problem.message, []).append(problem)
    lines = []
    for message, found in files.items():
        more = f" and {len(found) - 1} more" if len(found) > 1 else ""
        first = found[0]
        where = f"{first.file}:{first.line}" if first.line else first.file
        lines.append(f"{where}{more}: {message}")
    return lines


def _check(parsed: argparse.Namespace) -> int:
    from signpost.build import build

    options = _Options(parsed)
    problems = Problems()
    build(options.content, options.label, ROOT, options.today, problems)
    stops = stopping(problems, options.publish, options.urgent)
    _show(problems, list(problems) if options.style == "text" else stops, options)
    if stops:
        _tell(f"\n{len(stops)} {'problem' if len(stops) == 1 else 'problems'} to mend.")
        return PROBLEMS
    _tell(f"No problem stops this site{' from being published' if options.publish else ''}.")
    return GOOD


def _serve(parsed: argparse.Namespace) -> int:
    from signpost.serve import serve

    options = _Options(parsed)
    return serve(options.content, options.label, ROOT, options.today, parsed.port, not parsed.no_open, _tell)


def _test(parsed: argparse.Namespace) -> int:
    from signpost.suite import run_suite

    return run_suite(ROOT, parsed.pytest, _tell)


def _contacts(parsed: argparse.Namespace) -> int:
    from signpost.contact_network import Network

    return check_register(parsed, Network())


def check_register(parsed: argparse.Namespace, network: "Asks") -> int:
    """`contacts check`. Tests give a network of their own."""
    from signpost.config import read_config
    from signpost.contact_check import check_contacts
    from signpost.contacts import read_contacts

    options = _Options(parsed)
    problems = Problems()
    config = read_config(options.content, options.label, problems)
    routes = read_contacts(options.content, options.label, config, options.today, problems) if config is not None else {}
    if problems.errors:
        _show(problems, problems.errors, options)
        return PROBLEMS
    outcome = check_contacts(routes, network, lambda address: _tell(f"  {address}"))
    if outcome.offline:
        _tell("This computer seems to be offline: nothing answered, so nothing was checked and nothing was changed.")
        return WRONG_USE
    found = Problems(outcome.problems)
    _show(found, list(found), options)
    _tell(f"Asked {outcome.asked} addresses for {len(routes)} contacts. {len(found.errors)} to look at. Nothing was changed.")
    return PROBLEMS if found.errors else GOOD
