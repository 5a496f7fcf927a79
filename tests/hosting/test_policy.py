"""The content security policy: nothing by habit."""

from pathlib import Path
from posixpath import dirname, normpath

from bs4 import BeautifulSoup

from signpost.build import build
from signpost.exit.component import script_hash
from signpost.hosting.header_map import read_header_map
from signpost.hosting.policy import content_policy
from signpost.look.assets import make_assets
from signpost.options import today_in_london
from signpost.problems import Problems
from tests.consent_site import ConsentSite
from tests.tiny_site import ROOT, TinySite


def directives(policy: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (part.split() for part in policy.split(";"))}


def test_the_policy_of_a_published_page(tiny: TinySite) -> None:
    assets = make_assets(ROOT, tiny.good().site.config)
    found = directives(content_policy(assets))
    assert found["default-src"] == ["'none'"]
    assert found["script-src"][0] == f"'{assets.exit_script_hash}'"
    assert all(source.startswith("'sha256-") for source in found["script-src"])
    assert f"'{assets.style_hash}'" in found["style-src"]
    assert found["base-uri"] == found["form-action"] == ["'none'"]
    assert found["require-trusted-types-for"] == ["'script'"]
    assert "connect-src" not in found


def test_it_never_holds_what_opens_it_wide(tiny: TinySite) -> None:
    policy = content_policy(make_assets(ROOT, tiny.good().site.config))
    for word in ("unsafe-inline", "unsafe-eval", "unsafe-hashes", "strict-dynamic", "http:", "https:", "*", "blob:", "ws:"):
        assert word not in policy


def test_every_page_carries_it_and_the_host_sends_the_same(tiny: TinySite) -> None:
    """The host's is for all pages, those with fields included."""
    built = tiny.good()
    assets = make_assets(ROOT, built.site.config)
    for path, content in built.output.items():
        if path.endswith(".html"):
            assert content_policy(assets, styles=()).replace("'", "&#39;") in content.decode(), path
    assert f"Content-Security-Policy: {content_policy(assets)}; frame-ancestors 'none'" in built.output["_headers"].decode()


def test_a_page_carries_only_the_styles_that_it_needs() -> None:
    """The plan's style stands in its own pages, the style of fields in pages with fields, and each page's policy allows just these."""
    built = build(ROOT / "content", "content", ROOT, today_in_london(), Problems())
    assert built is not None
    assets = make_assets(ROOT, built.site.config)
    pages = {path: content.decode() for path, content in built.output.items() if path.endswith(".html")}
    for style, of in ((assets.plan_style, "action-plan"), (assets.form_style, "feedback")):
        with_style = {path for path, text in pages.items() if f"<style>{style}</style>" in text}
        assert with_style == {path for path, text in pages.items() if script_hash(style) in text}
        assert f"en/{of}/index.html" in with_style
        assert "en/index.html" not in with_style


def test_a_preview_may_reload_itself(tiny: TinySite) -> None:
    found = directives(content_policy(make_assets(ROOT, tiny.good().site.config), preview=True))
    assert "'self'" in found["script-src"]
    assert "connect-src" in found


def test_every_script_and_style_is_named_by_its_hash_in_the_page_or_by_its_integrity(tmp_path: Path) -> None:
    built = ConsentSite(tmp_path).good()
    files = scripts = 0
    for path, content in built.output.items():
        if not path.endswith(".html"):
            continue
        policy = directives(read_header_map(built.output["_headers"].decode()).general["Content-Security-Policy"])
        page = BeautifulSoup(content, "html.parser")
        for element in page.select("script[src], link[rel=stylesheet]"):
            address = str(element.get("src") or element.get("href"))
            file = built.output[address.lstrip("/") if address.startswith("/") else normpath(f"{dirname(path)}/{address}").lstrip("/")]
            assert element.get("integrity") == script_hash(file.decode()), (path, address)
            files += 1
        for element in page.select("script:not([src], [type]), style"):
            assert f"'{script_hash(str(element.string))}'" in policy["style-src" if element.name == "style" else "script-src"], path
            scripts += 1
        assert not page.select("[style], [onclick], [onload], [onerror]"), path
    assert files > 20
    assert scripts > 40
