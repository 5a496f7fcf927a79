"""The preview, as a real server on a free port of this computer, over copies of the project's folders."""

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from websockets.sync.client import connect
from websockets.typing import Origin

from signpost.hosting.files import page_headers
from signpost.preview.server import Sent
from signpost.preview.shown import Preview
from tests.breakages.edits import page_text
from tests.ports import free_port, wait_for
from tests.tiny_site import ROOT, TODAY, TinySite

PATIENCE = 20.0
_RUN = """
import sys
from datetime import date
from pathlib import Path
from signpost.preview.shown import Preview
from signpost.preview.server import reload_script, serve
place, port = Path(sys.argv[1]), int(sys.argv[2])
tell = lambda text: print(text, flush=True)
preview = Preview(place / "content", "content", place, date(2026, 11, 20), reload_script(), tell)
sys.exit(serve(preview, port, False, tell))
"""


@dataclass(frozen=True)
class Served:
    """A preview to look at."""

    address: str
    said: Path

    def get(self, path: str) -> str:
        with urlopen(self.address + path, timeout=5) as answer:
            return str(answer.read().decode())

    def arrives(self, path: str, words: str) -> bool:
        """Whether the words stand on a page before patience ends."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if words in self.get(path):
                return True
            time.sleep(0.1)
        return False

    def says(self, words: str) -> bool:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if words in self.said.read_text(encoding="utf-8"):
                return True
            time.sleep(0.1)
        return False


@dataclass(frozen=True)
class Edited(Served):
    """A preview of files of its own, to change: what one test breaks, no other finds broken."""

    site: TinySite
    root: Path


def copy_of_project(folder: Path) -> TinySite:
    for name in ("templates", "assets", "quick_exit"):
        shutil.copytree(ROOT / name, folder / name)
    return TinySite(folder)


def start(folder: Path, port: int) -> tuple[subprocess.Popen[bytes], Path]:
    said = folder / "said.txt"
    with said.open("wb") as output:
        command = [sys.executable, "-c", _RUN, str(folder), str(port)]
        return subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, cwd=ROOT), said


@contextmanager
def edited_in(folder: Path) -> Iterator[Edited]:
    site = copy_of_project(folder)
    port = free_port()
    process, said = start(folder, port)
    try:
        wait_for(port, process, said)
        yield Edited(f"http://127.0.0.1:{port}/", said, site, folder)
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One for all tests that only look."""
    with edited_in(tmp_path_factory.mktemp("served")) as edited:
        yield edited


@pytest.fixture
def edited(tmp_path: Path) -> Iterator[Edited]:
    """One for each test that changes files."""
    with edited_in(tmp_path) as edited:
        yield edited


def test_the_text_of_a_page_arrives(edited: Edited) -> None:
    edited.site.write("en/index.md", edited.site.text("en/index.md") + "\nA new sentence.\n")
    assert edited.arrives("en/", "A new sentence.")


def test_a_template_arrives(edited: Edited) -> None:
    template = edited.root / "templates" / "parts" / "footer.html"
    template.write_text(template.read_text(encoding="utf-8") + "<p>From the template</p>\n", encoding="utf-8")
    assert edited.arrives("en/help/", "From the template")


def test_a_style_arrives(edited: Edited) -> None:
    style = edited.root / "assets" / "site.css"
    style.write_text(style.read_text(encoding="utf-8") + "\n.from-style { margin: 0; }\n", encoding="utf-8")
    assert edited.arrives("cy/", ".from-style{")


def test_a_contact_arrives(edited: Edited) -> None:
    edited.site.replace("contacts.yml", "en: Call when someone is in danger.", "en: Call at once.")
    edited.site.write("en/not-found.md", edited.site.text("en/not-found.md") + "\n::contact 999\n")
    assert edited.arrives("404.html", "Call at once.")


def test_a_new_page_arrives_and_so_does_a_draft(edited: Edited) -> None:
    for locale, reviewed in (("cy", "B. D."), ("en", "")):
        edited.site.write(f"{locale}/later.md", page_text(f"Later {locale}", "A draft.", "draft: yes", reviewed=reviewed))
    edited.site.write("en/index.md", edited.site.text("en/index.md") + "\nSee [the later page](later.md).\n")
    assert edited.arrives("en/", "the later page")
    assert "A draft." in edited.get("en/later/")


def test_a_mistake_is_said_and_the_last_good_pages_stay(edited: Edited) -> None:
    good = edited.site.text("cy/help.md")
    edited.site.write("cy/help.md", good.replace("title: Cymorth a chefnogaeth", "titel: Cymorth"))
    assert edited.says("content/cy/help.md:2: “titel” is not a setting of the page settings.")
    shown = edited.get("cy/cymorth/")
    assert "Cymorth a chefnogaeth" in shown
    assert "1 to mend on this page" in shown
    assert "You see the last good page." in shown
    assert "1 to mend elsewhere" in edited.get("en/help/")
    edited.site.write("cy/help.md", good.replace("Pobl i siarad", "Pobl i sgwrsio"))
    assert edited.arrives("cy/cymorth/", "Pobl i sgwrsio")


