"""The cookie choice made ready: the banner, the table and the script from one list, within their limit."""

import gzip
import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from signpost.build import Built
from signpost.consent import SCRIPT_LIMIT, appearance_style, make_consent
from signpost.exit.component import script_hash
from signpost.hosting.policy import content_policy
from signpost.look.assets import Assets, make_assets
from signpost.problems import Problems
from signpost.strings import read_locales
from tests.consent_site import APPEARANCE, LANGUAGE, PAGE_COUNTS, ConsentSite
from tests.tiny_site import ROOT

PAGES = {"en": "en/cookies/index.html", "cy": "cy/cwcis/index.html"}
HOMES = {"en": "en/index.html", "cy": "cy/index.html"}
LISTS = {
    "preferences": APPEARANCE + LANGUAGE,
    "all": APPEARANCE + LANGUAGE + PAGE_COUNTS,
    "one": LANGUAGE,
    "statistics": PAGE_COUNTS,
    "nothing": "",
}


def made(folder: Path, name: str) -> tuple[Built, Assets]:
    built = ConsentSite(folder, LISTS[name]).good()
    return built, make_assets(ROOT, built.site.config, built.site.locales)


def page(built: Built, path: str) -> BeautifulSoup:
    return BeautifulSoup(built.output[path], "html.parser")


@pytest.mark.parametrize("name", [name for name in LISTS if name != "nothing"])
@pytest.mark.parametrize("code", ["en", "cy"])
def test_what_is_said_is_what_is_done(tmp_path: Path, name: str, code: str) -> None:
    """The list in site.yml, the rows of the table, the choices and the letters in the script are the same."""
    built, assets = made(tmp_path, name)
    assert assets.consent is not None
    cookies = built.site.config.cookies
    words = built.site.locales[code].strings
    rows = [row.get_text(" ") for row in page(built, PAGES[code]).select("tbody tr")]
    assert len(rows) == 1 + len(cookies)
    for cookie, row in zip(cookies, rows[1:], strict=True):
        assert cookie.purpose[code] in row
        assert words[f"consent_category_{cookie.category}"] in row
        assert str(cookie.days) in row
    form = json.loads(assets.consent.forms[code])
    ticked = [item[2][1]["value"] for item in form[3][3:]]
    assert ticked == [cookie.letter for cookie in cookies]
    script = assets.consent.scripts[code]
    letters = "".join(cookie.letter for cookie in cookies)
    assert re.search(rf"letters:[`\"']{letters}[`\"']", script)
    banner = page(built, HOMES[code]).select_one("#consent")
    assert banner is not None
    for cookie in cookies:
        assert words[f"consent_does_{cookie.name.replace('-', '_')}"] in str(banner["data-words"])
    assert (words["consent_does_statistics"].partition("{")[0] in str(banner["data-words"])) == ("s" in letters)


@pytest.mark.parametrize("name", ["preferences", "all"])
def test_the_scripts_are_small_and_run_by_their_hash(tmp_path: Path, name: str) -> None:
    """At most 2 kB after gzip, one file for each language, and the policy allows no other."""
    built, assets = made(tmp_path, name)
    assert assets.consent is not None
    for code, script in assets.consent.scripts.items():
        assert len(gzip.compress((assets.consent.first + script).encode(), mtime=0)) <= SCRIPT_LIMIT
        tags = page(built, HOMES[code]).select("script[src]")
        (tag,) = [tag for tag in tags if "consent" in str(tag["src"])]
        assert tag["integrity"] == script_hash(script)
        assert built.output[str(tag["src"]).removeprefix("../")] == script.encode()
        policy = str(page(built, HOMES[code]).select("meta[http-equiv]")[0]["content"])
        assert script_hash(script) in policy
        assert all(script_hash(other) not in policy for lang, other in assets.consent.scripts.items() if lang != code)


