"""Where the outside tools are, and their versions. A missing tool fails under CI and is left out elsewhere."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tiny_site import ROOT

NODE_MODULES = ROOT / "tests" / "node_modules"
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
)


def need(*programs: str, module: str = "") -> None:
    """Go on only if these are installed."""
    missing = [name for name in programs if shutil.which(name) is None]
    if module and not (NODE_MODULES / module / "package.json").exists():
        missing.append(f"npm {module}")
    if missing and os.environ.get("CI"):
        pytest.fail(f"Not installed: {', '.join(missing)}. Under CI every tool must be there.")
    if missing:
        pytest.skip(f"Not installed: {', '.join(missing)}.")


def node_version(module: str) -> str:
    return str(json.loads((NODE_MODULES / module / "package.json").read_text(encoding="utf-8"))["version"])


def versions() -> dict[str, str]:
    """Each tool with the version that ran here."""
    found = {
        name: node_version(module) for name, module in (("pa11y-ci", "pa11y-ci"), ("axe-core", "axe-core"), ("Nu validator", "vnu-jar"))
    }
    for name, command in (("Chromium", [CHROMIUM, "--version"]), ("lynx", ["lynx", "-version"]), ("w3m", ["w3m", "-version"])):
        text = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        found[name] = next((word.strip("(),") for word in text.replace("w3m/", "").split() if word[:1].isdigit()), "unknown")
    return found


def axe_source() -> str:
    return (NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def behaviour_source() -> str:
    """Our own checks as one expression, whose value has a function for each of them."""
    folder = Path(__file__).parent / "behaviour"
    first = folder / "element.js"
    files = [first, *sorted(file for file in folder.glob("*.js") if file != first)]
    return "(() => {\n" + "".join(file.read_text(encoding="utf-8") for file in files) + "return own;\n})()"
