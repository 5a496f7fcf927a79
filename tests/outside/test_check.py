"""`check --external` against real https servers on this computer; never against the internet."""

import socket
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from signpost.commands.check import check_site
from signpost.contacts.network import Network
from signpost.outside.following import Patient
from signpost.telling import GOOD, PROBLEMS, WRONG_USE
from tests.tiny_site import TODAY, TinySite
from tests.web import Web

ACT = "https://www.legislation.gov.uk/ukpga/1997/40"
HERE = "www.legislation.gov.uk/ukpga/1997/40"
HOSTS = ("www.legislation.gov.uk", "legislation.gov.uk", "www.bbc.co.uk", "www.police.example", "other.example")
PAGE = b"<!DOCTYPE html><h1 id=top>A page</h1><p>It says something.</p>"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    web = Web(tmp_path_factory.mktemp("web"), HOSTS, PAGE)
    yield web
    web.close()


@pytest.fixture
def web(server: Web) -> Web:
    server.forget()
    return server


class Asked:
    """What a run said."""

    def __init__(self, tiny: TinySite, network: Network, capsys: pytest.CaptureFixture[str], pauses: list[float], today: date = TODAY):
        self.code = check_site(
            Namespace(content=tiny.content, today=today, external=True, format="text"), lambda: Patient(network, sleep=pauses.append)
        )
        said = capsys.readouterr()
        self.lines = [line for line in said.out.splitlines() if "https://" in line]
        self.told = said.err


@pytest.fixture
def ask(tiny: TinySite, web: Web, capsys: pytest.CaptureFixture[str]) -> "Ask":
    return Ask(tiny, web, capsys)


class Ask:
    def __init__(self, tiny: TinySite, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
        self.tiny, self.web, self.capsys = tiny, web, capsys
        self.pauses: list[float] = []

    def __call__(self, network: Network | None = None) -> Asked:
        return Asked(self.tiny, network or self.web.network(), self.capsys, self.pauses)


def test_all_is_well(ask: Ask, web: Web) -> None:
    asked = ask()
    assert (asked.code, asked.lines) == (GOOD, [])
    assert asked.told.endswith(f"Asked {len(web.asked)} addresses of other sites. 0 to look at.\n")
    assert HERE in web.asked and "www.bbc.co.uk/weather" in web.asked
    assert len(web.asked) == len(set(web.asked)), "each address once, however often it stands on pages"
    assert all("signpost/" in agent for agent in web.agents)


def test_a_build_and_a_plain_check_ask_nobody(tiny: TinySite, web: Web) -> None:
    def network() -> Network:
        pytest.fail("the network was asked for")

    tiny.good()
    assert check_site(Namespace(content=tiny.content, today=TODAY, format="text"), network) == GOOD
    assert web.asked == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((404, {}, b""), "it answers with the error 404"),
        ((410, {}, b""), "it answers with the error 410"),
        ((301, {"Location": "https://other.example/"}, b""), "it leads to another domain, other.example"),
        ((302, {"Location": "http://www.legislation.gov.uk/"}, b""), "which is not https"),
        ((302, {"Location": f"/{HERE.partition('/')[2]}"}, b""), "it redirects more than 5 times"),
        ((200, {}, b"<p>This domain is for sale! Buy this domain now.</p>"), "the page only offers the name of the site for sale"),
        ((200, {}, b"<script src=https://img.sedoparking.com/a.js></script>"), "the page only offers the name of the site for sale"),
    ],
)
def test_what_must_be_looked_at_is_said_with_page_and_line(
    ask: Ask, web: Web, answer: tuple[int, dict[str, str], bytes], words: str
) -> None:
    web.pages[HERE] = answer
    asked = ask()
    assert asked.code == PROBLEMS
    english, welsh = sorted(asked.lines, key=lambda line: "/cy/" in line)
    assert "/en/help.md:16: " in english and "/cy/help.md:18: " in welsh
    assert f"{ACT}: " in english and words in english
    assert "other.example/" not in web.asked, "another domain is never asked"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((403, {}, b""), "it refuses programs (error 403)"),
        ((301, {"Location": "/ukpga/1997/40/contents"}, b""), "the page has moved for good. Write https://www.legislation.gov.uk/ukpga/1997/40/contents"),
    ],
)  # fmt: skip
def test_what_is_worth_knowing_fails_nothing(ask: Ask, web: Web, answer: tuple[int, dict[str, str], bytes], words: str) -> None:
    web.pages[HERE] = answer
    asked = ask()
    assert asked.code == GOOD
    assert len(asked.lines) == 2 and all(words in line for line in asked.lines)


