"""Drives one target with atheris, which looks for bytes that reach code not reached before.

python -m tests.fuzz.fuzz page|markdown|contacts|plan [options of libFuzzer] CORPUS
For example, ten minutes: python -m tests.fuzz.fuzz page -max_total_time=600 tests/fuzz/corpus/page
Needs requirements-nightly.lock. What makes it stop is written to a file that is named at the end: mend, then keep the file.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["signpost", "markdown_it"]):
    from tests.fuzz.targets import Targets


def main(arguments: list[str]) -> None:
    if len(arguments) < 2:
        sys.exit(__doc__)
    with TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as folder:
        targets = Targets(Path(folder) / "content").all
        if arguments[1] not in targets:
            sys.exit(f"{arguments[1]} is none of: {', '.join(targets)}")
        atheris.Setup([arguments[0], *arguments[2:]], targets[arguments[1]])
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
