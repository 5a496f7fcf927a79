"""What stands between `[[` and `]]`, and after `::` -> a slot. Must never accept a form that nothing fills."""

import re

from signpost.markdown.blocks import CONTACT_FORMS, CONTAINERS, LEAVES, SITE_PARTS
from signpost.pages.document import ContactCard, ContactGroup, ContactSlot, DiarySheet, ExitLink, PageList, PlanSlot, SitePart, Slot
from signpost.pages.links import Wrong
from signpost.problems import did_you_mean

MOST_DIARY_ENTRIES = 20
_LIST = re.compile(r"(?:need|area|kind|audience|language)=[a-z-]+(?: +(?:need|area|kind|audience|language)=[a-z-]+)*")


def read_named(content: str, line: int, wrong: Wrong) -> Slot | None:
    """`national-stalking-helpline`, `101 relay` or `plan:7.1`."""
    if content.startswith("plan:"):
        reference = content.removeprefix("plan:").strip()
        if not re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{1,3})?", reference):
            wrong(line, f"“{reference}” is not a part of the plan. Write [[plan:7]] or [[plan:7.1]].", "plan-reference")
            return None
        return PlanSlot(reference, line)
    key, _, form = content.partition(" ")
    form = form.strip() or "number"
    if form not in CONTACT_FORMS:
        wrong(
            line,
            f"“{form}” is not a form of a contact: {', '.join(CONTACT_FORMS)}.{did_you_mean(form, CONTACT_FORMS)}",
            "contact-reference",
        )
        return None
    return ContactSlot(key, form, line)


def read_leaf(name: str, content: str, level: int, line: int, wrong: Wrong) -> Slot | None:
    """One-line blocks. `level` is the heading level under the last heading of the text."""
    if name == "contact" and re.fullmatch(r"[a-z0-9-]+", content):
        return ContactCard(content, level, line)
    if name == "contacts" and _LIST.fullmatch(content):
        pairs = tuple((pair.partition("=")[0], pair.partition("=")[2]) for pair in content.split())
        return ContactGroup(pairs, level, line)
    if name == "pages" and re.search(r"[^\s,]\s+[^\s,]", content):
        wrong(line, "Write commas between the pages: “::pages report, evidence”.", "block")
        return None
    if name == "pages":
        keys = tuple(key.strip().removesuffix(".md") for key in content.split(",") if key.strip())
        if keys:
            return PageList(keys, line)
    if name == "diary-sheet" and re.fullmatch(r"[0-9]{1,2}", content) and 1 <= int(content) <= MOST_DIARY_ENTRIES:
        return DiarySheet(int(content), line)
    if name == "practise-exit" and not content:
        return ExitLink(line)
    if name in SITE_PARTS and not content:
        return SitePart(name, line)
    wrong(line, _EXPECTED.get(name, _unknown(name)), "block")
    return None


_EXPECTED = {
    "contact": "Write the contact's key after “::contact”: “::contact national-stalking-helpline”.",
    "contacts": "Write which contacts after “::contacts”, by need, area, kind, audience or language: “::contacts need=police area=wales”.",
    "pages": "Write the pages after “::pages”, with commas: “::pages report, evidence”.",
    "diary-sheet": f"Write how many entries after “::diary-sheet”, from 1 to {MOST_DIARY_ENTRIES}: “::diary-sheet 6”.",
    **{name: f"“::{name}” stands alone on its line. Delete what follows it." for name in ("practise-exit", *SITE_PARTS)},
}


def _unknown(name: str) -> str:
    if name in CONTAINERS:
        return f"The block “{name}” starts with three colons and ends with three. Write “:::{name}”, and “:::” below its text."
    return f"There is no block “::{name}”. The one-line blocks are: {', '.join(LEAVES)}.{did_you_mean(name, LEAVES)}"
