"""One build of one generator: processor time, wall time, most memory, bytes written.

Counts the process and everything that it started. Memory is the proportional share (PSS) of all of them together,
looked at many times a second, so that what processes share counts once. Must never count our own process.
"""

import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

_EVERY = 0.02


@dataclass(frozen=True)
class Cost:
    """Seconds, bytes. `processor` is user and system time together."""

    processor: float
    wall: float
    memory: int
    output: int

    def as_record(self) -> dict[str, float]:
        return asdict(self)


class BuildFailed(RuntimeError):
    """The generator said that it failed, or took too long."""


def cost_of(command: Sequence[str], folder: Path, output: Path, most_seconds: float = 240.0) -> Cost:
    """Run a build and weigh it; it is stopped after `most_seconds`. Raises BuildFailed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SIGNPOST", "PYTHON"))}  # as on a terminal
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment)
    watch = _MemoryWatch(process.pid)
    watch.start()
    try:
        said, _ = process.communicate(timeout=most_seconds)
    except subprocess.TimeoutExpired:
        for number in reversed(_with_children(process.pid)):  # those that it started too: some would write on for minutes
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        process.communicate()
        raise BuildFailed(f"longer than {most_seconds:.0f} s") from None
    finally:
        watch.stop()
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode != 0:
        raise BuildFailed(said.decode("utf-8", "replace")[-2000:])
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(processor, wall, watch.most, size_of(output))


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


class _MemoryWatch(threading.Thread):
    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._process = process
        self._ended = threading.Event()
        self.most = 0

    def run(self) -> None:
        while not self._ended.wait(_EVERY):
            self.most = max(self.most, sum(map(_share, _with_children(self._process))))

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _with_children(process: int) -> list[int]:
    found = [process]
    for number in found:
        try:
            children = Path(f"/proc/{number}/task/{number}/children").read_text(encoding="ascii").split()
        except OSError:
            continue
        found += map(int, children)
    return found


def _share(process: int) -> int:
    """Bytes of memory of a process; what it shares with others counts in part (proc(5), smaps_rollup)."""
    try:
        with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as file:  # noqa: PTH123  many times a second
            return next((int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:")), 0)
    except OSError:
        return 0


def machine() -> str:
    """What the figures were measured on."""
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
            if line.startswith("model name")
        ),
        "?",
    )
    return f"{len(os.sched_getaffinity(0))} processors ({cpu}), Linux {os.uname().release}"
