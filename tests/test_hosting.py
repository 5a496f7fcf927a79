"""Headers and redirects for the host."""

from signpost.hosting import page_headers
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
    text = tiny.good().output["_headers"].decode()
    before = text.partition("immutable")[0]
    assert before.rpartition("\n/")[2].startswith("assets/*")
    assert text.count("immutable") == 1
