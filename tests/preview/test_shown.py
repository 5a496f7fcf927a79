"""What a preview shows with each page: mistakes, what waits, drafts, what changed in the source of a translation."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from signpost.kept.memory import code_of
from signpost.kept.store import Kept
from signpost.pages.translations import mark_translated
from signpost.preview.server import Watch
from signpost.preview.shown import Preview
from signpost.preview.watching import snapshot
from tests.breakages.edits import page_text
from tests.tiny_site import ROOT, TODAY, TinySite


class Tried:
    """A preview without a server."""

    def __init__(self, site: TinySite, root: Path = ROOT) -> None:
        self.site = site
        self.said: list[str] = []
        self.preview = Preview(site.content, "content", root, TODAY, {"livereload.js": b"script"}, self.said.append)

    def again(self) -> bool:
        return self.preview.read() and self.preview.finish()

    def page(self, path: str) -> str:
        return self.preview.answer(path).content.decode()


@pytest.fixture
def tried(tiny: TinySite) -> Tried:
    found = Tried(tiny)
    found.preview.read()
    found.preview.finish()
    return found


def test_a_good_page_is_shown_as_it_is(tried: Tried) -> None:
    assert "preview-bar" not in tried.page("en/help/")
    assert tried.said[-1] == "Built 6 pages."


def test_a_mistake_stands_on_its_page_and_is_named_on_the_others(tried: Tried) -> None:
    tried.site.replace("en/help.md", "title: Help and support", "titel: Help and support")
    tried.again()
    own, other = tried.page("en/help/"), tried.page("cy/")
    assert "1 to mend on this page" in own
    assert "content/en/help.md:2" in own
    assert "<h1>Help and support</h1>" in own
    assert "1 to mend elsewhere" in other
    assert '<a href="/en/help/">content/en/help.md:2</a>' in other
    tried.site.replace("en/help.md", "titel: Help", "title: Get help")
    tried.again()
    assert "preview-bar" not in tried.page("en/help/")
    assert "<h1>Get help and support</h1>" in tried.page("en/help/")


def test_what_a_gate_finds_stands_on_the_newest_page(tried: Tried) -> None:
    tried.site.write("en/help.md", tried.site.text("en/help.md") + "\nThis leaves no trace.\n")
    assert tried.again()
    page = tried.page("en/help/")
    assert "This leaves no trace." in page
    assert "You see the newest page, but it cannot be published like this." in page
    assert any("Until then the site cannot be published." in line for line in tried.said)
    assert not tried.preview.finish(), "the same findings need no second reload"


def test_words_of_an_editor_stay_words(tried: Tried) -> None:
    tried.site.replace("en/help.md", "title: Help and support", "title: <script>alert(1)</script> TBC")
    tried.again()
    assert "<script>alert" not in tried.page("en/help/")


def test_a_draft_a_future_page_and_an_old_one_are_marked(tried: Tried) -> None:
    for key, setting in (("draft", "draft: yes"), ("later", "publish_on: 2026-12-24"), ("over", "expires_on: 2026-11-10")):
        tried.site.write(f"en/{key}.md", page_text(f"The {key}", "Words.", setting))
        tried.site.write(f"cy/{key}.md", page_text(f"Y {key}", "Geiriau.", setting, reviewed="B. D."))
    tried.again()
    assert "<strong>Draft.</strong>" in tried.page("en/draft/")
    assert "published on 24\N{NO-BREAK SPACE}December 2026 (content/cy/later.md)" in tried.page("cy/later/")
    assert "taken off on 10\N{NO-BREAK SPACE}November 2026" in tried.page("en/over/")


def test_what_changed_in_the_source_is_shown_word_by_word(tried: Tried) -> None:
    mark_translated(tried.site.content, "cy", "help", "en")
    tried.site.replace("en/help.md", "Call [[999]] in danger", "Ring [[999]] in danger")
    tried.again()
    assert "<del>Call</del> <ins>Ring</ins> [[999]] in danger" in tried.page("cy/cymorth/")
    assert "<del>" not in tried.page("en/help/")


def test_a_site_that_was_never_good_shows_what_to_mend(tiny: TinySite) -> None:
    tiny.replace("en/help.md", "title: Help and support", "title: TBC & co")
    tried = Tried(tiny)
    tried.again()
    assert tried.preview.answer("en/help/").status == 503
    assert "content/en/help.md:2: “TBC” is left over in “title”." in tried.page("")
    assert "livereload.js" in tried.page("")
    assert tried.page("livereload.js") == "script"
    tiny.replace("en/help.md", "TBC & co", "Help and support")
    tried.again()
    assert "<h1>Help and support</h1>" in tried.page("en/help/")


def test_files_beside_the_pages_are_there_and_the_hosts_are_not(tried: Tried) -> None:
    assert tried.preview.answer("sitemap.xml").status == 200
    assert tried.preview.answer("_headers").status == 404
    assert tried.preview.answer("../../etc/passwd").status == 404


def test_a_change_is_seen_and_what_programs_leave_is_not(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    before = snapshot([tmp_path])
    (tmp_path / "a" / ".page.md.swp").write_text("x")
    (tmp_path / "~$plan.docx").write_text("x")
    assert snapshot([tmp_path, tmp_path / "gone"]) == before
    page = tmp_path / "a" / "page.md"
    page.write_text("x")
    first = snapshot([tmp_path])
    assert first != before
    status = page.stat()
    page.write_text("y")
    os.utime(page, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert snapshot([tmp_path]) != first, "other bytes with the same size and date"


def test_what_was_read_before_is_taken_over_and_what_changed_is_not(tiny: TinySite, tmp_path: Path) -> None:
    preview = Preview(tiny.content, "content", ROOT, TODAY, {}, lambda _: None, kept=Kept(tmp_path / "kept.sqlite"))
    for number in range(3):
        tiny.write("en/help.md", tiny.text("en/help.md") + f"\nSentence {'abc'[number]}.\n")
        assert preview.read()
        page = preview.answer("en/help/").content.decode()
        assert f"Sentence {'abc'[number]}." in page
        assert preview.state == number + 1


def test_a_preview_that_runs_over_midnight_shows_the_new_day(tiny: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    for locale, reviewed in (("en", ""), ("cy", "B. D.")):
        tiny.write(f"{locale}/later.md", page_text(f"Later {locale}", "Words.", "publish_on: 2026-11-21", reviewed=reviewed))
    tiny.replace("site.yml", "footer: help", "footer: help, later")
    preview = Tried(tiny).preview
    preview.read()
    assert "published on 21\N{NO-BREAK SPACE}November 2026" in preview.answer("en/later/").content.decode()
    days = [TODAY, TODAY, TODAY + timedelta(days=1), TODAY + timedelta(days=1)]
    watch = Watch(preview, lambda: days.pop(0))
    monkeypatch.setattr(watch, "finish_later", lambda: None)
    monkeypatch.setattr("signpost.preview.server.reload_browsers", lambda: None)
    states = []
    for _ in range(4):
        watch.look()
        states.append(preview.state)
    assert states == [1, 1, 2, 2]
    assert "preview-bar" not in preview.answer("en/later/").content.decode()


def test_a_preview_keeps_nothing_once_the_generator_is_another_than_the_one_that_runs(
    tiny: TinySite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the old code reads would be kept as if the new code had read it."""
    kept = Kept(tmp_path / "kept.sqlite")
    put: list[bytes] = []
    monkeypatch.setattr(kept, "put", lambda values: put.extend(key for key, _ in values))
    preview = Preview(tiny.content, "content", ROOT, TODAY, {}, lambda _: None, kept=kept)
    monkeypatch.setattr("signpost.kept.memory.code_of", lambda _root: b"another")
    assert preview.read()
    assert not put
    monkeypatch.undo()
    assert code_of(ROOT) == preview._code
    monkeypatch.setattr(kept, "put", lambda values: put.extend(key for key, _ in values))
    assert preview.read()
    assert put
