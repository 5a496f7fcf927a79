"""The files beside the pages."""

from datetime import date
from xml.etree import ElementTree

from tests.breakages.edits import page_text
from tests.tiny_site import TinySite

_SECURITY = "security:\n  contact: https://www.police.example/security\n  expires: 2027-06-01\n"
_SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_the_sitemap_names_every_page_and_its_other_languages(tiny: TinySite) -> None:
    tree = ElementTree.fromstring(tiny.good().output["sitemap.xml"])
    base = "https://tiny.example/"
    assert [node.text for node in tree.findall("s:url/s:loc", _SPACE)] == [
        base, f"{base}cy/", f"{base}cy/cymorth/", f"{base}en/", f"{base}en/help/",
    ]  # fmt: skip
    home = {"en": f"{base}en/", "cy": f"{base}cy/", "x-default": base}
    for address, others in ((base, home), (f"{base}en/", home), (f"{base}cy/", home)):
        entry = next(node for node in tree.findall("s:url", _SPACE) if node.findtext("s:loc", namespaces=_SPACE) == address)
        assert {node.get("hreflang"): node.get("href") for node in entry.findall("x:link", _SPACE)} == others
    assert {node.get("href") for node in tree.findall("s:url/x:link", _SPACE) if node.get("hreflang") == "cy"} == {
        f"{base}cy/",
        f"{base}cy/cymorth/",
    }


def test_no_draft_and_no_missing_page_is_named_anywhere(tiny: TinySite) -> None:
    for locale, reviewed in (("en", ""), ("cy", "B. D.")):
        tiny.write(f"{locale}/secret.md", page_text(f"Secret {locale}", "Text.", "draft: yes", reviewed=reviewed))
    for path, content in tiny.good().output.items():
        assert b"secret" not in content.lower(), path
    assert b"not-found" not in tiny.good().output["sitemap.xml"]


def test_what_a_sent_form_leads_to_is_for_no_search_engine(tiny: TinySite) -> None:
    tiny.write("site.yml", tiny.text("site.yml") + "feedback:\n  kind: netlify\n")
    for locale, reviewed in (("en", ""), ("cy", "B. D.")):
        tiny.write(f"{locale}/feedback.md", page_text(f"Feedback {locale}", "::feedback-form", reviewed=reviewed))
        tiny.write(f"{locale}/feedback/thanks.md", page_text(f"Thanks {locale}", "Text.", reviewed=reviewed))
        tiny.write(f"{locale}/feedback/problem.md", page_text(f"Problem {locale}", "Text.", reviewed=reviewed))
    output = tiny.good().output
    for locale in ("en", "cy"):
        assert f"<loc>https://tiny.example/{locale}/feedback/</loc>".encode() in output["sitemap.xml"]
        assert b'name="robots"' not in output[f"{locale}/feedback/index.html"]
        for name in ("thanks", "problem"):
            assert f"{locale}/feedback/{name}".encode() not in output["sitemap.xml"]
            page = output[f"{locale}/feedback/{name}/index.html"]
            assert b'<meta name="robots" content="noindex">' in page
            assert b'rel="canonical"' not in page


def test_robots(tiny: TinySite) -> None:
    assert tiny.good().output["robots.txt"].decode().endswith("Sitemap: https://tiny.example/sitemap.xml\n")


def test_security_txt_only_where_it_is_set(tiny: TinySite) -> None:
    assert ".well-known/security.txt" not in tiny.good().output
    tiny.write("site.yml", tiny.text("site.yml") + _SECURITY)
    assert tiny.good(date(2026, 11, 20)).output[".well-known/security.txt"].decode().splitlines() == [
        "Contact: https://www.police.example/security",
        "Expires: 2027-06-01T00:00:00Z",
        "Preferred-Languages: en, cy",
        "Canonical: https://tiny.example/.well-known/security.txt",
    ]
