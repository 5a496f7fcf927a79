"""What editors' programs know of the content is what the readers ask for: files that build fit, others do not."""

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from signpost.files.fields import Fields
from signpost.pages.stamps import COPIES, split_settings
from signpost.schemas.files import ContentFile, content_files
from signpost.schemas.json_schema import json_schema, read_descriptions
from signpost.schemas.recorder import Rule, rules_of
from signpost.schemas.vscode import vscode_files
from signpost.tested import FILE as RECORD
from tests.tiny_site import ROOT, SITES, TinySite

FILES = content_files()
CONTENTS = [ROOT / "content", SITES / "tiny", SITES / "plan-example"]


def read_as_programs_do(text: str) -> Any:
    """YAML 1.2's core schema, as far as it matters: whole numbers, true and false; all else is text."""
    return _typed(yaml.load(text, yaml.BaseLoader))


def _typed(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _typed(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_typed(inner) for inner in value]
    if re.fullmatch(r"[-+]?[0-9]+", value):
        return int(value)
    return {"true": True, "false": False}.get(value, value)


def real_files() -> Iterator[tuple[ContentFile, Path]]:
    for content in CONTENTS:
        for path in sorted(content.rglob("*.*")):
            name = path.relative_to(content).as_posix()
            for file in FILES:
                if fnmatchcase(name, file.matches):
                    yield file, path


def errors(file: ContentFile, text: str) -> list[str]:
    schema = json.loads(json_schema(file, read_descriptions()))
    return [error.message for error in Draft7Validator(schema).iter_errors(read_as_programs_do(text))]


@pytest.mark.parametrize(("file", "path"), list(real_files()), ids=lambda value: value.name if isinstance(value, Path) else "")
def test_whatever_builds_fits(file: ContentFile, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert errors(file, split_settings(text)[0] if path.suffix == ".md" else text) == []


def test_every_file_of_the_content_has_a_schema() -> None:
    found = {path for _, path in real_files()}
    everything = {path for content in CONTENTS for path in content.rglob("*.*") if path.suffix in {".md", ".yml"}}
    # The copies that “translated” keeps and the record that “test” writes are edited by nobody.
    written = {path for content in CONTENTS for path in [*(content / COPIES).rglob("*.md"), content / RECORD]}
    assert everything - written == found


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("site", lambda text: text + "colour: red\n"),
        ("site", lambda text: text.replace("phase: beta", "phase: gamma")),
        ("site", lambda text: text.replace("base_url: https://", "base_url: http://")),
        ("contacts", lambda text: text.replace("kind: emergency", "kind: urgent")),
        ("contacts", lambda text: text.replace("checked_on: 2026-11", "checked_on: 11/26/", 1)),
        ("contacts", lambda text: re.sub(r"    hours: always\n", "    hours:\n      - open: 09:00\n", text, count=1)),
    ],
)
def test_what_does_not_build_does_not_fit(name: str, change: Any) -> None:
    file = next(file for file in FILES if file.name == name)
    text = (ROOT / "content" / f"{name}.yml").read_text(encoding="utf-8")
    assert change(text) != text
    assert errors(file, change(text)) != []


@pytest.mark.parametrize("path", ["en/help.md", "cy/help.md", "site.yml"])
def test_what_must_be_there_is_what_the_build_misses(path: str, tiny: TinySite) -> None:
    """Take each setting of the first level out: the build stops exactly where the schema says that it is required."""
    file = next(file for file in FILES if fnmatchcase(path, file.matches))
    text = tiny.text(path)
    tried = 0
    for name, rule in file.rules().items():
        without = re.sub(rf"(?m)^{name}:.*\n(?:(?!---)[ #-].*\n)*", "", text, count=1)
        if without == text:
            continue
        tiny.write(path, without)
        stopped = any(f"“{name}" in line and "missing" in line for line in tiny.build().lines)
        assert stopped == rule.required, name
        tried += 1
    assert tried > 3


def test_each_field_is_described_and_each_description_is_used() -> None:
    descriptions = read_descriptions()
    used = {descriptions.of(path) for file in FILES for path in _paths(file.rules(), (file.name,))}
    unused = [name for name in descriptions.names if descriptions.of(name.split(".")) not in used]
    assert unused == []


def _paths(rules: dict[str, Rule], above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for name, rule in rules.items():
        yield (*above, name)
        for form in rule.all_forms:
            yield from _paths(form.fields, (*above, name))


@pytest.mark.parametrize("name", list(vscode_files()))
def test_the_files_for_vs_code_are_the_generated_ones(name: str) -> None:
    message = "run “python3 build.py schemas” and commit what it writes"
    assert (ROOT / name).read_bytes() == vscode_files()[name], message


def test_vs_code_uses_every_schema_of_a_yaml_file() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    wired = settings["yaml.schemas"]
    expected = {f".vscode/schemas/{file.name}.schema.json": f"content/{file.matches}" for file in FILES if file.matches.endswith(".yml")}
    assert wired == expected
    json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))


def test_the_task_finds_file_and_line_in_what_the_build_says() -> None:
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"]
    found = re.match(pattern["regexp"], "content/cy/help.md:14: “titel” is not a setting: write “title”.")
    assert found is not None
    assert (found[pattern["file"]], found[pattern["line"]]) == ("content/cy/help.md", "14")


def test_the_recorder_notes_rules_forms_and_what_is_missing() -> None:
    def read(fields: Fields) -> None:
        fields.text("name", 60)
        if fields.has("kind"):
            fields.choice("kind", ("a", "b"))
        if fields.is_list("when"):
            for group in fields.groups("when", "these"):
                group.day("day")
        else:
            fields.choice("when", ("always",))
        if fields.address("site") is None and not fields.has("site"):
            fields.wrong("site", "“site” is missing.")
        if fields.has("status"):
            fields.optional_text("status")
            fields.wrong("status", "It stands elsewhere.", "plan-status")

    rules = rules_of(read)
    assert list(rules) == ["name", "kind", "when", "site"]
    assert [rules[name].required for name in rules] == [True, False, True, True]
    assert [form.kind for form in rules["when"].all_forms] == ["choice", "list"]
    assert rules["when"].forms[0].fields["day"].required
