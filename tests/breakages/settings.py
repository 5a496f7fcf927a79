"""Broken page settings: the lines between the two “---”."""

from pathlib import Path

from tests.breakages.edits import Breakage, Edit, in_both, instead, page_of, page_text, page_with, setting, write


def _same_address(content: Path) -> None:
    for key in ("one-address", "other-address"):
        write(content / f"en/{key}.md", page_text(f"Page {key}", "Text.", "address: the-address"))
        write(content / f"cy/{key}.md", page_text(f"Tudalen {key}", "Testun.", f"address: {key}", reviewed="B. Darllenydd"))


def _same_title(content: Path) -> None:
    for key in ("one-title", "other-title"):
        write(content / f"en/{key}.md", page_text("The very same title", "Text."))
        write(content / f"cy/{key}.md", page_text(f"Tudalen {key}", "Testun.", reviewed="B. Darllenydd"))


def _circle() -> Edit:
    def edit(content: Path) -> None:
        for key, parent in (("circle-a", "circle-b"), ("circle-b", "circle-a")):
            in_both(key, f"parent: {parent}")(content)

    return edit


SETTINGS = (
    Breakage("unknown setting", setting("unknown-setting", "ownner: Somebody")),
    Breakage("unknown setting, nothing near", setting("unknown-far", "colour: blue")),
    Breakage("setting written twice", setting("twice-setting", "owner: Somebody else")),
    Breakage("setting mistyped", page_with("mistyped", "owner:", "ownr:")),
    Breakage("setting with a capital", page_with("capital", "title:", "Title:")),
    Breakage("setting with a hyphen", page_with("hyphen", "review_due:", "review-due:")),
    Breakage("no space after the colon", page_with("no-space", "title: Page no-space", "title:Page no-space")),
    Breakage("no-break space after the colon", page_with("no-break", "owner: ", "owner:\u00a0")),
    Breakage("curly quotes and a colon", page_with("curly-colon", "title: Page curly-colon", "title: “Page: curly”")),
    Breakage("curly quotes", page_with("curly", "title: Page curly", "title: “Page curly”")),
    Breakage("apostrophe inside single quotes", page_with("apostrophe", "title: Page apostrophe", "title: 'Page's apostrophe'")),
    Breakage("curly quote closes a straight one", page_with("half-curly", "title: Page half-curly", 'title: "Page half-curly”')),
    Breakage("settings closed with four hyphens", page_with("four-hyphens", "---\nText.", "----\nText.")),
    Breakage("settings closed with a dash", page_with("long-dash", "---\nText.", "—\nText.")),
    Breakage("empty line before the settings", page_of("late-start", "\n" + page_text("Page late-start", "Text."))),
    Breakage("alias", setting("alias", "parent: *above")),
    Breakage("anchor", setting("anchor", "parent: &above index")),
    Breakage("tag", setting("tag", "parent: !!str index")),
    Breakage("tab", setting("tab", "\tparent: index")),
    Breakage("directive", page_of("directive", "---\n%YAML 1.1\n---\nText.\n")),
    Breakage("quotation mark never closed", page_with("unclosed-quote", "title: Page unclosed-quote", 'title: "Page unclosed')),
    Breakage("quotation mark inside", page_with("inner-quote", "title: Page inner-quote", 'title: "Page" inner')),
    Breakage("colon in a title", page_with("colon", "title: Page colon", "title: Page: colon")),
    Breakage("special character first", page_with("at-sign", "title: Page at-sign", "title: @home page")),
    Breakage("no colon", setting("no-colon", "parent index")),
    Breakage("deep nesting", setting("deep", f"parent: {'[' * 40}{']' * 40}")),
    Breakage("list where a text belongs", page_with("list", "title: Page list", "title: [Page, list]")),
    Breakage("no settings at all", page_of("no-settings", "Text.\n")),
    Breakage("settings never closed", page_of("open-settings", "---\ntitle: Open\n\nText.\n")),
    Breakage("settings that are empty", page_of("empty-settings", "---\n---\nText.\n")),
    Breakage("no text below the settings", page_of("no-text", page_text("Page no-text", ""))),
    Breakage("missing title", page_with("no-title", "title: Page no-title\n", "")),
    Breakage("empty title", page_with("empty-title", "title: Page empty-title\n", "title:\n")),
    Breakage("missing owner", page_with("no-owner", "owner: Communications team\n", "")),
    Breakage("missing review date", page_with("no-review", "review_due: 2027-05-01\n", "")),
    Breakage("title too long", page_with("long-title", "title: Page", "title: " + "Long " * 12)),
    Breakage("title with a full stop", page_with("stop-title", "title: Page stop-title", "title: A title that stops.")),
    Breakage("description too short", page_with("short", "A page that a test has made to be broken, Page short.", "Too short.")),
    Breakage("British date", page_with("british-date", "2026-11-01", "27/03/2025")),
    Breakage("date in words", page_with("worded-date", "2026-11-01", "1 November 2026")),
    Breakage("date that does not exist", page_with("no-such-day", "2027-05-01", "2027-02-29")),
    Breakage("review before the check", page_with("early-review", "2027-05-01", "2026-10-01")),
    Breakage("check in the future", page_with("future", "2026-11-01", "2027-01-05")),
    Breakage("mistyped year", page_with("year", "2027-05-01", "2207-05-01")),
    Breakage("placeholder in the settings", page_with("unwritten", "owner: Communications team", "owner: TBC")),
    Breakage("maybe", setting("maybe", "draft: maybe")),
    Breakage("escaped hidden mark", page_with("escaped", "title: Page escaped", 'title: "Page \\u202e escaped"')),
    Breakage("address with capitals", setting("capital-address", "address: Report")),
    Breakage("two pages with one address", _same_address),
    Breakage("two pages with one title", _same_title),
    Breakage("languages differ", setting("differ", "draft: yes")),
    Breakage("languages have different parents", setting("differ-parent", "parent: help")),
    Breakage("parent that is not there", in_both("orphan", "parent: helpp")),
    Breakage("circle of parents", _circle()),
    Breakage("number in a title", page_with("title-number", "title: Page title-number", "title: Call 101 today")),
    Breakage("bold in a title", page_with("starred-title", "title: Page starred-title", "title: Page **bold**")),
    Breakage("contact in a title", page_with("keyed-title", "title: Page keyed-title", "title: Call [[101]]")),
    Breakage("stress in a description", page_with("stressed", "A page that a test", "A page that _only_ a test")),
    Breakage("HTML in a title", page_with("html-title", "title: Page html-title", "title: Help &amp; support")),
    Breakage("title in capitals", page_with("loud-title", "title: Page loud-title", "title: GETTING HELP NOW")),
    Breakage("postcode in a description", page_with("postcode-said", "A page that a test", "A page CF31 3SU that a test")),
    Breakage("translator missing", instead("cy/not-found.md", "translation_reviewed_by: B. Darllenydd", "draft: no")),
)
