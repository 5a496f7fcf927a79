"""The list under `cookies:`: only what the script really keeps, and every mistake a plain sentence."""

from pathlib import Path

import pytest

from signpost.config import read_config
from signpost.cookies import OptionalCookie, version
from signpost.problems import Problems
from tests.consent_site import APPEARANCE, LANGUAGE, PAGE_COUNTS, ConsentSite, entry
from tests.tiny_site import TinySite


def read(tiny: TinySite) -> tuple[tuple[OptionalCookie, ...], list[str]]:
    problems = Problems()
    config = read_config(tiny.content, "content", problems)
    assert config is not None
    return config.cookies, [problem.as_text().partition(": ")[2] for problem in problems.errors]


def mistakes(tiny: TinySite, cookies: str) -> list[str]:
    tiny.write("site.yml", tiny.text("site.yml") + f"cookies:\n{cookies}")
    return read(tiny)[1]


def test_the_list(tiny: TinySite) -> None:
    tiny.write("site.yml", tiny.text("site.yml") + f"cookies:\n{APPEARANCE}{LANGUAGE}{PAGE_COUNTS}")
    cookies, problems = read(tiny)
    assert problems == []
    assert [(item.name, item.category, item.days, item.letter, item.send_to) for item in cookies] == [
        ("appearance", "preferences", 180, "a", None),
        ("language", "preferences", 180, "l", None),
        ("page-counts", "statistics", 180, "s", "/count"),
    ]
    assert cookies[0].purpose == {"en": "What appearance is for.", "cy": "I beth mae appearance."}


def test_no_list_is_no_cookie(tiny: TinySite) -> None:
    assert read(tiny) == ((), [])


COUNTS = "    send_to: /count\n"


@pytest.mark.parametrize(
    ("cookies", "sentence"),
    [
        (entry("font", "preferences"), "“font” is not one of the values for “name”: appearance, language, page-counts."),
        (entry("appearence", "preferences"), "“appearence” is not one of the values for “name”: appearance, language, page-counts. Did you mean “appearance”?"),
        (entry("appearance", "statistics"), "“appearance” belongs to “preferences”. Write “category: preferences”."),
        (entry("appearance", "marketing"), "“marketing” is not one of the values for “category”: preferences, statistics."),
        (APPEARANCE + APPEARANCE, "“appearance” stands in “cookies” twice. Keep one of them."),
        (APPEARANCE + entry("language", "preferences", 30), "All of “cookies” stand in one cookie, so they need the same “days”: write 180 here or 30 above."),
        (entry("appearance", "preferences", 0), "“0” is not a number for “days”. Write a whole number from 1 to 365."),
        (entry("appearance", "preferences", 400), "“400” is not a number for “days”. Write a whole number from 1 to 365."),
        (APPEARANCE.replace("    days: 180\n", ""), "“days” is missing from the cookie. Write after how many days it is forgotten: “days: 180”."),
        (APPEARANCE.replace("      cy: I beth mae appearance.\n", ""), "“cy” is missing from “purpose”. Write “cy: …”."),
        (APPEARANCE + "    colour: blue\n", "“colour” is not a setting of the cookie."),
        (entry("appearance", "preferences", more=COUNTS), "“send_to” belongs to “page-counts” only; “appearance” is not sent anywhere. Delete the line."),
        (entry("page-counts", "statistics"), "“send_to” is missing from the cookie. Write the path of this site that counts pages: “send_to: /count”."),
        *(
            (PAGE_COUNTS.replace("/count", path), f"“{path}” is not a path of this site. Write it like “/count”: no other site, no ? and no #.")
            for path in ("https://counter.example/a", "//counter.example/a", "/count?id=1", "count", "/a/../b", "/")
        ),
    ],
)  # fmt: skip
def test_each_mistake_is_a_sentence(tiny: TinySite, cookies: str, sentence: str) -> None:
    found = mistakes(tiny, cookies)
    assert any(line.startswith(sentence) for line in found), found
    assert not any("schema" in line or "None" in line for line in found)


def test_a_site_of_one_language_has_no_language_to_remember(tiny: TinySite) -> None:
    lines = tiny.text("site.yml").replace("en, cy", "en").split("\n")
    tiny.write("site.yml", "\n".join(line for line in lines if not line.startswith("  cy:")))
    language = LANGUAGE.replace("      cy: I beth mae language.\n", "")
    assert mistakes(tiny, language) == ["This site has one language, so there is no “language” to remember. Delete this cookie."]


def test_the_version_changes_with_everything_a_reader_said_yes_to() -> None:
    base = OptionalCookie("appearance", "preferences", {"en": "A", "cy": "B"}, 180)
    others = [
        (),
        (base, OptionalCookie("language", "preferences", {"en": "A", "cy": "B"}, 180)),
        (OptionalCookie("appearance", "preferences", {"en": "A", "cy": "C"}, 180),),
        (OptionalCookie("appearance", "preferences", {"en": "A", "cy": "B"}, 181),),
        (OptionalCookie("page-counts", "statistics", {"en": "A", "cy": "B"}, 180, "/a"),),
        (OptionalCookie("page-counts", "statistics", {"en": "A", "cy": "B"}, 180, "/b"),),
    ]
    versions = [version(cookies) for cookies in [(base,), *others]]
    assert len(set(versions)) == len(versions)
    assert all(len(text) == 6 and text.isalnum() for text in versions)
    assert version((OptionalCookie("appearance", "preferences", {"cy": "B", "en": "A"}, 180),)) == versions[0], (
        "the order of languages is nothing"
    )


def test_what_is_declared_stands_on_its_page_in_each_language(tmp_path: Path) -> None:
    for part in ("cookie-table", "cookie-choices"):
        site = ConsentSite(tmp_path / part)
        site.replace("cy/cookies.md", f"::{part}\n", "")
        sentence = f"“::{part}” stands on this page 0 times. Because of “cookies” in site.yml it must stand here once, alone on its line."
        assert f"content/cy/cookies.md:1: {sentence}" in site.build().lines
