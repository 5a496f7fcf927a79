"""Each defect that bytes show is found by its own gate, and the clean site has none."""

import pytest

from signpost.build import Built
from signpost.checks import check_output
from tests.gates.defects_in_browser import IN_BROWSER
from tests.gates.defects_in_bytes import IN_BYTES
from tests.gates.seed import Seed, clean_site, seeded

FEWEST_SEEDS = 50
UNSEEN_BY_ENGINES = 11


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return clean_site(tmp_path_factory.mktemp("clean"))


def test_the_clean_site_has_no_defect(clean: Built) -> None:
    assert check_output(clean.site, clean.output) == []


def test_there_are_enough_seeds_and_each_has_a_finder() -> None:
    seeds = (*IN_BYTES, *IN_BROWSER)
    assert len({seed.name for seed in seeds}) == len(seeds) >= FEWEST_SEEDS
    assert sum(seed.unseen for seed in seeds) == UNSEEN_BY_ENGINES
    assert [seed.name for seed in seeds if not (seed.gate or seed.check or seed.tool)] == []


@pytest.mark.parametrize("seed", IN_BYTES, ids=lambda seed: seed.name)
def test_a_gate_finds_its_defect_and_nothing_else(clean: Built, seed: Seed) -> None:
    rules = {problem.rule for problem in check_output(clean.site, seeded(clean, seed))}
    assert seed.gate in rules
    assert rules <= {seed.gate, *_ALSO.get(seed.name, ())}


_ALSO: dict[str, set[str]] = {
    "no-main": {"help-order"},
    "hreflang-wrong": {"link"},
    "emergency-missing": {"help-order"},
    "wrong-number": {"link-words"},
    "no-h1": {"title"},
    "no-lang": {"language-of-parts", "addresses", "exit"},
    "wrong-lang": {"language-of-parts", "addresses", "exit"},
    "other-lang": {"language-of-parts", "addresses", "title", "help-order", "exit"},
    "positive-tabindex": {"exit"},
    "small-exit": {"exit"},
    "part-lang-invalid": {"language-of-parts"},
}
"""Other rules that the same defect breaks in truth."""


@pytest.mark.parametrize("seed", IN_BROWSER, ids=lambda seed: seed.name)
def test_the_build_stays_quiet_about_what_only_a_browser_proves(clean: Built, seed: Seed) -> None:
    assert {problem.rule for problem in check_output(clean.site, seeded(clean, seed))} <= _QUIET


_QUIET = {"contrast", "structure", "id", "target-size", "exit"}
"""Rules that may also notice a browser's defect."""
