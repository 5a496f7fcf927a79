"""The accessibility statement claims nothing that programs cannot show."""

from pathlib import Path

import pytest

from signpost.build import Built
from signpost.checks import statement
from tests.checks.seeded import clean, found
from tests.tiny_site import TinySite

PATHS = {"en": "en/accessibility/index.html", "cy": "cy/accessibility/index.html"}
STATEMENT = (
    "---\ntitle: {title}\ndescription: {text}\nowner: Team\nchecked_on: 2026-11-01\nreview_due: 2027-05-01\n{more}---\n{text}\n\n"
    "::accessibility-tests\n"
)


@pytest.fixture(scope="module")
def stated(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder: Path = tmp_path_factory.mktemp("statement")
    tiny = TinySite(folder)
    tiny.write(
        "en/accessibility.md",
        STATEMENT.format(title="Accessibility statement", text="What we know of how people can use this site.", more=""),
    )
    tiny.write(
        "cy/accessibility.md",
        STATEMENT.format(
            title="Datganiad hygyrchedd",
            text="Yr hyn a wyddom am sut y gall pobl ddefnyddio'r wefan.",
            more="translation_reviewed_by: A. Tester\n",
        ),
    )
    return tiny.good()


def test_the_site_is_clean(stated: Built) -> None:
    assert clean(statement, stated)


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "This site is fully accessible."),
        ("en", "This site is fully compliant with WCAG 2.2."),
        ("en", "We are 100% accessible."),
        ("en", "It fully meets the standard."),
        ("en", "This website complies fully with the rules."),
        ("en", "Nothing is known. This site is fully accessible."),
        ("cy", "Mae’r wefan hon yn gwbl hygyrch."),
        ("cy", "Mae’n cydymffurfio’n llawn â’r safon."),
    ],
)
def test_a_claim_is_found(stated: Built, locale: str, words: str) -> None:
    assert found(statement, stated, "</main>", f"<p>{words}</p></main>", path=PATHS[locale])


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("en", "We do not claim that this site is fully accessible."),
        ("en", "A statement like this usually says that a site complies fully, in part, or not at all."),
        ("en", "This site is partly compliant."),
        ("cy", "Nid ydym yn honni bod y wefan hon yn gwbl hygyrch."),
    ],
)
def test_what_claims_nothing_is_let_through(stated: Built, locale: str, words: str) -> None:
    assert found(statement, stated, "</main>", f"<p>{words}</p></main>", path=PATHS[locale]) == []


def test_other_pages_are_not_read(built: Built) -> None:
    assert found(statement, built, "</main>", "<p>The station is fully accessible.</p></main>") == []
