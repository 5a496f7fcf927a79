"""The file that an editor names: what cannot be read gets one sentence, and nothing is written over."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from signpost.imports import packages, place
from signpost.imports.place import Place
from signpost.imports.run import import_plan, run_import
from signpost.imports.source_file import read_source_file
from signpost.problems import Problems
from tests.imports.papers import Grid, comma_separated, web_page
from tests.plan.site import TODAY

READ = "Files of this kind cannot be read: .docx, .xlsx, .csv, .html, .htm can."
DAMAGED = "The file is damaged, or not of the kind that its name says. Open it, and save it anew under another name."
NO_NUMBER = "No recommendation with its number was found in this file. If the plan is in a file that this page links to, import that file."
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
PLAN = [Grid((("No.", "Recommendation", "Force update", "Status", "Date"), ("7", "Do it.", "We check.", "Complete", "Nov-24")))]

UNREADABLE: tuple[tuple[str, bytes, str], ...] = (
    ("plan.doc", b"x", f"{READ} Save it as .docx in Word first."),
    ("plan.xls", b"x", f"{READ} Save it as .xlsx first."),
    (
        "plan.pdf", b"%PDF-1.7",
        f"{READ} Open it in Word, which makes a document of it; check that, and save it as .docx. The original that the PDF was made from is better.",
    ),
    ("plan.pages", b"x", f"{READ} Save or export it as one of these."),
    ("plan", b"x", f"{READ} Save or export it as one of these."),
    ("plan.docx", b"x", DAMAGED),
    ("plan.xlsx", b"PK\x03\x04", DAMAGED),
    ("plan.docx", b"", "The file is empty."),
    ("plan.csv", b"", "The file is empty."),
    ("plan.csv", b"\n\n", NO_NUMBER),
    (
        "plan.docx", OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"),
        "The file is protected by a password. Open it, take the password off (File, Info, Protect), and save it.",
    ),
    ("plan.docx", OLD_OFFICE, "This is a file of an old kind under a new name. Open it, and save it as .docx."),
    (
        "plan.html", b"%PDF-1.7 x",
        "This is a PDF under another name. Open it in Word, which makes a document of it; check that, and save it as .docx. "
        "The original that the PDF was made from is better.",
    ),
    ("plan.csv", b"No.,Recommendation\n7,caf\xe9\n", "The file is not saved as UTF-8. Save it again with that encoding (in Excel: “CSV UTF-8”)."),
    (
        "plan.html", b"<p>caf\xe9</p>",
        "The file is not saved as UTF-8. Open the page in a browser and save it anew, or copy its text into Word and import that.",
    ),
    ("plan.html", b"<p>Our action plan can be read in full <a href='plan.pdf'>here</a>.</p>", NO_NUMBER),
)  # fmt: skip


def _sentences(file: Path) -> list[str]:
    problems = Problems()
    assert import_plan(file, ("en",), TODAY, problems) is None
    return [problem.as_text() for problem in problems]


@pytest.mark.parametrize(("name", "raw", "sentence"), UNREADABLE, ids=[f"{name}-{raw[:8]!r}" for name, raw, _ in UNREADABLE])
def test_a_file_that_cannot_be_read_gets_a_sentence(tmp_path: Path, name: str, raw: bytes, sentence: str) -> None:
    (tmp_path / name).write_bytes(raw)
    assert _sentences(tmp_path / name) == [f"{name}: {sentence}"]


def test_what_is_no_file_gets_a_sentence(tmp_path: Path) -> None:
    missing = "There is no such file. Write the path of the plan's document; a path with spaces stands between double quotes."
    assert _sentences(tmp_path / "plan.csv") == [f"plan.csv: {missing}"]
    assert _sentences(tmp_path) == [f"{tmp_path.name}: This is a folder. Write the path of the plan's document in it."]
    assert "This is an address." in _sentences(Path("https://www.police.example/plan/"))[0]


def test_a_file_that_unpacks_to_more_than_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("signpost.imports.source_file.MOST_UNPACKED", 1000)
    with zipfile.ZipFile(tmp_path / "plan.docx", "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", "x" * 2000)
    assert "too large for a plan" in _sentences(tmp_path / "plan.docx")[0]


@pytest.mark.parametrize("kind", [".docx", ".xlsx", ".html"])
def test_a_missing_package_is_named(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / f"plan{kind}").write_bytes(b"x")
    monkeypatch.setattr(packages, "find_spec", lambda _: None)
    problems = Problems()
    assert read_source_file(tmp_path / f"plan{kind}", problems) is None
    assert problems.errors[0].message.endswith("Import with “--install”.")
    assert packages.missing_packages(Path("plan.csv")) == []


def test_only_the_lock_file_is_installed_and_only_in_an_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def call(command: list[str], **_: object) -> int:
        asked.append(command)
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    assert not packages.install_packages(tmp_path) and asked == []
    monkeypatch.setattr(sys, "prefix", "/somewhere/.venv")
    assert packages.install_packages(tmp_path)
    assert asked[0][-3:] == ["--require-hashes", "-r", str(tmp_path / packages.LOCK)]


# What is written


@pytest.mark.parametrize("taken", ["action-plan/recommendation-7.yml", "check.html"])
def test_nothing_is_written_over(tmp_path: Path, taken: str) -> None:
    comma_separated(PLAN, tmp_path / "plan.csv")
    target = tmp_path / "out"
    (target / taken).parent.mkdir(parents=True)
    (target / taken).write_text("mine", encoding="utf-8")
    found, problems = run_import(tmp_path / "plan.csv", Place(target), ("en",), TODAY)
    assert found is None
    assert "writes over nothing" in problems.errors[0].message
    assert [path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()] == [taken]


def test_half_an_import_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    comma_separated(PLAN, tmp_path / "plan.csv")
    monkeypatch.setattr(place, "REPORT", "no/such/folder.html")
    found, problems = run_import(tmp_path / "plan.csv", Place(tmp_path / "out"), ("en",), TODAY)
    assert found is None and "could not be written there (No such file or directory)" in problems.errors[0].message
    assert not (tmp_path / "out").exists()


def test_a_page_that_was_saved_from_a_browser_is_read(tmp_path: Path) -> None:
    web_page(PLAN, tmp_path / "plan.htm")
    found, _ = run_import(tmp_path / "plan.htm", Place(tmp_path / "out"), ("en",), TODAY)
    assert found is not None and found.percent == 100.0
