"""Odd but valid: what editors really write, on programs that nobody thought of. Each must be accepted."""

from collections.abc import Callable
from pathlib import Path

from tests.breakages.edits import Edit, added, instead, made, page_text, page_with, said, said_in_welsh, setting, write
from tests.hostile.inputs import Hostile


def _every_file(change: Callable[[bytes], bytes]) -> Edit:
    def edit(content: Path) -> None:
        for path in content.rglob("*"):
            if path.is_file():
                path.write_bytes(change(path.read_bytes()))

    return edit


def _apart(content: Path) -> None:
    """Accents as signs of their own, as macOS writes them."""
    import unicodedata

    _every_file(lambda text: unicodedata.normalize("NFD", text.decode()).encode())(content)


def _one_language_more_pages(content: Path) -> None:
    for number in range(60):
        for code, words in (("en", "Page"), ("cy", "Tudalen")):
            reviewed = "B. Darllenydd" if code == "cy" else ""
            write(content / code / f"many/page-{number}.md", page_text(f"{words} {number + 1000}", "Text.", reviewed=reviewed))


_TEXTS = {
    "curly quotes": "“Words” and ‘words’, it’s.",
    "straight quotes": "\"Words\" and 'words', it's.",
    "quote in a quote": "\"She said 'words' to me\", he said.",
    "long dash": "Words – words — words.",
    "two hyphens": "Words -- words.",
    "ellipsis": "Words... and words…",
    "euro, pound and degree": "£20, €20, 20° and 20%.",
    "fraction and square": "½ a mile, 20 m².",
    "letters of Welsh": "Ŵyŷŵ â ê î ô û ŵ ŷ ä ë ï ö ü.",
    "letters of other languages": "Żółć, naïve, Ångström, şğı, ñ, ø, ß.",
    "Chinese": "中文 words.",
    "Arabic": "Words in Arabic: كلمة.",
    "Punjabi": "Words in Punjabi: ਸ਼ਬਦ.",
    "emoji": "Words 🙂 and 👮 words.",
    "emoji of two signs": "Words ☎️ words.",
    "accents apart": "cafe\u0301 and t\u0177.",
    "space that does not break": "20\u00a0miles.",
    "narrow space": "20\u202f000 words.",
    "line end with two spaces": "Words  \nwords.",
    "line end with a backslash": "Words\\\nwords.",
    "bold in italics": "***Words*** and **_words_**.",
    "stars for lists": "* one\n* two\n* three",
    "plus for lists": "+ one\n+ two",
    "list that starts at 3": "3. three\n4. four",
    "list with brackets": "1) one\n2) two",
    "list in a list": "- one\n  - two\n    - three",
    "list with paragraphs": "- one\n\n  More.\n\n- two",
    "quotation": "> Words of somebody.\n>\n> More of them.",
    "quotation with a list": "> - one\n> - two",
    "heading with signs at its end": "## Words ##\n\nText.",
    "heading with a question": "## What now?\n\nText.",
    "heading twice": "## Words\n\nText.\n\n## Words\n\nText.",
    "short form as a heading": "## MARAC\n\nText.",
    "sign that is escaped": "Words \\* words \\_ words \\# words.",
    "less and more": "2 < 3 and 3 > 2.",
    "ampersand": "Words & words, R&B.",
    "entity": "Words &amp; words &eacute; words.",
    "year and section": "Section 2A of the Act of 1997, 2012 and 2024.",
    "date": "On 25 November 2026 at 9:30.",
    "money": "It costs £1,250.50 a year.",
    "percent": "About 1 in 5, or 20.1%.",
    "link to a heading": "Read [the law](help.md#the-law).",
    "link in two lines": "Read [about\nthe law](help.md).",
    "link with words in quotes": 'Read [about "help"](help.md).',
    "link to another language": "Read [in Welsh](../cy/help.md).",
    "link given below": "Read [about help][1] now.\n\n[1]: help.md",
    "link in pointed brackets": "Read [about help](<help.md>).",
    "link with brackets in it": "Read [the Act](https://www.legislation.gov.uk/ukpga_(1997)).",
    "link with a question": "Read [the Act](https://www.legislation.gov.uk/search?title=stalking&year=2012).",
    "link with an accent": "Read [the Act](https://www.legislation.gov.uk/cymraeg/t%C5%B7).",
    "link in bold": "Read **[about help](help.md)**.",
    "contact in a list": "- Call [[999]] now.\n- Or wait.",
    "contact in bold": "Call **[[999]]** now.",
    "two contacts in a line": "Call [[999]] or [[test-helpline]].",
    "panel": ":::warning\nWords.\n:::",
    "panel with a list": ":::inset\n- one\n- two\n:::",
    "panel with more colons": "::::warning\nWords.\n::::",
    "details": ":::details What this “means”\nWords.\n:::",
    "table": ":::table Who does what\n| Who | What |\n| --- | ---: |\n| We | words |\n| You | more |\n:::",
    "table with an empty cell": ":::table Who does what\n| Who | What |\n|---|---|\n| We | |\n:::",
    "table with a bar in a cell": ":::table Who does what\n| Who | What |\n|---|---|\n| We | a \\| b |\n:::",
    "empty lines at the end": "Words.\n\n\n\n",
    "spaces at the ends of lines": "Words.   \n\nMore.   ",
    "ten thousand words": "Words and more words. " * 2_000,
    "one long line": "Words " * 3_000 + ".",
}
_SETTINGS = {
    "quoted title": ("title: Page odd", 'title: "Page: odd"'),
    "title in single quotes": ("title: Page odd", "title: 'It''s a page'"),
    "title in two lines": ("title: Page odd", "title: Page\n  odd"),
    "title folded": ("title: Page odd", "title: >\n  Page odd"),
    "title with an accent": ("title: Page odd", "title: Tŷ – Café"),
    "title that looks like a number": ("title: Page odd", "title: 2026"),
    "title that looks like no": ("title: Page odd", "title: no"),
    "title with an apostrophe": ("title: Page odd", "title: What’s next"),
    "title of one letter": ("title: Page odd", "title: A"),
    "title of 60 signs": ("title: Page odd", f"title: {'Ab ' * 19}Abc"),
    "comment after a value": ("title: Page odd", "title: Page odd # a note"),
    "comment above": ("title: Page odd", "# a note\ntitle: Page odd"),
    "empty line": ("title: Page odd", "\ntitle: Page odd\n"),
    "spaces before the colon": ("title: Page odd", "title : Page odd"),
    "spaces after the colon": ("title: Page odd", "title:      Page odd"),
    "quoted date": ("checked_on: 2026-11-01", 'checked_on: "2026-11-01"'),
    "quoted name": ("title: Page odd", '"title": Page odd'),
    "leap day": ("review_due: 2027-05-01", "review_due: 2028-02-29"),
}
ODD = (
    *(Hostile(f"text: {name}", said("odd", text), "") for name, text in _TEXTS.items()),
    *(Hostile(f"settings: {name}", page_with("odd", old, new), "") for name, (old, new) in _SETTINGS.items()),
    Hostile("text: Welsh apostrophes", said_in_welsh("odd", "Dyma'r ffordd i'w wneud, 'r un fath."), ""),
    Hostile("settings: no list of contents", setting("odd", "contents: no"), ""),
    Hostile("settings: yes in capitals", setting("odd", "contents: YES"), ""),
    Hostile("file: line ends of Windows", _every_file(lambda text: text.replace(b"\n", b"\r\n")), ""),
    Hostile("file: line ends of old Macs", _every_file(lambda text: text.replace(b"\n", b"\r")), ""),
    Hostile("file: byte order mark", _every_file(lambda text: b"\xef\xbb\xbf" + text), ""),
    Hostile("file: no line end at the end", _every_file(lambda text: text.rstrip(b"\n")), ""),
    Hostile("file: accents apart", _apart, ""),
    Hostile("file: what macOS leaves behind", made("en/.DS_Store", b"\x00\x01"), ""),
    Hostile("file: what Word leaves behind", made("en/~$help.md", b"\x00\x01"), ""),
    Hostile("file: what Windows leaves behind", made("cy/Thumbs.db", b"\x00\x01"), ""),
    Hostile("file: notes beside the settings", made("README.md", "Notes.\n"), ""),
    Hostile("file: page in a folder", _one_language_more_pages, ""),
    Hostile("site: comment at the end", added("site.yml", "# the end\n"), ""),
    Hostile("site: languages as a list", instead("site.yml", "languages: en, cy", "languages: [en, cy]"), ""),
    Hostile("site: colour in capitals", instead("site.yml", '"#16325c"', '"#16325C"'), ""),
    Hostile(
        "site: exit with a question", instead("site.yml", "https://www.bbc.co.uk/weather", "https://www.bbc.co.uk/weather?a=b&c=d"), ""
    ),
    Hostile("contacts: number without spaces", instead("contacts.yml", "020 7946 0000", "02079460000"), ""),
    Hostile("contacts: number between quotes", instead("contacts.yml", "020 7946 0000", '"020 7946 0000"'), ""),
    Hostile("redirects: none", made("redirects.yml", "redirects: []\n"), ""),
)
