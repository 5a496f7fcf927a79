"""content/redirects.yml: old addresses that lead somewhere for ever."""

import pytest

from tests.tiny_site import TinySite


def made(tiny: TinySite, *pairs: tuple[str, str]) -> list[str]:
    rows = "".join(f"  - old: {old}\n    new: {new}\n" for old, new in pairs)
    tiny.write("redirects.yml", f"redirects:\n{rows}")
    return [line.removeprefix("content/redirects.yml:") for line in tiny.build().lines]


def test_redirects_reach_the_host(tiny: TinySite) -> None:
    assert made(tiny, ("/old/", "/en/help/"), ("/advice/Stalking.aspx", "/cy/cymorth/")) == []
    assert tiny.good().output["_redirects"] == (
        b"/old /en/help/ 301\n/old/ /en/help/ 301\n/advice/Stalking.aspx /cy/cymorth/ 301\n"
    )  # a host that compares letter by letter finds the old address with and without its slash


def test_no_file_no_redirects(tiny: TinySite) -> None:
    assert tiny.good().output["_redirects"] == b""


@pytest.mark.parametrize("address", ["https://evil.example/", "//evil.example/", "/a/../b/", "en/help/", "/a b/", "/a?b", "/é/", "/*"])
@pytest.mark.parametrize("name", ["old", "new"])
def test_only_addresses_of_this_site(tiny: TinySite, address: str, name: str) -> None:
    pair = (address, "/en/help/") if name == "old" else ("/old/", address)
    found = made(tiny, pair)
    assert len(found) == 1
    assert found[0].startswith(f"{2 if name == 'old' else 3}: “{address}” is not an address of this site.")


@pytest.mark.parametrize(
    ("pairs", "words"),
    [
        ([("/old/", "/en/nowhere/")], "3: There is no page at “/en/nowhere/”."),
        ([("/en/help/", "/en/")], "2: There is a page at “/en/help/”"),
        ([("/en/help", "/en/")], "2: There is a page at “/en/help”"),
        ([("/a/", "/en/"), ("/a/", "/cy/")], "4: “/a/” is redirected in line 2 already."),
        ([("/a/", "/b/"), ("/b/", "/en/")], "3: “/b/” is itself redirected."),
        ([("/a/", "/a/")], "3: “/a/” is itself redirected."),
    ],
)
def test_each_leads_to_a_page_in_one_step(tiny: TinySite, pairs: list[tuple[str, str]], words: str) -> None:
    found = made(tiny, *pairs)
    assert len(found) == 1, found
    assert found[0].startswith(words)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("redirect:\n  - old: /a/\n", "1: “redirect” is not a setting of redirects.yml. Did you mean “redirects”?"),
        ("redirects:\n  - old: /a/\n", "2: “new” is missing from the redirect. Write “new: /en/report/”."),
        ("redirects: none\n", "1: Under “redirects:” write a list; each entry starts with “- ”."),
    ],
)
def test_a_file_that_is_wrong(tiny: TinySite, text: str, line: str) -> None:
    tiny.write("redirects.yml", text)
    assert tiny.build().lines == [f"content/redirects.yml:{line}"]
