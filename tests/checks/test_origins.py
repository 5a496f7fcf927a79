"""No page asks another origin for anything."""

import pytest

from signpost.build import Built
from signpost.checks import origins
from tests.checks.seeded import clean, found


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(origins, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("</body>", '<img src="https://evil.example/a.png" alt=""></body>', "evil.example"),
        ("</body>", '<img srcset="a.png 1x, https://evil.example/a.png 2x" alt=""></body>', "evil.example"),
        ("</body>", '<svg><use href="https://evil.example/a.svg#b"></use></svg></body>', "evil.example"),
        ("</body>", '<svg><image xlink:href="https://evil.example/a.png"></image></svg></body>', "evil.example"),
        ("</head>", '<link rel="ICON" href="https://evil.example/a.png"></head>', "evil.example"),
        ("</head>", '<style>a{background:image-set("https://evil.example/a.png" 1x)}</style></head>', "evil.example"),
        ("</head>", '<link rel="dns-prefetch" href="//evil.example"></head>', "evil.example"),
        ("</body>", '<script type="application/ld+json">{"url":"https://evil.example/"}</script></body>', "evil.example"),
        ("</body>", '<script>a="https:\\/\\/evil.example/"</script></body>', "evil.example"),
        ("</body>", '<img srcset="//evil.example/a.png 2x" alt=""></body>', "evil.example"),
        ("</head>", '<link rel="preconnect" href="https://evil.example/"></head>', "evil.example"),
        ("</head>", '<link rel="icon" href="data:image/png;base64,AAAA"></head>', "data:image"),
        ("</head>", "<style>a{background:url(https://evil.example/a.png)}</style></head>", "evil.example"),
        ("</head>", '<style>@import "https://evil.example/a.css"</style></head>', "evil.example"),
        ("</head>", '<base href="https://evil.example/"></head>', "base"),
        ("</head>", '<meta http-equiv="Refresh" content="0;url=https://evil.example/"></head>', "meta"),
        ("</body>", '<iframe src="a.html"></iframe></body>', "iframe"),
        ("</body>", '<p style="color:red">a</p></body>', "policy does not allow"),
        ("</body>", '<p onclick="a()">a</p></body>', "policy does not allow"),
        ("</body>", '<form action="https://evil.example/"></form></body>', "evil.example"),
        ("</body>", '<a href="a.html" ping="https://evil.example/">a</a></body>', "evil.example"),
        ('rel="noreferrer external"', 'rel="external"', "noreferrer"),
    ],
)
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(origins, built, old, new)
    assert any(words in message for message in messages), messages
