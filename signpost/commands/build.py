"""`build`: content/ -> dist/, whole or not at all."""

import argparse
import sys
import time
from contextlib import suppress
from datetime import datetime, timedelta
from datetime import time as clock

from signpost.kept import last_build
from signpost.publishing.manifest import MANIFEST
from signpost.output.output import Output
from signpost.options import LONDON, Options
from signpost.problems import Problems
from signpost.telling import GOOD, PROBLEMS, ROOT, WRONG_USE, grouped, number_of, show, shown_path, stopping, tell


def add_options(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(parsed: argparse.Namespace) -> int:
    from signpost.build import build
    from signpost.kept.store import PLACE, Kept
    from signpost.kept.memory import Memory
    from signpost.pages.reading import ContentChanged
    from signpost.plan.history import History
    from signpost.publishing.write import WriteRefused, write_output

    options = Options(parsed)
    started = time.perf_counter()
    record = last_build.started(_ask(parsed), str(options.content)) if _may_be_kept(parsed, options) else None
    problems = Problems()
    history = History(options.published, options.publish)
    kept = Kept(ROOT / PLACE)
    memory = Memory(kept, ROOT, options.content, options.today, options.publish, options.out) if _may_be_kept(parsed, options) else None
    try:
        built = build(options.content, options.label, ROOT, options.today, problems, history=history, ready=options.publish, memory=memory)
    except ContentChanged as changed:
        tell(f"{changed} The earlier site in {shown_path(options.out)}/ is as it was.")
        return PROBLEMS
    finally:
        kept.close()
    stops = stopping(problems, options.publish, options.urgent)
    show(problems, stops, options.style)
    if built is None or stops:
        count = number_of(len(stops) or len(problems.errors), "problem")
        tell(f"\n{count}. Nothing was written; the earlier site in {shown_path(options.out)}/ is as it was.")
        return PROBLEMS
    try:
        write_output(built.files, options.out, ready=options.publish)
    except WriteRefused as refused:
        tell(str(refused))
        return WRONG_USE
    except OSError as error:
        tell(f"The site could not be written to {shown_path(options.out)}/ ({error.strerror or error}). The earlier site is as it was.")
        return PROBLEMS
    said = _report(built.files, built.site.config.locales, options)
    tell(f"Built {said} in {time.perf_counter() - started:.1f} s.")
    rest = _to_do(problems, options)
    tell(rest)
    if record is not None:
        with suppress(last_build.Doubt, OSError):  # no record, so the next build is a full one
            said = f"Nothing has changed since the last build: {said}.\n{rest}\n"
            record.keep(str(options.out), built.files.digests(), MANIFEST, said, _day(options))
    return GOOD


def _ask(parsed: argparse.Namespace) -> last_build.Ask:
    return last_build.Ask(str(ROOT), parsed.words, sys.prefix)


def _may_be_kept(parsed: argparse.Namespace, options: Options) -> bool:
    """Publishing, and what other programs read, is always built in full."""
    return hasattr(parsed, "words") and options.style == "text" and not options.publish and options.published is None


def _day(options: Options) -> tuple[int, int]:
    """From when until when, in seconds, the day of this build is today; always where the caller has named it."""
    if options.is_day_named:
        return 0, 2**62
    start = datetime.combine(options.today, clock(), LONDON)
    return int(start.timestamp()), int((datetime.combine(options.today + timedelta(days=1), clock(), LONDON)).timestamp())


def _report(output: Output, locales: tuple[str, ...], options: Options) -> str:
    pages = sum(path.endswith(".html") for path in output)
    size = sum(output.size(path) for path in output)
    return f"{pages} pages in {number_of(len(locales), 'language')} into {shown_path(options.out)}/ ({size / 1_000_000:.1f} MB)"


def _to_do(problems: Problems, options: Options) -> str:
    lines = []
    late = problems.warnings
    if late and options.style == "text":
        lines.append(f"{number_of(len(late), 'thing')} to do before publishing:")
        lines += [f"  {line}" for line in grouped(late)]
    return "\n".join([*lines, "To look at it: python3 build.py serve"])
