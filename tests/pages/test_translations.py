"""Translations in step: stamps, what changed word by word, and the command that says so."""

from pathlib import Path

import pytest

from signpost import cli
from signpost.pages.stamps import stamp_of, words_of
from signpost.pages.translations import changes
from signpost.problems import Level
from signpost.telling import GOOD, WRONG_USE
from tests.tiny_site import TinySite

PAGE = "---\ntitle: Help\nowner: A\n---\nCall the police in an emergency.\n"


@pytest.mark.parametrize(
    "same",
    [
        PAGE.replace("owner: A", "owner: B"),
        PAGE.replace("\n", "\r\n"),
        "\ufeff" + PAGE,
        PAGE.replace("Call the", "Call\nthe"),
    ],
)
def test_a_stamp_keeps_when_no_word_changes(same: str) -> None:
    assert stamp_of(same) == stamp_of(PAGE)


@pytest.mark.parametrize("other", [PAGE.replace("Help", "Get help"), PAGE.replace("Call", "Ring"), PAGE + "More.\n"])
def test_a_stamp_changes_with_a_word(other: str) -> None:
    assert stamp_of(other) != stamp_of(PAGE)


def test_words_are_those_that_are_translated() -> None:
    assert words_of(PAGE) == ["Help", "Call", "the", "police", "in", "an", "emergency."]


def test_changes_are_shown_with_the_words_around_them() -> None:
    new = PAGE.replace("the police", "999").replace("emergency.", "emergency. Then wait.")
    assert [change.as_text() for change in changes(PAGE, new)] == [
        "Help Call [-the police-] {+999+} in an emergency. Then",
        "999 in an emergency. {+Then wait.+}",
    ]


def run(tiny: TinySite, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.chdir(tiny.content.parent)
    return cli.main([*arguments, "--content", "content", "--today", "2026-11-20"])


def behind(tiny: TinySite) -> list[str]:
    return [problem.as_text() for problem in tiny.build().problems if problem.rule == "translation-behind"]


def test_a_changed_source_is_shown_until_the_translation_follows(
    tiny: TinySite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tiny, monkeypatch, "translated", "--all") == GOOD
    assert behind(tiny) == []
    tiny.replace("en/help.md", "Call [[999]] in danger", "Ring [[999]] in danger")
    (line,) = behind(tiny)
    assert line.startswith("content/cy/help.md:9: content/en/help.md has changed since this was translated.")
    capsys.readouterr()
    assert run(tiny, monkeypatch, "due") == GOOD
    assert "[-Call-] {+Ring+} [[999]] in danger" in capsys.readouterr().out
    assert run(tiny, monkeypatch, "translated", "content\\cy\\help.md") == GOOD
    assert behind(tiny) == []


def test_it_stops_publishing_and_nothing_else(tiny: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tiny, monkeypatch, "translated", "cy/help")
    tiny.replace("en/help.md", "10 years", "11 years")
    (problem,) = [problem for problem in tiny.build().problems if problem.rule == "translation-behind"]
    assert problem.level is Level.WARNING
    assert tiny.build().built is not None


def test_every_other_byte_of_the_page_stays(tiny: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    windows = b"\xef\xbb\xbf" + tiny.text("cy/help.md").replace("\n", "\r\n").encode()
    tiny.write("cy/help.md", windows)
    run(tiny, monkeypatch, "translated", "cy/help")
    stamp = stamp_of(tiny.text("en/help.md")).encode()
    after = (tiny.content / "cy" / "help.md").read_bytes()
    assert after.replace(b"translated_from: " + stamp + b"\r\n", b"") == windows
    assert behind(tiny) == []


def test_a_lost_copy_is_said_and_no_difference_invented(
    tiny: TinySite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(tiny, monkeypatch, "translated", "cy/help")
    (tiny.content / "translated-from" / "cy" / "help.md").unlink()
    tiny.replace("en/help.md", "10 years", "11 years")
    capsys.readouterr()
    run(tiny, monkeypatch, "due")
    assert "The earlier text was not kept" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [(), ("cy/helpp",), ("en/help",)])
def test_what_is_no_translation_is_refused(tiny: TinySite, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    assert run(tiny, monkeypatch, "translated", *arguments) == WRONG_USE


def test_a_mistyped_stamp_names_the_command(tiny: TinySite) -> None:
    tiny.replace("cy/help.md", "translation_reviewed_by", "translated_from: abc\ntranslation_reviewed_by")
    (line,) = tiny.build().lines
    assert line == "content/cy/help.md:8: “abc” is not a stamp. Delete the line, then run “python3 build.py translated cy/help”."


def test_copies_are_never_published(tiny: TinySite, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    run(tiny, monkeypatch, "translated", "--all")
    assert not [path for path in tiny.good().output if "translated-from" in path]
