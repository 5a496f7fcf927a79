"""Nothing stale is ever built, shown or published: walks through the life of a site, each held against builds that keep nothing.

`WALKS=500 python -m pytest tests/kept/test_walk.py` walks more often. A failure names its seed and all its steps: to find the
few that matter, run `Walk(folder, seed).run(steps)` with fewer and fewer of them.
"""

import os
from pathlib import Path

import pytest

from tests.kept.walk import Walk, steps_of

SEEDS = range(int(os.environ.get("WALKS", "6")))
STEPS = 16


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_kept_never_makes_a_difference(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Walk(tmp_path, seed).run(steps_of(seed, STEPS))
