"""What is kept between builds: right or not there at all, whatever happens to its file."""

import multiprocessing
import os
import sqlite3
from pathlib import Path

import pytest

from signpost.build import build
from signpost.kept.memory import Memory
from signpost.kept.store import Kept, key_of
from signpost.output.output import Output
from signpost.problems import Problems
from tests.breakages.edits import Breakage
from tests.breakages.table import ALL
from tests.tiny_site import ROOT, TODAY, TinySite

KEY = key_of("a")


def test_it_gives_back_what_it_was_given(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "below" / "kept")
    many = [(key_of(str(number)), b"x" * number) for number in range(2000)]
    kept.put(many)
    kept.close()
    assert Kept(tmp_path / "below" / "kept").get([key for key, _ in many] + [KEY]) == dict(many)


def test_a_key_counts_where_each_part_ends() -> None:
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", "")}) == 4


def test_nothing_is_kept_without_a_place() -> None:
    kept = Kept(None)
    kept.put([(KEY, b"1")])
    assert kept.get([KEY]) == {}
    kept.close()


@pytest.mark.parametrize("place", range(0, 12_000, 397))
def test_a_damaged_file_gives_the_right_value_or_none(tmp_path: Path, place: int) -> None:
    kept = Kept(tmp_path / "kept")
    kept.put([(KEY, b"right" * 1000)])
    kept.close()
    content = bytearray((tmp_path / "kept").read_bytes())
    content[place % len(content)] ^= 0x55
    (tmp_path / "kept").write_bytes(content)
    kept = Kept(tmp_path / "kept")
    assert kept.get([KEY]).get(KEY, b"right" * 1000) == b"right" * 1000
    kept.put([(KEY, b"again")])
    kept.close()
    assert Kept(tmp_path / "kept").get([KEY]).get(KEY, b"again") in {b"again", b"right" * 1000}


