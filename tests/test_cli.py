"""The command line: what it prints where, and its exit codes."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from signpost import cli
from signpost.commands import COMMANDS
from signpost.options import today_in_london
from signpost.problems import Level, Problems
from signpost.telling import GOOD, MOST_SHOWN, PROBLEMS, WRONG_USE, grouped, shown_path, stopping
from tests.tiny_site import ROOT, TinySite

TODAY = ("--today", "2026-11-20")


@pytest.fixture(autouse=True)
def _in_the_folder(tiny: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tiny.content.parent)
    for name in ("SOURCE_DATE_EPOCH", "GITHUB_ACTIONS", "CI"):
        monkeypatch.delenv(name, raising=False)


def run(*arguments: str) -> int:
    return cli.main([*arguments, "--content", "content", "--out", "dist"])


def code_of(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(list(arguments))
    return int(str(ended.value.code))


def test_a_build_says_what_it_built_on_the_side(tiny: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*TODAY) == GOOD
    said = capsys.readouterr()
    assert said.out == ""
    assert "Built 6 pages in 2 languages into dist/" in said.err
    assert "To look at it: python3 build.py serve" in said.err
    assert (tiny.content.parent / "dist" / "manifest.json").exists()


@pytest.mark.parametrize("command", [(), ("build",)])
def test_build_is_what_runs_without_a_command(tiny: TinySite, command: tuple[str, ...]) -> None:
    assert run(*command, *TODAY) == GOOD
    assert (tiny.content.parent / "dist" / "index.html").exists()


def test_options_may_stand_before_the_command() -> None:
    assert cli.main([*TODAY, "--content", "content", "check"]) == GOOD


def test_check_writes_nothing(tiny: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", *TODAY) == GOOD
    assert "No problem stops this site." in capsys.readouterr().err
    assert not (tiny.content.parent / "dist").exists()


@pytest.mark.parametrize("command", ["build", "check"])
def test_problems_are_results_and_the_rest_is_not(tiny: TinySite, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.replace("en/help.md", "owner: Communications team", "owner: TBC")
    assert run(command, *TODAY) == PROBLEMS
    said = capsys.readouterr()
    assert "content/en/help.md:4: “TBC” is left over in “owner”. Write the real text." in said.out.splitlines()
    assert "1 problem" in said.err
    assert "TBC" not in said.err


def test_many_problems_are_cut_short(tiny: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.write("en/index.md", tiny.text("en/index.md") + "\n\n<b>\n" * 300)
    assert run(*TODAY) == PROBLEMS
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == MOST_SHOWN + 1
    assert lines[-1] == "… and 100 more."


def test_problems_as_json(tiny: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.replace("en/help.md", "owner: Communications team", "owner: TBC")
    assert run(*TODAY, "--format", "json") == PROBLEMS
    records = json.loads(capsys.readouterr().out)
    assert {"file": "content/en/help.md", "line": 4, "level": "error", "rule": "placeholder"}.items() <= next(
        record for record in records if record["level"] == "error"
    ).items()


def test_problems_for_github(tiny: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.replace("en/help.md", "owner: Communications team", "owner: TBC")
    assert run("check", *TODAY, "--format", "github") == PROBLEMS
    assert "::error file=content/en/help.md,line=4::“TBC” is left over in “owner”. Write the real text." in capsys.readouterr().out


def test_a_good_check_as_json_is_still_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", *TODAY, "--format", "json") == GOOD
    assert isinstance(json.loads(capsys.readouterr().out), list)


def test_warnings_stop_publishing_only(tiny: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    late = ("--today", "2027-12-01")
    assert run(*late) == GOOD
    assert "before publishing" in capsys.readouterr().err
    assert run(*late, "--publish") == PROBLEMS
    assert "The review was due on 2027-05-01" in capsys.readouterr().out
    assert (tiny.content.parent / "dist" / "index.html").exists()


def test_urgent_publishes_over_what_is_not_about_safety() -> None:
    problems = Problems()
    problems.add("review-due", "a.md", 1, "Late.", Level.WARNING, safety=False)
    problems.add("page-size", "b.md", 1, "Long.", Level.ERROR, safety=False)
    problems.add("contact-age", "c.yml", 1, "Old.", Level.WARNING)
    problems.add("note", "d.md", 1, "Note.", Level.ADVICE)
    stops = {
        (publish, urgent): [problem.message for problem in stopping(problems, publish, urgent)]
        for publish, urgent in ((False, False), (True, False), (True, True))
    }
    assert stops == {(False, False): ["Long."], (True, False): ["Long.", "Late.", "Old."], (True, True): ["Old."]}


def test_urgent_writes_a_site_with_reviews_that_are_due(tiny: TinySite) -> None:
    tiny.replace("site.yml", "tiny.example", "tiny.police.uk")
    tiny.write("contacts.yml", tiny.text("contacts.yml").replace("2026-11-01", "2027-04-20"))
    assert run("--today", "2027-05-02", "--publish") == PROBLEMS
    assert run("--today", "2027-05-02", "--urgent") == GOOD


@pytest.mark.parametrize(
    "arguments",
    [
        ("--contnet", "x"),
        ("--con", "x"),
        ("--today", "24/11/2026"),
        ("--today", "2026-02-30"),
        ("--format", "xml"),
        ("bulid",),
        ("serve", "--port", "many"),
        ("serve", "--port", "99999"),
        ("serve", "--port", "0"),
        ("--today",),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert code_of(*arguments) == WRONG_USE
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--today", "24/11/2026"), "“24/11/2026” is not a date; write it like 2026-11-23"),
        (("serve", "--port", "99999"), "“99999” is not a port"),
        (("--contnet", "x"), "Did you mean “--content”?"),
        (("check", "--publsh"), "Did you mean “--publish”?"),
        (("chek",), "Did you mean “check”?"),
    ],
)
def test_wrong_use_says_what_to_write(arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    code_of(*arguments)
    assert words in capsys.readouterr().err


def test_a_folder_of_somebody_else_is_never_replaced(tiny: TinySite, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tiny.content.parent / "dist"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work")
    assert run(*TODAY) == WRONG_USE
    assert "holds files that were not made by a build" in capsys.readouterr().err
    assert [path.name for path in mine.iterdir()] == ["thesis.txt"]


def test_a_content_folder_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--content", "contents", *TODAY]) == PROBLEMS
    assert capsys.readouterr().out.startswith("contents: This folder is missing.")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert code_of(*([command] if command else []), "--help") == GOOD
    said = capsys.readouterr().out
    assert "--content DIR" in said
    assert all(line == line.rstrip() for line in said.split("\n"))


def test_every_option_and_command_has_words_of_its_own() -> None:
    parser = cli.make_parser([*COMMANDS])
    for action in parser._actions:
        if isinstance(action.choices, dict):
            assert len(action._choices_actions) == len(action.choices)  # type: ignore[attr-defined]
        else:
            assert action.help, action.option_strings


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert code_of("--version") == GOOD
    assert capsys.readouterr().out.startswith("signpost ")


@pytest.mark.parametrize(
    ("epoch", "day"),
    [("1711846800", date(2024, 3, 31)), ("1719788400", date(2024, 7, 1)), ("1719788399", date(2024, 6, 30)), ("0", date(1970, 1, 1))],
)
def test_today_is_the_day_in_london(epoch: str, day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert today_in_london() == day


def test_grouped_lines_do_not_hide_each_other() -> None:
    problems = Problems()
    for number in range(3):
        problems.add("r", f"{number}.md", 1, "Same.")
    problems.add("r", "a.yml", 0, "Other.")
    assert grouped(list(problems)) == ["0.md:1 and 2 more: Same.", "a.yml: Other."]


def test_paths_are_shown_from_where_one_stands(tiny: TinySite, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert shown_path(Path("content")) == "content"
    assert shown_path(tiny.content) == "content"
    outside = tmp_path_factory.mktemp("outside")
    assert shown_path(outside) == outside.as_posix()


def test_welsh_reaches_a_console_that_knows_no_welsh(tiny: TinySite) -> None:
    tiny.replace("cy/help.md", "owner: Tîm cyfathrebu", "owner: TBC ŵ")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    command = [sys.executable, "-c", "import sys; from signpost.cli import main; sys.exit(main(sys.argv[1:]))", "check", *TODAY]
    done = subprocess.run([*command, "--content", str(tiny.content)], cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == PROBLEMS
    assert "“TBC” is left over" in done.stdout.decode()
