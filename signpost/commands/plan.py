"""`plan import FILE`: a plan in Word, Excel, CSV or a saved web page -> YAML and a page for checking it. Writes over nothing."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from signpost.options import Options
from signpost.problems import Problems
from signpost.telling import GOOD, PROBLEMS, ROOT, WRONG_USE, number_of, result, show, shown_path, tell, typed_path

if TYPE_CHECKING:
    from signpost.imports.place import Place


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("import",), help="read a plan and write it as YAML")
    parser.add_argument("file", type=Path, metavar="FILE", help="the plan: .docx, .xlsx, .csv, or a saved web page (.html)")
    parser.add_argument("--to", type=Path, metavar="DIR", help="new folder for what is written (beside FILE, with its name)")
    parser.add_argument("--install", action="store_true", help="install the packages that FILE needs without asking")


def run(parsed: argparse.Namespace) -> int:
    from signpost.config import read_config
    from signpost.imports.place import Place
    from signpost.imports.run import run_import

    options, file = Options(parsed), Path(parsed.file)
    problems = Problems()
    config = read_config(options.content, options.label, problems)
    if config is None:
        show(problems, problems.errors, options.style)
        return PROBLEMS
    if not _have_packages(file, parsed.install):
        return WRONG_USE
    place = Place(parsed.to or file.with_name(f"{file.stem}-imported"))
    imported, problems = run_import(file, place, config.locales, options.today)
    show(problems, list(problems), options.style)
    if imported is None:
        tell("Nothing was written.")
        return PROBLEMS
    (result if options.style == "text" else tell)(imported.summary)
    tell(f"Written to {shown_path(place.plan)}/: {', '.join(sorted(imported.files))}.")
    return _built(place, options, config.locales)


def _built(place: "Place", options: Options, locales: tuple[str, ...]) -> int:
    """Read what was written as a build would, and say what is left to do."""
    from signpost.plan.plans import read_plan

    problems = Problems()
    plan = read_plan(place.folder, shown_path(place.folder), locales, options.today, problems)
    if plan is None:  # a mistake of the importer: the editor must not meet it later
        show(problems, problems.errors, options.style)
        return PROBLEMS
    left = len(problems.warnings)
    tell(
        f"It builds. {number_of(left, 'thing')} to do before it can be published (translations, dates that are not stated)."
        if left
        else "It builds."
    )
    tell(f"1. Open {shown_path(place.report)} in a browser: the document on the left, what became of it on the right.")
    tell(f"2. Correct the files by it, then move the folder to {options.label}/{place.plan.name} and run: python3 build.py check")
    return GOOD


def _have_packages(file: Path, install: bool) -> bool:
    """Whether the file can be read now. Asks before anything is installed; without a terminal it is the option that says yes."""
    from signpost.imports.packages import LOCK, install_packages, missing_packages

    missing = missing_packages(file)
    if not missing or not file.is_file():
        return True
    tell(
        f"To read {file.suffix.lower()} files, {number_of(len(missing), 'more package')} must be installed into .venv: {', '.join(missing)}."
    )
    if not install and not _agreed():
        tell(f"Nothing was installed. To install and import: python3 build.py plan import --install {typed_path(file)}")
        return False
    if install_packages(ROOT) and not missing_packages(file):
        return True
    tell(f"The packages in {LOCK} could not be installed. Check that this computer is connected, then run the command again.")
    return False


def _agreed() -> bool:
    if not (sys.stdin is not None and sys.stdin.isatty()):
        return False
    tell("Install now? Write y and press Enter.")
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
