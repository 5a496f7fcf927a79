"""tests/FIGURES.md: what the tests have shown, written by the tests themselves and by nobody else.

A test hands its figure over. With `build.py test --figures` it is written; otherwise the test fails when the page says
another, or more than this run has shown. So the page can neither be typed nor grow old.
"""

from dataclasses import dataclass
from pathlib import Path

from signpost.publishing.lock import locked

PAGE = Path(__file__).with_name("FIGURES.md")
HEAD = """# What the tests have shown

Written by `python3 build.py test --figures`. Every run of the tests compares this page with what it finds, and fails
where the page says anything else, or more. “At least” marks what depends a little on the machine.
"""
Rows = dict[tuple[str, str], tuple[str, str]]
"""(section, what) -> (figure, test)."""


@dataclass(frozen=True)
class Figures:
    """Takes the figures of one test. `test` is its file and name."""

    test: str
    writes: bool
    page: Path = PAGE

    def holds(self, section: str, what: str, figure: object) -> None:
        """This figure and no other."""
        if not self._written(section, what, str(figure)):
            assert self._said(section, what) == str(figure), f"{self.page.name} says otherwise of “{what}”"

    def at_least(self, section: str, what: str, count: int) -> None:
        """This many or more; the page says tens, so that one page more or less changes nothing."""
        if not self._written(section, what, f"at least {count - count % 10:,}"):
            said = self._said(section, what)
            assert int(said.removeprefix("at least ").replace(",", "")) <= count, (
                f"{self.page.name} says {said} of “{what}”, and it was {count}"
            )

    def _said(self, section: str, what: str) -> str:
        rows = read_rows(self.page.read_text(encoding="utf-8"))
        assert (section, what) in rows, f"{self.page.name} does not say “{what}”: python3 build.py test --figures"
        return rows[section, what][0]

    def _written(self, section: str, what: str, figure: str) -> bool:
        if self.writes:
            with locked(self.page.with_suffix(".lock")):  # tests may run side by side
                rows = read_rows(self.page.read_text(encoding="utf-8")) if self.page.exists() else {}
                rows[section, what] = (figure, self.test)
                self.page.write_text(as_page(rows), encoding="utf-8", newline="\n")
        return self.writes


def read_rows(text: str) -> Rows:
    rows: Rows = {}
    section = ""
    for line in text.splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ")
        elif line.startswith("| ") and not line.startswith("| what "):
            what, figure, test = (cell.strip() for cell in line.strip("|").split("|"))
            rows[section, what] = (figure, test.strip("`"))
    return rows


def as_page(rows: Rows) -> str:
    lines = [HEAD]
    for section in sorted({section for section, _ in rows}):
        lines += [f"## {section}", "", "| what | figure | shown by |", "|---|---|---|"]
        lines += [f"| {what} | {figure} | `{test}` |" for (of, what), (figure, test) in sorted(rows.items()) if of == section]
        lines.append("")
    return "\n".join(lines)
