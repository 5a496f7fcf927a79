"""Sets up what the tests need and runs them all: the command behind `build.py test`, for people and for CI alike.

Must never skip a browser under CI, install anything that is not locked, or go on after a tool has failed.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Tell = Callable[[str], None]

PROGRAMS = {
    "chromium": "chromium",
    "firefox-esr": "firefox-esr",
    "WebKitWebDriver": "webkit2gtk-driver",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "certutil": "libnss3-tools",
    "java": "default-jre-headless",
    "lynx": "lynx",
    "w3m": "w3m",
    "nginx": "nginx",
    "caddy": "caddy",
}
"""Programs that the tests start, with the Debian package of each."""
EVERY_TEST = ["-n", "2", "--dist", "loadfile"]
"""Two processes, each with browsers and servers of its own; a file stays together, so that it starts them once."""
NPM_FOLDERS = ("tests", "tests/engines")
"""Each has a lock file: tools that look at pages; and the servers, scanners and examples of others to compare with."""
RECORD = "SIGNPOST_RECORD"
"""Environment variable that asks the tests to write what the accessibility statement says of them."""
MISSING = "SIGNPOST_MISSING_PROGRAMS"
"""Environment variable that tells the tests which programs are not here; never set under CI."""


def run_suite(root: Path, arguments: list[str], tell: Tell) -> int:
    """Set up, then ruff, mypy, the JavaScript check and pytest, up to the first that fails. Returns its exit code.

    Without arguments for pytest: every test, on two processors, a file at a time.
    """
    environment = dict(os.environ)
    missing = _programs(tell)
    if missing and os.environ.get("CI"):
        tell(f"Under CI every test must run, and these programs are missing: {', '.join(missing)}.")
        return 1
    if missing:
        environment[MISSING] = ",".join(missing)
    if not _node_tools(root, tell):
        return 1
    if not arguments:
        environment[RECORD] = "1"
    python = sys.executable
    steps: list[tuple[str, list[str]]] = [
        ("ruff", [python, "-m", "ruff", "check", "."]),
        ("ruff format", [python, "-m", "ruff", "format", "--check", "."]),
        ("mypy", [python, "-m", "mypy"]),
        ("JavaScript", ["node", str(root / "tests/node_modules/typescript/bin/tsc"), "-p", str(root / "tests")]),
        ("tests", [python, "-m", "pytest", *(arguments or EVERY_TEST)]),
    ]
    for name, command in steps:
        code = _run(name, command, root, environment, tell)
        if code != 0:
            return code
    return 0


def _run(name: str, command: list[str], root: Path, environment: dict[str, str], tell: Tell) -> int:
    tell(f"— {name}")
    code = subprocess.call(command, cwd=root, env=environment)
    if code != 0:
        tell(f"{name} failed.")
    return code


def _programs(tell: Tell) -> list[str]:
    """Install Debian's browsers when they are missing and this may be done; return what is still missing."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if not missing:
        return []
    packages = sorted({PROGRAMS[name] for name in missing})
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    may_install = hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None
    if not may_install:
        tell(f"Not installed: {', '.join(missing)}. On Debian: sudo {' '.join(command)}. Tests that need them are left out.")
        return missing
    tell(f"Installing {', '.join(packages)} …")
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for step in (["apt-get", "update", "-qq"], command):
        subprocess.call(step, stdout=subprocess.DEVNULL, env=environment)
    return [name for name in PROGRAMS if shutil.which(name) is None]


def _node_tools(root: Path, tell: Tell) -> bool:
    """`npm ci` from each lock file below tests/, once for each content of the lock."""
    return all(_npm(root / folder, tell) for folder in NPM_FOLDERS)


def _npm(folder: Path, tell: Tell) -> bool:
    stamp = folder / "node_modules" / ".locked"
    content = (folder / "package-lock.json").read_bytes()
    if stamp.exists() and stamp.read_bytes() == content:
        return True
    npm = shutil.which("npm")
    if npm is None:
        tell("npm is missing. Install node (20 or newer) with npm, then run the tests again.")
        return False
    tell(f"Installing the locked npm tools of {folder.name}/ …")
    environment = dict(os.environ, PUPPETEER_SKIP_DOWNLOAD="1")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.call(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL) != 0:
        tell("The npm tools could not be installed. Check that this computer is connected.")
        return False
    stamp.write_bytes(content)
    return True
