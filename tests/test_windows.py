"""What an editor's Windows computer does to files and commands, acted out here: line ends, marks, names, locks, paths.

What needs Windows itself (its own file system, the launcher `py`) cannot be shown on this system and is not claimed.
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from signpost import cli
from signpost.preview.shown import Preview
from signpost.publishing import exchange
from signpost.telling import shown_path
from tests.breakages.edits import page_text
from tests.tiny_site import ROOT, TODAY, TinySite

DAY = ("--today", TODAY.isoformat())


def as_notepad_saves(content: Path, mark: bytes = b"\xef\xbb\xbf") -> None:
    """Every file with CRLF and a byte order mark."""
    for path in content.rglob("*.*"):
        path.write_bytes(mark + path.read_bytes().replace(b"\n", b"\r\n"))


def test_a_whole_site_saved_on_windows_is_the_same_site_to_the_byte(tiny: TinySite) -> None:
    before = tiny.good().output
    as_notepad_saves(tiny.content)
    assert tiny.good().output == before


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-16", "is saved as UTF-16. Save it again with the encoding “UTF-8”."),
        ("cp1252", "Save the file again with the encoding “UTF-8”."),
    ],
)
def test_another_encoding_is_a_sentence(tiny: TinySite, encoding: str, said: str) -> None:
    text = tiny.text("cy/help.md").replace("Cymorth", "Cymôrth")
    tiny.write("cy/help.md", text.encode(encoding))
    assert any(line.startswith("content/cy/help.md") and said in line for line in tiny.build().lines)


@pytest.mark.parametrize("name", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_names_that_windows_keeps_for_itself_are_refused(tiny: TinySite, name: str) -> None:
    tiny.write(f"en/{name}.md", page_text("A page", "Words."))
    assert any(f"content/en/{name}.md: “{name}” is a name that Windows" in line for line in tiny.build().lines)


def test_names_that_differ_in_capitals_only_are_refused(tiny: TinySite) -> None:
    tiny.write("en/HELP.md", page_text("A page", "Words."))
    assert any("differs from this name in capitals only" in line for line in tiny.build().lines)


@pytest.mark.parametrize("left", ["Thumbs.db", "desktop.ini", "~$help.docx", ".~lock.help.md#"])
def test_what_windows_programs_leave_behind_stops_nothing(tiny: TinySite, left: str) -> None:
    tiny.write(left, "x")
    tiny.write(f"en/{left}", "x")
    assert tiny.build().lines == []


def test_a_link_with_a_backslash_is_a_sentence_with_its_line(tiny: TinySite) -> None:
    tiny.write("en/help.md", tiny.text("en/help.md") + "\nSee [the start](..\\en\\index.md).\n")
    lines = tiny.build().lines
    assert lines
    assert all(line.startswith("content/en/help.md:") for line in lines)


@pytest.mark.parametrize("name", ["cy/help", r"cy\help", r"content\cy\help.md", "content/cy/help.md"])
def test_a_page_may_be_named_as_the_explorer_names_it(
    tiny: TinySite, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tiny.content.parent)
    assert cli.main(["translated", name, "--content", "content", *DAY]) == 0
    assert "translated_from: " in tiny.text("cy/help.md")
    assert "1 translation marked" in capsys.readouterr().err


def test_a_stamp_keeps_windows_line_ends_and_the_mark(tiny: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    as_notepad_saves(tiny.content)
    monkeypatch.chdir(tiny.content.parent)
    assert cli.main(["translated", "cy/help", "--content", "content", *DAY]) == 0
    content = (tiny.content / "cy" / "help.md").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf---\r\n")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert tiny.build().lines == []


def test_a_file_that_another_program_holds_is_a_sentence_in_the_build_and_the_preview(
    tiny: TinySite, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    preview = Preview(tiny.content, "content", ROOT, TODAY, {}, told.append)
    assert preview.read()
    read = Path.read_bytes

    def held(path: Path) -> bytes:
        if path.name == "help.md":
            raise PermissionError(13, "The process cannot access the file because it is being used by another process")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", held)
    assert any("Close other programs that use it." in line for line in tiny.build().lines)
    assert not preview.read()
    assert "Help and support" in preview.answer("en/help/").content.decode(), "the last good page stays"
    monkeypatch.undo()
    assert preview.read()


def test_a_folder_that_another_program_holds_leaves_the_site_as_it_was(
    tiny: TinySite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["--content", str(tiny.content), "--out", str(tmp_path / "dist"), *DAY]
    assert cli.main(command) == 0
    before = {path: path.read_bytes() for path in (tmp_path / "dist").rglob("*.*")}
    tiny.replace("en/help.md", "title: Help and support", "title: Find support")

    def held(*_: object, **__: object) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(exchange, "exchanged_in_one_step", lambda *_: False)  # Windows has no such call
    monkeypatch.setattr(Path, "rename", held)
    code = cli.main(command)
    monkeypatch.undo()
    said = capsys.readouterr()
    assert code == 1
    assert "Access is denied" in said.err + said.out
    assert {path: path.read_bytes() for path in before} == before


def test_welsh_letters_reach_an_old_console(tiny: TinySite) -> None:
    tiny.write("cy/help.md", tiny.text("cy/help.md").replace("title: ", "titel: Tŷ "))
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "SIGNPOST_IN_VENV": "1", "PYTHONUTF8": "0", "LC_ALL": "C"}
    command = [sys.executable, "build.py", "check", "--content", str(tiny.content), *DAY]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "“titel” is not a setting".encode() in done.stdout
    assert b"Traceback" not in done.stderr


def test_the_day_in_london_needs_no_time_zones_of_the_system() -> None:
    environment = {**os.environ, "PYTHONTZPATH": ""}
    script = "from signpost.options import today_in_london; print(today_in_london())"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_paths_are_shown_with_slashes() -> None:
    assert "\\" not in shown_path(Path("content") / "en" / "help.md")


@pytest.fixture
def door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """build.py as Windows runs it: `py build.py`."""
    spec = importlib.util.spec_from_file_location("windows_door", ROOT / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "ROOT", str(tmp_path))
    monkeypatch.setattr(module, "VENV", str(tmp_path / ".venv"))
    monkeypatch.delenv("SIGNPOST_IN_VENV", raising=False)
    (tmp_path / "requirements.lock").write_text("package==1\n", encoding="utf-8")
    return module


def test_py_build_hands_over_to_the_environments_python_and_returns_its_code(
    door: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[list[str], dict[str, str]]] = []

    def call(command: list[str], env: dict[str, str] | None = None, **_: object) -> int:
        started.append((command, env or {}))
        return 0 if "pip" in command else 1

    class Windows:
        """os, under the name that Windows gives it."""

        name = "nt"

        def __getattr__(self, wanted: str) -> object:
            return getattr(os, wanted)

    monkeypatch.setattr(door, "os", Windows())
    monkeypatch.setattr(door, "is_ready", lambda: False)
    monkeypatch.setattr(door, "nothing_to_do", lambda: None)
    monkeypatch.setattr(door, "make_environment", (tmp_path / ".venv").mkdir)
    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.setattr(sys, "argv", ["build.py", "check"])
    assert door.main() == 1
    python = str(tmp_path / ".venv" / "Scripts" / "python.exe")
    assert [command[0] for command, _ in started] == [python, python]
    assert started[0][0][1:3] == ["-m", "pip"]
    assert started[1][0][1:] == [str(tmp_path / "build.py"), "check"]
    assert started[1][1]["SIGNPOST_IN_VENV"] == "1"


def test_no_module_needs_unix() -> None:
    """Every module loads without the modules that Windows lacks, or asks for them where it can do without."""
    script = (
        "import sys, importlib, pathlib, signpost.publishing.lock\n"  # which has a way for each system
        "for name in ('fcntl', 'pwd', 'grp', 'resource', 'termios', 'tty', 'readline'): sys.modules[name] = None\n"
        "for path in sorted(pathlib.Path('signpost').rglob('*.py')):\n"
        "    importlib.import_module('.'.join(path.with_suffix('').parts).removesuffix('.__init__'))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
