"""What a host would pass over without a word is found before it is published."""

import pytest

from signpost.build import Built
from signpost.checks import GATES, host_limits
from signpost.checks.host_limits import MOST_HEADER_SIGNS, MOST_REDIRECT_SIGNS, MOST_REDIRECTS, MOST_RULES
from signpost.hosting.header_map import HEADERS_FILE, REDIRECTS_FILE
from tests.checks.seeded import clean
from tests.tiny_site import TinySite


def said(built: Built, path: str, content: str) -> list[str]:
    return [problem.message for problem in host_limits.check(built.site, [], {**built.output, path: content.encode()})]


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(host_limits, built)
    assert host_limits.check in GATES


@pytest.mark.parametrize(
    ("path", "part", "shape", "most", "words"),
    [
        (HEADERS_FILE, "/a\n  A: b\n", "{}", MOST_RULES, "it reads 100"),
        (HEADERS_FILE, "b", "/*\n  A: {}\n", MOST_HEADER_SIGNS - len("  A: "), "hosts read 2,000"),
        (REDIRECTS_FILE, "/a /b/ 301\n", "{}", MOST_REDIRECTS, "hosts read 2,000"),
        (REDIRECTS_FILE, "a", "/{} /b/ 301\n", MOST_REDIRECT_SIGNS - len("/ /b/ 301"), "more than 1,000 signs"),
    ],
)
def test_as_much_as_a_host_reads_is_fine_and_more_is_found(path: str, part: str, shape: str, most: int, words: str, built: Built) -> None:
    assert said(built, path, shape.format(part * most)) == []
    found = said(built, path, shape.format(part * (most + 1)))
    assert len(found) == 1
    assert words in found[0]


def test_a_thousand_old_addresses_are_built_and_one_more_is_not(tiny: TinySite) -> None:
    def redirects(count: int) -> str:
        return "redirects:\n" + "".join(f"  - old: /old-{number}/\n    new: /en/help/\n" for number in range(count))

    tiny.write("redirects.yml", redirects(1_000))
    assert len(tiny.good().output[REDIRECTS_FILE].splitlines()) == MOST_REDIRECTS
    tiny.write("redirects.yml", redirects(1_001))
    lines = tiny.build().lines
    assert len(lines) == 1
    assert "The old addresses come to 2,002 lines" in lines[0]
