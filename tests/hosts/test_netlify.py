"""`_headers` and `_redirects`, read by Netlify's own parsers from npm."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from signpost.hosting.header_map import HEADERS_FILE, REDIRECTS_FILE, read_header_map, read_redirect_lines
from tests.hosts.asking import questions
from tests.hosts.conftest import Hosted
from tests.tiny_site import ROOT


@pytest.fixture(scope="module")
def parsed(hosted: Hosted) -> dict[str, Any]:
    paths = [question.path for question in questions(hosted.output)]
    command = ["node", str(Path(__file__).with_name("netlify.mjs")), str(hosted.folder)]
    ended = subprocess.run(command, input=json.dumps(paths), capture_output=True, text=True, check=False, timeout=60, cwd=ROOT / "tests")
    assert ended.returncode == 0, ended.stderr[-2000:]
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def test_both_files_are_read_without_an_error(parsed: dict[str, Any], hosted: Hosted) -> None:
    assert parsed["errors"] == []
    assert parsed["redirects"] == len(read_redirect_lines(hosted.output[REDIRECTS_FILE].decode())) == 5


def test_every_path_gets_the_headers_of_the_map(parsed: dict[str, Any], hosted: Hosted) -> None:
    headers = read_header_map(hosted.output[HEADERS_FILE].decode())
    assert list(parsed["answers"]) == [question.path for question in questions(hosted.output)]
    for path, answer in parsed["answers"].items():
        assert answer["headers"] == headers.of(path), path


def test_old_addresses_lead_on_for_ever_and_others_nowhere(parsed: dict[str, Any], hosted: Hosted) -> None:
    expected = dict(read_redirect_lines(hosted.output[REDIRECTS_FILE].decode()))
    for path, answer in parsed["answers"].items():
        redirect = answer["redirect"]
        if path.rstrip("/") in {old.rstrip("/") for old in expected}:
            assert redirect == {"to": expected[path], "status": 301}, path
        else:
            assert not redirect, path


def test_the_files_are_within_the_limits_of_cloudflare(hosted: Hosted) -> None:
    """Cloudflare Pages: at most 100 rules and 2,000 signs a line in `_headers`, 2,000 fixed redirects."""
    lines = hosted.output[HEADERS_FILE].decode().splitlines()
    assert sum(line.startswith("/") for line in lines) <= 100
    assert max(map(len, lines)) <= 2000
    assert len(hosted.output[REDIRECTS_FILE].decode().splitlines()) <= 2000
