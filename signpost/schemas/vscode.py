"""The files in .vscode/ that are made from the rules: a schema for each kind of file, and snippets for new pages.

The YAML extension of VS Code cannot read the settings at the top of a Markdown file (its issue 207). There the task
“Check the site” underlines what the build says, and the snippets write settings. Must never write outside .vscode/.
"""

import json
from pathlib import Path

from signpost.schemas.files import content_files
from signpost.schemas.json_schema import json_schema, read_descriptions
from signpost.schemas.recorder import Rule

FOLDER = ".vscode"
_EXAMPLES = {"day": "2026-11-23", "yes": "no"}


def vscode_files() -> dict[str, bytes]:
    """Path below the project -> bytes."""
    descriptions = read_descriptions()
    files = {f"{FOLDER}/schemas/{file.name}.schema.json": json_schema(file, descriptions) for file in content_files()}
    snippets = {}
    for file in content_files():
        if file.matches.endswith(".md"):
            snippets[f"New {file.name}"] = {
                "prefix": file.name,
                "scope": "markdown",
                "description": file.what,
                "body": ["---", *_lines(file.rules()), "---", "", "$0"],
            }
    files[f"{FOLDER}/pages.code-snippets"] = (json.dumps(snippets, ensure_ascii=False, indent=2) + "\n").encode()
    return files


def _lines(rules: dict[str, Rule]) -> list[str]:
    """The settings that a page must have, each a place to jump to with the tab key."""
    needed = [(name, rule) for name, rule in rules.items() if rule.required]
    return [f"{name}: ${{{place}:{_EXAMPLES.get(rule.kind, '…')}}}" for place, (name, rule) in enumerate(needed, start=1)]


def write_vscode(root: Path) -> list[str]:
    """Write what differs; return its paths."""
    written = []
    for name, content in vscode_files().items():
        path = root / name
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            written.append(name)
    return written
