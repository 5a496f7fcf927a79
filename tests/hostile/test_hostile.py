"""Whatever stands in content/: refused with a sentence and the old site untouched, or rendered harmless; never slow or big."""

import json
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from signpost.publishing.lock import locked
from tests.figures import Figures
from tests.hostile.inputs import HARMLESS, Hostile
from tests.hostile.odd import ODD
from tests.hostile.table import HOSTILE
from tests.tiny_site import ROOT

SECONDS = 5.0
MEGABYTES = 300.0
SECTION = "Hostile and broken input"
JARGON = re.compile(r"\b(?:schema|null|traceback|exception|token|parser|NoneType)\b")
pytestmark = [pytest.mark.long, pytest.mark.skipif(sys.platform == "win32", reason="each input is built in a forked process")]


@pytest.fixture(scope="session")
def found(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> dict[str, Any]:
    """What became of each, found out once: where tests run side by side, the first to come does it for all."""
    base = tmp_path_factory.getbasetemp()
    kept = (base if worker_id == "master" else base.parent) / "hostile.json"
    with locked(kept.with_suffix(".lock"), wait=1200):
        if not kept.exists():
            kept.write_text(outcomes(base), encoding="utf-8")
    lines = kept.read_text(encoding="utf-8").splitlines()
    return {name: outcome for line in lines for name, outcome in json.loads(line).items()}


def outcomes(base: Path) -> str:
    shared = Path("/dev/shm")
    with TemporaryDirectory(dir=shared if shared.is_dir() else base) as folder:
        command = [sys.executable, str(Path(__file__).with_name("run.py")), folder]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=1200)
        assert ended.returncode == 0, ended.stderr[-3000:]
        return ended.stdout


def test_there_are_many_and_each_has_a_name_of_its_own() -> None:
    assert len(HOSTILE) >= 300
    assert len(ODD) >= 60
    assert len({hostile.name for hostile in (*HOSTILE, *ODD)}) == len(HOSTILE) + len(ODD)


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_refused_with_a_sentence_or_harmless(hostile: Hostile, found: dict[str, Any]) -> None:
    outcome = found[hostile.name]
    assert outcome["code"] in {0, 1}, outcome["beside"]
    assert "Traceback" not in outcome["beside"]
    assert outcome["seconds"] < SECONDS
    assert outcome["megabytes"] < MEGABYTES
    if outcome["code"] == 1:
        assert outcome["old"], "the site that stood before has been touched"
        assert hostile.rule in {"", *outcome["rules"]}, outcome["sentences"]
        assert outcome["sentences"]
        for file, sentence in outcome["sentences"]:
            assert file.startswith("content/")
            assert sentence[-1] in ".?", sentence
            assert not JARGON.search(re.sub(r"“[^”]*”", "", sentence)), sentence
    else:
        assert hostile.rule in {"", HARMLESS}, f"it was built; it should have been refused for “{hostile.rule}”"
        assert outcome["whole"]
        assert outcome["strange"] == []


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.name)
def test_odd_but_valid_is_accepted(odd: Hostile, found: dict[str, Any]) -> None:
    outcome = found[odd.name]
    assert outcome["code"] == 0, outcome["sentences"] or outcome["beside"]
    assert outcome["whole"]


def test_the_figures(found: dict[str, Any], figures: Figures) -> None:
    refused = sum(found[hostile.name]["code"] == 1 for hostile in HOSTILE)
    figures.holds(SECTION, "hostile inputs tried, each a whole site", len(HOSTILE))
    figures.holds(SECTION, "of them refused with a sentence, the old site untouched", refused)
    figures.holds(SECTION, "of them rendered as harmless text", len(HOSTILE) - refused)
    figures.holds(SECTION, "odd but valid inputs accepted", len(ODD))
    figures.holds(SECTION, "most that one input may take", f"{SECONDS:g} s of the processor, {MEGABYTES:g} MB")
