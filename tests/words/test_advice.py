"""Advice on a page: each kind of remark in both languages, what is let through, and that it stops nothing."""

import json

import pytest

from signpost import cli
from signpost.preview.shown import Preview
from signpost.problems import Level, Problems
from signpost.words.advice import Adviser
from signpost.words.site_words import PageAdvice
from signpost.words.word_list import own_list, read_word_list
from tests.tiny_site import ROOT, TODAY, TinySite


def said(tiny: TinySite, name: str, text: str) -> list[str]:
    """The remarks on one more paragraph of a page."""
    tiny.write(name, f"{tiny.text(name)}\n{text}\n")
    adviser = Adviser(read_word_list(tiny.content, "content", Problems()), {})
    remarks = adviser.advise(tiny.content / name, f"content/{name}", name[:2]).remarks
    assert all(remark.level is Level.ADVICE and not remark.safety for remark in remarks)
    return [remark.message for remark in remarks if remark.line > 25]


@pytest.mark.parametrize(
    ("name", "text", "start"),
    [
        ("en/help.md", "It was a domestic dispute.", "“domestic dispute”. Better: domestic abuse, or say what the person did."),
        ("en/help.md", "His Ex-lover came.", "“Ex-lover”. Better: ex-partner"),
        ("en/help.md", "The alleged victim said so.", "“alleged victim”. Better: victim"),
        ("en/help.md", "We will keep you safe.", "“keep you safe”. Better: help you to stay safer."),
        ("en/help.md", "Ask before  commencement or prior\nto it.", "“commencement”. Better: start."),
        ("en/help.md", "An SPO can help.", "“SPO” is not explained on this page. Write stalking protection order (SPO)."),
        ("en/help.md", "Ask an ISAC.", "“ISAC” is not explained on this page. Write independent stalking advocacy caseworker"),
        ("en/help.md", "Fill in the DASH.", "“DASH” is not explained on this page."),
        ("en/help.md", "Ask the QZQ.", "“QZQ” is not explained on this page. Write what it stands for"),
        ("en/help.md", "Your behavior matters.", "“behavior” is in no dictionary. Did you mean “behaviour”?"),
        ("en/help.md", "word " * 26 + "ends.", "The sentence “word word word word word …” has 27 words."),
        ("cy/help.md", "Roedd yn anghydfod domestig.", "“anghydfod domestig”. Better: cam-drin domestig"),
        ("cy/help.md", "Dau gyflawnwr oedd yno.", "“gyflawnwr”. Better: y sawl sy'n eich stelcian"),
        ("cy/help.md", "Gall SPO helpu.", "“SPO” is not explained on this page. Write gorchymyn diogelu rhag stelcian (SPO)."),
        ("cy/help.md", "Mae'r hedldu yma.", "“hedldu” is in no dictionary. Did you mean “heddlu”?"),
    ],
)
def test_each_kind_of_remark(tiny: TinySite, name: str, text: str, start: str) -> None:
    remarks = said(tiny, name, text)
    assert any(remark.startswith(start) for remark in remarks), remarks


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("en/help.md", "A stalking protection order (SPO) can help. An SPO is made by a court. SPOs are new."),
        ("en/help.md", "The police’s own words don't harm: a co-operative, well-known colour."),
        ("cy/help.md", "Mae'r heddlu'n helpu, a'ch teulu chi hefyd. Darllenwch y Stalking Protection Act."),
        ("en/help.md", "Disputes are not the same. A domestic disputes-page is none."),
    ],
)
def test_what_is_let_through(tiny: TinySite, name: str, text: str) -> None:
    assert said(tiny, name, text) == []


def test_the_editors_list_adds_words_and_care(tiny: TinySite) -> None:
    tiny.write(
        "words.yml",
        "spelling:\n  en: zzyzx\n  cy: clirio\nabbreviations: QZQ\ncare:\n  - language: en\n    words: patch, patches\n"
        "    write: where we work\n    why: Readers do not know it.\n",
    )
    assert said(tiny, "en/help.md", "The zzyzx QZQ patch.") == ["“patch”. Better: where we work. Readers do not know it."]
    assert said(tiny, "cy/help.md", "Yn glirio.") == []


def test_a_mistake_in_the_editors_list_is_a_sentence_and_stops_a_build(tiny: TinySite) -> None:
    tiny.write("words.yml", "speling:\n  en: x\ncare:\n  - language: en\n    words: patch\n    write: area\n")
    assert tiny.build().lines == [
        "content/words.yml:1: “speling” is not a setting of words.yml. Did you mean “spelling”?",
        "content/words.yml:4: “why” is missing from the entry of “care”. Write “why: the reason”.",
    ]


def test_every_entry_of_our_own_has_words_that_it_finds() -> None:
    for locale, entries in own_list().care.items():
        words = [word for entry in entries for word in entry.words]
        assert len(words) == len(set(words)), locale
        assert all(entry.write and entry.why.endswith(".") for entry in entries)


def test_the_command_lists_pages_with_their_measures_and_stops_nothing(tiny: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.write("en/help.md", tiny.text("en/help.md") + "\nIt was a domestic dispute.\n")
    command = ["check", "--words", "--content", str(tiny.content), "--today", "2026-11-20"]
    assert cli.main(command) == 0
    printed = capsys.readouterr()
    assert "en/help.md: " in printed.out
    assert "words in a sentence" in printed.out
    assert "“domestic dispute”" in printed.out
    assert "None of it stops a build." in printed.err
    assert cli.main([*command, "--format", "json"]) == 0
    records = json.loads(capsys.readouterr().out)
    assert {"words-care"} <= {record["rule"] for record in records}
    assert {record["level"] for record in records} == {"advice"}


def test_the_preview_shows_it_on_the_page_and_makes_it_again_only_after_a_change(tiny: TinySite) -> None:
    tiny.write("en/help.md", tiny.text("en/help.md") + "\nIt was a domestic dispute.\n")
    told: list[str] = []
    preview = Preview(tiny.content, "content", ROOT, TODAY, {}, told.append, PageAdvice(tiny.content, "content"))
    assert preview.read()
    page = preview.answer("en/help/").content.decode()
    assert "“domestic dispute”. Better:" in page
    assert "words in a sentence" in page
    assert told == []
    tiny.replace("en/help.md", "domestic dispute", "domestic abuse")
    assert preview.read()
    assert "domestic dispute" not in preview.answer("en/help/").content.decode()


def test_a_name_that_the_settings_no_longer_have_is_advised_on_at_once(tiny: TinySite) -> None:
    tiny.write("en/help.md", tiny.text("en/help.md") + "\nWe are the Qwertshire police.\n")
    tiny.replace("site.yml", "en: Tiny Police", "en: Qwertshire Police")
    preview = Preview(tiny.content, "content", ROOT, TODAY, {}, lambda _: None, PageAdvice(tiny.content, "content"))
    assert preview.read()
    assert "“Qwertshire”" not in preview.answer("en/help/").content.decode()
    tiny.replace("site.yml", "en: Qwertshire Police", "en: Tiny Police")
    assert preview.read()
    assert "“Qwertshire”" in preview.answer("en/help/").content.decode()
