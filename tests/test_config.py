"""content/site.yml -> SiteConfig."""

import random
import re
from string import ascii_letters, digits

import pytest

from signpost.config import LIMITS, read_config
from signpost.model import SiteConfig
from signpost.problems import Level, Problems
from tests.tiny_site import TinySite


def read(tiny: TinySite) -> tuple[SiteConfig | None, list[str]]:
    problems = Problems()
    return read_config(tiny.content, "content", problems), [problem.as_text() for problem in problems.errors]


def test_the_tiny_site(tiny: TinySite) -> None:
    config, problems = read(tiny)
    assert problems == []
    assert config is not None
    assert config.locales == ("en", "cy")
    assert config.prefixed
    assert config.force["cy"] == "Heddlu Bach"
    assert config.emergency == {"call": "999", "silent": "999-silent"}
    assert config.contact_limits == LIMITS
    assert config.security is None
    assert config.waivers == ()
    assert (config.exit.key, config.exit.discreet) == ("escape", True)
    assert config.line("phase") == 13


def test_a_base_url_gets_its_last_slash(tiny: TinySite) -> None:
    tiny.replace("site.yml", "https://tiny.example/", "https://tiny.example/stalking")
    config, problems = read(tiny)
    assert config is not None
    assert (config.base_url, problems) == ("https://tiny.example/stalking/", [])


@pytest.mark.parametrize("host", ["tiny.example", "force.test", "www.example.org", "x.invalid"])
def test_an_example_address_may_be_built_and_not_published(tiny: TinySite, host: str) -> None:
    tiny.replace("site.yml", "tiny.example", host)
    problems = Problems()
    read_config(tiny.content, "content", problems)
    assert [(problem.level, problem.rule) for problem in problems] == [(Level.WARNING, "example-address")]


def test_a_real_address_is_no_warning(tiny: TinySite) -> None:
    tiny.replace("site.yml", "tiny.example", "stalking.south-wales.police.uk")
    problems = Problems()
    read_config(tiny.content, "content", problems)
    assert list(problems) == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("base_url: https://tiny.example/", "", "2: “base_url” is missing from site.yml. Write “base_url: https://…/”."),
        ("tiny.example/", "tiny.example/?a", "1: “base_url” may not have a ? or a # in it. Write the plain address of the site."),
        ("languages: en, cy", "", "1: “languages” is missing from site.yml. Write “languages: en, cy” or “languages: en”."),
        ("languages: en, cy", "languages: en, cyy", "2: “cyy” is not one of the values for “languages”: en, cy. Did you mean “cy”?"),
        ("phase: beta", "phase: betta", "13: “betta” is not one of the values for “phase”: alpha, beta, live. Did you mean “beta”?"),
        ("  title: BBC Weather", "  title: BBC\n  key: f1", "17: “f1” is not one of the values for “key”: escape, escape-twice, off."),
        ("  title: BBC Weather", "  title: BBC\n  discreet: perhaps", "17: “perhaps” is not an answer for “discreet”. Write yes or no."),
        ("  silent: 999-silent", "", "18: “silent” is missing from “emergency”. Write “silent: a key of contacts.yml”."),
        ("  en: https://www.police.example/\n", "\n", "11: “en” is missing from “force_website”. Write “en: https://…”."),
        ("  - www.leg", "  - www.legislation.gov.uk\n  - www.leg", "22: Written twice in “allowed_sites”: www.legislation.gov.uk. Keep one of each."),
        ("phase: beta", "phase: beta\ncheck_contacts_every:\n  helpline: 0", "15: “0” is not a number for “helpline”. Write a whole number from 1 to 366."),
        ("phase: beta", "phase: beta\ncheck_contacts_every:\n  helplin: 9", "15: “helplin” is not a setting of “check_contacts_every”. Did you mean “helpline”?"),
        ("phase: beta", "phase: beta\nsecurity:\n  expires: 2027-01-01", "15: “contact” is missing from “security”. Write the https address for reporting security faults."),
        ("phase: beta", "phase: beta\nwaivers:\n  - rule: page-size", "15: “page” is missing from the waiver. Write “page: …”."),
    ],
)  # fmt: skip
def test_each_mistake_is_a_sentence(tiny: TinySite, old: str, new: str, sentence: str) -> None:
    tiny.replace("site.yml", old, new)
    assert f"content/site.yml:{sentence}" in read(tiny)[1]