def test_a_redirect_for_now_is_nothing_to_say(ask: Ask, web: Web) -> None:
    web.redirect(HERE, "/ukpga/1997/40/contents", 302)
    assert ask().lines == []


def test_a_missing_part_of_a_page_is_said(ask: Ask, tiny: TinySite) -> None:
    tiny.replace("en/help.md", ACT, f"{ACT}#section-2")
    tiny.replace("cy/help.md", ACT, f"{ACT}#top")
    (line,) = ask().lines
    assert "the page has no part “section-2”" in line


def test_a_page_about_domains_is_not_taken_for_a_parked_one(ask: Ask, web: Web) -> None:
    web.text(HERE, f"<p>{'A long text about the law. ' * 100} Nobody may say that a domain is for sale.</p>")
    assert ask().lines == []


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_hiccup_is_given_time(ask: Ask, web: Web, status: int) -> None:
    web.busy[HERE] = [status]
    assert (ask().code, ask.pauses) == (GOOD, [5.0])
    assert web.asked.count(HERE) == 2


def test_a_lasting_error_is_reported_after_three_times(ask: Ask, web: Web) -> None:
    web.pages[HERE] = (500, {}, b"")
    assert ask().code == PROBLEMS
    assert (web.asked.count(HERE), ask.pauses) == (3, [5.0, 20.0])


def test_a_site_that_says_when_to_come_back_is_heard_but_not_for_ever(ask: Ask, web: Web) -> None:
    web.pages[HERE] = (429, {"Retry-After": "30"}, b"")
    ask()
    assert ask.pauses == [30.0, 30.0]
    ask.pauses.clear()
    web.pages[HERE] = (429, {"Retry-After": "86400"}, b"")
    ask()
    assert ask.pauses == [60.0, 60.0]


def test_no_host_is_asked_twice_without_a_pause(ask: Ask, tiny: TinySite, web: Web) -> None:
    tiny.replace("en/help.md", ACT, "https://www.legislation.gov.uk/ukpga/2012/9")
    asked = ask()
    assert asked.code == GOOD
    hosts = [urlsplit(f"https://{address}").hostname for address in web.asked]
    assert len(web.slept) == len(hosts) - len(set(hosts)) > 0
    assert all(pause >= 1.0 for pause in web.slept)


def test_a_host_that_is_not_there_is_given_up_once(ask: Ask, tiny: TinySite, web: Web) -> None:
    tiny.replace("en/help.md", ACT, "https://www.legislation.gov.uk/ukpga/2012/9")
    network = web.network()
    everywhere = network.place
    network.place = lambda host, port: ("127.0.0.1", 9) if host == "www.legislation.gov.uk" else everywhere(host, port)
    asked = ask(network)
    assert asked.code == PROBLEMS
    assert all("it could not be reached" in line for line in asked.lines) and len(asked.lines) == 2
    assert ask.pauses == [5.0, 20.0], "the second address of the host is asked once"


def test_a_slow_host_is_asked_again_and_then_given_up(ask: Ask, web: Web) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        network, slow = web.network(timeout=0.3), silent.getsockname()[1]
        everywhere = network.place
        network.place = lambda host, port: ("127.0.0.1", slow) if host == "www.legislation.gov.uk" else everywhere(host, port)
        asked = ask(network)
    assert any("it did not answer within 0.3 seconds" in line for line in asked.lines)
    assert ask.pauses == [5.0, 20.0]


def test_offline_it_says_so(ask: Ask, web: Web) -> None:
    asked = ask(web.network(port=9))
    assert (asked.code, asked.lines) == (WRONG_USE, [])
    assert "This computer seems to be offline: nothing answered, so nothing was checked." in asked.told


def test_a_site_with_mistakes_is_mended_first(ask: Ask, tiny: TinySite, web: Web) -> None:
    tiny.replace("en/help.md", "[the 1997 Act]", "[click here]")
    assert ask().code == PROBLEMS
    assert web.asked == []


def test_the_nightly_workflow_asks() -> None:
    nightly = Path(__file__).parents[2] / ".github" / "workflows" / "nightly.yml"
    assert "build.py check --external" in nightly.read_text(encoding="utf-8")
    others = [file for file in nightly.parent.glob("*.yml") if file != nightly]
    assert not any("--external" in file.read_text(encoding="utf-8") for file in others)
