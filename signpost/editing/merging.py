"""A page as the editing page sends it -> the page as it is saved: lines that say the same stay as they stand in the file.

The editing page writes all settings anew, in its own order and with its own quotation marks. Must never change a line
that the editor did not touch, and never drop a setting that the editing page does not know.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from signpost.files.yaml_text import Text, read_yaml
from signpost.pages.stamps import split_settings
from signpost.problems import Problems

_PLAIN = re.compile(r"[^\W_][^\n]*")
_NEEDS_QUOTES = re.compile(r": |\s#|:$|^[-?:,\[\]{}#&*!|>'\"%@`]|^(?:~|null)$", re.IGNORECASE)


class NotAPage(Exception):
    """What was sent cannot be read as a page; the message says why."""


@dataclass(frozen=True)
class _Settings:
    """Value and lines of each setting, in the order of the file; lines without a setting (comments) go with the next."""

    values: dict[str, str]
    lines: dict[str, str]
    rest: str


def merged(now: str | None, sent: str, known: Collection[str]) -> str:
    """`now` is the file as it is, None for a new one; `known` are the settings that the editing page shows."""
    settings, body = split_settings(sent)
    if not settings:
        raise NotAPage("What was sent has no settings. Reload the page, then try again.")
    new = _read(settings)
    if now is None:
        lines = [_line(name, value) for name, value in new.values.items() if name in known and value]
        return _page(lines, _body("\n", body))
    old_settings, old_body = split_settings(now)
    old = _read(old_settings)
    lines = []
    for name, value in old.values.items():
        if name not in known or new.values.get(name) == value:
            lines.append(old.lines[name])
        elif new.values.get(name):
            comments = old.lines[name].split("\n")[: old.lines[name].count("\n")]
            lines += [*(line for line in comments if line.startswith("#")), _line(name, new.values[name])]
    lines += [_line(name, value) for name, value in new.values.items() if name in known and value and name not in old.values]
    if old.rest:
        lines.append(old.rest)
    return _page(lines, _body(old_body, body))


def _page(lines: list[str], body: str) -> str:
    return "---\n" + "\n".join(lines) + f"\n---\n{body}"


def _body(old: str, new: str) -> str:
    """The new text; the old one to the byte where both say the same. Empty lines before it stay."""
    if old.strip() == new.strip() and old.strip():
        return old
    return old[: len(old) - len(old.lstrip("\n"))] + new.strip("\n") + "\n"


def _read(settings: str) -> _Settings:
    problems = Problems()
    entries = read_yaml(settings, "", problems)
    if entries is None or len(problems):
        raise NotAPage(next((problem.message for problem in problems), "The settings cannot be read."))
    values = {}
    for name, value in entries.values.items():
        if not isinstance(value, Text):
            raise NotAPage(f"“{name}” must be one text on one line.")
        values[name] = "" if value.missing else value.value
    return _Settings(values, *_lines_of(settings, entries.lines))


def _lines_of(settings: str, starts: dict[str, int]) -> tuple[dict[str, str], str]:
    lines = settings.split("\n")
    found, above = {}, 0
    places = sorted((line, name) for name, line in starts.items())
    for index, (line, name) in enumerate(places):
        after = places[index + 1][0] - 1 if index + 1 < len(places) else len(lines)
        end = line
        while end < after and lines[end].startswith(" "):
            end += 1
        found[name] = "\n".join(lines[above:end])
        above = end
    return found, "\n".join(lines[above:]).rstrip("\n")


def _line(name: str, value: str) -> str:
    """A setting on one line, between quotation marks only where it must be."""
    text = " ".join(value.split())
    if not _PLAIN.fullmatch(text) or _NEEDS_QUOTES.search(text):
        text = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return f"{name}: {text}"
