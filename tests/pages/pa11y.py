"""Our wrapper of the npm tool pa11y-ci: both of its runners at each page that it loads, findings as ours.

Incognito pages die when two run at once (pa11y-ci issue 354): hence one shared context. `target-size`, which axe leaves
out unless it is asked for, fails every page when htmlcs runs too: our own visits ask axe for it (states.py).
Must never install anything.
"""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.pages.finding import Finding
from tests.pages.tools import CHROMIUM, CHROMIUM_FLAGS, NODE_MODULES

RUNNERS = ("axe", "htmlcs")
AT_ONCE = 4
"""Pages: it waits half a second at each until no more is asked for, which costs nothing when others are read meanwhile."""
Issue = dict[str, Any]
_MOST_SECONDS = 600


def pa11y(address: str, paths: Sequence[str], folder: Path) -> list[Finding]:
    """What its runners find on these pages of a served site. A page that cannot be read twice is a finding too."""
    results = _results(address, paths, folder)
    unread = [path for path in paths if not _is_read(results.get(path))]
    results |= _results(address, unread, folder) if unread else {}
    findings = [_finding(path, issue) for path in paths for issue in results.get(path, ()) if "code" in issue]
    return findings + [
        Finding(path, "html", "not-read", f"pa11y-ci did not read this page: {results.get(path)}", tool_of(runner))
        for path in paths
        if not _is_read(results.get(path))
        for runner in RUNNERS
    ]


def tool_of(runner: str) -> str:
    """How findings name a runner."""
    return f"pa11y {runner}"


def _is_read(issues: list[Issue] | None) -> bool:
    """A page that failed to load has one issue without a code."""
    return issues is not None and all("code" in issue for issue in issues)


def _results(address: str, paths: Sequence[str], folder: Path) -> dict[str, list[Issue]]:
    """Path -> its issues, as pa11y-ci writes them."""
    settings: dict[str, Any] = {
        "standard": "WCAG2AA",
        "runners": list(RUNNERS),
        "concurrency": AT_ONCE,
        "timeout": 60_000,
        "useIncognitoBrowserContext": False,
        "chromeLaunchConfig": {"executablePath": CHROMIUM, "args": list(CHROMIUM_FLAGS)},
    }
    config = folder / "pa11y.json"
    config.write_text(json.dumps({"defaults": settings, "urls": [f"{address}/{path}" for path in paths]}), encoding="utf-8")
    command = ["node", str(NODE_MODULES / "pa11y-ci" / "bin" / "pa11y-ci.js"), "--config", str(config), "--json"]
    environment = {**os.environ, "HOME": str(folder), "PUPPETEER_SKIP_DOWNLOAD": "1"}
    results = folder / "pa11y-results.json"
    # Into a file: it ends before a pipe has taken all of a long result.
    with results.open("wb") as file:
        done = subprocess.run(command, stdout=file, stderr=subprocess.PIPE, timeout=_MOST_SECONDS, env=environment, cwd=folder, check=False)
    text = results.read_text(encoding="utf-8")
    if not text.lstrip().startswith("{"):
        raise RuntimeError(f"pa11y-ci gave no result: {done.stderr.decode(errors='replace')[-2000:]}")
    return {url.removeprefix(f"{address}/"): issues for url, issues in json.loads(text)["results"].items()}


def _finding(page: str, issue: Issue) -> Finding:
    return Finding(
        page, issue["selector"] or "html", issue["code"], issue["message"], tool_of(issue["runner"]), snippet=issue.get("context") or ""
    )
