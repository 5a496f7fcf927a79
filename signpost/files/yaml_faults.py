"""Why YAML cannot be read, as a sentence for an editor, and the line on which the mistake was made.

The parser often stops a line later, and names what it expected. Must never repair anything.
"""

import re
from collections.abc import Sequence

import yaml

_STUCK = re.compile(r"\s*(?:- +)?([A-Za-z_]+):([^ \t/\\\"'])")
"""A name, its colon, and the value without a space between; an address (https://) has a / there."""
_NEVER_CLOSED = re.compile(r'(?:[^:]*:|\s*-) +"[^"\\]*$')
_CURLY = re.compile(r"[^:]*:\s+[“”„‘’]")
_ENDED_EARLY = {
    "'": re.compile(r"(?:[^:]*:|\s*-)\s+'[^']*(?:''[^']*)*'[^'\s#]"),
    '"': re.compile(r'(?:[^:]*:|\s*-)\s+"[^"\\]*(?:\\.[^"\\]*)*"\s*[^\s#]'),
}


def fault_of(error: yaml.YAMLError, lines: Sequence[str]) -> tuple[int, str]:
    """The line, counted from 0, and the sentence. `lines` are those of the whole text."""
    line = _line_of(error, len(lines) - 1)
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), line)
    if _NEVER_CLOSED.match(lines[above]):
        return above, 'A quotation mark is opened in this line and never closed. Close it with a straight one: "…".'
    for number in (above, line):
        stuck = _STUCK.match(lines[number])
        if stuck:
            spaces = (
                "The space after the colon is a special one. Type it again" if stuck[2].isspace() else "A space is missing after the colon"
            )
            return number, f"{spaces}: “{stuck[1]}: …”."
    if _CURLY.match(lines[line]):
        return line, 'The quotation marks are curly, and only straight ones count here. Type them again: "…".'
    if _ENDED_EARLY["'"].match(lines[line]):
        return line, "The value starts with a single quote, so the next one ends it. Put the whole value between double quotes."
    if _ENDED_EARLY['"'].match(lines[line]):
        return line, "The value ends at its second quotation mark, and more stands after it. Put the whole value between single quotes."
    return line, _sentence(f"{getattr(error, 'context', '')}: {getattr(error, 'problem', '')}", lines[line])


def _line_of(error: yaml.YAMLError, last: int) -> int:
    """Where to look, counted from 0: for something never closed or without its colon that is where it starts."""
    context = getattr(error, "context", None) or ""
    started = context.endswith(("quoted scalar", "simple key", "flow sequence", "flow mapping"))
    names = ("context_mark", "problem_mark") if started else ("problem_mark", "context_mark")
    marks = [mark for name in names if (mark := getattr(error, name, None)) is not None]
    return min(int(marks[0].line), last) if marks else 0


def _sentence(reason: str, line: str) -> str:
    """A parser's reason, turned into what an editor can do."""
    if "mapping values are not allowed" in reason and not re.search(r":\s.*:(?:\s|$)", line):
        return "This line stands further to the right than the one above allows. Move it to the left."
    if "mapping values are not allowed" in reason:
        return 'There is a second colon in this line. Put the whole value between double quotes: "…: …".'
    if "could not find expected ':'" in reason or "simple key" in reason:
        return "A colon is missing here, or this line belongs to the one above. Write “name: value”."
    if "unknown escape" in reason or "decimal" in reason:
        return "Between double quotes a backslash needs a second one. Write \\\\, or put the value between single quotes."
    if "flow sequence" in reason or "flow mapping" in reason:
        return "A bracket is opened and never closed. Close it, or put the whole value between double quotes."
    if "sequence entries are not allowed" in reason:
        return "A list starts on the line below its name. Move “- …” down, two spaces to the right."
    misplaced = ("did not find expected key", "expected <block end>", "expected '-' indicator")
    if any(words in reason for words in misplaced) or ("<document start>" in reason and line.startswith(" ")):
        return "This line does not fit the ones above: check how far it stands to the right, and its quotes."
    if "end of stream" in reason or "quoted scalar" in reason:
        return "A quotation mark is opened and never closed. Close it."
    if any(words in reason for words in ("cannot start any token", "found character", "node content", "alphabetic or numeric")):
        return "The value starts with a special character. Put the whole value between double quotes."
    return "This line cannot be understood. Compare it with a line of the same kind that works."
