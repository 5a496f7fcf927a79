"""No page can be published that cannot be left at once, whatever a template says."""

from collections.abc import Callable

import pytest

from signpost.build import Built
from signpost.checks import exits
from signpost.output.page import output_pages
from tests.checks.seeded import PAGE, clean, found

LINK = '<a class="quick-exit__link"'
ROW = '<div class="quick-exit">'
SCRIPT = "<script>"
HINT = '<span class="quick-exit__hint"'


def test_the_tiny_site_is_clean(built: Built) -> None:
    assert clean(exits, built)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        # The link: there, first, real, its own.
        ("data-quick-exit", "data-other", "must be the exit link"),
        ("<body>", '<body><a href="#x">First</a>', "must be the exit link"),
        ("<body>", "<body><button>First</button>", "must be the exit link"),
        ("<body>", '<body><div tabindex="0">First</div>', "must be the exit link"),
        ("<body>", "<body><video controls></video>", "must be the exit link"),
        ("<body>", '<body><p contenteditable="true">First</p>', "must be the exit link"),
        ("<body>", "<body><p>First</p>", "must be the first thing in <body>"),
        (LINK, '<button class="quick-exit__link"', "must be the exit link"),
        ('https://www.bbc.co.uk/weather" rel', 'https://www.bbc.co.uk/news" rel', "does not lead to the exit address"),
        ("noreferrer nofollow", "noreferrer", "must carry rel"),
        (LINK, f'{LINK} target="_blank"', "same window"),
        (LINK, '<a class="button"', "style of the exit does not reach it"),
        ('aria-keyshortcuts="Escape"', "", "does not name the key"),
        ('aria-keyshortcuts="Escape"', 'aria-keyshortcuts="F1"', "does not name the key"),
        # The link: not hidden, by nobody.
        (LINK, f"{LINK} hidden", "carries “hidden”"),
        (LINK, f'{LINK} aria-hidden="true"', "carries “aria-hidden”"),
        (LINK, f'{LINK} tabindex="-1"', "carries “tabindex”"),
        (LINK, f'{LINK} style="display:none"', "carries “style”"),
        (LINK, f'{LINK} ping="/count"', "carries “ping”"),
        (LINK, f"{LINK} download", "carries “download”"),
        (ROW, '<div class="quick-exit" hidden>', "must stand in"),
        (ROW, '<div class="quick-exit" inert>', "must stand in"),
        (ROW, '<div class="other">', "must stand in"),
        (ROW, f"<details>{ROW}", "must stand in"),
        (ROW, f'<div aria-hidden="true">{ROW}', "must stand in"),
        ("<body>", "<body inert>", "The page is hidden"),
        ("<body>", '<body aria-hidden="true">', "The page is hidden"),
        ("</style>", ".quick-exit{display:none}</style>", "changes the exit"),
        ("</style>", "@media (width<600px){nav, .quick-exit__link {top:-99px}}</style>", "changes the exit"),
        ("</style>", "[data-quick-exit]{opacity:0}</style>", "changes the exit"),
        ("<style>", "<style>@media print {", "is not in the page"),
        ("<style>", '<style media="print">', "is not in the page"),
        (":root{--quick-exit-height", "/* :root{--quick-exit-height", "is not in the page"),
        # The words: the page's language.
        ("Leave this site", "Gadael y wefan hon", "must say “Leave this site”"),
        ("Leave this site", "", "must say “Leave this site”"),
        ("Leave this site", "Click here", "must say “Leave this site”"),
        ('<html lang="en">', '<html lang="cy">', "must say “Gadael y wefan hon”"),
        ('<html lang="en">', '<html lang="fr">', "no words in the language"),
        ("<html lang", "<html data-x", "no words in the language"),
        ("or press Escape", "neu pwyswch Escape", "The hint beside the exit must say"),
        ("or press Escape", "or press Escape twice", "The hint beside the exit must say"),
        ('"or press Escape"></span>', '"or press Escape">or press Escape</span>', "promised before the script listens"),
        # The script: first, its own, allowed.
        (SCRIPT, f'<script defer src="a.js"></script>{SCRIPT}', "first script must be the exit"),
        (SCRIPT, f"<script>stop()</script>{SCRIPT}", "is not that of quick_exit/"),
        (SCRIPT, '<script type="module">', "first script must be the exit"),
        (SCRIPT, "<script nomodule>", "first script must be the exit"),
        (SCRIPT, f'<link rel="stylesheet" href="slow.css">{SCRIPT}', "first script must be the exit"),
        (SCRIPT, f"<noscript>{SCRIPT}", "first script must be the exit"),
        (SCRIPT, f"</head><body>{SCRIPT}", "first script must be the exit"),
        ("</script>", ";</script>", "is not that of quick_exit/"),
        ("BBC Weather", "BBC News", "is not that of quick_exit/"),
        ("script-src", "img-src", "its hash is missing"),
        ("<meta http-equiv", '<meta http-equiv="content-security-policy" content="script-src \'none\'"><meta http-equiv', "its hash is missing"),
        ("</body>", "<script>alert(1)</script></body>", "does not allow"),
        # What else keeps a reader, or tells on one.
        ('content="no-referrer"', 'content="origin"', "no referrer"),
        ("</head>", '<meta name="referrer" content="unsafe-url"></head>', "no referrer"),
        ("</body>", '<a href="/" referrerpolicy="unsafe-url">Home</a></body>', "no referrer"),
        ("</head>", '<link rel="manifest" href="m.json"></head>', "installed or kept"),
        ("</body>", "<p>serviceWorker</p></body>", "installed or kept"),
        ("</body>", '<a href="/" tabindex="1">Home</a></body>', "before the exit in the order"),
        ("</body>", '<a href="https://elsewhere.example/" data-quick-exit>Practise</a></body>', "does not lead to the exit address"),
    ],
)  # fmt: skip
def test_a_defect_is_found(built: Built, old: str, new: str, words: str) -> None:
    messages = found(exits, built, old, new)
    assert any(words in message for message in messages), messages


