"""Makes a site of any number of pages for the measurements: the same seed gives the same bytes on every machine.

The pages hold what real ones do (headings, lists, links, contacts, a table on some) and pass every gate. Must never be
published: the words are drawn by lot.
"""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEED = 20261123
WORDS_OF_A_PAGE = 700
_TINY = Path(__file__).resolve().parent.parent / "sites" / "tiny"
_SETTINGS = "owner: Communications team\nchecked_on: 2026-11-01\nreview_due: 2027-05-01\n"

_ENGLISH = (
    "the police and your support worker can help you to keep a diary of what happened because it may be used later in court "
    "when someone follows people online or at home they should tell an officer about every message call visit gift letter or post "
    "that frightened them so that all of this is seen as a pattern not many small events each with its own reason "
    "write down day place time name witness picture and how you felt then save copies where nobody else can find them "
    "ask friends neighbours family teacher manager doctor landlord bank phone company for advice safety plan order report"
).split()
_WELSH = (
    "mae'r heddlu a'ch gweithiwr cymorth yn gallu helpu i gadw dyddiadur o'r hyn sydd wedi digwydd oherwydd gellir ei ddefnyddio "
    "yn y llys pan fydd rhywun yn dilyn pobl ar-lein neu gartref dylent ddweud wrth swyddog am bob neges galwad ymweliad anrheg "
    "llythyr sydd wedi codi ofn arnynt fel bod hyn oll yn cael ei weld fel yr unrhyw batrwm nid llawer o bethau bach gyda rheswm "
    "ysgrifennwch ddiwrnod lle amser enw tyst llun ac yna cadwch gopïau mewn man diogel gofynnwch ffrindiau cymdogion teulu "
    "athro rheolwr meddyg landlord banc cwmni ffôn gyngor cynllun diogelwch gorchymyn adroddiad sut oedd eich teimlad wedyn"
).split()


_CONSONANTS = "bdfgklmnprstvz"


@dataclass(frozen=True)
class Draft:
    """One page before it takes the form that a generator reads. `key` is the same in both languages."""

    key: str
    locale: str
    title: str
    description: str
    lead: str
    sections: tuple[tuple[str, str], ...]
    """Heading, Markdown below it."""
    following: str
    """The key of the page that this one links to."""


def drafts(pages: int) -> Iterator[Draft]:
    """`pages` pages, half of them in each language. The same page has the same key in both."""
    for number in range(1, pages // 2 + 1):
        for locale in ("en", "cy"):
            yield _draft(number, locale, pages // 2)


def _draft(number: int, locale: str, last: int) -> Draft:
    lot = random.Random(f"{SEED}-{number}-{locale}")
    vocabulary = _ENGLISH if locale == "en" else _WELSH
    title = f"{'Guidance' if locale == 'en' else 'Arweiniad'} {_letters(number)}: {' '.join(lot.sample(vocabulary, 3))}"
    words = 0
    sections = []
    for section in range(1, 9):
        paragraphs = []
        for _ in range(3):
            text = " ".join(_sentence(lot, vocabulary) for _ in range(3))
            paragraphs.append(text)
        items = "\n".join(f"- {_sentence(lot, vocabulary)}" for _ in range(3))
        words += len(f"{paragraphs} {items}".split())
        heading = f"{'Part' if locale == 'en' else 'Rhan'} {section}: {' '.join(lot.sample(vocabulary, 3))}"
        sections.append((heading, "\n\n".join([*paragraphs, items])))
        if words >= WORDS_OF_A_PAGE:
            break
    lead = _sentence(lot, vocabulary)
    description = f"{title[:60]}. {_sentence(lot, vocabulary).replace('**', '')}"[:150].strip()
    return Draft(f"guidance-{number}", locale, title[:58].strip(), description, lead, tuple(sections), f"guidance-{number % last + 1}")


def _letters(number: int) -> str:
    """A number in letters: in digits some would be telephone numbers (111), which a title may not hold."""
    name = ""
    while number:
        number, rest = divmod(number, len(_CONSONANTS))
        name = f"{_CONSONANTS[rest]}a{name}"
    return name


def _sentence(lot: random.Random, vocabulary: list[str]) -> str:
    words = [lot.choice(vocabulary) for _ in range(lot.randint(8, 20))]
    words[lot.randrange(len(words))] = f"**{words[0]}**"
    return f"{words[1].capitalize()} {' '.join(words)}."


def write_own(folder: Path, pages: int) -> None:
    """The site in our own form: settings, contacts and the few needed pages of tests/sites/tiny, and the drafts."""
    shutil.copytree(_TINY, folder)
    for home in folder.glob("*/index.md"):
        text = home.read_text(encoding="utf-8")
        home.write_text(text.replace("::pages help", "::pages help, guidance-1"), encoding="utf-8")
    for draft in drafts(pages):
        (folder / draft.locale / f"{draft.key}.md").write_text(own_text(draft), encoding="utf-8")


def own_text(draft: Draft) -> str:
    english = draft.locale == "en"
    lines = [
        f'---\ntitle: "{draft.title}"\ndescription: "{draft.description}"\n{_SETTINGS}'
        + ("" if english else "translation_reviewed_by: A. Tester\n")
        + f"---\n{draft.lead}",
        f"{'Call' if english else 'Ffoniwch'} [[test-helpline]].",
        f"{'Read on' if english else 'Darllenwch ymlaen'}: [{'guidance that follows' if english else 'arweiniad nesaf'}]({draft.following}.md).",
    ]
    for heading, text in draft.sections:
        lines += [f"## {heading}", text]
    return "\n\n".join([*lines, "::contact test-helpline"]) + "\n"


def plain_text(draft: Draft) -> str:
    """The Markdown body for generators without our blocks."""
    link = f"[{draft.following}](../{draft.following}/)"
    return "\n\n".join([draft.lead, link, *(f"## {heading}\n\n{text}" for heading, text in draft.sections)]) + "\n"
