"""Templates compiled once for all builds of a process of the tests: to compile them takes longer than to build a small site.

A build that keeps what it compiles goes on as it does. Must never use the code of another text: Jinja2 names a text by
its checksum.
"""

from pathlib import Path
from types import CodeType

import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from signpost.rendering import renderer


class CompiledOnce(BytecodeCache):
    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


def compile_once(patch: pytest.MonkeyPatch) -> None:
    """From now on, builds without a memory share what they compile."""
    once, made = CompiledOnce(), renderer.environment

    def environment(root: Path, compiled: BytecodeCache | None = None) -> Environment:
        return made(root, once if compiled is None else compiled)

    patch.setattr(renderer, "environment", environment)
