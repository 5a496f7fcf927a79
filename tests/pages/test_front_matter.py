"""content/<language>/**/*.md -> pages."""

from datetime import date

import pytest

from signpost.pages.front_matter import check_reviews
from signpost.problems import Level, Problems
from tests.breakages.edits import page_text
from tests.tiny_site import TinySite


def lines(tiny: TinySite) -> list[str]:
    return tiny.build().lines


def test_every_setting_of_a_page(tiny: TinySite) -> None:
    more = ("parent: index", "address: some/where", "publish_on: 2026-01-01", "expires_on: 2027-01-01", "contents: no", "draft: no")
    tiny.write("en/new.md", page_text("It's new", "Text.", *more))
    tiny.write("cy/new.md", page_text("Newydd", "Testun.", *more, reviewed="none yet"))
    site = tiny.good().site
    page = site.page("en", "new")
    assert page is not None
    assert (page.title, page.parent, page.path, page.has_contents) == ("It’s new", "index", "en/some/where/", False)
    assert (page.review.owner, page.review.checked_on) == ("Communications team", date(2026, 11, 1))
    assert (page.translation, page.line("parent")) == (None, 7)
    welsh = site.page("cy", "new")
    assert welsh is not None
    assert welsh.translation is not None
    assert welsh.translation.reviewed_by is None


def test_home_and_folders_have_addresses_without_a_name(tiny: TinySite) -> None:
    tiny.write("en/orders/index.md", page_text("Orders", "Text."))
    tiny.write("cy/orders/index.md", page_text("Gorchmynion", "Testun.", reviewed="B. D."))
    site = tiny.good().site
    assert [page.path for page in site.pages if page.locale == "en"] == ["en/help/", "en/", "en/not-found/", "en/orders/"]


@pytest.mark.parametrize(
    ("settings", "today", "is_there"),
    [
        ("draft: yes", date(2026, 11, 20), False),
        ("publish_on: 2026-11-21", date(2026, 11, 20), False),
        ("publish_on: 2026-11-20", date(2026, 11, 20), True),
        ("expires_on: 2026-11-20", date(2026, 11, 20), False),
        ("expires_on: 2026-11-21", date(2026, 11, 20), True),
    ],
)
def test_what_is_public_on_a_day(tiny: TinySite, settings: str, today: date, is_there: bool) -> None:
    tiny.write("en/new.md", page_text("New", "Text.", settings))
    tiny.write("cy/new.md", page_text("Newydd", "Testun.", settings, reviewed="B. D."))
    output = tiny.good(today).output
    assert ("en/new/index.html" in output) is is_there
    assert (b"/en/new/" in output["sitemap.xml"]) is is_there
    assert tiny.build(today, preview=True).built is not None


def test_a_draft_is_in_the_preview(tiny: TinySite) -> None:
    tiny.write("en/new.md", page_text("New", "Text.", "draft: yes"))
    tiny.write("cy/new.md", page_text("Newydd", "Testun.", "draft: yes", reviewed="B. D."))
    built = tiny.build(preview=True).built
    assert built is not None
    assert "en/new/index.html" in built.output


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("en/Report.md", "“Report” cannot be a page's name"),
        ("en/réport.md", "“réport” cannot be a page's name"),
        ("en/a_b.md", "“a_b” cannot be a page's name"),
        ("en/-a.md", "“-a” cannot be a page's name"),
        ("en/a.b.md", "“a.b” cannot be a page's name"),
        ("en/aux.md", "keeps for itself"),
        ("en/com1.md", "keeps for itself"),
        ("en/nul/x.md", "keeps for itself"),
        ("en/action-plan-data.md", "keeps for itself"),
        ("en/page.MD", "Only pages (.md files)"),
        ("en/page.docx", "Only pages (.md files)"),
    ],
)
def test_file_names(tiny: TinySite, name: str, words: str) -> None:
    tiny.write(name, page_text("Page", "Text."))
    found = lines(tiny)
    assert len(found) == 1, found
    assert found[0].startswith(f"content/{name}: ")
    assert words in found[0]


def test_a_folder_linked_from_elsewhere_is_refused(tiny: TinySite) -> None:
    (tiny.content.parent / "more").mkdir()
    (tiny.content / "en/more").symlink_to(tiny.content.parent / "more", target_is_directory=True)
    assert lines(tiny) == ["content/en/more: This is a link to a place outside the content folder. Put the file itself here."]


def test_an_address_must_be_plain(tiny: TinySite) -> None:
    tiny.replace("cy/help.md", "address: cymorth", "address: ../cymorth")
    assert lines(tiny) == [
        "content/cy/help.md:7: “../cymorth” cannot be an address. Use small letters without accents, digits and hyphens: rhoi-gwybod."
    ]


def test_dates_of_publishing_in_the_wrong_order(tiny: TinySite) -> None:
    for name in ("en/help.md", "cy/help.md"):
        tiny.replace(name, "review_due: 2027-05-01", "review_due: 2027-05-01\npublish_on: 2026-02-01\nexpires_on: 2026-01-01")
    assert lines(tiny)[:1] == ["content/cy/help.md:8: “expires_on” is not after “publish_on”. Correct one of them."]


def test_reviews_that_are_due_warn_and_do_not_stop(tiny: TinySite) -> None:
    tiny.replace("cy/help.md", "translation_reviewed_by: B. Darllenydd", "translation_reviewed_by: None yet")
    pages = list(tiny.good().site.pages)
    for today, count in ((date(2027, 5, 1), 1), (date(2027, 5, 2), 1 + len(pages))):
        problems = Problems()
        check_reviews(pages, today.toordinal(), problems)
        assert len(problems) == count
        assert {problem.level for problem in problems} == {Level.WARNING}
        assert not any(problem.safety for problem in problems)


def test_the_sentence_for_a_review_that_is_due(tiny: TinySite) -> None:
    warned = [problem.as_text() for problem in tiny.build(date(2028, 1, 1)).problems.warnings]
    assert (
        "content/en/help.md:1: The review was due on 2027-05-01 (Communications team)."
        " Check the page, then write the new “checked_on” and “review_due”."
    ) in warned
