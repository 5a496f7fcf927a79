"""Everything that the fuzzer has kept is tried again, and the targets notice harm when there is any."""

import re
from pathlib import Path

import pytest

from signpost.markdown import inline, writer
from signpost.problems import Problems
from tests.figures import Figures
from tests.fuzz.smallest import Step, smallest, steps_of
from tests.fuzz.targets import Harm, Targets, check_problems

CORPUS = Path(__file__).with_name("corpus")
NAMES = ("page", "markdown", "contacts", "plan")


@pytest.fixture
def targets(tmp_path: Path) -> Targets:
    return Targets(tmp_path / "content")


@pytest.mark.parametrize("name", NAMES)
def test_the_corpus_does_no_harm(name: str, targets: Targets, figures: Figures) -> None:
    kept = sorted((CORPUS / name).iterdir())
    assert len(kept) > 20
    for file in kept:
        targets.all[name](file.read_bytes())
    figures.holds("Fuzzing", f"inputs in the corpus that reach different code: {name}", len(kept))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("data", [b"", b"\x00", b"\xff" * 40, b"---\n---\n", b"\x01: - \n"])
def test_odd_bytes_do_no_harm(name: str, data: bytes, targets: Targets) -> None:
    targets.all[name](data)


def test_mark_up_that_comes_through_is_noticed(targets: Targets, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (inline, writer):
        monkeypatch.setattr(module, "escape", lambda text, quote=True: text)
    monkeypatch.setattr(inline, "_HTML", re.compile("never"))
    with pytest.raises(Harm):
        targets.markdown(b"\x00A <script src=x>")


def test_what_is_no_sentence_is_noticed() -> None:
    problems = Problems()
    problems.add("a", "content/a.md", 1, "NoneType has no attribute 'x'")
    with pytest.raises(Harm):
        check_problems(problems)


def test_the_corpus_is_made_small_without_losing_what_it_reaches(targets: Targets) -> None:
    target = targets.all["markdown"]
    short, same, other, harm = b"\x00Words.", b"\x00More words.", b"\x00- a list\n- of two", b"\x00Words once more."
    chosen = list(smallest(target, {short, same, other, harm}, {harm}))
    assert chosen[0] == harm
    assert other in chosen
    assert same not in chosen

    def reached(inputs: list[bytes]) -> set[Step]:
        return {step for data in inputs for step in steps_of(target, data)}

    assert reached(chosen) == reached([short, same, other, harm])
