"""Our own generator in the comparison: a copy of the project, so that its templates can be edited, run as people run it."""

import shutil
import sys
from pathlib import Path

from signpost import __version__
from tests.bench.content import Draft, own_text, write_own
from tests.bench.peers import NUMBER, Peer

_PROJECT = ("build.py", "pyproject.toml", "requirements.lock", "signpost", "templates", "assets", "quick_exit")


class Signpost(Peer):
    """With every gate on. Started by the Python that `python3 build.py` would be started by, which hands over to .venv."""

    name = "Signpost"
    output = "dist"
    caches = (".signpost", ".dist.before")
    page = "content/{locale}/{key}.md"
    template = "templates/base.html"
    data = "content/contacts.yml"

    @property
    def version(self) -> str:
        return f"v{__version__}"

    @property
    def command(self) -> list[str]:
        return [str(Path(sys.base_prefix) / "bin" / "python3"), str(self.site / "build.py"), "--today", "2026-11-20"]

    def copy_project(self, root: Path) -> None:
        for name in _PROJECT:
            source, target = root / name, self.site / name
            if source.is_dir():
                shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy2(source, target)
        (self.site / ".venv").symlink_to(sys.prefix)

    def write_all(self, pages: int) -> None:
        write_own(self.site / "content", pages)

    def write_page(self, draft: Draft) -> None:
        self.put(self.page.format(locale=draft.locale, key=draft.key), own_text(draft))

    def write_settings(self, shells: object) -> None:
        """Come with the content."""

    @property
    def number(self) -> str:
        return NUMBER
