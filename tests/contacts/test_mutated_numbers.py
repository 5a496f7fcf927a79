"""Each number of the register is changed in turn: every use follows, and no stale copy is left in anything published."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from signpost.build import build
from signpost.checks import numbers as gate
from signpost.checks.files import TEXTS
from signpost.contacts.number_finder import digits_of, numbers_in_prose
from signpost.contacts.numbers import number_fault, spoken, tel_address
from signpost.contacts.register import read_contacts
from signpost.load import load
from signpost.look.assets import Assets, make_assets
from signpost.output.beside import make_outputs
from signpost.output.page import output_pages
from signpost.problems import Problems
from signpost.rendering.renderer import Renderer
from signpost.site import Site
from tests.tiny_site import ROOT

CONTENT = ROOT / "content"
TODAY = date(2026, 11, 24)
NUMBER = re.compile(r"^ +number: (\S.*)$", re.MULTILINE)
REGISTER = (CONTENT / "contacts.yml").read_text(encoding="utf-8")
NUMBERS = sorted(set(NUMBER.findall(REGISTER)))
ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+")
READABLE = (".html", ".css", ".js", *TEXTS)
BETWEEN_DIGITS = re.compile(r"(?<=\d)(?:[\s,().\u00a0–-]|&nbsp;)+(?=\d)")
NO_PROSE = re.compile(r"<(style|script)(?! type)[^>]*>.*?</\1>|<meta http-equiv[^>]*>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
DIGIT_BEFORE = re.compile(r"\d(?:|[ ,]|, )$")


@lru_cache(maxsize=1000)
def joined(text: str) -> str:
    return BETWEEN_DIGITS.sub("", text)


@lru_cache(maxsize=1000)
def prose(text: str) -> str:
    return TAG.sub(" ", NO_PROSE.sub(" ", text))


class Published:
    """The bytes of a site, made ready for searching: without the addresses of other sites (“999bsl.co.uk” is no number)."""

    def __init__(self, output: dict[str, bytes]) -> None:
        self.output = output
        self.texts = [ADDRESS.sub(" ", content.decode()) for path, content in output.items() if path.endswith(READABLE)]
        # Digits with nothing between them, so that no way of grouping or spelling them hides a copy.
        self.all_joined = "\n\n".join(map(joined, self.texts))
        self.all_texts = "\n\n".join(self.texts)
        self.prose = "\n\n".join(map(prose, self.texts))

    def copies(self, number: str) -> list[str]:
        """Where a number still stands, in any form: as typed, spoken, in a link, as +44."""
        digits = digits_of(number)
        if digits.startswith("0"):
            return [self.all_joined[place.start() - 60 : place.end() + 60] for place in re.finditer(digits[1:], self.all_joined)]
        forms = (f"(?:tel|sms):{digits}(?!\\d)", f'"{digits}"', f">{re.escape(number)}<", re.escape(spoken(number)) + r"(?![ ,]*\d)")
        places = [place for form in forms for place in re.finditer(form, self.all_texts)]
        found = [place.group(0) for place in places if not DIGIT_BEFORE.search(self.all_texts[max(0, place.start() - 3) : place.start()])]
        return found + [typed for typed in numbers_in_prose(self.prose, {number}) if digits_of(typed) == digits]

    def uses(self, number: str) -> int:
        """How many links dial it."""
        return len(re.findall(rf'href="(?:tel|sms):{re.escape(tel_address(number)[4:])}"', self.all_texts))


@dataclass(frozen=True)
class Whole:
    """The real site, loaded once; only its register is read again for each change."""

    site: Site
    assets: Assets
    published: Published


def rendered(site: Site, assets: Assets) -> dict[str, bytes]:
    return Renderer(site, assets, ROOT).render() | make_outputs(site) | assets.files


@pytest.fixture(scope="module")
def whole() -> Whole:
    problems = Problems()
    site = load(CONTENT, "content", ROOT, TODAY, problems)
    assert site is not None, [problem.as_text() for problem in problems.errors]
    assets = make_assets(ROOT, site.config, site.locales)
    return Whole(site, assets, Published(rendered(site, assets)))


def another(number: str, published: Published) -> str:
    """A number of the same kind that stands nowhere yet."""
    for new in candidates(number):
        if number_fault(new) is None and new not in published.all_texts and not published.copies(new):
            return new
    raise AssertionError(number)


def candidates(number: str) -> Iterator[str]:
    """First with other last digits in the same grouping, then of another shape."""
    places = [place for place, sign in enumerate(number) if sign.isdigit()][-3:]
    last = int("".join(number[place] for place in places))
    for step in range(1, 1000):
        signs = list(number)
        for place, digit in zip(places, str((last + step) % 1000).zfill(3), strict=True):
            signs[place] = digit
        yield "".join(signs)
    yield from (f"0800 {middle} 468" for middle in range(100, 1000))


def changed_register(number: str, new: str) -> str:
    return re.sub(rf"^( +number: ){re.escape(number)}$", rf"\g<1>{new}", REGISTER, flags=re.MULTILINE)


def test_the_register_has_numbers_to_change() -> None:
    assert len(NUMBERS) >= 10


@pytest.mark.parametrize("number", NUMBERS)
def test_a_changed_number_changes_everywhere(whole: Whole, tmp_path: Path, number: str) -> None:
    before = whole.published.copies(number)
    assert before, "the search must find the number before it is changed"
    new = another(number, whole.published)
    (tmp_path / "contacts.yml").write_text(changed_register(number, new), encoding="utf-8")
    problems = Problems()
    routes = read_contacts(tmp_path, "content", whole.site.config, TODAY, problems)
    assert [problem.as_text() for problem in problems.errors] == []
    site = replace(whole.site, contacts=routes)
    published = Published(rendered(site, whole.assets))
    assert published.copies(number) == []
    assert published.uses(number) == 0
    assert published.uses(new) == whole.published.uses(number)
    assert len(published.copies(new)) == len(before)
    assert gate.check(site, output_pages(published.output), published.output) == []


def test_the_keys_of_the_silent_solution_change_everywhere(whole: Whole, tmp_path: Path) -> None:
    changed = REGISTER.replace("    keypad: 55\n", "    keypad: 7*7\n")
    (tmp_path / "contacts.yml").write_text(changed, encoding="utf-8")
    problems = Problems()
    routes = read_contacts(tmp_path, "content", whole.site.config, TODAY, problems)
    assert [problem.as_text() for problem in problems.errors] == []
    published = Published(rendered(replace(whole.site, contacts=routes), whole.assets))
    before = whole.published.all_texts
    assert published.all_texts.replace("7 * 7", "5 5").replace("7*7", "55") == before, "nothing else may change"
    for word in ("press", "phwyswch", "pwyswch"):
        assert not re.search(rf"{word} (?:<[^>]*>)?5 ?5\b", published.all_texts, re.IGNORECASE)
    pages = [text for text in published.texts if text.startswith("<!DOCTYPE html>")]
    assert [text for text in pages if text.count('aria-label="7 * 7">7*7</span>') == 0] == [], "read key by key, on every page"
    assert published.all_texts.count('5 5">55<') == 0


def test_the_whole_build_from_changed_files(tmp_path: Path, whole: Whole) -> None:
    """The same once more with nothing shared: real files, every step, every gate."""
    number = next(number for number in NUMBERS if number.startswith("0"))
    new = another(number, whole.published)
    shutil.copytree(CONTENT, tmp_path / "content")
    (tmp_path / "content" / "contacts.yml").write_text(changed_register(number, new), encoding="utf-8")
    problems = Problems()
    built = build(tmp_path / "content", "content", ROOT, TODAY, problems)
    assert built is not None, [problem.as_text() for problem in problems.errors]
    published = Published(built.output)
    assert published.copies(number) == []
    assert len(published.copies(new)) == len(whole.published.copies(number))


@pytest.mark.parametrize(
    ("planted", "file"),
    [
        ("<p>020 7946 0000</p></body>", "en/help/index.html"),
        ("<p>020 <b>7946</b> 0000</p></body>", "en/help/index.html"),
        ('<p aria-label="0 2 0, 7 9 4 6, 0 0 0 0">x</p></body>', "en/help/index.html"),
        ('<p title="+44 20 7946 0000">x</p></body>', "en/help/index.html"),
        ('<a href="tel:+442079460000">x</a></body>', "en/help/index.html"),
        ('<a href="sms:999999">x</a></body>', "en/help/index.html"),
        ('<script type="application/ld+json">{"telephone":"+442079460000"}</script></body>', "en/help/index.html"),
        ('"number": "020 7946 0000"', "contacts.json"),
        ("020 7946 0000", "action-plan-data/plan.csv"),
    ],
)
def test_the_gate_finds_a_number_that_is_not_in_the_register(whole: Whole, planted: str, file: str) -> None:
    output = dict(whole.published.output)
    text = output.get(file, b"").decode()
    output[file] = (text.replace("</body>", planted) if "</body>" in planted else text + planted).encode()
    assert [problem.file for problem in gate.check(whole.site, output_pages(output), output)] == [file]


def test_nothing_that_is_published_holds_a_number_from_elsewhere(whole: Whole) -> None:
    assert gate.check(whole.site, output_pages(whole.published.output), whole.published.output) == []
