"""`build`: content/ -> dist/, whole or not at all."""

import argparse
import time

from signpost.options import Options
from signpost.problems import Problems
from signpost.telling import GOOD, PROBLEMS, ROOT, WRONG_USE, grouped, number_of, show, shown_path, stopping, tell


def add_options(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(parsed: argparse.Namespace) -> int:
    from signpost.build import build
    from signpost.plan_history import History
    from signpost.write import WriteRefused, write_output

    options = Options(parsed)
    started = time.perf_counter()
    problems = Problems()
    history = History(options.published, options.publish)
    built = build(options.content, options.label, ROOT, options.today, problems, history=history, ready=options.publish)
    stops = stopping(problems, options.publish, options.urgent)
    show(problems, stops, options.style)
    if built is None or stops:
        count = number_of(len(stops) or len(problems.errors), "problem")
        tell(f"\n{count}. Nothing was written; the earlier site in {shown_path(options.out)}/ is as it was.")
        return PROBLEMS
    try:
        write_output(built.output, options.out, ready=options.publish)
    except WriteRefused as refused:
        tell(str(refused))
        return WRONG_USE
    except OSError as error:
        tell(f"The site could not be written to {shown_path(options.out)}/ ({error.strerror or error}). The earlier site is as it was.")
        return PROBLEMS
    _report(built.output, built.site.config.locales, problems, options, time.perf_counter() - started)
    return GOOD


def _report(output: dict[str, bytes], locales: tuple[str, ...], problems: Problems, options: Options, seconds: float) -> None:
    pages = sum(path.endswith(".html") for path in output)
    size = sum(len(content) for content in output.values())
    tell(
        f"Built {pages} pages in {number_of(len(locales), 'language')} into {shown_path(options.out)}/ ({size / 1_000_000:.1f} MB) in {seconds:.1f} s."
    )
    late = problems.warnings
    if late and options.style == "text":
        tell(f"{number_of(len(late), 'thing')} to do before publishing:")
        for line in grouped(late):
            tell(f"  {line}")
    tell("To look at it: python3 build.py serve")
