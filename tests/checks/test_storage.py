"""Nothing is kept and nothing is sent that site.yml does not declare."""

import pytest

from signpost.build import Built
from signpost.checks import storage
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(storage, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("</main>", "<script>localStorage.a=1</script></main>", "stores something"),
        ("</main>", '<script>caches.open("a")</script></main>', "stores something"),
        ("</main>", '<script>document.cookie="a=1"</script></main>', "writes a cookie"),
        ("</main>", '<script>navigator.sendBeacon("/a")</script></main>', "sends or fetches"),
        ("</main>", '<script>fetch ("/a")</script></main>', "sends or fetches"),
        ("</main>", '<div id="consent"></div></main>', "declares no cookies"),
        ("img-src data:", "connect-src &#39;self&#39;; img-src data:", "declares no page counts"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(storage, built, old, new)
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</main>", '<script>document.cookie="a=; max-age=0"</script></main>'),
        ("</main>", '<script type="application/json">{"a":"localStorage"}</script></main>'),
    ],
)
def test_what_is_right_is_let_through(built: Built, old: str, new: str) -> None:
    assert found(storage, built, old, new) == []
