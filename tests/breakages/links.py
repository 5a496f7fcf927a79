"""Broken links: between pages, and to other sites."""

from pathlib import Path

from tests.breakages.edits import Breakage, in_both, page_text, said, said_in_welsh, write

_SITE = "https://www.legislation.gov.uk"


def _to_draft(content: Path) -> None:
    in_both("a-draft", "draft: yes")(content)
    said("to-draft", "Read [the draft](a-draft.md).")(content)


def _list_of_unknown(content: Path) -> None:
    write(content / "en/listed.md", page_text("Page listed", "::pages help, helpp"))
    write(content / "cy/listed.md", page_text("Tudalen listed", "Testun.", reviewed="B. Darllenydd"))


LINKS = (
    Breakage("unknown page", said("no-page", "Read [about help](helpp.md).")),
    Breakage("page of another language", said("no-cy-page", "Read [about help](../cy/helpp.md).")),
    Breakage("unknown fragment", said("no-fragment", "Read [the law](help.md#the-laws).")),
    Breakage("unknown fragment on the same page", said("own-fragment", "## Here\n\nRead [below](#there).")),
    Breakage("link to a draft", _to_draft),
    Breakage("list of pages with an unknown one", _list_of_unknown),
    Breakage("address instead of a file name", said("address-link", "Read [about help](/en/help/).")),
    Breakage("other ending", said("html-link", "Read [about help](Help.html).")),
    Breakage("space inside a link", said("parted-link", "Read [about help] (help.md).")),
    Breakage("brackets the wrong way round", said("turned-link", "Read (about help)[help.md].")),
    Breakage("own address", said("own-link", "Read [about help](https://tiny.example/en/help/).")),
    Breakage("address wrapped by Outlook", said("wrapped", "Read [the Act](https://eur03.safelinks.protection.outlook.com/?url=x).")),
    Breakage("empty link", said("empty-link", "Read [about help]().")),
    Breakage("http link", said("http", "Read [the Act](http://www.legislation.gov.uk/).")),
    Breakage("link with a user", said("userinfo", "Read [the Act](https://www.gov.uk@evil.example/).")),
    Breakage("link with a port", said("port", f"Read [the Act]({_SITE}:8443/).")),
    Breakage("link with letters that look alike", said("look-alike", "Read [the Act](https://www.lеgislation.gov.uk/).")),
    Breakage("link with hidden letters", said("xn", "Read [the Act](https://www.xn--lgislation-x7a.gov.uk/).")),
    Breakage("link with a space", said("space-link", f"Read [the Act]({_SITE}/uk act).")),
    Breakage("link without its site", said("slashes", "Read [the Act](//www.legislation.gov.uk/).")),
    Breakage("javascript link", said("javascript", "Read [the Act](javascript:alert).")),
    Breakage("telephone link", said("tel", "Call [the team](tel:101).")),
    Breakage("email link", said("mailto", "Write to [the team](mailto:a@b.example).")),
    Breakage("site that is not allowed", said("not-allowed", "Read [the news](https://news.example/).")),
    Breakage("site that is nearly allowed", said("nearly", "Text.\nRead [the Act](https://legislation.gov.uk/).")),
    Breakage("click here", said("click-here", f"[Click here]({_SITE}/) for the Act.")),
    Breakage("vague link in Welsh", said_in_welsh("vague", f"[Cliciwch yma]({_SITE}/) i ddarllen.")),
    Breakage("link without words", said("wordless", "Text [](help.md).")),
    Breakage("address as the words of a link", said("bare-link", f"Read [{_SITE}]({_SITE}/).")),
    Breakage("address in pointed brackets", said("pointed", f"Read <{_SITE}/>.")),
    Breakage("bare address", said("bare", f"Text.\nRead {_SITE}/ukpga today.")),
    Breakage("bare email address", said("bare-email", "Write to help@police.example today.")),
)
