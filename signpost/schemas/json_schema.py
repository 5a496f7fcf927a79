"""Rules of the content -> JSON Schema (draft 7, which VS Code's YAML extension reads), with what each field is for.

YAML in editors' programs is not read as text: 999 is a number there, so wherever a text may stand a number may stand
too. Must never be stricter than the reader: what the build takes, no program may underline.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from signpost.files.fields import Fields
from signpost.files.yaml_text import read_yaml
from signpost.problems import Problems
from signpost.schemas.files import ContentFile
from signpost.schemas.recorder import Rule

DIALECT = "http://json-schema.org/draft-07/schema#"
DESCRIPTIONS = Path(__file__).resolve().parent / "descriptions.yml"

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number"]}
_YES: Schema = {"enum": ["yes", "no", True, False]}
_DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_ADDRESS: Schema = {"type": "string", "pattern": "^https://"}


class Descriptions:
    """What each field is for. The longest ending of a field's path that is listed holds: `plan.found`, then `found`."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def of(self, path: Sequence[str]) -> str:
        """Raises KeyError for a field that nobody has described."""
        for start in range(len(path)):
            found = self._texts.get(".".join(path[start:]))
            if found is not None:
                return found
        raise KeyError(".".join(path))

    @property
    def names(self) -> Sequence[str]:
        return tuple(self._texts)


def read_descriptions() -> Descriptions:
    """Raises ValueError when the generator's own file has a mistake."""
    problems = Problems()
    entries = read_yaml(DESCRIPTIONS.read_text(encoding="utf-8"), DESCRIPTIONS.name, problems)
    fields = Fields(entries, DESCRIPTIONS.name, problems, DESCRIPTIONS.name) if entries is not None else None
    texts = {name: fields.text(name) for name in fields.names()} if fields is not None else {}
    if len(problems):
        raise ValueError("; ".join(problem.as_text() for problem in problems))
    return Descriptions(texts)


def json_schema(file: ContentFile, descriptions: Descriptions) -> bytes:
    """The schema of one kind of file."""
    schema = {
        "$schema": DIALECT,
        "title": file.matches,
        "description": file.what,
        **_object(file.rules(), (file.name,), descriptions),
    }
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def _object(rules: Mapping[str, Rule], path: tuple[str, ...], descriptions: Descriptions) -> Schema:
    properties = {}
    for name, rule in rules.items():
        here = (*path, name)
        forms = [_form(form, here, descriptions) for form in rule.all_forms]
        properties[name] = {"description": descriptions.of(here), **(forms[0] if len(forms) == 1 else {"anyOf": forms})}
    required = [name for name, rule in rules.items() if rule.required]
    return {"type": "object", "properties": properties, **({"required": required} if required else {}), "additionalProperties": False}


def _form(rule: Rule, path: tuple[str, ...], descriptions: Descriptions) -> Schema:
    match rule.kind:
        case "choice":
            return {"enum": list(rule.choices)}
        case "yes":
            return dict(_YES)
        case "day":
            return dict(_DAY)
        case "address":
            return dict(_ADDRESS)
        case "whole":
            return {"type": "integer", "minimum": rule.least, "maximum": rule.most}
        case "words":
            return {"anyOf": [dict(_TEXT), {"type": "array", "items": {"enum": list(rule.choices)} if rule.choices else dict(_TEXT)}]}
        case "group":
            return _object(rule.fields, path, descriptions)
        case "list":
            return {"type": "array", "items": _object(rule.fields, path, descriptions)}
        case _:
            return {**_TEXT, **({"maxLength": rule.most} if rule.most is not None else {})}
