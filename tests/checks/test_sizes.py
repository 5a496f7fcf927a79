"""A page arrives in the first answer of the server."""

import random

from signpost.build import Built
from signpost.checks import sizes
from signpost.output.output import Output
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(sizes, built)


def test_a_page_that_does_not_fit_is_found(built: Built) -> None:
    noise = " ".join(str(number * 7919 % 99991) for number in range(20_000))
    messages = found(sizes, built, "</main>", f"<p>{noise}</p></main>")
    assert any("14,336" in message for message in messages), messages


def test_a_long_page_that_is_small_when_compressed_is_fine(built: Built) -> None:
    assert found(sizes, built, "</main>", f"<p>{'same words again ' * 5_000}</p></main>") == []


def test_scripts_that_are_too_heavy_are_found(built: Built) -> None:
    noise = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=8_000))
    messages = found(sizes, built, "</main>", f"</main><script>let a='{noise}'</script>")
    assert any("scripts have" in message for message in messages), messages


def test_styles_that_a_page_needs_count_as_the_page(built: Built) -> None:
    noise = random.Random(2).randbytes(16_000)
    heavy = Built(built.site, Output({**built.output, "assets/more.css": noise}))
    link = '<link rel="stylesheet" href="../../assets/more.css"{}></head>'
    assert any("14,336" in message for message in found(sizes, heavy, "</head>", link.format("")))
    assert found(sizes, heavy, "</head>", link.format(' media="print"')) == []


def test_all_that_a_page_asks_for_has_a_limit(built: Built) -> None:
    heavy = Built(built.site, Output({**built.output, "assets/a.jpg": random.Random(3).randbytes(60_000)}))
    messages = found(sizes, heavy, "</main>", '<img src="../../assets/a.jpg" alt=""></main>')
    assert any("50,000" in message for message in messages), messages
