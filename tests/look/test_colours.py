"""Contrast of the force's own colour."""

import pytest

from signpost.config import read_config
from signpost.look.colours import check_colours, contrast, luminance
from signpost.problems import Problems
from tests.tiny_site import TinySite


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48), ("#16325c", "#ffffff", 12.77)],
)  # fmt: skip
def test_contrast_as_wcag_gives_it(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.05)
    assert contrast(first, second) == contrast(second, first)


def test_luminance_of_black_and_white() -> None:
    assert luminance("#000000") == 0
    assert luminance("#ffffff") == pytest.approx(1)


@pytest.mark.parametrize(("colour", "is_fine"), [("#767676", True), ("#777777", False), ("#FFDD00", False)])
def test_the_colour_of_a_site(tiny: TinySite, colour: str, is_fine: bool) -> None:
    tiny.replace("site.yml", "#16325c", colour)
    problems = Problems()
    config = read_config(tiny.content, "content", problems)
    assert config is not None
    check_colours(config, problems)
    assert [problem.as_text() for problem in problems.errors if "contrast" in problem.message] == (
        [] if is_fine else [f"content/site.yml:12: {problems.errors[-1].message}"]
    )
