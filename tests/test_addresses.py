"""Links inside the site: relative, so that the same files work at a host's root and below a path."""

import pytest

from signpost.addresses import Addresses, output_file

BASE = "https://tiny.example/"


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("en/", "en/help/", "help/"),
        ("en/help/", "en/", "../"),
        ("en/help/", "en/help/", "./"),
        ("en/help/", "cy/cymorth/", "../../cy/cymorth/"),
        ("en/", "", "../"),
        ("", "en/", "en/"),
        ("", "", "./"),
        ("en/help/", "assets/a.css", "../../assets/a.css"),
        ("", "assets/a.css", "assets/a.css"),
        ("404.html", "assets/a.css", "assets/a.css"),
        ("en/a/b/", "en/a/c/", "../c/"),
    ],
)
def test_links_are_relative(here: str, there: str, link: str) -> None:
    found = Addresses(here, BASE).to(there)
    assert found in {link, link.removeprefix("./") or "./"}
    assert found


@pytest.mark.parametrize(("base", "link"), [(BASE, "/en/help/"), ("https://tiny.example/stalking/", "/stalking/en/help/")])
def test_links_of_a_page_shown_anywhere_start_at_the_root(base: str, link: str) -> None:
    assert Addresses("404.html", base, anywhere=True).to("en/help/") == link


@pytest.mark.parametrize(("path", "file"), [("", "index.html"), ("en/", "en/index.html"), ("404.html", "404.html"), ("a.css", "a.css")])
def test_the_file_of_an_address(path: str, file: str) -> None:
    assert output_file(path) == file
