"""The Nu validator of HTML, as one run over many files."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.pages.finding import Finding
from tests.pages.tools import NODE_MODULES

TOOL = "Nu validator"
_MOST_SECONDS = 300


def nu(pages: Mapping[str, bytes], folder: Path) -> list[Finding]:
    """Errors only: warnings are about roles that are said on purpose for phones."""
    files = {}
    for number, (path, content) in enumerate(sorted(pages.items())):
        file = folder / f"{number}.html"
        file.write_bytes(content)
        files[file.resolve().as_uri()] = path
    if not files:
        return []
    jar = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [
        "java",
        "-Xss8m",
        "-XX:TieredStopAtLevel=1",  # a short life: code that is compiled for long runs costs more than it saves
        "-XX:+UseSerialGC",
        "-jar",
        str(jar),
        "--errors-only",
        "--format",
        "json",
        *[str(folder / f"{number}.html") for number in range(len(files))],
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=_MOST_SECONDS, check=False)
    if not done.stderr.lstrip().startswith("{"):
        raise RuntimeError(f"The Nu validator gave no result: {done.stderr[-2000:]}")
    found = []
    for message in json.loads(done.stderr)["messages"]:
        path = files.get(message.get("url", "").replace("file:/", "file:///").replace("file://////", "file:///"), message.get("url", ""))
        found.append(
            Finding(path, f"line {message.get('lastLine', 0)}", "html", message["message"], TOOL, snippet=message.get("extract", ""))
        )
    return found
