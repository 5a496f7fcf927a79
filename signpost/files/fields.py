"""Reads the fields of one YAML mapping by their own rules, and tells the editor what is wrong with each.

Every reader returns a value of its type even after a mistake (empty text, the first day of the calendar), so that
reading goes on and all mistakes are shown at once. Whoever reads must stop before using such a value: `Problems`
then holds an error. Must never let a field through that nobody asked for: call `finish`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import unescape

from signpost.files.marks import mark_not_read
from signpost.files.placeholders import has_placeholder
from signpost.files.web_address import address_fault
from signpost.files.yaml_text import Entries, Items, Text, Value
from signpost.pages.typography import curled
from signpost.problems import Problem, Problems, did_you_mean, nearest

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_BRITISH_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})", re.ASCII)
_YES = {"yes": True, "true": True, "no": False, "false": False}
MOST_ENTRIES = 2_000
"""Most entries of one list. A force has some dozens of contacts, and some hundreds of updates in ten years."""
MOST_UNKNOWN = 10
"""Names that nobody asked for, of which each gets a sentence of its own."""


class Fields:
    """The fields of one mapping of one file. `what` names it in sentences: “the page settings”."""

    def __init__(self, entries: Entries, file: str, problems: Problems, what: str, above: "Fields | None" = None) -> None:
        """`above` holds the name below which these fields stand, two spaces to the right."""
        self._entries = entries
        self._asked: set[str] = set()
        self._missed: dict[str, Problem] = {}
        self._above = above
        self.misplaced: set[str] = set()
        """Names that stand too far to the right, inside a group of these fields, where they were reported."""
        self.file = file
        self.problems = problems
        self.what = what

    @property
    def start(self) -> int:
        return self._entries.line

    def is_list(self, name: str) -> bool:
        return isinstance(self._entries.values.get(name), Items)

    def line(self, name: str) -> int:
        return self._entries.lines.get(name, self._entries.line)

    def line_of(self, name: str, word: str) -> int:
        """The line of one text in a list; that of the list when it stands on the list's own line."""
        value = self._entries.values.get(name)
        items = value.values if isinstance(value, Items) else ()
        return next((item.line for item in items if isinstance(item, Text) and item.value == word), self.line(name))

    @property
    def lines(self) -> Mapping[str, int]:
        """The line of each field, for sentences that are written later."""
        return self._entries.lines

    def has(self, name: str) -> bool:
        value = self._entries.values.get(name)
        return value is not None and not (isinstance(value, Text) and value.missing)

    def names(self) -> Sequence[str]:
        """Every name in the mapping, for mappings whose names the editor chooses. All count as asked for."""
        self._asked.update(self._entries.values)
        return tuple(self._entries.values)

    def wrong(self, name: str, message: str, rule: str = "field") -> None:
        problem = self.problems.add(rule, self.file, self.line(name), message)
        if rule.startswith("missing-") and not self.has(name):
            self._missed[name] = problem

    def _value(self, name: str) -> Value | None:
        self._asked.add(name)
        return self._entries.values.get(name) if self.has(name) else None

    def text(self, name: str, most: int = 400, example: str = "…") -> str:
        """A text that must be there. `most` counts characters."""
        value = self.optional_text(name, most)
        if value is None:
            if not self.has(name):
                self.wrong(name, f"“{name}” is missing from {self.what}. Write “{name}: {example}”.", "missing-field")
            return ""
        return value

    def optional_text(self, name: str, most: int = 400) -> str | None:
        value = self._value(name)
        if value is None:
            return None
        if not isinstance(value, Text):
            self.wrong(name, f"“{name}” must be one text on one line: “{name}: …”.")
            return None
        text = " ".join(value.value.split())
        if len(text) > most:
            self.wrong(name, f"“{name}” has {len(text)} characters; the most is {most}. Shorten it.")
        left_over = has_placeholder(text)
        if left_over is not None:
            self.wrong(name, f"“{left_over}” is left over in “{name}”. Write the real text.", "placeholder")
        return text

    def unmarked(self, name: str, text: str) -> str:
        """A text that readers see as it stands: nothing reads Markdown or HTML in it."""
        mark = mark_not_read(text)
        if mark is not None:
            write = f"Write “{unescape(mark)}” in its place." if mark.startswith("&") else "Write plain words there, without it."
            self.wrong(name, f"Readers would see “{mark}” in “{name}” as it stands. {write}", "mark")
        return text

    def exact(self, name: str) -> str | None:
        """A text with nothing folded or trimmed, for values in which each sign counts (numbers)."""
        value = self._value(name)
        if value is None:
            return None
        if not isinstance(value, Text):
            self.wrong(name, f"“{name}” must be one text on one line: “{name}: …”.")
            return None
        return value.value

    def day(self, name: str) -> date:
        """A date that must be there, written 2026-11-23 (ISO 8601)."""
        found = self.optional_day(name)
        if found is None:
            if not self.has(name):
                self.wrong(name, f"“{name}” is missing from {self.what}. Write “{name}: 2026-11-23”.", "missing-field")
            return date.min
        return found

    def optional_day(self, name: str) -> date | None:
        text = self.optional_text(name)
        if text is None:
            return None
        if _ISO_DATE.fullmatch(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                self.wrong(name, f"There is no such day as {text}. Correct “{name}”.", "date")
                return None
        self.wrong(name, f"“{text}” is not a date for “{name}”. Write {_as_iso(text) or 'it like 2026-11-23'}.", "date")
        return None

    def choice(self, name: str, choices: Iterable[str], default: str | None = None) -> str:
        options = list(choices)
        text = self.optional_text(name)
        if text is None:
            if default is not None and not self.has(name):
                return default
            if not self.has(name):
                self.wrong(name, f"“{name}” is missing from {self.what}. Write one of: {', '.join(options)}.", "missing-field")
            return options[0]
        if text not in options:
            message = f"“{text}” is not one of the values for “{name}”: {', '.join(options)}."
            self.wrong(name, message + did_you_mean(text, options), "choice")
            return options[0]
        return text

    def yes(self, name: str, default: bool) -> bool:
        text = self.optional_text(name)
        if text is None:
            return default
        if text.lower() not in _YES:
            self.wrong(name, f"“{text}” is not an answer for “{name}”. Write yes or no.", "choice")
            return default
        return _YES[text.lower()]

    def whole(self, name: str, default: int, least: int, most: int) -> int:
        text = self.optional_text(name)
        if text is None:
            return default
        if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
            self.wrong(name, f"“{text}” is not a number for “{name}”. Write a whole number from {least} to {most}.")
            return default
        return int(text)

    def words(self, name: str) -> tuple[str, ...]:
        """Short words: a list, or one line with commas between them. Empty when the field is missing."""
        value = self._value(name)
        if value is None:
            return ()
        if isinstance(value, Text):
            return tuple(word.strip() for word in value.value.split(",") if word.strip())
        if isinstance(value, Items) and all(isinstance(item, Text) for item in value.values):
            return tuple(" ".join(item.value.split()) for item in value.values if isinstance(item, Text))
        self.wrong(name, f"“{name}” must be a list of short texts, one per line, each after “- ”.")
        return ()

    def words_from(self, name: str, choices: Iterable[str]) -> tuple[str, ...]:
        """Like `words`, each one of a closed list."""
        options = list(choices)
        found = self.words(name)
        for word in found:
            if word not in options:
                message = f"“{word}” is not one of the values for “{name}”: {', '.join(options)}."
                self.wrong(name, message + did_you_mean(word, options), "choice")
        return tuple(word for word in found if word in options)

    def address(self, name: str) -> str | None:
        """An https address, or None when the field is missing."""
        text = self.optional_text(name, most=2000)
        if text is None:
            return None
        reason = address_fault(text)
        if reason is not None:
            self.wrong(name, f"“{name}” is not an address that can be used: {reason}", "address")
        return text

    def in_each(self, name: str, locales: Sequence[str], most: int = 400) -> dict[str, str]:
        """One text per language; a language that is missing is a mistake."""
        group = self.group(name, f"“{name}”", f"{locales[0]}: …")
        if group is None:
            if not self.has(name):
                self.wrong(
                    name,
                    f"“{name}” is missing from {self.what}. Write it with a line for each language ({', '.join(locales)}).",
                    "missing-field",
                )
            return dict.fromkeys(locales, "")
        texts = {code: curled(group.unmarked(code, group.text(code, most))) for code in locales}
        group.finish()
        return texts

    def optional_in_each(self, name: str, locales: Sequence[str], most: int = 400) -> dict[str, str] | None:
        self._asked.add(name)
        return self.in_each(name, locales, most) if self.has(name) else None

    def group(self, name: str, what: str, like: str = "name: value") -> "Fields | None":
        """The fields below a name. `like` shows how a line of them is written."""
        value = self._value(name)
        if value is None:
            return None
        if not isinstance(value, Entries):
            self.wrong(name, f"Under “{name}:” write lines like “{like}”, each two spaces to the right.")
            return None
        return Fields(value, self.file, self.problems, what, self)

    def groups(self, name: str, what: str) -> list["Fields"]:
        value = self._value(name)
        if value is None:
            return []
        if not isinstance(value, Items):
            self.wrong(name, f"Under “{name}:” write a list; each entry starts with “- ”.")
            return []
        if len(value.values) > MOST_ENTRIES:
            self.wrong(name, f"“{name}” has {len(value.values):,} entries; the most is {MOST_ENTRIES:,}. Something has been pasted twice.")
            return []
        found: list[Fields] = []
        for item in value.values:
            if isinstance(item, Entries):
                found.append(Fields(item, self.file, self.problems, what))
            else:
                self.problems.add("field", self.file, item.line, f"Each entry of “{name}” needs “name: value” lines.")
        return found

    def finish(self) -> None:
        """Refuse every name that nobody asked for. One that is a mistyped name is not reported as that name missing too."""
        unknown = [name for name in self._entries.values if name not in self._asked]
        for name in unknown[:MOST_UNKNOWN]:
            meant = nearest(name, self._asked)
            if meant in self._missed:
                self.problems.withdraw(self._missed.pop(meant))
            further = " Delete the line."
            if self._above is not None and meant is None:
                self._above.misplaced.add(name)
                further = " Delete the line, or move it to the left if it does not belong here."
            near = f" Did you mean “{meant}”?" if meant is not None else further
            self.wrong(name, f"“{name}” is not a setting of {self.what}.{near}", "unknown-field")
        if len(unknown) > MOST_UNKNOWN:
            name = unknown[MOST_UNKNOWN]
            message = f"Here and below, {len(unknown) - MOST_UNKNOWN:,} more are not settings of {self.what}. Delete the lines."
            self.wrong(name, message, "unknown-field")


def _as_iso(text: str) -> str | None:
    found = _BRITISH_DATE.fullmatch(text)
    if found is None:
        return None
    day, month, year = (int(part) for part in found.groups())
    try:
        return date(year + 2000 if year < 100 else year, month, day).isoformat()
    except ValueError:
        return None
