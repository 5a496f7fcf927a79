"""Makes the corpus of one target small again: of all inputs given, the shortest that together reach what all of them reach.

python -m tests.fuzz.smallest page|markdown|contacts|plan FOLDER…   writes tests/fuzz/corpus/TARGET anew
The folders are what the fuzzer has found, such as the nightly's artifact; the corpus as it stands is always among them.
What is reached is counted in steps from one line to another, in the readers and in markdown-it. Names of files say what they
hold; a file with a name of its own, which has done harm once, is always kept.
"""

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

from tests.fuzz.targets import Target, Targets

CORPUS = Path(__file__).with_name("corpus")
_WATCHED = ("signpost", "markdown_it")
_BY_CONTENT = re.compile("[0-9a-f]{16}")
Step = tuple[str, int, int]
"""File, line before, line."""


def steps_of(target: Target, data: bytes) -> frozenset[Step]:
    """Every step that an input makes."""
    found: set[Step] = set()
    last: dict[FrameType, int] = {}

    def line(frame: FrameType, event: str, argument: Any) -> Any:
        if event == "line":
            found.add((frame.f_code.co_filename, last.get(frame, 0), frame.f_lineno))
            last[frame] = frame.f_lineno
        elif event == "return":
            last.pop(frame, None)
        return line

    def call(frame: FrameType, event: str, argument: Any) -> Any:
        return line if any(f"/{name}/" in frame.f_code.co_filename for name in _WATCHED) else None

    earlier = sys.gettrace()
    sys.settrace(call)
    try:
        target(data)
    finally:
        sys.settrace(earlier)
    return frozenset(found)


def smallest(target: Target, inputs: set[bytes], kept: set[bytes]) -> Iterator[bytes]:
    """`kept`, and then, from the shortest on, each that reaches something new."""
    reached: set[Step] = set()
    for data in [*sorted(kept), *sorted(inputs - kept, key=lambda data: (len(data), data))]:
        steps = steps_of(target, data)
        if data in kept or not steps <= reached:
            reached |= steps
            yield data


def main(name: str, folders: list[Path]) -> None:
    corpus = CORPUS / name
    own = {path.read_bytes(): path.name for path in corpus.iterdir() if not _BY_CONTENT.fullmatch(path.name)}
    inputs = {path.read_bytes() for folder in (corpus, *folders) for path in folder.iterdir() if path.is_file()}
    with TemporaryDirectory() as place:
        chosen = list(smallest(Targets(Path(place) / "content").all[name], inputs, set(own)))
    for path in corpus.iterdir():
        path.unlink()
    for data in chosen:
        (corpus / own.get(data, hashlib.sha256(data).hexdigest()[:16])).write_bytes(data)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], [Path(argument) for argument in sys.argv[2:]])
