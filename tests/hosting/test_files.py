"""Headers and redirects for the host."""

import hashlib

import pytest

from signpost.hosting.files import page_headers, redirect_lines
from signpost.hosting.header_map import read_header_map
from signpost.model import Redirect
from tests.tiny_site import TinySite


def test_every_answer_carries_what_keeps_a_reader_safe() -> None:
    headers = page_headers("default-src 'none'")
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "geolocation=()" in headers["Permissions-Policy"]


def test_the_file_of_headers_has_a_shape_that_hosts_read(tiny: TinySite) -> None:
    lines = tiny.good().output["_headers"].decode().splitlines()
    assert lines[0] == "/*"
    assert all(line.startswith("/") or (line.startswith("  ") and (": " in line or line.startswith("  ! "))) for line in lines)
    assert all(line.isascii() and len(line) < 2000 for line in lines)


def test_only_files_with_a_fingerprint_are_kept_for_a_year(tiny: TinySite) -> None:
    output = tiny.good().output
    headers = read_header_map(output["_headers"].decode())
    kept = {path for path in output if "immutable" in headers.of(f"/{path}")["Cache-Control"]}
    assert kept
    for path in kept:
        assert hashlib.sha256(output[path]).hexdigest()[:10] in path
    assert kept == {path for path in output if path.startswith("assets/")}
    assert headers.of("/assets/nothing.css")["Cache-Control"] == "no-store"


def test_the_map_is_read_back_as_it_was_written(tiny: TinySite) -> None:
    text = tiny.good().output["_headers"].decode()
    assert read_header_map(text).as_text() == text
    for broken in ("X-Name: value\n", "/*\n  X-Name\n"):
        with pytest.raises(ValueError, match="no line of ours"):
            read_header_map(broken)


@pytest.mark.parametrize(
    ("setting", "ending"), [("site", ""), ("subdomains", "; includeSubDomains"), ("preload", "; includeSubDomains; preload")]
)
def test_https_only_reaches_as_far_as_it_is_set(setting: str, ending: str, tiny: TinySite) -> None:
    assert "max-age=31536000\n" in tiny.good().output["_headers"].decode()
    tiny.write("site.yml", tiny.text("site.yml") + f"https_only: {setting}\n")
    assert f"Strict-Transport-Security: max-age=31536000{ending}\n" in tiny.good().output["_headers"].decode()


def test_a_preview_is_left_out_by_search_engines_and_a_published_site_is_not() -> None:
    assert page_headers("", ready=False)["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in page_headers("")


def test_nothing_is_reported_to_anybody(tiny: TinySite) -> None:
    text = tiny.good().output["_headers"].decode().lower().replace("  ! access-control-allow-origin\n", "")  # taken off
    assert not [word for word in ("report-", "reporting-endpoints", "nel:", "access-control") if word in text]


def test_an_old_address_leads_on_with_and_without_its_last_slash() -> None:
    redirects = [Redirect("/old/", "/en/", 1), Redirect("/older", "/en/", 2), Redirect("/page.php", "/en/", 3)]
    assert redirect_lines(redirects).splitlines() == [
        "/old /en/ 301", "/old/ /en/ 301", "/older /en/ 301", "/older/ /en/ 301", "/page.php /en/ 301",
    ]  # fmt: skip
