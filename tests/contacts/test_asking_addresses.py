"""`contacts check` against real https servers on this computer; never against the internet."""

import socket
from argparse import Namespace
from collections.abc import Iterator

import pytest

from signpost.commands.contacts import check_register
from signpost.contacts.check import stands_in
from signpost.contacts.network import MOST_BYTES, Network
from signpost.outside.following import domain
from signpost.telling import GOOD, PROBLEMS, WRONG_USE
from tests.tiny_site import TinySite
from tests.web import Web

HOSTS = ("www.police.example", "police.example", "helpline.example", "www.helpline.example", "other.example")
PAGE = b"<!DOCTYPE html><p>Call us on <b>020</b> 7946&nbsp;0000 any time, or 999 in danger.</p>"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    web = Web(tmp_path_factory.mktemp("web"), HOSTS, PAGE)
    yield web
    web.close()


@pytest.fixture
def web(server: Web) -> Web:
    server.forget()
    return server


def run(tiny: TinySite, network: Network) -> int:
    return check_register(Namespace(content=tiny.content, today=None), network)


def test_all_is_well(tiny: TinySite, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    before = tiny.text("contacts.yml")
    assert run(tiny, web.network()) == GOOD
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("Asked 4 addresses for 3 contacts. 0 to look at. Nothing was changed.\n")
    assert tiny.text("contacts.yml") == before
    assert sorted(web.asked) == ["helpline.example/", "helpline.example/contact", "www.police.example/999", "www.police.example/silent"]
    assert web.slept == [1.0, 1.0], "a pause between two requests to one host, and no other"
    assert all("signpost/" in agent for agent in web.agents)


@pytest.mark.parametrize(
    ("address", "answer", "words"),
    [
        ("helpline.example/", (404, {}, b""), "it answers with the error 404"),
        ("helpline.example/", (500, {}, b""), "it answers with the error 500"),
        ("helpline.example/", (301, {"Location": "https://other.example/"}, b""), "it leads to another domain, other.example"),
        (
            "helpline.example/",
            (302, {"Location": "http://helpline.example/plain"}, b""),
            "it leads to http://helpline.example/plain, which is not https",
        ),
        ("helpline.example/", (307, {"Location": "/"}, b""), "it redirects more than 5 times"),
    ],
)
def test_an_address_that_needs_a_look(
    tiny: TinySite, web: Web, capsys: pytest.CaptureFixture[str], address: str, answer: tuple[int, dict[str, str], bytes], words: str
) -> None:
    web.pages[address] = answer
    assert run(tiny, web.network()) == PROBLEMS
    line = capsys.readouterr().out
    assert line.startswith((tiny.content.as_posix(), "content/"))
    assert f"“test-helpline”: https://{address} must be looked at: {words}." in line
    assert not any("other.example" in asked for asked in web.asked), "another domain is never asked"


def test_a_redirect_inside_the_domain_is_followed(tiny: TinySite, web: Web) -> None:
    web.redirect("helpline.example/contact", "https://www.helpline.example/new")
    assert run(tiny, web.network()) == GOOD
    assert "www.helpline.example/new" in web.asked


@pytest.mark.parametrize(
    ("shown", "code"),
    [
        ("<p>02079460000</p>", GOOD),
        ("<p>+44 (0)20 7946 0000</p>", GOOD),
        ("<p>+442079460000</p>", GOOD),
        ("<p>0207 946 0000</p>", GOOD),
        ('<a href="tel:+442079460000">Call us</a>', GOOD),
        ("<p>020 7946 0001</p>", PROBLEMS),
        ("<p>020 7946 000</p>", PROBLEMS),
        ("<p>020 7946 00001</p>", PROBLEMS),
        ("<script>var number = '020 7946 0000'</script>", PROBLEMS),
        ("", PROBLEMS),
    ],
)
def test_the_number_must_stand_on_the_source(tiny: TinySite, web: Web, capsys: pytest.CaptureFixture[str], shown: str, code: int) -> None:
    web.text("helpline.example/contact", f"<!DOCTYPE html><body>{shown}")
    assert run(tiny, web.network()) == code
    if code == PROBLEMS:
        said = capsys.readouterr().out
        assert (
            "“test-helpline”: its number does not stand on https://helpline.example/contact. Look there, ask the service, and call it."
            in said
        )


def test_one_source_of_two_is_enough_and_the_other_is_mentioned(tiny: TinySite, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.replace(
        "contacts.yml",
        "      - https://helpline.example/contact\n",
        "      - https://helpline.example/contact\n      - https://helpline.example/old\n",
    )
    web.text("helpline.example/old", "<p>Nothing here</p>")
    assert run(tiny, web.network()) == GOOD
    assert "does not stand on https://helpline.example/old; it does on another of its sources" in capsys.readouterr().out


def test_offline_it_says_so_and_changes_nothing(tiny: TinySite, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    before = tiny.text("contacts.yml")
    assert run(tiny, web.network(port=9)) == WRONG_USE
    said = capsys.readouterr()
    assert said.out == ""
    assert "This computer seems to be offline: nothing answered, so nothing was checked and nothing was changed." in said.err
    assert tiny.text("contacts.yml") == before


def test_a_host_with_a_wrong_certificate(tiny: TinySite, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.replace("contacts.yml", "website: https://helpline.example/", "website: https://unknown.example/")
    assert run(tiny, web.network()) == PROBLEMS
    assert "https://unknown.example/ must be looked at: its certificate is not valid" in capsys.readouterr().out


def test_a_slow_host_is_given_up(tiny: TinySite, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        quick, slow = web.network(), silent.getsockname()[1]
        quick.timeout = 0.5
        everywhere = quick.place
        quick.place = lambda host, port: ("127.0.0.1", slow) if host == "helpline.example" else everywhere(host, port)
        assert run(tiny, quick) == PROBLEMS
    assert "it did not answer within 0.5 seconds" in capsys.readouterr().out


def test_an_endless_page_is_cut(web: Web) -> None:
    web.text("helpline.example/long", "x" * (MOST_BYTES + 10))
    assert len(web.network().get("https://helpline.example/long").text) == MOST_BYTES


def test_a_plain_address_is_never_asked(web: Web) -> None:
    assert web.network().get("http://helpline.example/").fault == "it does not start with https://"
    assert web.asked == []


def test_a_broken_register_is_shown_first(tiny: TinySite, web: Web, capsys: pytest.CaptureFixture[str]) -> None:
    tiny.replace("contacts.yml", "020 7946 0000", "020 7946")
    assert run(tiny, web.network()) == PROBLEMS
    assert "cannot be used as “number”" in capsys.readouterr().out
    assert web.asked == []


def test_the_name_that_an_organisation_owns() -> None:
    assert domain("https://www.gov.uk/x") == domain("https://gov.uk/") == "gov.uk"
    assert domain("https://www.gov.wales/") == "gov.wales"
    assert domain("https://www.south-wales.police.uk/") == "south-wales.police.uk"
    assert domain("https://north-wales.police.uk/") != domain("https://south-wales.police.uk/")
    assert domain("https://www.galop.org.uk/") == "galop.org.uk"


def test_a_short_number_is_not_found_inside_a_longer_one() -> None:
    assert stands_in("101", "<p>Call 101.</p>")
    assert not stands_in("101", "<p>Call 1010 or 0101.</p>")
