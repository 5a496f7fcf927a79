"""`verify`: a good site is called good, and every harm to it is found: any byte, any header, the exit, the numbers."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

import pytest

from signpost import cli
from signpost.hosting.header_map import FOR_THE_HOST, HEADERS_FILE, REDIRECTS_FILE, read_header_map, read_redirect_lines
from signpost.hosting.live import AddressRefused, Answer, LiveSite
from signpost.hosting.verify import Verified, is_shown, is_shown_by_netlify, verify
from signpost.publishing.manifest import MANIFEST, Entry, manifest
from tests.figures import Figures
from tests.hosts.conftest import Hosted
from tests.hosts.test_servers import Start, start

__all__ = ["start"]
Change = Callable[[str, Answer], Answer]


@dataclass(frozen=True)
class MadeUp:
    """A perfect host in memory, with one thing changed."""

    output: Mapping[str, bytes]
    change: Change = lambda path, answer: answer
    address: str = "https://tiny.example/"
    prefix: str = "/"
    by_https: bool = True
    asked: list[str] = field(default_factory=list)

    def get(self, path: str, plain: bool = False) -> Answer:
        self.asked.append(path)
        return self.change("http:" if plain else path, self._answer(path, plain))

    def elsewhere(self, address: str) -> Answer:
        return self.change(address, Answer(200))

    def _answer(self, path: str, plain: bool) -> Answer:
        if plain:
            return Answer(301, {"location": (self.address,)})
        headers = read_header_map(self.output[HEADERS_FILE].decode())
        moved = dict(read_redirect_lines(self.output[REDIRECTS_FILE].decode())).get(f"/{path}")
        file = f"{path}index.html" if path == "" or path.endswith("/") else path
        sent = {name.lower(): (value,) for name, value in headers.of(f"/{path}").items()}
        if moved is not None:
            return Answer(301, {**sent, "location": (moved,)})
        if path == MANIFEST:
            return Answer(200, sent, manifest(self.output, ready=True))
        if file in self.output and file not in FOR_THE_HOST:
            return Answer(200, sent, self.output[file])
        if f"{path}/index.html" in self.output:
            return Answer(301, {**sent, "location": (f"/{path}/",)})
        return Answer(404, sent, self.output["404.html"])


def verified(hosted: Hosted, change: Change | None = None) -> Verified:
    live = MadeUp(hosted.output) if change is None else MadeUp(hosted.output, change)
    return verify(live, hosted.site, hosted.output)


def lines(found: Verified) -> list[str]:
    return [problem.as_text() for problem in found.problems]


def on(path: str, **changes: object) -> Change:
    """Change the answer of one path."""
    return lambda asked, answer: replace(answer, **changes) if asked == path else answer  # type: ignore[arg-type]


def test_a_good_site_is_called_good(hosted: Hosted) -> None:
    found = verified(hosted)
    assert lines(found) == []
    assert found.asked > 20


ROUNDS = 12
"""Times that one byte of every file is changed."""
KINDS = {"html", "css", "js", "json", "jsonld", "xml", "txt", "atom", "csv", "ics", "docx"}


def one_byte_other(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ chance.randrange(1, 256)]) + content[at + 1 :]


def asked_for(path: str) -> str:
    return path.removesuffix("index.html") if path.endswith("index.html") else path


def test_one_changed_byte_of_any_file_of_any_kind_is_found(of_every_kind: Hosted, figures: Figures) -> None:
    """In each round one byte of every file; each file must be named for its bytes."""
    chance = random.Random(20261125)
    files = {asked_for(path): content for path, content in of_every_kind.output.items() if path not in (*FOR_THE_HOST, "404.html")}
    assert {path.rpartition(".")[2] for path in of_every_kind.output if path not in FOR_THE_HOST} == KINDS
    for _ in range(ROUNDS):
        other = {path: one_byte_other(content, chance) for path, content in files.items()}
        found = lines(verified(of_every_kind, lambda path, answer, other=other: replace(answer, body=other.get(path, answer.body))))  # type: ignore[misc]
        for path in files:
            assert [line for line in found if line.startswith(f"https://tiny.example/{path}: The bytes are not those")], path
    figures.at_least("Verify", "single bytes changed in files of every kind, each found", ROUNDS * len(files))


def test_one_changed_byte_where_there_is_no_file_is_found(hosted: Hosted) -> None:
    """Of “not found”, of the list of files, of any header, of where an old address leads; nothing else is changed with it."""
    chance = random.Random(20261125)
    for _ in range(10):
        page = one_byte_other(hosted.output["404.html"], chance)
        assert lines(verified(hosted, lambda _, answer, page=page: replace(answer, body=page) if answer.status == 404 else answer))  # type: ignore[misc]
        listed = one_byte_other(manifest(hosted.output, ready=True), chance)
        assert lines(verified(hosted, on(MANIFEST, body=listed)))
    for name, value in read_header_map(hosted.output[HEADERS_FILE].decode()).general.items():
        wrong = one_byte_other(value.encode(), chance).decode("latin-1")

        def changed(path: str, answer: Answer, name: str = name, wrong: str = wrong) -> Answer:
            return replace(answer, headers={**answer.headers, name.lower(): (wrong,)}) if path == "cy/" else answer

        assert [line for line in lines(verified(hosted, changed)) if f"/cy/: The header {name} is" in line], name
    for old, new in read_redirect_lines(hosted.output[REDIRECTS_FILE].decode()):
        leads = "/" + one_byte_other(new[1:].encode(), chance).decode("latin-1")
        assert lines(verified(hosted, on(old[1:], headers={"location": (leads,)}))), (old, leads)


@pytest.mark.parametrize("how", ["longer", "shorter", "empty"])
def test_bytes_too_many_or_too_few_are_found(how: str, hosted: Hosted) -> None:
    content = hosted.output["robots.txt"]
    body = {"longer": content + b"\n", "shorter": content[:-1], "empty": b""}[how]
    assert "robots.txt: The bytes are not those that were built" in lines(verified(hosted, on("robots.txt", body=body)))[0]


def test_every_missing_or_changed_header_is_found(hosted: Hosted) -> None:
    names = read_header_map(hosted.output[HEADERS_FILE].decode()).general
    assert len(names) > 10
    for name in names:

        def without(path: str, answer: Answer, name: str = name.lower()) -> Answer:
            return (
                replace(answer, headers={key: value for key, value in answer.headers.items() if key != name}) if path == "en/" else answer
            )

        def twice(path: str, answer: Answer, name: str = name.lower()) -> Answer:
            return replace(answer, headers={**answer.headers, name: ("other", *answer.all(name))}) if path == "en/" else answer

        assert [line for line in lines(verified(hosted, without)) if f"/en/: The header {name} is missing" in line], name
        assert [line for line in lines(verified(hosted, twice)) if f"/en/: The header {name} is “other | " in line], name


def test_a_cookie_of_the_host_is_found(hosted: Hosted) -> None:
    found = verified(
        hosted, lambda path, answer: replace(answer, headers={**answer.headers, "set-cookie": ("id=1",)}) if path == "cy/" else answer
    )
    assert "The host sets a cookie" in lines(found)[0]


def test_another_build_is_said_and_still_compared_with_its_own_list(hosted: Hosted) -> None:
    other = {**hosted.output, "robots.txt": b"other\n"}
    found = verify(MadeUp(other), hosted.site, hosted.output)
    assert len(found.problems) == 1
    assert found.other_build
    assert "manifest.json: The site shows another build: 1 files differ, “robots.txt” among them" in lines(found)[0]
    harmed = verify(MadeUp(other, on("robots.txt", body=b"Other\n")), hosted.site, hosted.output)
    assert len(harmed.problems) == 2
    assert is_shown(MadeUp(hosted.output), hosted.output)
    assert not is_shown(MadeUp(other), hosted.output)


def test_a_page_without_its_exit_or_with_a_strange_number_is_found_whatever_its_list_says(hosted: Hosted) -> None:
    page = hosted.output["en/help/index.html"]
    for harmed, said in (
        (page.replace(b" data-quick-exit", b"", 1), "Put the exit first in the page"),
        (page.replace(b"location.replace(", b"location.assign(", 1), "is not that of quick_exit/"),
        (page.replace(b"</main>", b'<a href="tel:+448001111111">Ring 0800 111 1111</a></main>', 1), "is not in contacts.yml"),
    ):
        assert harmed != page
        found = lines(verify(MadeUp({**hosted.output, "en/help/index.html": harmed}), hosted.site, hosted.output))
        assert [line for line in found if "en/help/: " in line and said in line], said


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (
            Answer(301, {"location": ("/weather/",)}),
            "which leads on to https://www.bbc.co.uk/weather/. Write the last address as “address” of “exit”.",
        ),
        (
            Answer(302, {"location": ("https://elsewhere.example/",)}),
            "which leads on to https://elsewhere.example/. Write the last address as “address” of “exit”.",
        ),
        (Answer(404), "which answers 404. Choose a page that is there."),
        (Answer(204), "which answers 204. Choose a page that is there."),
        (Answer(fault="it did not answer within 20 seconds"), "and it did not answer within 20 seconds."),
    ],
)
def test_the_page_that_the_exit_leads_to_must_be_there_without_a_detour(hosted: Hosted, answer: Answer, said: str) -> None:
    exit_address = hosted.site.config.exit.address
    found = verified(hosted, lambda path, given: answer if path == exit_address else given)
    assert [problem.as_text() for problem in found.problems] == [
        f"content/site.yml:{hosted.site.config.line('exit')}: The exit leads to {exit_address}, {said}"
    ]


@pytest.mark.parametrize(
    ("path", "changes", "said"),
    [
        ("no-such-page-3f9a1c/", {"status": 200}, "should be answered with 404"),
        ("no-such-page-3f9a1c/", {"body": b"nginx"}, "should show 404.html"),
        ("old-help/", {"status": 302}, "should lead to /en/help/ for ever"),
        ("old-help/", {"headers": {"location": ("https://evil.example/en/help/",)}}, "should lead to /en/help/ for ever"),
        ("cy/cymorth", {"status": 200}, "Without its slash this address should lead to /cy/cymorth/"),
        ("http:", {"status": 200, "headers": {}}, "By plain http the host should lead to https"),
        ("en/", {"status": 0, "fault": "it did not answer within 20 seconds"}, "was not: it did not answer within 20 seconds"),
        ("manifest.json", {"status": 404}, "The list of files is not there"),
        ("manifest.json", {"body": b'{"name": "an app"}'}, "is not one of ours"),
    ],
)
def test_what_else_can_be_wrong(path: str, changes: dict[str, object], said: str, hosted: Hosted) -> None:
    assert [line for line in lines(verified(hosted, on(path, **changes))) if said in line]


def test_the_form_may_lose_the_marks_that_netlify_takes_off_and_nothing_else(hosted: Hosted) -> None:
    mark = (
        b'<form name="a" method="post" data-netlify="true" data-netlify-honeypot="website"><input type="hidden" name="form-name" value="a">'
    )
    taken = b"<form name=\"a\" method=\"post\"><input type='hidden' name='form-name' value='a' />"
    page = hosted.output["en/help/index.html"].replace(b"</main>", mark + b"</form></main>")
    output = {**hosted.output, "en/help/index.html": page}
    shown = page.replace(mark, taken)
    assert lines(verify(MadeUp(output, on("en/help/", body=shown)), hosted.site, output)) == []
    shown = page.replace(mark, taken.replace(b"post", b"get"))
    assert "en/help/: The bytes are not" in lines(verify(MadeUp(output, on("en/help/", body=shown)), hosted.site, output))[0]


def test_a_form_that_no_service_takes_is_found(of_every_kind: Hosted) -> None:
    """Netlify reads forms only once that is switched on; every other host never does. The bytes alone are right."""
    found = lines(verified(of_every_kind))
    forms = [path for path, content in of_every_kind.output.items() if b"data-netlify=" in content]
    assert len(forms) == len(found) == 2
    assert all("what readers send is lost" in line for line in found), found


def test_a_page_as_netlify_shows_it_may_differ_in_no_other_byte(of_every_kind: Hosted) -> None:
    """Tried at each place of the form's head, and at random elsewhere, from the page as built and as Netlify shows it."""
    page = of_every_kind.output["en/feedback/index.html"]
    mark = b' data-netlify="true" data-netlify-honeypot="website">\n<input type="hidden" name="form-name" value="feedback-en">'
    shown = page.replace(mark, b">\n<input type='hidden' name='form-name' value='feedback-en' />")
    assert shown != page
    chance = random.Random(20261125)
    entry = Entry("en/feedback/index.html", len(page), sha256(page).hexdigest())
    assert is_shown_by_netlify(entry, page, shown)
    for content in (page, shown):
        start = content.index(b"<form")
        for at in [*range(start, start + 260), *(chance.randrange(len(content)) for _ in range(200))]:
            other = content[:at] + bytes([content[at] ^ chance.randrange(1, 256)]) + content[at + 1 :]
            assert not is_shown_by_netlify(entry, page, other), other[start : start + 260]


