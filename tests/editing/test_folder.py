"""The folder behind the editing page: only pages, nothing over another program's work, line ends as they were."""

import os
from pathlib import Path

import pytest

from signpost.editing.folder import PagesFolder, Refused
from tests.tiny_site import TinySite

KNOWN = {"en": ("title", "description", "owner", "checked_on", "review_due"), "cy": ("title", "description")}


@pytest.fixture
def folder(tiny: TinySite) -> PagesFolder:
    return PagesFolder(tiny.content, KNOWN)


def test_every_page_is_given_out_and_nothing_else(folder: PagesFolder, tiny: TinySite) -> None:
    tiny.write("en/notes.txt", "no page")
    tiny.write("en/CON.md", "reserved")
    names = [entry["file"]["path"] for entry in folder.entries()]
    assert names == [f"content/{locale}/{key}.md" for locale in ("en", "cy") for key in ("help", "index", "not-found")]


def test_a_change_is_saved_and_the_rest_of_the_file_stays(folder: PagesFolder, tiny: TinySite) -> None:
    text = folder.entry("content/en/help.md")["data"]
    before = tiny.text("en/help.md")
    folder.save({"content/en/help.md": text.replace("title: Help and support", "title: Get help")})
    assert tiny.text("en/help.md") == before.replace("title: Help and support", "title: Get help")
    assert not [path for path in (tiny.content / "en").iterdir() if path.name.startswith(".")]


def test_windows_line_ends_and_the_byte_order_mark_stay(folder: PagesFolder, tiny: TinySite) -> None:
    before = b"\xef\xbb\xbf" + tiny.text("en/help.md").replace("\n", "\r\n").encode()
    tiny.write("en/help.md", before)
    text = folder.entry("content/en/help.md")["data"]
    assert "\r" not in text
    folder.save({"content/en/help.md": text.replace("title: Help and support", "title: Get help")})
    assert (tiny.content / "en" / "help.md").read_bytes() == before.replace(b"title: Help and support", b"title: Get help")


def test_what_another_program_saved_is_not_lost(folder: PagesFolder, tiny: TinySite) -> None:
    text = folder.entry("content/en/help.md")["data"]
    tiny.replace("en/help.md", "title: Help and support", "title: From elsewhere")
    with pytest.raises(Refused, match="saved by another program meanwhile"):
        folder.save({"content/en/help.md": text})
    assert "From elsewhere" in tiny.text("en/help.md")


def test_both_languages_are_saved_or_neither(folder: PagesFolder, tiny: TinySite) -> None:
    english = folder.entry("content/en/help.md")["data"]
    folder.entry("content/cy/help.md")
    with pytest.raises(Refused):
        folder.save({"content/en/help.md": english.replace("Help and support", "Changed"), "content/cy/help.md": "broken"})
    assert "Changed" not in tiny.text("en/help.md")


@pytest.mark.parametrize(
    "name",
    [
        "content/contacts.yml", "content/site.yml", "content/en/../../outside.md", "content/fr/help.md", "/etc/passwd", "content/en/.md",
        "elsewhere/en/help.md", "content/en/con.md", "content/en/Help.md", "content/help.md", "content\\en\\help.md", "content/en/a/../b.md",
    ],
)  # fmt: skip
def test_nothing_else_can_be_read_or_written(folder: PagesFolder, name: str, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        folder.entry(name)
    with pytest.raises(Refused):
        folder.save({name: "---\ntitle: x\n---\nx\n"})
    assert not (tmp_path / "outside.md").exists()


def test_a_link_out_of_the_folder_is_not_followed(folder: PagesFolder, tiny: TinySite, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("---\ntitle: secret\n---\n", encoding="utf-8")
    (tiny.content / "en" / "link.md").symlink_to(tmp_path / "secret.md")
    with pytest.raises(Refused):
        folder.entry("content/en/link.md")


def test_a_locked_file_is_a_sentence_and_leaves_nothing_behind(
    folder: PagesFolder, tiny: TinySite, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = folder.entry("content/en/help.md")["data"]
    before = tiny.text("en/help.md")

    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", locked)
    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(Refused, match="Close other programs that use it"):
        folder.save({"content/en/help.md": text.replace("Help and support", "Changed")})
    assert tiny.text("en/help.md") == before
    assert not [path for path in (tiny.content / "en").iterdir() if path.name.startswith(".")]
