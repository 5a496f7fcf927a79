"""Reading a file that an editor wrote."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signpost.files.source import MOST_BYTES, hidden_sign, leads_out, read_source
from signpost.problems import Problems


def sentences(path: Path, name: str = "en/a.md") -> list[str]:
    problems = Problems()
    assert read_source(path, name, problems) is None
    return [problem.as_text() for problem in problems]


@pytest.mark.parametrize("raw", [b"One\nTwo\n", b"\xef\xbb\xbfOne\r\nTwo\r\n", b"One\rTwo\r"])
def test_marks_and_line_ends_of_windows_and_old_macs_are_taken_off(raw: bytes, tmp_path: Path, problems: Problems) -> None:
    (tmp_path / "a.md").write_bytes(raw)
    source = read_source(tmp_path / "a.md", "en/a.md", problems)
    assert source is not None
    assert (source.text, source.name) == ("One\nTwo\n", "en/a.md")
    assert not len(problems)


@pytest.mark.parametrize("text", ["Tŷ â ê î ô û ŵ ŷ", "“quotes” – £ € … ’", "مرحبا", "中文", "👮", "tab\tinside", "e\u0301"])
def test_letters_of_every_language_pass(text: str, tmp_path: Path, problems: Problems) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert read_source(tmp_path / "a.md", "en/a.md", problems) is not None


@pytest.mark.parametrize(
    ("sign", "what"),
    [
        ("\u202e", "a hidden mark that turns text round (U+202E)"),
        ("\u2066", "a hidden mark that turns text round (U+2066)"),
        ("\u200f", "a hidden mark that turns text round (U+200F)"),
        ("\u200b", "an invisible character (U+200B)"),
        ("\ufeff", "an invisible character (U+FEFF)"),
        ("\u00ad", "an invisible character (U+00AD)"),
        ("\u2061", "an invisible character (U+2061)"),
        ("\U000e0041", "an invisible tag character (U+E0041)"),
        ("\u2028", "a hidden line end (U+2028)"),
        ("\ufffd", "a sign for a letter that was lost (U+FFFD)"),
        ("\x00", "a control character (U+0000)"),
        ("\x0c", "a control character (U+000C)"),
        ("\x7f", "a control character (U+007F)"),
        ("\x85", "a control character (U+0085)"),
        ("\ue000", "a sign that only the program shows from which it was copied (U+E000)"),
    ],
)
def test_what_cannot_be_seen_is_refused_with_its_line(sign: str, what: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"fine\nbad {sign} line {sign}\nfine", encoding="utf-8", newline="")
    assert sentences(tmp_path / "a.md") == [f"en/a.md:2: There is {what} in this line. Delete the line and type it again."]


def test_each_line_is_reported_once_and_the_first_sign_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("\u200b\u202e\nfine\n\u202e\u200b", encoding="utf-8")
    found = sentences(tmp_path / "a.md")
    assert [line.split(":")[1] for line in found] == ["1", "3"]
    assert "U+200B" in found[0]
    assert "U+202E" in found[1]


@given(st.text())
def test_hidden_sign_finds_nothing_in_what_can_be_printed(text: str) -> None:
    if text.isprintable() and "\ufffd" not in text:
        assert hidden_sign(text.replace("\u00ad", "")) is None


@pytest.mark.parametrize(
    ("raw", "line"), [("caf\xe9".encode("latin-1"), 1), (b"ok\nok\n\x92quoted", 3), (b"\xc3\x28", 1), (b"\xed\xa0\x80", 1)]
)
def test_other_encodings_are_refused_at_the_line_of_the_first_wrong_letter(raw: bytes, line: int, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(raw)
    assert sentences(tmp_path / "a.md")[0].startswith(f"en/a.md:{line}: A letter here is not saved as UTF-8")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_named(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(("A page of text.\n" * 20).encode(encoding))
    assert "UTF-16" in sentences(tmp_path / "a.md")[0]


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\n", "\ufeff"])
def test_a_file_without_anything_in_it(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    assert sentences(tmp_path / "a.md") == ["en/a.md: The file is empty. Write its content, or delete the file."]


def test_the_longest_file_is_read_and_one_byte_more_is_not(tmp_path: Path, problems: Problems) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"a" * MOST_BYTES)
    assert read_source(path, "a.md", problems) is not None
    path.write_bytes(b"a" * (MOST_BYTES + 1))
    assert sentences(path) == ["en/a.md: The file has 500,001 bytes; the most is 500,000. Split it into several."]


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    assert sentences(tmp_path / "none") == ["en/a.md: This file is missing. Put it back, or copy it from the example site."]
    assert sentences(tmp_path) == ["en/a.md: This is not an ordinary file. Put a text file here, or delete it."]


def test_a_link_within_its_folder_is_read_and_one_out_of_it_is_not(tmp_path: Path, problems: Problems) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "real.md").write_text("Text")
    (tmp_path / "outside.md").write_text("Text")
    (inside / "near.md").symlink_to("real.md")
    (inside / "far.md").symlink_to("../outside.md")
    assert read_source(inside / "near.md", "near.md", problems) is not None
    assert leads_out(inside / "far.md", inside)
    assert sentences(inside / "far.md") == ["en/a.md: This is a link to a place outside the content folder. Put the file itself here."]


def test_a_loop_of_links_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    assert sentences(tmp_path / "a")[0].startswith("en/a.md: ")