@pytest.mark.parametrize("path", ["404.html", "index.html", "cy/index.html"])
@pytest.mark.parametrize(("old", "new"), [(LINK, '<a class="x" hidden'), (SCRIPT, "<script>stop()</script><script>"), (HINT, "<b")])
def test_no_page_is_left_out(built: Built, path: str, old: str, new: str) -> None:
    assert found(exits, built, old, new, path)


def test_a_page_of_all_languages_has_each_language_s_words(built: Built) -> None:
    label = 'Leave this site /\u00a0<span lang="cy">Gadael</span>'
    for new in ("Leave this site", "Leave this site / Gadael", 'Leave this site / <span lang="en">Gadael</span>'):
        messages = found(exits, built, label, new, "404.html")
        assert (new == "Leave this site") == (messages == []), messages


def _without(path: str) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    return lambda output: {name: content for name, content in output.items() if name != path}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_without("404.html"), "no page for addresses without one"),
        (_without("_headers"), "the policy that the host sends"),
        (lambda output: {**output, "_headers": output["_headers"].replace(b"script-src", b"img-src")}, "the policy that the host sends"),
        (lambda output: {**output, "old.htm": b"\n<!DOCTYPE html><p>No exit"}, "a file that ends in .html"),
        (lambda output: {**output, "assets/new.css": b".quick-exit { display: none }"}, "changes the exit"),
        (lambda output: {**output, "new.html": b"<!doctype html><html lang=en><p>No exit"}, "must be the exit link"),
    ],
)
def test_what_is_published_beside_the_pages(built: Built, change: Callable[[dict[str, bytes]], dict[str, bytes]], words: str) -> None:
    output = change(built.output)
    problems = exits.check(built.site, output_pages(output, built.site.pages), output)
    assert any(words in problem.message for problem in problems), problems


def test_a_missing_exit_can_be_waived_by_nobody(built: Built) -> None:
    output = {**built.output, PAGE: built.output[PAGE].replace(b"data-quick-exit", b"data-other")}
    assert all(problem.safety for problem in exits.check(built.site, output_pages(output, built.site.pages), output))