_COPY = "Copy it from the browser's address bar."


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("http://www.bbc.co.uk/weather", "“http://www.bbc.co.uk/weather” does not start with https://."),
        ("javascript:alert(1)", "“javascript:alert(1)” does not start with https://."),
        ("//www.bbc.co.uk/weather", "“//www.bbc.co.uk/weather” does not start with https://."),
        ("www.bbc.co.uk/weather", "“www.bbc.co.uk/weather” does not start with https://."),
        ("https://me@www.bbc.co.uk/", "it has an @ before the host, which can lead somewhere else than it seems."),
        ("https://localhost/", "“localhost” is not the name of a public web site in plain letters."),
        ("https://www.bbc.co.uk:8443/", "it names port 8443. Leave the port out."),
        ("https://www.bbc.co.uk/a'b", f"“address” may not hold quotation marks, < or >. {_COPY}"),
        ("https://www.bbc.co.uk/<b>", f"it has “<” and “>” in it. {_COPY}"),
        ("https://tiny.example/en/", "“address” leads to this site itself. Choose a page of another site, such as a weather forecast."),
    ],
)
def test_an_exit_that_could_not_work_is_refused(tiny: TinySite, address: str, sentence: str) -> None:
    tiny.replace("site.yml", "https://www.bbc.co.uk/weather", address)
    config, problems = read(tiny)
    assert config is not None
    assert len(problems) == 1 and problems[0].startswith("content/site.yml:15: ") and problems[0].endswith(sentence), problems


def test_an_exit_that_makes_the_script_too_large_is_refused(tiny: TinySite) -> None:
    letters = random.Random(1).choices(ascii_letters + digits, k=250)
    tiny.replace("site.yml", "https://www.bbc.co.uk/weather", f"https://www.bbc.co.uk/{''.join(letters[:170])}")
    tiny.replace("site.yml", "title: BBC Weather", f"title: {''.join(letters[170:])}")
    _, problems = read(tiny)
    assert len(problems) == 1
    assert re.fullmatch(r"content/site\.yml:15: .*script \d+ bytes too long\. Choose a page with a shorter address or title\.", problems[0])


@pytest.mark.parametrize("key", ["escape", "escape-twice", "off"])
@pytest.mark.parametrize("discreet", ["yes", "no"])
def test_every_choice_for_the_exit_is_built(tiny: TinySite, key: str, discreet: str) -> None:
    tiny.replace("site.yml", "  title: BBC Weather", f"  title: BBC Weather\n  key: {key}\n  discreet: {discreet}")
    page = tiny.good().output["en/help/index.html"].decode()
    assert ("or press Escape" in page) == (key != "off")
    assert ("or press Escape twice" in page) == (key == "escape-twice")


@pytest.mark.parametrize("name", ["name", "force", "force_website", "brand_colour", "phase", "exit", "emergency"])
def test_nothing_is_invented_for_what_is_missing(tiny: TinySite, name: str) -> None:
    text = tiny.text("site.yml")
    tiny.write("site.yml", text.replace(f"\n{name}:", f"\n{name[::-1]}-unknown:"))
    found = read(tiny)[1]
    assert any(f"“{name}” is missing from site.yml" in line for line in found), found


def test_all_mistakes_come_at_once_and_the_pages_are_read_on(tiny: TinySite) -> None:
    tiny.replace("site.yml", "phase: beta", "phase: bate")
    tiny.replace("site.yml", "footer: help", "footer: help\nfooted: x")
    tiny.replace("en/help.md", "title: Help and support\n", "")
    assert [line.partition(": ")[0] for line in tiny.build().lines] == [
        "content/en/help.md:2",
        "content/site.yml:13",
        "content/site.yml:21",
    ]


def test_one_language_has_no_prefix(tiny: TinySite) -> None:
    text = tiny.text("site.yml").replace("en, cy", "en")
    tiny.write("site.yml", "\n".join(line for line in text.split("\n") if not line.startswith("  cy:")))
    config, problems = read(tiny)
    assert problems == []
    assert config is not None
    assert not config.prefixed


def test_what_may_be_set_beside(tiny: TinySite) -> None:
    more = """
security:
  contact: https://www.police.example/security
  expires: 2027-06-01
  policy: https://www.police.example/policy
waivers:
  - rule: page-size
    page: en/help/index.html
    reason: The list is long this month.
    until: 2026-12-01
footer_note:
  en: A note.
  cy: Nodyn.
check_contacts_every:
  helpline: 30
"""
    tiny.write("site.yml", tiny.text("site.yml") + more)
    config, problems = read(tiny)
    assert problems == []
    assert config is not None
    assert config.security is not None
    assert config.waivers[0].rule == "page-size"
    assert config.contact_limits["helpline"] == 30
    assert config.footer_note["cy"] == "Nodyn."
