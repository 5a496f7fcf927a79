"""All of content/ -> one complete site, or every mistake."""

from pathlib import Path

from signpost.load import load
from signpost.problems import Problems
from tests.tiny_site import ROOT, TODAY, TinySite


def test_the_tiny_site(tiny: TinySite, problems: Problems) -> None:
    site = load(tiny.content, "content", ROOT, TODAY, problems)
    assert site is not None
    assert [page.file for page in site.pages] == [
        f"content/{locale}/{name}.md" for locale in ("en", "cy") for name in ("help", "index", "not-found")
    ]
    assert list(site.contacts) == ["999", "999-silent", "test-helpline"]
    assert (site.plan, site.redirects, site.today) == (None, (), TODAY)


def test_a_folder_that_is_not_there(tmp_path: Path, problems: Problems) -> None:
    assert load(tmp_path / "contents", "contents", ROOT, TODAY, problems) is None
    assert [problem.as_text() for problem in problems] == [
        "contents: This folder is missing. Name the folder that holds site.yml after “--content”."
    ]


def test_there_is_no_site_while_there_is_a_mistake(tiny: TinySite, problems: Problems) -> None:
    tiny.replace("en/help.md", "owner: Communications team", "owner: TBC")
    assert load(tiny.content, "content", ROOT, TODAY, problems) is None


def test_sentences_name_files_by_the_label(tiny: TinySite, problems: Problems) -> None:
    tiny.write("en/help.md", "")
    load(tiny.content, "sites/north wales", ROOT, TODAY, problems)
    assert [problem.file for problem in problems.errors] == ["sites/north wales/en/help.md"]


def test_a_site_in_one_language(tiny: TinySite) -> None:
    one_language(tiny)
    built = tiny.good()
    assert sorted(path for path in built.output if path.endswith(".html")) == ["404.html", "help/index.html", "index.html"]
    assert b"hreflang" not in built.output["index.html"]


def one_language(tiny: TinySite) -> None:
    for name in ("site.yml", "contacts.yml"):
        text = tiny.text(name).replace("languages: en, cy", "languages: en", 1 if name == "site.yml" else 0)
        tiny.write(name, "\n".join(line for line in text.split("\n") if not line.lstrip().startswith("cy:")))
    for path in sorted((tiny.content / "cy").iterdir()):
        path.unlink()
    (tiny.content / "cy").rmdir()
