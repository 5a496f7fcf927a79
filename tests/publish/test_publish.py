"""`publish`: only a folder that holds, and was built for it, reaches a server; and the way back is one command."""

from pathlib import Path

import pytest

from signpost import cli
from signpost.publishing.write import write_output
from tests.publish.tiny_outputs import output, version_in


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    write_output(output(0), tmp_path / "dist", ready=True)
    return tmp_path / "dist"


def publish(dist: Path, *arguments: str) -> int:
    return cli.main(["publish", "--out", str(dist), *arguments])


def test_a_whole_folder_is_published_and_the_way_back_is_one_command(
    dist: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = tmp_path / "the server" / "www"
    assert publish(dist) == 0
    assert publish(dist, "--to", str(shown)) == 0
    write_output(output(1), dist, ready=True)
    assert publish(dist, "--to", str(shown)) == 0
    assert version_in(shown) == 1
    assert publish(dist, "--to", str(shown), "--back") == 0
    assert version_in(shown) == 0
    said = capsys.readouterr().out
    assert "may be published: all of its 6 files are as they were built." in said
    assert f'publish --to "{shown}" --back' in said


def test_one_changed_byte_is_refused(dist: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = tmp_path / "www"
    assert publish(dist, "--to", str(shown)) == 0
    page = dist / "en" / "index.html"
    page.unlink()
    page.write_bytes(b"changed")
    assert publish(dist) == 1
    assert publish(dist, "--to", str(shown)) == 1
    assert "en/index.html is not as it was built. Build it again: python3 build.py --publish" in capsys.readouterr().err
    assert version_in(shown) == 0


def test_a_folder_that_was_built_for_looking_at_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_output(output(0), tmp_path / "dist")
    assert publish(tmp_path / "dist", "--to", str(tmp_path / "www")) == 1
    assert "was built for looking at, not for publishing" in capsys.readouterr().err
    assert not (tmp_path / "www").exists()


def test_nothing_to_publish_and_nowhere_to_go_back_to(dist: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert publish(tmp_path / "nowhere") == 1
    assert publish(dist, "--back") == 2
    assert publish(dist, "--to", str(tmp_path / "www"), "--back") == 1
    said = capsys.readouterr().err
    assert "There is no folder" in said
    assert "“--back” needs “--to FOLDER”" in said
    assert "No earlier site is kept" in said


def test_a_folder_of_somebody_else_is_never_replaced(dist: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    theirs = tmp_path / "documents"
    theirs.mkdir()
    (theirs / "letter.txt").write_bytes(b"mine")
    assert publish(dist, "--to", str(theirs)) == 1
    assert "holds files that were not made by a build" in capsys.readouterr().err
    assert (theirs / "letter.txt").read_bytes() == b"mine"


def test_a_server_of_ones_own_needs_other_headers_when_they_have_changed(
    dist: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its configuration names the scripts of one build: with another, the exit by Escape would not run."""
    shown = tmp_path / "www"
    said: list[bool] = []
    for headers in (b"/*\n  A: a\n", b"/*\n  A: b\n", b"/*\n  A: b\n"):
        write_output({**output(len(said)), "_headers": headers, "_redirects": b""}, dist, ready=True)
        assert publish(dist, "--to", str(shown)) == 0
        said.append("reload the server now: python3 build.py host nginx --out" in capsys.readouterr().err)
    assert said == [False, True, False]
    assert publish(dist, "--to", str(shown), "--back") == 0
    assert "reload the server now" not in capsys.readouterr().err
