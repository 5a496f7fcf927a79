"""No page can be made that cannot be left at once."""

import pytest

from signpost.build import Built
from signpost.checks import exits
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(exits, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("data-quick-exit", "data-other", "must be the exit link"),
        ("<body>", '<body><a href="#x">First</a>', "must be the exit link"),
        ("<body>", "<body><button>First</button>", "must be the exit link"),
        ('https://www.bbc.co.uk/weather" rel', 'https://www.bbc.co.uk/news" rel', "does not lead to the exit address"),
        ("noreferrer nofollow", "noreferrer", "must carry rel"),
        ("<script>", '<script defer src="a.js"></script><script>', "first script must be the exit"),
        ("</script>", ";</script>", "its hash is missing"),
        ('content="no-referrer"', 'content="origin"', "no referrer"),
        ("</head>", '<link rel="manifest" href="m.json"></head>', "installed or kept"),
        ("</body>", "<p>serviceWorker</p></body>", "installed or kept"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(exits, built, old, new)
    assert any(words in message for message in messages), messages
