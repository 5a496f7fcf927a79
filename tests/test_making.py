"""Pages made a few at a time, over processes or not: the same bytes and the same problems."""

from pathlib import Path

import pytest

from signpost import making
from signpost.build import build
from signpost.problems import Problems
from tests.tiny_site import ROOT, TODAY, TinySite


def files_of(tiny: TinySite) -> tuple[dict[str, bytes], list[str]]:
    problems = Problems()
    built = build(tiny.content, "content", ROOT, TODAY, problems)
    return (built.output if built is not None else {}), [problem.as_text() for problem in problems]


@pytest.fixture
def many(tiny: TinySite) -> TinySite:
    """The tiny site with 24 more pages."""
    for number in range(12):
        for locale in ("en", "cy"):
            text = tiny.text(f"{locale}/help.md").split("---\n")
            title = f"title: Help in place {'abcdefghijkl'[number]} of all\ndescription: A page that is only {'abcdefghijkl'[number]} of many pages.\n"
            rest = "\n".join(line for line in text[1].split("\n") if not line.startswith(("title", "description", "address")))
            tiny.write(f"{locale}/place-{number}.md", f"---\n{title}{rest}---\n" + "---\n".join(text[2:]))
    return tiny


def test_one_process_and_several_make_the_same(many: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = files_of(many)
    assert len(alone[0]) > 30
    monkeypatch.setattr(making, "FEWEST_TO_SPREAD", 2)
    monkeypatch.setattr(making, "PAGES_AT_ONCE", 3)
    monkeypatch.setattr(making, "processors", lambda: 3)
    assert files_of(many) == alone


def test_a_mistake_that_shows_when_pages_are_compared_is_found(many: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "PAGES_AT_ONCE", 2)
    same = "description: A page that is only a of many pages."
    many.replace("en/place-5.md", "description: A page that is only f of many pages.", same)
    output, lines = files_of(many)
    assert output == {}
    assert any("the same description as en/place-0/index.html" in line for line in lines)
    assert not (Path(many.content.parent) / "dist").exists()
