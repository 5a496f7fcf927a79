"""Style and script as the pages carry them."""

import base64
import gzip
import hashlib
import re

from signpost.look.assets import fingerprinted, make_assets
from signpost.model import SiteConfig
from tests.tiny_site import ROOT, TinySite


def config(tiny: TinySite) -> SiteConfig:
    return tiny.good().site.config


def test_the_brand_colour_comes_first(tiny: TinySite) -> None:
    assert make_assets(ROOT, config(tiny)).style.startswith(":root{--brand:#16325c}")


def test_hashes_are_those_of_the_very_bytes(tiny: TinySite) -> None:
    assets = make_assets(ROOT, config(tiny))
    for text, found in ((assets.style, assets.style_hash), (assets.exit_script, assets.exit_script_hash)):
        assert found == "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_name_of_a_file_changes_with_its_content() -> None:
    assert fingerprinted("a.min.css", b"1") != fingerprinted("a.min.css", b"2")
    assert re.fullmatch(r"assets/a\.min\.[0-9a-f]{10}\.css", fingerprinted("a.min.css", b"1"))


def test_every_file_stands_under_its_fingerprint(tiny: TinySite) -> None:
    assets = make_assets(ROOT, config(tiny))
    assert assets.files
    assert assets.print_style in assets.files
    for path, content in assets.files.items():
        assert hashlib.sha256(content).hexdigest()[:10] in path


def test_nothing_in_style_or_script_can_close_its_element(tiny: TinySite) -> None:
    assets = make_assets(ROOT, config(tiny))
    assert "</" not in assets.style
    assert "</script" not in assets.exit_script


def test_the_exit_script_is_small_and_needs_nothing(tiny: TinySite) -> None:
    script = make_assets(ROOT, config(tiny)).exit_script
    assert len(gzip.compress(script.encode(), mtime=0)) <= 1536
    assert script.count("https://") == 1  # where it leads
