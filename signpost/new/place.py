"""The content folder to which something is added: tried on a copy first, then written.

Must never write over what stands there, or write anything that the copy did not build with.
"""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from signpost.config import read_config
from signpost.files.yaml_line import scalar
from signpost.load import load
from signpost.model import SiteConfig
from signpost.pages.translations import mark_translated
from signpost.problems import Problem, Problems
from signpost.site import Site


@dataclass(frozen=True)
class ContentFolder:
    """`label` is the folder as sentences name it, `root` the project's folder."""

    folder: Path
    label: str
    root: Path
    today: date

    def read(self) -> tuple[Site | None, Problems]:
        problems = Problems()
        return load(self.folder, self.label, self.root, self.today, problems, drafts=True), problems

    def appended(self, name: str, entry: str, opening: str) -> dict[str, str]:
        """The file with one more entry at the end of its list. `opening` starts a file that is not there yet."""
        path = self.folder / name
        text = path.read_bytes().decode("utf-8") if path.exists() else opening
        end = "\r\n" if "\r\n" in text else "\n"
        return {name: text.rstrip() + end + entry.replace("\n", end)}

    def add(self, files: Mapping[str, str], stamped: Mapping[str, str] | None = None) -> list[Problem]:
        """Write the files, or return what is wrong with them and write nothing.

        `stamped` are translations among the files, as locale -> key: each gets the stamp of its source.
        """
        with tempfile.TemporaryDirectory(prefix="signpost-new-") as place:
            copy = ContentFolder(Path(place) / "content", self.label, self.root, self.today)
            shutil.copytree(self.folder, copy.folder, symlinks=True)
            before = {problem.as_text() for problem in copy.read()[1].errors}
            copy.write(files, stamped)
            found = [problem for problem in copy.read()[1].errors if problem.as_text() not in before]
        if not found:
            self.write(files, stamped)
        return found

    def write(self, files: Mapping[str, str], stamped: Mapping[str, str] | None = None) -> None:
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}.new")
            beside.write_bytes(text.encode("utf-8"))
            beside.replace(path)
        config = read_config(self.folder, self.label, Problems())
        for locale, key in (stamped or {}).items():
            mark_translated(self.folder, locale, key, first_language(config))


def first_language(config: SiteConfig | None) -> str:
    assert config is not None, "the site has been read"
    return config.locales[0]


def yaml_list(fields: Mapping[str, str | Mapping[str, str] | list[str]]) -> str:
    """One entry of a YAML list, two spaces in, as the files of content/ have them. Empty fields are left out."""
    lines: list[str] = []
    for name, value in fields.items():
        if isinstance(value, str) and value:
            lines.append(f"{name}: {scalar(value)}")
        elif isinstance(value, list) and value:
            lines += [f"{name}:", *(f"  - {item}" for item in value)]
        elif isinstance(value, Mapping) and value:
            lines += [f"{name}:", *(f"  {code}: {scalar(text)}" for code, text in value.items())]
    return "".join(f"{'  - ' if number == 0 else '    '}{line}\n" for number, line in enumerate(lines))
