"""The folder that an import writes: the plan's YAML in `action-plan/`, and the page for checking beside it.

Must never write over a file that is there, and never leave half of an import behind.
"""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from signpost.plan.plans import FOLDER
from signpost.problems import Problems

REPORT = "check.html"


@dataclass(frozen=True)
class Place:
    folder: Path

    @property
    def plan(self) -> Path:
        return self.folder / FOLDER

    @property
    def report(self) -> Path:
        return self.folder / REPORT

    def is_free(self, problems: Problems) -> bool:
        taken = [path for path in (self.plan, self.report) if path.exists()]
        if self.folder.exists() and not self.folder.is_dir():
            taken.append(self.folder)
        for path in taken:
            problems.add(
                "import",
                str(path),
                0,
                "This is there already, and an import writes over nothing. Move it away, or name another folder with “--to”.",
            )
        return not taken

    def write(self, files: Mapping[str, str], report: str, problems: Problems) -> bool:
        """All of it or nothing: the files are written aside and moved into place."""
        is_new = not self.folder.exists()
        aside: Path | None = None
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            aside = Path(tempfile.mkdtemp(dir=self.folder, prefix=".import-"))
            aside.chmod(0o755)  # as any other folder: a temporary one is closed to everybody else
            for name, text in files.items():
                (aside / name).write_text(text, encoding="utf-8", newline="\n")
            self.report.write_text(report, encoding="utf-8", newline="\n")
            aside.rename(self.plan)
        except OSError as error:
            if aside is not None:
                shutil.rmtree(self.folder if is_new else aside, ignore_errors=True)
            problems.add(
                "import", str(self.folder), 0,
                f"The import could not be written there ({error.strerror or error}). Name a folder in which you may write: “--to DIR”.",
            )  # fmt: skip
            return False
        return True