@pytest.mark.parametrize(("name", "sends"), [("preferences", False), ("all", True), ("statistics", True), ("nothing", False)])
def test_what_may_be_sent_follows_from_the_list(tmp_path: Path, name: str, sends: bool) -> None:
    built, assets = made(tmp_path, name)
    policy = content_policy(assets)
    assert ("connect-src 'self'" in policy) == sends
    assert (b"connect-src" in built.output["_headers"]) == sends
    for path, content in built.output.items():
        if path.endswith(".html"):
            assert (b"connect-src" in content) == sends, path
    texts = [text.decode() for path, text in built.output.items() if path.startswith("assets/consent")]
    assert all(("fetch(" in text) == sends for text in texts)


def test_what_is_said_of_a_choice_stands_with_the_choice(tmp_path: Path) -> None:
    """Without script there is nothing to choose, so nothing is said of how long a choice lasts."""
    built, _ = made(tmp_path, "preferences")
    for code, path in PAGES.items():
        lasts = built.site.locales[code].strings["consent_lasts"]
        found = page(built, path)
        assert lasts not in found.get_text(" ")
        assert f"“{built.site.locales[code].strings['consent_name_appearance']}”" in lasts
        choices = found.find(id="cookie-choices")
        assert choices is not None
        assert lasts in str(choices["data-form"])


@pytest.mark.parametrize(("below", "said"), [("", "Only this site can read it."), ("stalking/", "Only pages on tiny.example can read it.")])
def test_below_a_path_the_cookie_is_not_said_to_be_of_this_site_alone(tmp_path: Path, below: str, said: str) -> None:
    """The browser gives it to every page of the host."""
    site = ConsentSite(tmp_path)
    site.replace("site.yml", "https://tiny.example/", f"https://tiny.example/{below}")
    text = page(site.good(), PAGES["en"]).get_text(" ")
    assert said in text
    assert "{" not in text


def test_a_site_that_keeps_nothing_says_so_and_holds_nothing_of_it(tmp_path: Path) -> None:
    """No banner, no choices, no table, no script for them: one line that deletes what an older list kept."""
    built, assets = made(tmp_path, "nothing")
    assert assets.consent is None
    for path, content in built.output.items():
        assert "consent" not in path
        if path.endswith(".html"):
            assert b'id="consent"' not in content
            assert b'id="cookie-choices"' not in content
            writes = re.findall(rb"document\.cookie=[^=][^;]*;[^}]*", content)
            assert all(b"max-age=0" in text.lower() for text in writes)
    for code, path in PAGES.items():
        words = built.site.locales[code].strings
        text = page(built, path).get_text(" ")
        assert words["consent_none"] in text
        assert words["consent_nothing"] in text
        assert page(built, path).find("table") is None


def test_the_appearances_are_those_of_the_device() -> None:
    """Each that can be chosen has the values that the device's own setting would choose, on the screen only."""
    style = (ROOT / "assets" / "site.css").read_text(encoding="utf-8")
    chosen = appearance_style(style)
    assert chosen.startswith("@media screen {")
    device = re.search(r"prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}", style)
    dark = re.search(r'data-appearance="dark"\] \{([^}]*)\}', chosen)
    assert device is not None and dark is not None
    assert dark[1].split() == device[1].split()
    with pytest.raises(ValueError, match="no longer holds the values for “light”"):
        appearance_style("a { color: red }")


def test_a_bar_in_the_words_of_the_banner_is_refused(tmp_path: Path) -> None:
    built, _ = made(tmp_path, "one")
    locales = read_locales(ROOT / "templates" / "strings", ("en", "cy"), Problems())
    locale = locales["en"]
    broken = {"en": type(locale)(locale.code, locale.name, {**locale.strings, "consent_reject": "No | thanks"})}
    with pytest.raises(ValueError, match="may not hold"):
        make_consent(ROOT, built.site.config, broken)


def test_words_that_make_the_script_too_long_are_refused(tmp_path: Path) -> None:
    built, _ = made(tmp_path, "one")
    locale = read_locales(ROOT / "templates" / "strings", ("en", "cy"), Problems())["en"]
    long = " ".join(str(number * 7919) for number in range(400))
    with pytest.raises(ValueError, match=r"the consent scripts \(en\) have"):
        make_consent(ROOT, built.site.config, {"en": type(locale)(locale.code, locale.name, {**locale.strings, "consent_saved": long})})
