"""A child process of the tests: builders that write one site after another, each killed (SIGKILL) at a random moment.

python kills.py FOLDER COUNT SEED one-step|two-steps → what was found, as JSON.
"""

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from signpost.publishing.exchange import Places
from signpost.publishing.write import write_output
from tests.publish.old_kernel import in_steps
from tests.publish.tiny_outputs import left_over, output, version_in

WRITES = 3.0
"""Writes that a builder has time for before it is killed, at most: so builders die in all their steps, on any machine."""


def build_for_ever(folder: Path, first: int) -> None:
    for version in range(first, first + 10_000):
        write_output(output(version), folder)
    os._exit(1)


def killed(folder: Path, first: int, after: float) -> None:
    """Start a builder, and kill it after so many seconds."""
    ready, begins = os.pipe()
    child = os.fork()
    if not child:
        os.write(begins, b".")
        build_for_ever(folder, first)
    os.read(ready, 1)
    os.close(ready)
    os.close(begins)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def seconds_of_a_write(folder: Path, version: int) -> float:
    begun = time.monotonic()
    write_output(output(version), folder)
    return time.monotonic() - begun


def main(folder: Path, count: int, seed: int, steps: str) -> None:
    chance = random.Random(seed)
    in_steps(steps)
    places, found, latest = Places(folder), Counter[str](), 0
    write_output(output(0), folder)
    long = seconds_of_a_write(folder, 0)
    for number in range(1, count + 1):
        first = number * 10_000
        killed(folder, first, chance.uniform(0, WRITES * long))
        stands = version_in(folder)
        if stands is None:
            assert places.journal.exists(), "no site, and nothing to repair it with"
            found["killed between the two steps"] += 1
        assert stands is None or stands == latest or stands >= first, (stands, latest)
        found["killed while something stood beside the site"] += bool(left_over(folder))
        found["killed after a new site stood"] += stands is not None and stands >= first
        latest = latest if stands is None else stands
        if stands is None or number % 10 == 0:
            write_output(output(first + 9_998), folder)
            long = seconds_of_a_write(folder, first + 9_999)
            assert left_over(folder) == []
            latest = first + 9_999
            assert version_in(folder) == latest
            found["next runs"] += 1
        found["kills"] += 1
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]) / "site", int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
