"""`new page`, `new update`, `new contact`: the questions, the files, and what is refused."""

import io
from datetime import date
from pathlib import Path

import pytest

from signpost import cli
from signpost.files.yaml_line import scalar
from signpost.new.asking import Asker, Stopped, at_most
from signpost.telling import GOOD, PROBLEMS, WRONG_USE
from tests.due.test_tasks import plan_files
from tests.tiny_site import TinySite

DAY = date(2026, 11, 23)


class Typed:
    """The command with what a person types, one answer a line."""

    def __init__(self, tiny: TinySite, patch: pytest.MonkeyPatch, printed: pytest.CaptureFixture[str]) -> None:
        self.tiny = tiny
        self._patch = patch
        self._printed = printed
        self.said = ""
        patch.chdir(tiny.content.parent)

    def run(self, command: str, *answers: str, code: int = GOOD) -> str:
        self._patch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
        assert cli.main(["new", *command.split(), "--content", "content", "--today", "2026-11-23"]) == code
        said = self._printed.readouterr()
        return said.out + said.err

    @property
    def files(self) -> dict[str, bytes]:
        content = self.tiny.content
        return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}


@pytest.fixture
def typed(tiny: TinySite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Typed:
    return Typed(tiny, monkeypatch, capsys)


ENGLISH = ("What to do when stalking happens at your place of work, for staff.", "Tell somebody you trust.", "")
WELSH = ("Stelcian yn y gwaith", "Beth i'w wneud pan fydd stelcian yn digwydd yn eich gweithle.", "Dywedwch wrth rywun.", "", "")


def test_a_page_is_written_in_both_languages_as_a_draft_that_builds(typed: Typed) -> None:
    said = typed.run("page", "Stalking: at work", "", "", *ENGLISH, *WELSH, "")
    english, welsh = typed.tiny.text("en/stalking-at-work.md"), typed.tiny.text("cy/stalking-at-work.md")
    assert 'title: "Stalking: at work"' in english
    assert "owner: Communications team" in english
    assert "checked_on: 2026-11-23\nreview_due: 2027-05-24\n" in english
    assert english.endswith("draft: yes\n---\nTell somebody you trust.\n")
    assert "address: stelcian-yn-y-gwaith" in welsh
    assert "translated_from: " in welsh
    assert "translation_reviewed_by: none yet" in welsh
    assert "content/cy/stalking-at-work.md" in said
    assert "en/stalking-at-work/index.html" not in typed.tiny.good(DAY).output
    tried = typed.tiny.build(DAY, preview=True)
    assert tried.built is not None, tried.lines
    assert "cy/stelcian-yn-y-gwaith/index.html" in tried.built.output


def test_a_draft_may_wait_for_its_other_language(typed: Typed) -> None:
    said = typed.run("page", "At work", "", "", *ENGLISH, "", "")
    assert "new page en/at-work" in said
    tried = typed.tiny.build(DAY, preview=True)
    assert tried.built is not None, tried.lines
    assert "Its draft in the other language is seen in the preview only" in "".join(problem.message for problem in tried.problems)
    typed.tiny.replace("en/at-work.md", "draft: yes\n", "")
    assert (
        "content/cy/at-work.md: This page is missing. Write it: every page stands in each language (en, cy), in files of the same name."
        in typed.tiny.build(DAY).lines
    )
    typed.tiny.replace("en/at-work.md", "---\nTell", "draft: yes\n---\nTell")
    assert "content/cy/at-work.md" in typed.run("page en\\at-work.md", *WELSH)
    assert typed.tiny.build(DAY, preview=True).built is not None
    assert "in every language already" in typed.run("page en/at-work", code=WRONG_USE)
    assert "There is no page “en/at-wrok”. Did you mean “at-work”?" in typed.run("page en/at-wrok", code=WRONG_USE)


def test_clashes_are_refused_while_asking(typed: Typed) -> None:
    said = typed.run(
        "page", "Help and support", "Ends.", "x" * 61, "At work", "help", "Con", "con", "AT-WORK", "at-work", "nowhere", "help",
        "short", *ENGLISH, "Cymorth a chefnogaeth", *WELSH[:4], "cymorth", "gwaith", "2026-11-23", "2027-01-01",
    )  # fmt: skip
    for sentence in (
        "Another page has this title.", "no full stop", "the most is 60", "There is a page “help” already.", "“Con” cannot be",
        "“con” is a name that Windows", "“AT-WORK” cannot be", "There is no such page.", "That has 5 characters", "Write a day after",
        "content/cy/help.md stands at that address.",
    ):  # fmt: skip
        assert sentence in said, sentence
    assert "address: gwaith" in typed.tiny.text("cy/at-work.md")


def test_nothing_is_written_when_somebody_stops(typed: Typed) -> None:
    before = typed.files
    assert "Stopped. Nothing was written." in typed.run("page", "At work", "at-work", code=WRONG_USE)
    assert typed.files == before


def test_a_refused_page_leaves_no_file(typed: Typed) -> None:
    before = typed.files
    answers = ("At work", "", "", ENGLISH[0], "Call 0300 123 4567 now.", "", "", "")
    assert "content/en/at-work.md:" in typed.run("page", *answers, code=PROBLEMS)
    assert typed.files == before


CONTACT = (
    "New Helpline", "Llinell Newydd", "test-helpline", "new-helpline", "helplin", "helpline", "Talk to someone.", "Siaradwch â rhywun.",
    "0870 123 4567", "020 7946 0001", "", "", "nine to five", "mon-fri 09:00-17:00, sat 10:00-12:30", "closed", "en, cy", "wales", "",
    "talk", "", "http://x", "https://www.police.example/new", "A. Tester",
)  # fmt: skip


def test_a_contact_is_added_at_the_end_and_builds(typed: Typed) -> None:
    before = typed.tiny.text("contacts.yml")
    said = typed.run("contact", *CONTACT)
    assert "“test-helpline” is the key of Test Helpline already." in said
    assert "Did you mean “helpline”?" in said
    assert "cost the caller money" in said
    assert typed.tiny.text("contacts.yml").startswith(before)
    route = typed.tiny.good(DAY).site.contacts["new-helpline"]
    assert (route.number, route.checked_by, route.languages, route.hours.bank_holidays) == (
        "020 7946 0001",
        "A. Tester",
        ("en", "cy"),
        "closed",
    )
    assert [(period.days, period.opens, period.closes) for period in route.hours.periods] == [
        ((0, 1, 2, 3, 4), 540, 1020),
        ((5,), 600, 750),
    ]


def test_a_windows_file_keeps_its_line_ends(typed: Typed) -> None:
    path = typed.tiny.content / "contacts.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    typed.run("contact", *CONTACT)
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")
    assert "new-helpline" in typed.tiny.good(DAY).site.contacts


def test_an_update_is_added_and_nothing_before_it_changes(typed: Typed) -> None:
    plan_files(typed.tiny)
    (name,) = [name for name in typed.files if name.startswith("action-plan/updates")][-1:]
    before = typed.files
    said = typed.run("update", "99", "7.1", "2026-12-01", "", "We trained: everybody.", "", "", "in progres", "in progress", "")
    assert "The plan has: plan," in said
    assert "has not come yet" in said
    after = typed.files
    changed = [name for name, text in after.items() if before.get(name) != text]
    assert len(changed) == 1
    assert after[changed[0]].startswith(before[changed[0]].rstrip())
    added = after[changed[0]][len(before[changed[0]].rstrip()) :].decode()
    assert added == (
        "\n  - about: 7.1\n    date: 2026-11-23\n    kind: periodic\n    status: in progress\n"
        '    text:\n      en: "We trained: everybody."\n      cy: none yet\n'
    )
    assert name.endswith(".yml")
    assert typed.tiny.build(DAY).built is not None


def test_two_updates_of_one_day_need_a_word(typed: Typed) -> None:
    plan_files(typed.tiny)
    typed.run("update", "7.1", "", "First.", "Cyntaf.", "", "", "")
    said = typed.run("update", "7.1", "", "Second.", "Ail.", "", "second", "", "", "")
    assert "on that day already" in said
    assert typed.tiny.build(DAY).built is not None


def test_without_a_plan_the_way_to_one_is_named(typed: Typed) -> None:
    assert "plan import FILE" in typed.run("update", code=WRONG_USE)


def test_a_broken_site_is_mended_first(typed: Typed) -> None:
    typed.tiny.write("en/broken.md", "words")
    assert "content/en/broken.md:1" in typed.run("page", code=PROBLEMS)


def test_questions_end_with_the_input() -> None:
    def nothing() -> str:
        raise EOFError

    with pytest.raises(Stopped):
        Asker(nothing, lambda _: None).ask("Name", at_most(5))


@pytest.mark.parametrize("text", ["Plain words", "a: b", "- list", "yes", "5 # five", "“quoted”", 'say "x"', "ends:", "*star", "ŵyn"])
def test_a_value_is_read_as_it_was_typed(text: str, tmp_path: Path) -> None:
    import yaml

    assert yaml.load(f"name: {scalar(text)}", Loader=yaml.BaseLoader) == {"name": text}