def test_a_real_server_by_the_command(
    start: Start, hosted: Hosted, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("signpost.commands.verify.BETWEEN", 0.2)
    monkeypatch.setattr(LiveSite, "elsewhere", lambda live, address: Answer(200))  # no test asks the internet
    with start(hosted.served, tmp_path) as base:
        command = ["verify", base, "--content", str(hosted.place / "content"), "--today", "2026-11-20"]
        assert cli.main(command) == 0, capsys.readouterr().out
        assert "is as it was built" in capsys.readouterr().err
        robots = hosted.folder / "robots.txt"
        content = robots.read_bytes()
        try:
            robots.write_bytes(content.replace(b"Allow", b"Bllow"))
            assert cli.main(command) == 1
        finally:
            robots.write_bytes(content)
        printed = capsys.readouterr()
        assert "robots.txt: The bytes are not those that were built" in printed.out
        assert "1 thing wrong at http://127.0.0.1" in printed.err
    assert cli.main([*command, "--wait", "1"]) == 1  # nobody answers any more
    assert "it could not be reached" in capsys.readouterr().out


@pytest.mark.parametrize(
    "address", ["http://www.police.example/", "ftp://a.example/", "www.police.example", "https://a.example/?x", "https://u@a.example/"]
)
def test_only_sites_by_https_are_asked(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(AddressRefused):
        LiveSite(address)
    assert cli.main(["verify", address]) == 2
