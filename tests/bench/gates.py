"""How much processor time all gates of the build take, and each of them, on a site of 100 pages (or as many as are asked for)."""

import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from signpost.build import build
from signpost.checks import GATES, check_output
from signpost.output.page import output_pages
from signpost.problems import Problems
from tests.bench.content import write_own

TODAY = date(2026, 11, 23)
PAGES = 100
ROUNDS = 5


def run(root: Path, arguments: list[str], tell: Callable[[str], None]) -> int:
    """Prints the least of five rounds: what other programs take away is no work of ours."""
    wanted = int(arguments[0]) if arguments else PAGES
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        write_own(content, wanted)
        problems = Problems()
        built = build(content, "content", root, TODAY, problems)
    if built is None:
        tell("\n".join(problem.as_text() for problem in problems.errors))
        return 1
    count = sum(path.endswith(".html") for path in built.output)
    tell(f"All gates on {count} pages: {_least(lambda: check_output(built.site, built.output)):.3f} s of processor time")
    pages = output_pages(built.output, built.site.pages)
    check_output(built.site, built.output)
    times = {gate.__module__.rpartition(".")[2]: _least(lambda gate=gate: gate(built.site, pages, built.output)) for gate in GATES}  # type: ignore[misc]
    for name, seconds in sorted(times.items(), key=lambda item: -item[1]):
        tell(f"  {name:<12} {seconds * 1000:6.1f} ms")
    return 0


def _least(work: Callable[[], object]) -> float:
    def once() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return min(once() for _ in range(ROUNDS))
