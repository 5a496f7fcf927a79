"""The truth table: every seeded defect, and which tool finds it. Made by running the tools, never by hand.

`python -m tests.gates.truth` writes it; a test makes it again and compares. A tool finds a defect when it says
something of the page with the defect that it does not say of the same page without.
"""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from signpost.build import Built
from signpost.checks import check_output
from tests.gates.defects_in_browser import IN_BROWSER
from tests.gates.defects_in_bytes import IN_BYTES
from tests.gates.seed import PAGE, Seed, clean_site, seeded
from tests.pages.finding import Finding
from tests.pages.inspection import Job, inspect
from tests.pages.nu import nu
from tests.pages.pa11y import pa11y
from tests.pages.server import served
from tests.pages.states import GLANCE, WAYS, Way
from tests.pages.text_browsers import reading_order
from tests.pages.visit import AXE, OWN

TABLE = Path(__file__).with_name("truth.md")
SEEDS = (*IN_BYTES, *IN_BROWSER)
CLEAN = "clean"
BUILD = "build"
TOOLS = (BUILD, OWN, AXE, "pa11y axe", "pa11y htmlcs", "Nu validator", "lynx and w3m")
_HEAD = """# Which tool finds which defect

Made by `python -m tests.gates.truth` from {seeds} pages with one known defect each, and compared in every run of the tests.
“build” are the gates of `signpost/checks/`, “own checks” those of `tests/pages/` in a browser. Where a row names a gate
of the build, the browser looked at the page once, as it comes; everywhere else in every state and with the keyboard.
The eleven defects that no engine was found to see when the tools were chosen have a star.

The page without a defect: no tool finds anything.

"""


class Truth:
    """What every tool says of every seed. `folder` is for the tools' own files."""

    def __init__(self, folder: Path) -> None:
        self.clean: Built = clean_site(folder / "site")
        self.found: dict[str, set[str]] = {seed.name: set() for seed in SEEDS}
        """Seed -> the tools that find it."""
        self.rules: dict[str, set[str]] = {seed.name: set() for seed in SEEDS}
        """Seed -> the rules by which the build and our own checks find it."""
        self.on_clean: list[Finding] = []
        self._pages = {CLEAN: self.clean.output[PAGE], **{seed.name: seed.edit(_text(self.clean)).encode() for seed in SEEDS}}
        self._ask_the_build()
        self._ask_by_file(folder)
        with served(self._output()) as address:
            self._note(inspect(address, self._jobs()))
            self._note(pa11y(address, [f"{name}/{PAGE}" for name in self._pages], folder))

    def _output(self) -> dict[str, bytes]:
        """Each page with its files in a folder of its own."""
        files = {path: content for path, content in self.clean.output.items() if path.startswith("assets/")}
        output = {f"{name}/{path}": content for name in self._pages for path, content in files.items()}
        output |= {f"{seed.name}/{path}": content for seed in SEEDS for path, content in seed.files.items()}
        return output | {f"{name}/{PAGE}": content for name, content in self._pages.items()}

    def _ask_the_build(self) -> None:
        for seed in SEEDS:
            rules = {problem.rule for problem in check_output(self.clean.site, seeded(self.clean, seed))}
            self.rules[seed.name] |= rules
            if rules:
                self.found[seed.name].add(BUILD)

    def _ask_by_file(self, folder: Path) -> None:
        pages = {f"{name}/{PAGE}": content for name, content in self._pages.items()}
        self._note(nu(pages, folder))
        for path, content in pages.items():
            self._note(reading_order(path, content, folder))

    def _jobs(self) -> list[Job]:
        todo = [Job(f"{CLEAN}/{PAGE}", way) for way in WAYS]
        for seed in SEEDS:
            ways: tuple[Way, ...] = (GLANCE,) if seed.gate and not seed.check else WAYS
            todo += [Job(f"{seed.name}/{PAGE}", way) for way in ways]
        return todo

    def _note(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            name = finding.page.partition("/")[0]
            if name == CLEAN:
                self.on_clean.append(finding)
                continue
            self.found[name].add("lynx and w3m" if finding.tool in {"lynx", "w3m"} else finding.tool)
            if finding.tool == OWN:
                self.rules[name].add(finding.rule)

    def missed(self) -> list[str]:
        """The seeds that their own gate, check or tool does not find."""
        return [seed.name for seed in SEEDS if not self._is_found(seed)]

    def _is_found(self, seed: Seed) -> bool:
        wanted = {rule for rule in (seed.gate, seed.check) if rule}
        return wanted <= self.rules[seed.name] and (not seed.tool or seed.tool in self.found[seed.name])

    def as_text(self) -> str:
        lines = [f"| defect | criterion | {' | '.join(TOOLS)} |", f"|---|---|{'---|' * len(TOOLS)}"]
        for seed in SEEDS:
            marks = " | ".join("yes" if tool in self.found[seed.name] else "–" for tool in TOOLS)
            lines.append(f"| {seed.what}{' ★' if seed.unseen else ''} | {seed.criterion} | {marks} |")
        totals = " | ".join(str(sum(tool in found for found in self.found.values())) for tool in TOOLS)
        lines.append(f"| **of {len(SEEDS)}** | | {totals} |")
        return _HEAD.format(seeds=len(SEEDS)) + "\n".join(lines) + "\n"


def _text(built: Built) -> str:
    return built.output[PAGE].decode()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        truth = Truth(Path(place))
        TABLE.write_text(truth.as_text(), encoding="utf-8")
        print(f"missed: {truth.missed()}\non the page without a defect: {[str(finding) for finding in truth.on_clean]}")
