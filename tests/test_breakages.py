"""Each way to break a site: the exact lines an editor gets, exit code 1, and an earlier dist/ that stays as it was."""

import re
from pathlib import Path

import pytest

from signpost import cli
from signpost.telling import PROBLEMS
from tests.breakages.edits import Breakage, page_text
from tests.breakages.table import ALL, expected
from tests.tiny_site import TinySite

LINES = expected()
JARGON = re.compile(
    r"\b(?:schema|null|none type|token|pars\w+|mapping|scalar|sequence|yaml|utf8|node|exception|traceback|invalid|syntax|string|boolean"
    r"|integer|regex|array|dict|object|attribute|argument|slug|locale|front ?matter)\b",
    re.IGNORECASE,
)
Files = dict[str, tuple[bytes, int]]


def snapshot(folder: Path) -> Files:
    """Each file's name, bytes and time of change."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes() if path.is_file() else b"", path.stat().st_mtime_ns)
        for path in folder.rglob("*")
    }


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Files]:
    """A site that was built before anything broke."""
    folder = tmp_path_factory.mktemp("earlier")
    good = TinySite(folder)
    code = cli.main(["--content", str(good.content), "--out", str(folder / "dist"), "--today", "2026-11-20"])
    assert code == 0
    return folder / "dist", snapshot(folder / "dist")


def by_place(line: str) -> tuple[str, int, str]:
    """The order in which an editor gets the lines: by file, then by line."""
    found = re.match(r"([^:]+)(?::(\d+))?: (.*)", line)
    assert found is not None, line
    return found[1], int(found[2] or 0), found[3]


def test_there_are_many_and_each_has_its_own_name_and_lines() -> None:
    assert len(ALL) >= 45
    assert [breakage.name for breakage in ALL] == list(LINES)
    assert all(LINES.values())


@pytest.mark.parametrize("breakage", ALL, ids=lambda breakage: breakage.name)
def test_each_alone_stops_the_build_and_leaves_the_earlier_site(
    breakage: Breakage, tiny: TinySite, earlier: tuple[Path, Files], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    breakage.edit(tiny.content)
    dist, before = earlier
    monkeypatch.chdir(tiny.content.parent)
    code = cli.main(["--content", "content", "--out", str(dist), "--today", "2026-11-20"])
    assert capsys.readouterr().out.splitlines() == LINES[breakage.name]
    assert code == PROBLEMS
    assert snapshot(dist) == before
    assert [path.name for path in dist.parent.iterdir() if path.name.startswith(".")] == []


def test_all_that_can_stand_together_are_reported_at_once(tiny: TinySite) -> None:
    together = [breakage for breakage in ALL if not breakage.alone]
    assert len(together) >= 45
    for breakage in together:
        breakage.edit(tiny.content)
    lines = [line for breakage in together for line in LINES[breakage.name]]
    assert tiny.build().lines == sorted(lines, key=by_place)


@pytest.mark.parametrize("line", sorted({line for lines in LINES.values() for line in lines}))
def test_the_sentences_are_in_plain_words(line: str) -> None:
    message = re.sub(r"“[^”]*”", "“…”", by_place(line)[2])
    assert not JARGON.search(message), message
    assert message[-1] in ".?", message
    assert "  " not in message


@pytest.mark.parametrize(
    ("start", "end"),
    [(b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n"), (b"\xef\xbb\xbf", b"\r\n"), (b"", b"\r")],
    ids=["BOM", "CRLF", "BOM and CRLF", "CR"],
)
def test_what_windows_programs_write_is_accepted(start: bytes, end: bytes, tiny: TinySite) -> None:
    plain = tiny.good().output
    for path in tiny.content.rglob("*"):
        if path.is_file():
            path.write_bytes(start + path.read_bytes().replace(b"\n", end))
    assert tiny.good().output == plain


def test_what_stands_beside_the_files_by_accident_is_passed_over(tiny: TinySite) -> None:
    for name in ("en/.DS_Store", "en/~$help.md", "cy/Thumbs.db", "desktop.ini", "README.md", ".gitkeep"):
        tiny.write(name, b"\x00\x01")
    tiny.good()


def test_a_file_that_disappears_while_it_is_read_is_a_sentence(tiny: TinySite) -> None:
    (tiny.content / "en/gone.md").symlink_to(tiny.content / "en/nowhere.md")
    assert tiny.build().lines == ["content/en/gone.md: This file is missing. Put it back, or copy it from the example site."]


def test_a_folder_in_place_of_a_file_is_a_sentence(tiny: TinySite) -> None:
    (tiny.content / "redirects.yml").mkdir()
    assert tiny.build().lines == ["content/redirects.yml: This is not an ordinary file. Put a text file here, or delete it."]


def test_a_page_may_stand_in_a_folder(tiny: TinySite) -> None:
    tiny.write("en/more/deep.md", page_text("Deep page", "[Up](../help.md), [what to do now](../index.md#what-to-do-now), [me](deep.md)."))
    tiny.write("cy/more/deep.md", page_text("Tudalen ddofn", "Testun.", reviewed="B. Darllenydd"))
    assert "en/more/deep/index.html" in tiny.good().output
