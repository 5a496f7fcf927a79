"""One link: where it may lead and what its words must say."""

import pytest

from signpost.pages.document import OutsideLink, PageLink
from signpost.pages.links import read_link


def read(target: str, text: str = "the law") -> tuple[PageLink | OutsideLink | None, list[str]]:
    said: list[str] = []
    return read_link(target, text, 3, lambda line, message, _rule: said.append(f"{line}: {message}")), said


@pytest.mark.parametrize(
    ("target", "link"),
    [
        ("help.md", PageLink("help.md", "", 3)),
        ("help.md#the-law", PageLink("help.md", "the-law", 3)),
        ("#here", PageLink("", "here", 3)),
        ("../cy/help.md", PageLink("../cy/help.md", "", 3)),
        ("./a/b-2.md", PageLink("./a/b-2.md", "", 3)),
        ("https://www.gov.uk/", OutsideLink("https://www.gov.uk/", "the law", 3)),
    ],
)
def test_links(target: str, link: PageLink | OutsideLink) -> None:
    assert read(target) == (link, [])


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("http://www.gov.uk/", "does not start with https://"),
        ("HTTP://www.gov.uk/", "does not start with https://"),
        ("HTTPS://user@www.gov.uk/", "it has an @"),
        ("//www.gov.uk/", "must start with https://"),
        ("tel:101", "[[101]]"),
        ("sms:101", "[[101]]"),
        ("MAILTO:a@b.example", "[[101]]"),
        ("ftp://a.example", "starts with “ftp:”"),
        ("javascript:alert(1)", "starts with “javascript:”"),
        ("/en/help/", "is not a page"),
        ("help", "is not a page"),
        ("help.html", "is not a page"),
        ("Help.md", "is not a page"),
        ("help.md?x", "is not a page"),
        ("help.md#a#b", "is not a page"),
        ("%2e%2e/%2e%2e/etc.md", None),
        ("", "leads nowhere"),
        ("#", "is not a page"),
    ],
)
def test_links_that_are_refused(target: str, words: str | None) -> None:
    link, said = read(target)
    if words is None:
        assert isinstance(link, PageLink)  # a page that cross_checks will not find
        return
    assert link is None
    assert len(said) == 1
    assert words in said[0]


@pytest.mark.parametrize("text", ["Click here", "here", "More.", "read more", "Cliciwch yma", "yma!", "  this page "])
def test_words_that_do_not_tell_where(text: str) -> None:
    assert "does not tell where it leads" in read("help.md", text)[1][0]


@pytest.mark.parametrize("text", ["https://www.gov.uk/", "www.gov.uk", "WWW.GOV.UK"])
def test_words_that_are_an_address(text: str) -> None:
    assert "shows a bare address" in read("https://www.gov.uk/", text)[1][0]


@pytest.mark.parametrize("text", ["Report it here", "More about the law", "gov.uk", "This page explains orders"])
def test_words_that_tell(text: str) -> None:
    assert read("help.md", text)[1] == []


def test_no_words_at_all() -> None:
    assert read("help.md", " ")[1] == ["3: The link to “help.md” has no words. Write where it leads between the square brackets."]
