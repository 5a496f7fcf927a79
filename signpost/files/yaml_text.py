"""YAML read as text with line numbers: every scalar stays what the editor typed until a field's own rule reads it.

`03301234567` stays that, `no` stays “no”, `9:30` stays “9:30”. Must never build Python objects from YAML, follow
an alias, or keep the last of two equal keys: each is a sentence for the editor instead.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from signpost.files.source import hidden_sign
from signpost.files.yaml_faults import fault_of
from signpost.problems import Problems

MOST_DEPTH = 12
"""Deepest nesting that a file may have. The deepest real one (an update of an action of a requirement) has 7."""

RUN_TOGETHER = 3
"""Names of one group that are written twice: from this many on, a “- ” is missing between two entries."""

_MISSING = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True)
class Text:
    """A scalar exactly as typed; `missing` when nothing stands after the colon."""

    value: str
    line: int
    missing: bool = False


@dataclass(frozen=True)
class Items:
    values: tuple["Value", ...]
    line: int


@dataclass(frozen=True)
class Entries:
    values: dict[str, "Value"]
    lines: dict[str, int]
    line: int


Value = Text | Items | Entries


class _Refused(Exception):
    """Reading stops here; the sentence has been added."""


def read_yaml(text: str, file: str, problems: Problems, first_line: int = 1) -> Entries | None:
    """Read a mapping, or add why it cannot be read and return None. `first_line` is the line of the text's first line."""
    if _has_refused_start(text, file, problems, first_line):
        return None
    reader = _Reader(text, file, problems, first_line)
    try:
        return reader.read()
    except _Refused:
        return None
    except yaml.YAMLError as error:
        line, sentence = fault_of(error, text.split("\n"))
        problems.add("yaml", file, line + first_line, sentence)
        return None


def _has_refused_start(text: str, file: str, problems: Problems, first_line: int) -> bool:
    found = False
    for number, line in enumerate(text.split("\n"), start=first_line):
        before = line[: len(line) - len(line.lstrip())]
        if "\t" in before:
            problems.add("tab", file, number, "The line starts with a tab. Use spaces, two for each step to the right.")
            found = True
        elif before.strip(" ") and line.strip():
            problems.add("tab", file, number, "The line starts with special spaces. Delete them and type them again, two for each step.")
            found = True
        elif line.startswith("%"):
            problems.add("yaml", file, number, "Lines that start with % are not used here. Delete the line.")
            found = True
    return found


class _Reader:
    """Turns the parser's events into `Text`, `Items` and `Entries`."""

    def __init__(self, text: str, file: str, problems: Problems, first_line: int) -> None:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=loader))
        self._file = file
        self._problems = problems
        self._offset = first_line
        self._last = text.count("\n")

    def read(self) -> Entries | None:
        next(self._events)
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            self._refuse(self._offset, "Nothing is written here. Write “name: value” lines.")
        first = next(self._events)
        value = self._value(first, 0)
        next(self._events)
        rest = next(self._events)
        if not isinstance(rest, yaml.StreamEndEvent):
            self._refuse(self._line(rest), "A second “---” starts here. Keep one block of settings, delete the rest.")
        if not isinstance(value, Entries):
            self._refuse(value.line, "Write “name: value” lines here.")
        return value if isinstance(value, Entries) else None

    def _line(self, event: yaml.Event) -> int:
        line = event.start_mark.line if event.start_mark is not None else 0
        return min(line, self._last) + self._offset  # nothing after the last line end has a line of its own

    def _refuse(self, line: int, message: str) -> None:
        self._problems.add("yaml", self._file, line, message)
        raise _Refused

    def _value(self, event: yaml.Event, depth: int) -> Value:
        line = self._line(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(line, f"“*{event.anchor}” is not used here. Write the value itself, between double quotes if it starts with *.")
        if getattr(event, "anchor", None):
            self._refuse(
                line, f"“&{getattr(event, 'anchor', '')}” is not used here. Put the value between double quotes if it starts with &."
            )
        if getattr(event, "tag", None):
            self._refuse(line, "A value may not start with an exclamation mark. Put it between double quotes.")
        if depth > MOST_DEPTH:
            self._refuse(line, f"Lists inside lists go deeper than {MOST_DEPTH} steps here. Move this to the left.")
        if isinstance(event, yaml.ScalarEvent):
            self._check_signs(event.value, line)
            plain = not event.style  # None from PyYAML's own reader, empty from libyaml
            return Text(event.value, line, missing=plain and event.value in _MISSING)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(line, depth)
        return self._entries(line, depth)

    def _check_signs(self, value: str, line: int) -> None:
        """Between double quotes an escape ("\\u202e") can bring in what a file may not hold."""
        hidden = hidden_sign(value)
        if hidden is not None:
            self._problems.add(
                "invisible-character", self._file, line, f"There is {hidden} in this value. Delete it and type the value again."
            )

    def _items(self, line: int, depth: int) -> Items:
        values: list[Value] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, depth + 1))
        return Items(tuple(values), line)

    def _entries(self, line: int, depth: int) -> Entries:
        values: dict[str, Value] = {}
        lines: dict[str, int] = {}
        again: list[Text] = []
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._value(event, depth + 1)
            value = self._value(next(self._events), depth + 1)
            if not isinstance(key, Text) or not key.value:
                self._refuse(key.line, "A name must stand before the colon.")
            elif key.value in values:
                again.append(key)
            else:
                values[key.value] = value
                lines[key.value] = key.line
        self._say_again(again, lines)
        return Entries(values, lines, line)

    def _say_again(self, again: list[Text], lines: dict[str, int]) -> None:
        """Many names a second time are one mistake: the entries of a list ran together."""
        if len(again) >= RUN_TOGETHER:
            message = (
                f"From here on {len(again)} settings are written a second time (“{again[0].value}” first in line {lines[again[0].value]}). "
                "If a new entry of the list starts here, write “- ” before its first line; otherwise delete them."
            )
            self._problems.add("duplicate-key", self._file, again[0].line, message)
            return
        for key in again:
            message = f"“{key.value}” is written twice (first in line {lines[key.value]}). Keep one of the two."
            self._problems.add("duplicate-key", self._file, key.line, message)
