"""The feedback form by where it goes, and the banner of a new site that leads to it."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.consent_site import NETLIFY, ConsentSite

FORMS = {"en": "en/feedback/index.html", "cy": "cy/adborth/index.html"}
SERVICE = "https://forms.example/feedback"
ADDRESS = f"  kind: address\n  address: {SERVICE}\n"
EMAIL = "  kind: email\n  contact: test-mail\n"
NONE = "  kind: none\n"
MAIL = """  - id: test-mail
    kind: email
    name:
      en: The web team
      cy: Tîm y we
    what_for:
      en: About this site.
      cy: Am y wefan hon.
    email: web@police.example
    hours: unknown
    website: https://www.police.example/
    areas: wales
    needs: talk
    owner: Communications team
    sources:
      - https://www.police.example/contact
    checked_on: 2026-11-01
    checked_by: A. Tester
"""


def pages(tiny: ConsentSite) -> tuple[dict[str, BeautifulSoup], dict[str, str]]:
    built = tiny.good()
    return (
        {code: BeautifulSoup(built.output[path], "html.parser") for code, path in FORMS.items()},
        {code: built.output[path].decode() for code, path in FORMS.items()},
    )


def policy_of(page: BeautifulSoup) -> str:
    return next(str(meta["content"]) for meta in page.find_all("meta") if meta.get("http-equiv"))


@pytest.mark.parametrize(("feedback", "service"), [(NETLIFY, None), (ADDRESS, SERVICE)], ids=["netlify", "address"])
def test_a_form_asks_for_one_thing_only(tmp_path: Path, feedback: str, service: str | None) -> None:
    """Plain HTML; no name, no email; a trap for machines that nobody sees or reaches by keyboard."""
    found, _ = pages(ConsentSite(tmp_path, feedback=feedback))
    for code, page in found.items():
        form = page.find("form")
        assert form is not None
        thanks = {"en": "/en/feedback/thanks/", "cy": "/cy/adborth/diolch/"}[code]
        assert (form["method"], form["action"]) == ("post", service or thanks)
        names = [field["name"] for field in form.select("input, textarea, select")]
        assert names == ([] if service else ["form-name"]) + ["website", "message"]
        trap = form.select_one("input[name=website]")
        assert trap is not None and trap.parent is not None
        assert trap.parent.has_attr("hidden") and trap["tabindex"] == "-1" and trap["autocomplete"] == "off"
        assert form.has_attr("data-netlify") == (service is None)
        assert form.select_one("textarea[required]") is not None
        assert not form.select("[autofocus], [onsubmit], script")
        assert f"form-action {service + ' ' if service else ''}'self'" in policy_of(page)


@pytest.mark.parametrize("feedback", [EMAIL, NONE, ""], ids=["email", "none", "unset"])
def test_without_a_form_the_page_says_how_to_reach_the_force(tmp_path: Path, feedback: str) -> None:
    tiny = ConsentSite(tmp_path, feedback=feedback)
    tiny.write("contacts.yml", tiny.text("contacts.yml") + MAIL)
    found, texts = pages(tiny)
    for code, page in found.items():
        assert page.find("form") is None
        assert "form-action 'none'" in policy_of(page)
        site = {"en": "https://www.police.example/", "cy": "https://www.police.example/cy/"}[code]
        wanted = 'href="mailto:web@police.example"' if feedback == EMAIL else f'href="{site}" rel="noreferrer external"'
        main = texts[code].partition("<main")[2]
        assert wanted in main
        assert ("mailto:" in main) == (feedback == EMAIL)


@pytest.mark.parametrize(
    ("feedback", "sentence"),
    [
        ("  kind: fax\n", "“fax” is not one of the values for “kind”: netlify, address, email, none."),
        ("  kind: address\n", "“address” is missing from “feedback”. Write the https address that takes the form."),
        ("  kind: address\n  address: http://forms.example/a\n", "“http://forms.example/a” does not start with https://."),
        ("  kind: address\n  address: https://forms.example/a?b=1\n", "“address” may not have a ; a , a ? or a # in it. Write the plain address that takes the form."),
        ("  kind: address\n  address: https://forms.example/a;b\n", "“address” may not have a ; a , a ? or a # in it. Write the plain address that takes the form."),
        (f"  kind: netlify\n  address: {SERVICE}\n", "“address” belongs to “kind: address”. Delete the line, or write “kind: address” instead of “kind: netlify”."),
        ("  kind: email\n", "“contact” is missing from “feedback”. Write the key of a contact with an email in contacts.yml."),
        ("  kind: none\n  contact: test-mail\n", "“contact” belongs to “kind: email”. Delete the line, or write “kind: email” instead of “kind: none”."),
        ("  kind: email\n  contact: test-male\n", "“test-male” is no contact with an email in contacts.yml. Write the key of one that has an email. Did you mean “test-mail”?"),
        ("  kind: email\n  contact: test-helpline\n", "“test-helpline” is no contact with an email in contacts.yml. Write the key of one that has an email."),
        ("  kind: netlify\n  captcha: yes\n", "“captcha” is not a setting of “feedback”."),
    ],
)  # fmt: skip
def test_each_mistake_is_a_sentence(tmp_path: Path, feedback: str, sentence: str) -> None:
    tiny = ConsentSite(tmp_path, feedback=feedback)
    tiny.write("contacts.yml", tiny.text("contacts.yml") + MAIL)
    lines = tiny.build().lines
    assert any(line.startswith("content/site.yml:") and sentence in line for line in lines), lines


@pytest.mark.parametrize("missing", ["feedback", "feedback/thanks", "feedback/problem"])
def test_a_form_needs_its_pages(tmp_path: Path, missing: str) -> None:
    tiny = ConsentSite(tmp_path)
    for code in ("en", "cy"):
        (tiny.content / code / f"{missing}.md").unlink()
    assert any(line.startswith(f"content/en/{missing}.md: This page is missing") for line in tiny.build().lines)


@pytest.mark.parametrize(
    ("phase", "said"),
    [
        ("alpha", {"en": "Alpha This is an early trial of a new site.", "cy": "Alffa Treial cynnar o wefan newydd yw hwn."}),
        ("beta", {"en": "Beta This is a new site.", "cy": "Beta Mae’r wefan hon yn newydd."}),
        ("live", {"en": None, "cy": None}),
    ],
)
@pytest.mark.parametrize("code", ["en", "cy"])
def test_the_banner_of_a_new_site(tmp_path: Path, phase: str, said: dict[str, str | None], code: str) -> None:
    """It leads to the feedback page from every other page, and goes when the site is live."""
    tiny = ConsentSite(tmp_path)
    tiny.replace("site.yml", "phase: beta", f"phase: {phase}")
    built = tiny.good()
    words = said[code]
    for path in (f"{code}/index.html", "en/help/index.html" if code == "en" else "cy/cymorth/index.html", FORMS[code]):
        banner = BeautifulSoup(built.output[path], "html.parser").select_one("p.phase")
        if words is None:
            assert banner is None
            continue
        assert banner is not None
        assert re.sub(r"\s+", " ", banner.get_text()).strip().startswith(words)
        link = banner.find("a")
        assert (link is None) == (path == FORMS[code])


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ("en", ("not use feedback to report stalking", "It is not watched")),
        ("cy", ("Peidiwch â defnyddio adborth", "Nid oes neb yn cadw golwg arno")),
    ],
)
def test_the_page_says_first_that_nobody_watches_it(root: Path, code: str, sentences: tuple[str, str]) -> None:
    """Before the form: that it is not watched, and whom to call instead."""
    body = (root / "content" / code / "feedback.md").read_text(encoding="utf-8").split("---\n", 2)[2].strip()
    assert all(sentence in body.partition("\n")[0] for sentence in sentences)
    before = body.partition("::feedback-form")[0]
    assert body != before
    assert [
        name for name in ("[[999]]", "[[101]]", "[[report-online website]]", "[[national-stalking-helpline]]") if name not in before
    ] == []
