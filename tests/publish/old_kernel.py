"""Ways in which a site is written, for the process that asks and its children; one without the exchange in one step.

python old_kernel.py FOLDER NAME-OF-AN-ERROR → what two writes and the way back came to, as JSON.

A filter of system calls (Linux, seccomp(2)) answers `renameat2` with any error, as old kernels, some file systems and some
containers do. Cannot be taken back, so it belongs in a child that ends.
"""

import ctypes
import errno
import json
import platform
import struct
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from signpost.publishing import exchange, write
from tests.publish.tiny_outputs import left_over, output, version_in

_NUMBERS = {"x86_64": 316, "aarch64": 276}
"""The number of renameat2 by the kind of processor (Linux, unistd.h)."""
_LOAD, _IS, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _ERROR = 0x7FFF0000, 0x00050000
_CALL, _FLAGS = 0, 48
"""Where the number of the call and its fifth argument stand in struct seccomp_data."""
_EXCHANGE = 2
_NO_NEW_RIGHTS, _SECCOMP, _FILTER = 38, 22, 2


def refuse_exchange(code: int = errno.ENOSYS) -> bool:
    """Let every exchange of two names fail with this error from now on. False where such a filter cannot be had."""
    number = _NUMBERS.get(platform.machine())
    if number is None or platform.system() != "Linux":
        return False
    steps = [
        (_LOAD, 0, 0, _CALL),
        (_IS, 0, 3, number),
        (_LOAD, 0, 0, _FLAGS),
        (_IS, 0, 1, _EXCHANGE),
        (_RETURN, 0, 0, _ERROR | code),
        (_RETURN, 0, 0, _ALLOW),
    ]
    program = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    described = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(program)))
    system = ctypes.CDLL(None, use_errno=True)
    return bool(system.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0) == 0 and system.prctl(_SECCOMP, _FILTER, described, 0, 0) == 0)


def in_steps(steps: str) -> None:
    """`two-steps`: no exchange in one step. `many`: as many files as if each were not waited for by itself."""
    if steps == "two-steps" and not refuse_exchange():
        exchange.exchanged_in_one_step = lambda first, second: False
    if steps == "many":
        write.MOST_SINGLY = 0


def main(folder: Path, code: int) -> None:
    write.write_output(output(0), folder)
    if not refuse_exchange(code):
        print(json.dumps({"cannot be tried here": 1}))
        return
    found = {"refused": 0}
    try:
        write.write_output(output(1), folder)
        write.put_back(folder)
    except OSError:
        found["refused"] = 1
    found["stands"] = -1 if version_in(folder) is None else int(version_in(folder) or 0)
    found["before"] = -1 if version_in(exchange.Places(folder).before) is None else 1
    found["left over"] = len(left_over(folder))
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]) / "site", getattr(errno, sys.argv[2]))