def test_a_broken_template_does_not_end_the_preview(edited: Edited) -> None:
    template = edited.root / "templates" / "parts" / "review.html"
    good = template.read_text(encoding="utf-8")
    template.write_text(good + "{% if %}", encoding="utf-8")
    assert edited.says("review.html")
    template.write_text(good + "<p>Mended again</p>\n", encoding="utf-8")
    assert edited.arrives("en/help/", "Mended again")
    words = edited.root / "templates" / "strings" / "cy.yml"
    welsh = words.read_text(encoding="utf-8")
    words.write_text("".join(line for line in welsh.splitlines(True) if not line.startswith("skip_link:")), encoding="utf-8")
    assert edited.arrives("cy/", "<code>templates/strings/cy.yml</code>: “skip_link” is missing")
    words.write_text(welsh, encoding="utf-8")
    template.write_text(good + "<p>{{ t.quite_new }} Once more</p>\n", encoding="utf-8")
    assert edited.arrives("en/help/", "need the word “quite_new”")
    template.write_text(good + "<p>Mended once more</p>\n", encoding="utf-8")
    assert edited.arrives("en/help/", "Mended once more")


def test_pages_reload_themselves_and_are_not_kept(served: Served) -> None:
    assert "livereload.js" in served.get("en/")
    assert "function" in served.get("livereload.js")
    with urlopen(served.address + "en/", timeout=5) as answer:
        assert answer.headers["Cache-Control"] == "no-store"


def directives(policy: str) -> dict[str, str]:
    return {part.split()[0]: part for part in policy.split("; ")}


def test_headers_are_those_of_a_published_site(served: Served, tiny: TinySite) -> None:
    with urlopen(served.address + "en/help/", timeout=5) as answer:
        headers = answer.headers
    for name, value in page_headers("").items():
        if name not in {"Content-Security-Policy", "Strict-Transport-Security"}:
            assert headers[name] == value, name
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    published = directives(tiny.good().output["_headers"].decode().split("Content-Security-Policy: ")[1].split("\n")[0])
    for name, value in directives(policy).items():
        if name not in {"script-src", "style-src"}:  # the reload script and the preview's own style
            assert value == published.get(name) or name == "connect-src", name
    assert set(published) - set(directives(policy)) <= {"require-trusted-types-for", "trusted-types"}


def test_only_its_own_names_are_answered(served: Served) -> None:
    for host, status in (("evil.example", 421), ("localhost", 200)):
        with pytest.raises(HTTPError) if status == 421 else nullcontext() as refused:
            urlopen(Request(served.address + "en/", headers={"Host": host}), timeout=5).close()
        if refused is not None:
            assert refused.value.code == status


def test_what_is_not_there_is_the_page_for_it(served: Served) -> None:
    with pytest.raises(HTTPError) as missing:
        served.get("en/nowhere/")
    assert missing.value.code == 404
    assert "en/help" in missing.value.read().decode()
    with urlopen(served.address + "en/help", timeout=5) as answer:
        assert answer.url.endswith("/en/help/")


def test_it_says_how_a_phone_can_look_only_by_the_option(served: Served) -> None:
    said = served.said.read_text(encoding="utf-8")
    assert "start it with “--host”" in said
    assert "On a phone" not in said


def test_a_port_that_is_taken_is_a_sentence(tmp_path: Path) -> None:
    copy_of_project(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        process, said = start(tmp_path, port)
        assert process.wait(timeout=PATIENCE) == 2
    assert f"Port {port} cannot be used" in said.read_text(encoding="utf-8")
    assert "Traceback" not in said.read_text(encoding="utf-8")


def test_a_page_that_was_loading_while_a_file_was_saved_loads_again(edited: Edited) -> None:
    edited.get("en/help/")
    edited.site.write("cy/help.md", edited.site.text("cy/help.md") + "\nBrawddeg arall.\n")
    assert edited.arrives("cy/cymorth/", "Brawddeg arall.")
    with connect(edited.address.replace("http", "ws") + "livereload", origin=Origin(edited.address.rstrip("/"))) as browser:
        browser.send(json.dumps({"command": "hello", "protocols": []}))
        browser.send(json.dumps({"command": "info", "url": f"{edited.address}en/help/"}))
        assert json.loads(browser.recv(timeout=5))["command"] == "hello"
        assert json.loads(browser.recv(timeout=5))["command"] == "reload"


def test_only_a_page_that_was_sent_in_an_earlier_state_is_behind(tiny: TinySite) -> None:
    preview = Preview(tiny.content, "content", ROOT, TODAY, {}, lambda _: None)
    sent = Sent(preview)
    preview.read()
    sent.note("en/")
    assert not sent.is_behind("en/")
    assert not sent.is_behind("cy/")
    preview.read()
    assert sent.is_behind("en/")