def test_an_index_that_leads_to_the_value_of_another_key_gives_none(tmp_path: Path) -> None:
    """One damaged byte in an index does that, and the other value is whole by itself."""
    keys = [key_of(str(number)) for number in range(5)]
    kept = Kept(tmp_path / "kept")
    kept.put([(key, b"of " + key) for key in keys])
    kept.close()
    content = (tmp_path / "kept").read_bytes()
    found = wrong = 0
    for place in (at for at in range(len(content)) if content[at - 32 : at] in keys):  # after each key in the index stands its row
        (tmp_path / "kept").write_bytes(content[:place] + bytes([content[place] ^ 0x06]) + content[place + 1 :])
        kept = Kept(tmp_path / "kept")
        for key in keys:
            value = kept.get([key]).get(key)
            found += value is not None
            wrong += value not in {None, b"of " + key}
        kept.close()
    assert found, "nothing was ever found, so nothing was tried"
    assert not wrong


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 200])
def test_another_file_in_its_place_is_thrown_away(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kept").write_bytes(content)
    for _ in range(2):
        kept = Kept(tmp_path / "kept")
        assert kept.get([KEY]).get(KEY, b"1") == b"1"
        kept.put([(KEY, b"1")])
        kept.close()
    assert Kept(tmp_path / "kept").get([KEY]) == {KEY: b"1"}


def test_it_may_be_deleted_between_any_two_steps(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept")
    kept.put([(KEY, b"1")])
    (tmp_path / "kept").unlink()
    assert kept.get([KEY]).get(KEY, b"1") == b"1"
    kept.put([(key_of("b"), b"2")])
    kept.close()
    Kept(tmp_path / "kept").put([(KEY, b"3")])


def test_a_place_that_cannot_be_written_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    kept = Kept(tmp_path / "file" / "kept")
    kept.put([(KEY, b"1")])
    assert kept.get([KEY]) == {}
    kept.close()


def test_the_oldest_go_when_there_is_too_much(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept", most_bytes=300_000)
    keys = [key_of(str(number)) for number in range(100)]
    for key in keys:
        kept.put([(key, os.urandom(5000))])
    kept.close()
    left = Kept(tmp_path / "kept").get(keys)
    assert 0 < len(left) < 100
    assert keys[-1] in left
    assert keys[0] not in left
    assert (tmp_path / "kept").stat().st_size <= 300_000


def _fill(path: Path, name: str) -> None:
    kept = Kept(path)
    for number in range(60):
        kept.put([(key_of(name, str(number)), f"{name} {number}".encode() * 500)])
        found = kept.get([key_of(name, str(number))])
        assert found.get(key_of(name, str(number)), f"{name} {number}".encode() * 500) == f"{name} {number}".encode() * 500
    kept.close()


def test_several_may_use_it_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    builders = [context.Process(target=_fill, args=(tmp_path / "kept", name)) for name in ("a", "b")]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join(60)
        assert builder.exitcode == 0
    kept = Kept(tmp_path / "kept")
    assert len(kept.get([key_of(name, str(number)) for name in ("a", "b") for number in range(60)])) == 120
    with sqlite3.connect(tmp_path / "kept") as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    connection.close()


Made = tuple[dict[str, bytes], list[str]]
MADE: dict[bytes, Made] = {}
"""What was made without a memory, by all the files that it was made from."""


class Built:
    """Builds a tiny site again and again with the same memory, and holds each against a build without one."""

    def __init__(self, tiny: TinySite) -> None:
        self.tiny = tiny
        self.folder = tiny.content.parent

    def build(self) -> Made:
        kept = Kept(self.folder / "kept")
        made = self._made(Memory(kept, ROOT, self.tiny.content, TODAY, False, self.folder / "dist"))
        kept.close()
        assert made == self._without()
        for path, content in made[0].items():
            (self.folder / "dist" / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / "dist" / path).write_bytes(content)
        return made

    def _without(self) -> Made:
        """Of the same files, once: without a memory, nothing of an earlier build can be in it."""
        found = [
            f"{path.relative_to(self.folder)} {path.is_symlink()} {path.read_bytes() if path.is_file() else None!r}"
            for path in sorted(self.tiny.content.rglob("*"))
        ]
        key = key_of(*found)
        if key not in MADE:
            MADE[key] = self._made(None)
        return MADE[key]

    def _made(self, memory: Memory | None) -> Made:
        problems = Problems()
        built = build(self.tiny.content, "content", ROOT, TODAY, problems, memory=memory)
        return built.output if built is not None else {}, [problem.as_text() for problem in problems]


CHANGES = [
    ("en/help.md", "## ", "## Other "),
    ("en/help.md", "title: ", "title: Another "),
    ("contacts.yml", "020 7946 0000", "020 7946 0001"),
    ("contacts.yml", "en: Free", "en: Costs nothing"),
    ("site.yml", "en: Tiny Police", "en: Little Police"),
    ("cy/index.md", "checked_on: 2026-11-01", "checked_on: 2026-11-02"),
    ("en/not-found.md", "\n---\n", "\n---\nAnother sentence stands here.\n\n"),
    ("en/help.md", "\n---\n", "\n---\nCall 020 7946 0958 now.\n\n"),
    ("en/help.md", "\n---\n", "\n---\n[Nowhere](nowhere.md) at all.\n\n"),
]


@pytest.mark.parametrize(("file", "old", "new"), CHANGES, ids=lambda value: str(value)[:20].strip())
def test_with_a_memory_every_build_is_what_it_is_without(tiny: TinySite, file: str, old: str, new: str) -> None:
    site = Built(tiny)
    first = site.build()
    assert first[0]
    assert site.build() == first
    before = tiny.text(file)
    assert old in before
    tiny.write(file, before.replace(old, new))
    changed = site.build()
    assert changed != first
    assert site.build() == changed
    tiny.write(file, before)
    assert site.build() == first


def test_a_page_that_was_changed_where_it_was_written_is_made_again(tiny: TinySite) -> None:
    site = Built(tiny)
    first = site.build()
    page = site.folder / "dist" / "en" / "help" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"999", b"998"))
    assert site.build() == first


def test_known_pages_are_really_taken_over(tiny: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise all these tests would hold without any memory."""
    site = Built(tiny)
    site.build()
    taken: list[str] = []
    original = Output.take_over

    def noted(output: Output, path: str, file: str, sha256: str) -> bool:
        taken.append(path)
        return original(output, path, file, sha256)

    monkeypatch.setattr(Output, "take_over", noted)
    site.build()
    assert {"en/help/index.html", "cy/index.html"} <= set(taken)


@pytest.mark.parametrize("breakage", ALL, ids=lambda breakage: breakage.name)
def test_a_mistake_is_said_again_by_every_build(tiny: TinySite, breakage: Breakage) -> None:
    """What is kept was free of mistakes: a page that was read with one is read again."""
    site = Built(tiny)
    site.build()
    breakage.edit(tiny.content)
    broken = site.build()
    assert broken[0] == {}
    assert site.build() == broken


ADVICE = [
    "A very ''' odd paragraph",
    "<b>bold</b> words",
    "| a | b |\n|---|---|\n| 1 |",
    "![](picture.png)",
    "[[",
    ":::warning\nNever closed",
]


@pytest.mark.parametrize("text", ADVICE)
def test_whatever_is_found_in_a_text_is_found_again(tiny: TinySite, text: str) -> None:
    site = Built(tiny)
    tiny.write("en/help.md", tiny.text("en/help.md") + f"\n\n{text}\n")
    first = site.build()
    assert site.build() == first
    assert site.build() == first
