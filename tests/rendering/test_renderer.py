"""A site -> the bytes of its pages."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError
from selectolax.lexbor import LexborHTMLParser

from signpost.look.assets import make_assets
from signpost.rendering.renderer import Renderer, environment
from tests.breakages.edits import page_text
from tests.tiny_site import ROOT, TinySite


def page(tiny: TinySite, path: str) -> LexborHTMLParser:
    return LexborHTMLParser(tiny.good().output[path].decode())


def texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in tree.css(selector)]


def test_every_page_has_a_file_and_the_missing_page_has_one_of_its_own(tiny: TinySite) -> None:
    assert {path for path in tiny.good().output if path.endswith(".html")} == {
        "404.html", "index.html", "en/index.html", "en/help/index.html", "cy/index.html", "cy/cymorth/index.html",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "lang", "title"), [("en/help/index.html", "en", "Help and support"), ("cy/cymorth/index.html", "cy", "Cymorth a chefnogaeth")]
)
def test_a_page_has_its_language_and_title(tiny: TinySite, path: str, lang: str, title: str) -> None:
    tree = page(tiny, path)
    assert [node.attributes.get("lang") for node in tree.css("html")] == [lang]
    assert texts(tree, "h1") == [title]
    assert texts(tree, "head > title")[0].startswith(title)


def test_the_language_link_leads_to_the_same_page(tiny: TinySite) -> None:
    links = page(tiny, "en/help/index.html").css("nav.languages a")
    assert [(link.attributes.get("href"), link.attributes.get("hreflang")) for link in links] == [("../../cy/cymorth/", "cy")]


def test_the_way_up_leads_through_the_parents(tiny: TinySite) -> None:
    for locale, reviewed in (("en", ""), ("cy", "B. D.")):
        tiny.write(f"{locale}/deep.md", page_text(f"Deep {locale}", "Text.", "parent: help", reviewed=reviewed))
    tree = page(tiny, "en/deep/index.html")
    assert [node.attributes.get("href") for node in tree.css("nav.breadcrumbs a")] == ["../", "../help/"]


def test_a_page_with_three_headings_has_contents_unless_it_says_no(tiny: TinySite) -> None:
    text = "Lead.\n\n## One\n\nText.\n\n## Two\n\n### Not this\n\nText.\n\n## Three\n\nText."
    for key, settings in (("with", ()), ("without", ("contents: no",))):
        tiny.write(f"en/{key}.md", page_text(f"Page {key}", text, *settings))
        tiny.write(f"cy/{key}.md", page_text(f"Tudalen {key}", "Testun.", *settings, reviewed="B. D."))
    output = tiny.good().output
    shown = LexborHTMLParser(output["en/with/index.html"].decode()).css("nav.contents a")
    assert [node.attributes.get("href") for node in shown] == ["#one", "#two", "#three"]
    assert b'nav class="contents"' not in output["en/without/index.html"]


def test_a_list_of_headings_is_for_three_or_more(tiny: TinySite) -> None:
    assert page(tiny, "en/help/index.html").css("nav.contents") == []


def test_the_missing_page_and_the_root_hold_both_languages(tiny: TinySite) -> None:
    output = tiny.good().output
    for path in ("404.html", "index.html"):
        found = [node.attributes.get("lang") for node in LexborHTMLParser(output[path].decode()).css("[lang]")]
        assert {"en", "cy"} <= set(found), path
    assert b'name="robots" content="noindex' in output["404.html"]
    assert b'href="/en/' in output["404.html"]


def test_a_page_in_both_languages_names_each_before_anything_else(tiny: TinySite) -> None:
    """Who reads Welsh must not have to pass the English half to find that there is a Welsh one."""
    output = tiny.good().output
    for path, ways in (("index.html", {"en": "en/", "cy": "cy/"}), ("404.html", {"en": "#en", "cy": "#cy"})):
        tree = LexborHTMLParser(output[path].decode())
        links = tree.css("header nav.languages a")
        assert {link.attributes["lang"]: link.attributes["href"] for link in links} == ways, path
        assert [link.text() for link in links] == ["English", "Cymraeg"], path
        assert all(tree.css(f"main {way}") for way in ways.values() if way.startswith("#")), path


def test_the_emergency_number_is_on_every_page(tiny: TinySite) -> None:
    for path, content in tiny.good().output.items():
        assert not path.endswith(".html") or b'href="tel:999"' in content, path


def test_a_site_below_a_path(tiny: TinySite) -> None:
    tiny.replace("site.yml", "https://tiny.example/", "https://tiny.example/stalking/")
    output = tiny.good().output
    assert b'href="/stalking/en/' in output["404.html"]
    assert b'<link rel="canonical" href="https://tiny.example/stalking/en/help/">' in output["en/help/index.html"]


def test_a_live_site_has_no_banner(tiny: TinySite) -> None:
    assert page(tiny, "en/index.html").css(".phase") != []
    tiny.replace("site.yml", "phase: beta", "phase: live")
    assert page(tiny, "en/index.html").css(".phase") == []


def test_what_a_template_names_and_nobody_gives_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/a.html").write_text("{{ page.titel }}")
    with pytest.raises(UndefinedError):
        environment(tmp_path).get_template("a.html").render(page={})


def test_templates_escape(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/a.html").write_text("{{ a }}")
    assert environment(tmp_path).get_template("a.html").render(a="<b>") == "&lt;b&gt;"


def test_rendering_twice_gives_the_same_and_changes_nothing(tiny: TinySite) -> None:
    site = tiny.good().site
    renderer = Renderer(site, make_assets(ROOT, site.config), ROOT)
    assert renderer.render() == renderer.render()


def test_no_line_is_empty_or_ends_with_spaces(tiny: TinySite) -> None:
    for path, content in tiny.good().output.items():
        if path.endswith(".html"):
            assert all(line and line == line.rstrip() for line in content.decode().removesuffix("\n").split("\n")), path
