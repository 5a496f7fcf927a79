"""Runs a reader of the content without any content, and notes which fields it asks for and by which rule.

So the programs that help editors (VS Code, the editing page) know the same fields as the build, without a second list.
Must never judge anything: whether a value is right is the reader's business alone.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from signpost.files.fields import Fields
from signpost.files.yaml_text import Entries
from signpost.problems import Problems

Reader = Callable[[Fields], object]
Path = tuple[str, ...]

KINDS = ("text", "address", "day", "choice", "yes", "whole", "words", "group", "list")


@dataclass
class Rule:
    """What one field may be. `fields` are those of a group, or of each entry of a list. `forms` are other forms it may take."""

    kind: str
    required: bool = False
    choices: tuple[str, ...] = ()
    most: int | None = None
    least: int | None = None
    fields: dict[str, "Rule"] = field(default_factory=dict)
    forms: list["Rule"] = field(default_factory=list)

    @property
    def all_forms(self) -> list["Rule"]:
        return [self, *self.forms]


def rules_of(reader: Reader) -> dict[str, Rule]:
    """The fields that `reader` asks for, in the order in which it does."""
    rules: dict[str, Rule] = {}
    refused: set[Path] = set()
    for lists in (False, True):
        reader(Recorder(rules, refused, (), None, lists))
    for path in [(), *_groups(rules)]:  # with each group empty once, the reader says what it misses there
        for lists in (False, True):
            reader(Recorder(rules, refused, (), path, lists))
    _take_out(rules, refused)
    return rules


def _groups(rules: Mapping[str, Rule], above: Path = ()) -> Iterator[Path]:
    for name, rule in list(rules.items()):
        for form in rule.all_forms:
            if form.kind in {"group", "list"}:
                yield (*above, name)
                yield from _groups(form.fields, (*above, name))


def _take_out(rules: dict[str, Rule], refused: Iterable[Path]) -> None:
    for path in refused:
        inner = rules
        for name in path[:-1]:
            inner = inner[name].fields
        inner.pop(path[-1], None)


class Recorder(Fields):
    """Takes the place of the fields of a file. `empty` is the path of the one group in which nothing is there."""

    def __init__(self, rules: dict[str, Rule], refused: set[Path], path: Path, empty: Path | None, lists: bool) -> None:
        super().__init__(Entries({}, {}, 1), "", Problems(), "")
        self._rules = rules
        self._refused = refused
        self._path = path
        self._empty = empty
        self._lists = lists

    def _note(self, name: str, rule: Rule) -> Rule:
        """Add to what is known of a field: a text that is read by another rule too is what that rule says."""
        known = self._rules.get(name)
        if known is None or (known.kind == "text" and rule.kind != "text"):
            rule.required = rule.required or (known is not None and known.required)
            self._rules[name] = rule
            return rule
        same = next((form for form in known.all_forms if form.kind == rule.kind), None)
        known.required = known.required or rule.required
        if same is not None:
            same.most = min((most for most in (same.most, rule.most) if most is not None), default=None)
            return same
        if rule.kind == "text":
            return known
        known.forms.append(rule)
        return rule

    @property
    def _is_empty(self) -> bool:
        return self._path == self._empty

    def is_list(self, name: str) -> bool:
        return self._lists and not self._is_empty

    def has(self, name: str) -> bool:
        return not self._is_empty

    def wrong(self, name: str, message: str, rule: str = "field") -> None:
        if rule == "plan-status":
            self._refused.add((*self._path, name))
        elif self._is_empty and name in self._rules and "is missing" in message:
            self._rules[name].required = True

    def finish(self) -> None:
        """Nothing is left over where nothing was there."""

    def text(self, name: str, most: int = 400, example: str = "…") -> str:
        self._note(name, Rule("text", required=self._is_empty, most=most))
        return ""

    def optional_text(self, name: str, most: int = 400) -> str | None:
        self._note(name, Rule("text", most=most))
        return None

    def exact(self, name: str) -> str | None:
        self._note(name, Rule("text"))
        return None

    def day(self, name: str) -> date:
        self._note(name, Rule("day", required=self._is_empty))
        return date.min

    def optional_day(self, name: str) -> date | None:
        self._note(name, Rule("day"))
        return None

    def choice(self, name: str, choices: Iterable[str], default: str | None = None) -> str:
        options = tuple(choices)
        self._note(name, Rule("choice", required=self._is_empty and default is None, choices=options))
        return default or options[0]

    def yes(self, name: str, default: bool) -> bool:
        self._note(name, Rule("yes"))
        return default

    def whole(self, name: str, default: int, least: int, most: int) -> int:
        self._note(name, Rule("whole", least=least, most=most))
        return default

    def words(self, name: str) -> tuple[str, ...]:
        self._note(name, Rule("words"))
        return ()

    def words_from(self, name: str, choices: Iterable[str]) -> tuple[str, ...]:
        self._note(name, Rule("words", choices=tuple(choices)))
        return ()

    def address(self, name: str) -> str | None:
        self._note(name, Rule("address"))
        return None

    def in_each(self, name: str, locales: Sequence[str], most: int = 400) -> dict[str, str]:
        texts = {code: Rule("text", required=True, most=most) for code in locales}
        self._note(name, Rule("group", required=self._is_empty, fields=texts))
        return dict.fromkeys(locales, "")

    def optional_in_each(self, name: str, locales: Sequence[str], most: int = 400) -> dict[str, str] | None:
        texts = {code: Rule("text", required=True, most=most) for code in locales}
        self._note(name, Rule("group", fields=texts))
        return None

    def group(self, name: str, what: str, like: str = "") -> Fields | None:
        rule = self._note(name, Rule("group"))
        return None if self._is_empty else self._inside(name, rule)

    def groups(self, name: str, what: str) -> list[Fields]:
        rule = self._note(name, Rule("list"))
        return [] if self._is_empty else [self._inside(name, rule)]

    def _inside(self, name: str, rule: Rule) -> "Recorder":
        return Recorder(rule.fields, self._refused, (*self._path, name), self._empty, self._lists)
