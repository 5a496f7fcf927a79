"""Our wrapper of the npm tool pa11y-ci: both of its runners, one after the other, findings as ours.

`target-size` together with htmlcs in one run fails every page, and incognito pages die when two run at once
(pa11y-ci issue 354): hence two runs and one shared context. Must never install anything.
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
Issue = dict[str, Any]
_MOST_SECONDS = 600


def pa11y(address: str, paths: Sequence[str], runner: str, folder: Path) -> list[Finding]:
    """What one runner finds on these pages of a served site. A page that cannot be read twice is a finding too."""
    results = _results(address, paths, runner, folder)
    unread = [path for path in paths if not _is_read(results.get(path))]
    results |= _results(address, unread, runner, folder) if unread else {}
    findings = [_finding(path, issue, runner) for path in paths for issue in results.get(path, ()) if "code" in issue]
    return findings + [
        Finding(path, "html", "not-read", f"pa11y-ci did not read this page: {results.get(path)}", f"pa11y {runner}")
        for path in paths
        if not _is_read(results.get(path))
    ]


def _is_read(issues: list[Issue] | None) -> bool:
    """A page that failed to load has one issue without a code."""
    return issues is not None and all("code" in issue for issue in issues)


def _results(address: str, paths: Sequence[str], runner: str, folder: Path) -> dict[str, list[Issue]]:
    """Path -> its issues, as pa11y-ci writes them."""
    settings: dict[str, Any] = {
        "standard": "WCAG2AA",
        "runners": [runner],
        "rules": ["target-size"] if runner == "axe" else [],
        "concurrency": 2,
        "timeout": 60_000,
        "useIncognitoBrowserContext": False,
        "chromeLaunchConfig": {"executablePath": CHROMIUM, "args": list(CHROMIUM_FLAGS)},
    }
    config = folder / f"pa11y-{runner}.json"
    config.write_text(json.dumps({"defaults": settings, "urls": [f"{address}/{path}" for path in paths]}), encoding="utf-8")
    command = ["node", str(NODE_MODULES / "pa11y-ci" / "bin" / "pa11y-ci.js"), "--config", str(config), "--json"]
    environment = {**os.environ, "HOME": str(folder), "PUPPETEER_SKIP_DOWNLOAD": "1"}
    results = folder / f"pa11y-{runner}-results.json"
    # Into a file: it ends before a pipe has taken all of a long result.
    with results.open("wb") as file:
        done = subprocess.run(command, stdout=file, stderr=subprocess.PIPE, timeout=_MOST_SECONDS, env=environment, cwd=folder, check=False)
    text = results.read_text(encoding="utf-8")
    if not text.lstrip().startswith("{"):
        raise RuntimeError(f"pa11y-ci gave no result: {done.stderr.decode(errors='replace')[-2000:]}")
    return {url.removeprefix(f"{address}/"): issues for url, issues in json.loads(text)["results"].items()}


def _finding(page: str, issue: Issue, runner: str) -> Finding:
    return Finding(
        page, issue["selector"] or "html", issue["code"], issue["message"], f"pa11y {runner}", snippet=issue.get("context") or ""
    )
