"""Compiled templates, kept between builds with all else that is kept: compiling them takes longer than filling them.

Must never use code that was compiled from another text, by another Jinja2, or for another Python.
"""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from signpost.kept.store import Kept, key_of


class TemplateCache(BytecodeCache):
    """Jinja2 names the text of a template by its checksum; `Kept` gives back nothing but whole values."""

    def __init__(self, kept: Kept, generator: bytes) -> None:
        """`generator` stands for the locked packages and this Python (`signpost.kept.memory`)."""
        self._kept = kept
        self._generator = generator

    def load_bytecode(self, bucket: Bucket) -> None:
        key = self._key(bucket)
        value = self._kept.get([key]).get(key)
        if value is not None:
            bucket.bytecode_from_string(value)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept.put([(self._key(bucket), bucket.bytecode_to_string())])

    def _key(self, bucket: Bucket) -> bytes:
        return key_of("template", self._generator, bucket.key, bucket.checksum)
